"""The bipartite graph of items and materials: what issues what, and what is demanded by whom."""

from collections.abc import Iterable
from typing import Literal

import networkx as nx

from composer.model.item import Requirement, ServiceItem
from composer.model.material import Necessity

Node = tuple[Literal["item", "material"], str]


def item_node(item_id: str) -> Node:
    return ("item", item_id)


def material_node(ref: str) -> Node:
    return ("material", ref)


def bipartite(items: Iterable[ServiceItem]) -> "nx.DiGraph[Node]":
    """Edges from an item to each material that it issues, and from each material to the items that accept it."""
    graph: nx.DiGraph[Node] = nx.DiGraph()
    for item in items:
        graph.add_node(item_node(item.id))
        for result in item.results:
            graph.add_edge(item_node(item.id), material_node(result.material))
        for requirement in item.requires:
            for ref in requirement.any_of:
                graph.add_edge(material_node(ref), item_node(item.id))
    return graph


def issuers(items: Iterable[ServiceItem]) -> dict[str, list[ServiceItem]]:
    """Material reference to the items that issue it, in the order given: its predecessors in the graph."""
    by_id = {item.id: item for item in items}
    graph = bipartite(by_id.values())
    found: dict[str, list[ServiceItem]] = {}
    for kind, ref in graph:
        if kind == "material" and graph.in_degree((kind, ref)):
            found[ref] = [by_id[name] for _, name in graph.predecessors((kind, ref))]
    return found


def is_met_by_chain(requirement: Requirement) -> bool:
    """Whether a document must flow in before the item begins.

    Not where a promise stands in, it may follow, or departments that work side by side pass it on.
    """
    deferred = requirement.necessity is Necessity.DEFERRABLE
    return requirement.commitment is None and not deferred and requirement.passed_by is None


def is_mandatory(requirement: Requirement) -> bool:
    """Whether the requirement calls for its document to come into being."""
    return requirement.commitment is None and requirement.necessity is not Necessity.OPTIONAL
