"""In which order: flows of documents between chosen items, loops refused, stages that can run side by side."""

from dataclasses import dataclass

import networkx as nx

from composer.chain.choose import Choice
from composer.chain.graph import is_met_by_chain
from composer.errors import ContentError, Finding, Place
from composer.model.item import Requirement, ServiceItem
from composer.model.package import Flow


@dataclass(frozen=True)
class Schedule:
    """Stage of each item (from 1), what each must wait for, and the documents that flow."""

    stage: dict[str, int]
    requires: dict[str, tuple[str, ...]]
    flows: tuple[Flow, ...]


def schedule(items: list[ServiceItem], choice: Choice) -> Schedule:
    """Order the chosen `items`; raises ContentError showing the whole loop, with the place of each of its edges.

    Documents that must flow make the edges; those that may (an optional requirement, a second alternative) flow
    only where that closes no loop.
    """
    router = _Router(items, choice)
    router.route()
    order = router.order
    stage = {name: number for number, layer in enumerate(nx.topological_generations(order), 1) for name in layer}
    rank = {item.id: (stage[item.id], position) for position, item in enumerate(items)}
    requires = {item.id: tuple(sorted(order.predecessors(item.id), key=rank.__getitem__)) for item in items}
    return Schedule(stage, requires, tuple(router.flows))


class _Router:
    def __init__(self, items: list[ServiceItem], choice: Choice) -> None:
        self.items = items
        self.choice = choice
        self.order: nx.DiGraph[str] = nx.DiGraph()
        self.order.add_nodes_from(item.id for item in items)
        self.flows: list[Flow] = []

    def route(self) -> None:
        optional = []
        for item in self.items:
            for prerequisite in item.prerequisites:
                if prerequisite.item in self.order:
                    self.edge(prerequisite.item, item.id, prerequisite.via, prerequisite.at)
            for position, requirement in enumerate(item.requires):
                flow = self.flow(item, position, requirement)
                if flow is None:
                    continue
                if flow.material == self.choice.alternative.get((item.id, position)):
                    self.edge(flow.producer, item.id, requirement.name, requirement.at)
                    self.flows.append(flow)
                else:
                    optional.append(flow)
        self.refuse_loops()
        for flow in optional:
            self.flow_if_possible(flow)

    def flow(self, item: ServiceItem, position: int, requirement: Requirement) -> Flow | None:
        """The first alternative of a requirement that another of these items issues."""
        if not is_met_by_chain(requirement):
            return None
        for ref in requirement.any_of:
            producer = self.producer(ref, item)
            if producer is not None:
                return Flow(material=ref, producer=producer, consumer=item.id, requirement=position)
        return None

    def producer(self, ref: str, consumer: ServiceItem) -> str | None:
        """The chosen issuer of `ref`, else the first of these items that issues it; never the consumer itself."""
        known = self.choice.issuer.get(ref)
        if known is not None and known != consumer.id:
            return known
        return next((name for name in self.choice.issuers.get(ref, ()) if name != consumer.id), None)

    def edge(self, before: str, after: str, via: str, at: Place | None) -> None:
        if before != after and not self.order.has_edge(before, after):
            self.order.add_edge(before, after, via=via, at=at)

    def flow_if_possible(self, flow: Flow) -> None:
        if nx.has_path(self.order, flow.consumer, flow.producer):
            return
        self.order.add_edge(flow.producer, flow.consumer)
        self.flows.append(flow)

    def refuse_loops(self) -> None:
        if nx.is_directed_acyclic_graph(self.order):
            return
        names = {item.id: item.name for item in self.items}
        findings = []
        for component in nx.strongly_connected_components(self.order):
            if len(component) > 1:
                loop = nx.find_cycle(self.order.subgraph(component), min(component))
                findings.append(_loop_finding(loop, names, self.order))
        raise ContentError(findings)


def _loop_finding(loop: list[tuple[str, str]], names: dict[str, str], order: "nx.DiGraph[str]") -> Finding:
    start = min(range(len(loop)), key=lambda index: loop[index][0])
    turned = [*loop[start:], *loop[:start]]
    steps = []
    for before, after in turned:
        edge = order.edges[before, after]
        steps.append(f"“{names[after]}”要先有“{names[before]}”的《{edge['via']}》（{edge['at'] or '无出处'}）")
    first = order.edges[turned[0]]["at"]
    suggestion = "请去掉其中一个要求，或把它写成容缺后补"
    return Finding("chain-loop", turned[0][0], f"事项互为前置：{'；'.join(steps)}", suggestion, first)
