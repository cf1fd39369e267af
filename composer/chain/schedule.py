"""In which order: which documents flow between the chosen items, and the stages that can run side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from composer.chain.graph import is_met_by_chain
from composer.model.item import Requirement, ServiceItem
from composer.model.package import Flow

Met = Mapping[tuple[str, int], tuple[str, str]]
"""Requirement (item, position) to the material that it counts on and the chosen item that issues it."""


@dataclass(frozen=True)
class Schedule:
    """Stage of each item (from 1), what each must wait for, and the documents that flow."""

    stage: dict[str, int]
    requires: dict[str, tuple[str, ...]]
    flows: tuple[Flow, ...]


def schedule(items: list[ServiceItem], met: Met) -> Schedule:
    """Order the chosen `items`, which stand in order of preference.

    Prerequisites and documents that are counted on make the edges; they close no loop, for the choice is founded. A
    document that may flow besides (an optional requirement, a second alternative) flows only where it closes none.
    """
    router = _Router(items, met)
    router.route()
    order = router.order
    stage = {name: number for number, layer in enumerate(nx.topological_generations(order), 1) for name in layer}
    rank = {item.id: (stage[item.id], position) for position, item in enumerate(items)}
    requires = {item.id: tuple(sorted(order.predecessors(item.id), key=rank.__getitem__)) for item in items}
    return Schedule(stage, requires, tuple(router.flows))


class _Router:
    def __init__(self, items: list[ServiceItem], met: Met) -> None:
        self.items = items
        self.met = met
        self.order: nx.DiGraph[str] = nx.DiGraph()
        self.order.add_nodes_from(item.id for item in items)
        self.flows: list[Flow] = []
        self.issuers: dict[str, list[str]] = {}
        for item in items:
            for result in item.results:
                self.issuers.setdefault(result.material, []).append(item.id)

    def route(self) -> None:
        for item in self.items:
            for prerequisite in item.prerequisites:
                if prerequisite.item in self.order:
                    self.order.add_edge(prerequisite.item, item.id)
        for (name, position), (ref, producer) in self.met.items():
            self.add(Flow(material=ref, producer=producer, consumer=name, requirement=position))
        for flow in list(self.possible()):
            if not nx.has_path(self.order, flow.consumer, flow.producer):
                self.add(flow)

    def add(self, flow: Flow) -> None:
        self.order.add_edge(flow.producer, flow.consumer)
        self.flows.append(flow)

    def possible(self) -> Iterator[Flow]:
        """What may flow besides: the first alternative of a requirement that another of these items issues."""
        for item in self.items:
            for position, requirement in enumerate(item.requires):
                if (item.id, position) not in self.met and is_met_by_chain(requirement):
                    yield from self.first(item, position, requirement)

    def first(self, item: ServiceItem, position: int, requirement: Requirement) -> Iterator[Flow]:
        for ref in requirement.any_of:
            for producer in self.issuers.get(ref, ()):
                if producer != item.id:
                    yield Flow(material=ref, producer=producer, consumer=item.id, requirement=position)
                    return
