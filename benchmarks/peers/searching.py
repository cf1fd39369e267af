"""A plain search on a networkx graph: forward until all is there, then back from what is wanted, first come first.

What most programs do; finds some composition, and claims nothing about it.
"""

from collections import deque

import networkx as nx

from composer.chain.network import Network

Node = tuple[str, int]


def graph_of(network: Network) -> "nx.DiGraph[Node]":
    """Groups before the items that need them, items before the groups that they meet."""
    graph: nx.DiGraph[Node] = nx.DiGraph()
    members = network.groups.lists
    using: dict[int, list[int]] = {}
    for group, materials in enumerate(members):
        for material in materials:
            using.setdefault(material, []).append(group)
    for item, (needs, gives) in enumerate(zip(network.needs.lists, network.gives.lists, strict=True)):
        graph.add_node(("item", item))
        graph.add_edges_from((("group", group), ("item", item)) for group in needs)
        graph.add_edges_from((("item", item), ("group", group)) for one in gives for group in using.get(one, ()))
    held = {("group", group) for material in network.held.tolist() for group in using.get(material, ())}
    graph.add_edges_from((("held", 0), group) for group in held)
    return graph


def search(network: Network) -> int:
    """How many items the composition has that comes first; building the graph is part of it."""
    graph = graph_of(network)
    lacking = {node: graph.in_degree(node) for node in graph if node[0] == "item"}
    first: dict[Node, Node] = {}
    queue = deque([("held", 0), *(node for node, left in lacking.items() if not left)])
    while queue:
        node = queue.popleft()
        for follower in graph.successors(node) if node in graph else ():
            if follower[0] == "group" and follower not in first:
                first[follower] = node
                queue.append(follower)
            elif follower[0] == "item":
                lacking[follower] -= 1
                if not lacking[follower]:
                    queue.append(follower)
    used: set[Node] = set()
    asked = [("group", group) for group in network.wanted.tolist()]
    while asked:
        giver = first[asked.pop()]
        if giver not in used and giver[0] == "item":
            used.add(giver)
            asked.extend(graph.predecessors(giver))
    return len(used)
