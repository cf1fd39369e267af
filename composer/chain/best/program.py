"""A question as a model of CP-SAT."""

from collections.abc import Sequence

import networkx as nx
from ortools.sat.python.cp_model import CpModel, CpSolver, Domain, IntVar, LinearExprT

from composer.chain.best.question import Question
from composer.chain.best.windows import Windows


class Program:
    """The model: an item is in or not; rings that support themselves are forbidden by times, or by an order in each."""

    def __init__(self, question: Question, model: CpModel) -> None:
        self.question, self.shape, self.model = question, question.shape, model
        self.chosen = {item: model.new_bool_var(f"in({item})") for item in self.shape.items}
        self.used = {material: model.new_bool_var(f"use({material})") for material in self.shape.materials}
        self.order: dict[int, IntVar] = {}
        self.ring: dict[int, int] = {}
        self.find_rings()
        for group in self.shape.wanted:
            model.add_bool_or(self.sources(group))
        for item in self.shape.items:
            for group in self.shape.owes[item]:
                model.add_bool_or(self.sources(group)).only_enforce_if(self.chosen[item])
        for item in self.shape.must:
            model.add_bool_or([self.chosen[item]] if item in self.chosen else [])
        for material in self.shape.handed_always:
            model.add(self.used[material] == 1)
        for a, b in self.shape.rivals:
            model.add_at_most_one(self.chosen[a], self.chosen[b])
        self.ends = {path: self.timed(path) for path in sorted(question.windows)}
        if not question.windows:
            self.untimed()
        self.costs = {place: self.cost(place) for place in {*question.least, *question.limits}}
        for place, limit in question.limits.items():
            model.add(self.costs[place] <= limit)

    def find_rings(self) -> None:
        """Number the rings of items that could support one another, and give their members an order."""
        graph: nx.DiGraph[int] = nx.DiGraph()
        for item, groups in self.shape.needs.items():
            graph.add_edges_from((other, item) for group in groups for other in self.shape.suppliers[group])
        for number, ring in enumerate(nx.strongly_connected_components(graph)):
            if len(ring) > 1:
                self.ring.update(dict.fromkeys(ring, number))
                for item in ring:
                    self.order[item] = self.model.new_int_var(0, len(ring), f"order({item})")

    def sources(self, group: int) -> list[IntVar]:
        issued = [self.chosen[item] for item in self.shape.suppliers[group]]
        return issued + [self.used[material] for material in self.shape.handed[group]]

    def untimed(self) -> None:
        for item, groups in self.shape.needs.items():
            for group in groups:
                ways = [self.used[material] for material in self.shape.handed[group]]
                for other in self.shape.suppliers[group]:
                    if other != item:
                        ways.append(self.supply(other, item) if self.is_ring(other, item) else self.chosen[other])
                self.model.add_bool_or(ways).only_enforce_if(self.chosen[item])

    def timed(self, path: int) -> IntVar:
        """The end of a critical path: an item finishes its duration after a supplier of each group that it needs."""
        model, windows = self.model, self.question.windows[path]
        durations = self.question.scales[path].costs
        domains = {item: _domain(windows, item) for item in self.shape.items}
        finish = {item: model.new_int_var_from_domain(domain, f"by({item})") for item, domain in domains.items()}
        end = model.new_int_var(windows.floor, max((slots[-1] for slots in windows.slots.values()), default=0), "end")
        for item, groups in self.shape.needs.items():
            duration = int(durations[item])
            model.add(end >= finish[item]).only_enforce_if(self.chosen[item])
            for group in groups:
                ways = [self.used[material] for material in self.shape.handed[group]]
                for other in self.shape.suppliers[group]:
                    if other == item or windows.slots[other][0] + duration > windows.slots[item][-1]:
                        continue
                    way = self.supply(other, item, ordered=duration == 0)
                    model.add(finish[item] >= finish[other] + duration).only_enforce_if(way)
                    ways.append(way)
                model.add_bool_or(ways).only_enforce_if(self.chosen[item])
        return end

    def is_ring(self, one: int, other: int) -> bool:
        return one in self.ring and self.ring[one] == self.ring.get(other)

    def supply(self, other: int, item: int, ordered: bool = True) -> IntVar:
        """Whether `item` waits for `other`, which is chosen then, and stands before it where they are in one ring."""
        way = self.model.new_bool_var(f"waits({item},{other})")
        self.model.add_implication(way, self.chosen[other])
        if ordered and self.is_ring(other, item):
            self.model.add(self.order[other] + 1 <= self.order[item]).only_enforce_if(way)
        return way

    def cost(self, place: int) -> LinearExprT:
        scale = self.question.scales[place]
        if scale.over_path:
            return self.ends[place]
        sharing = {item for one in scale.shared for item in one}
        alone = [var * int(scale.costs[item]) for item, var in self.chosen.items() if item not in sharing]
        together = [self.dearest({item: int(scale.costs[item]) for item in one}) for one in scale.shared]
        fees = [var * scale.handed.get(material, 0) for material, var in self.used.items()]
        return sum([*alone, *together, *fees])

    def dearest(self, costs: dict[int, int]) -> IntVar:
        dearest = self.model.new_int_var(0, max(costs.values(), default=0), "dearest")
        for item, cost in costs.items():
            if item in self.chosen:
                self.model.add(dearest >= cost).only_enforce_if(self.chosen[item])
        return dearest

    def tastes(self) -> list[IntVar]:
        """What is preferred among equal plans, the items first."""
        free = [var for item, var in self.chosen.items() if item not in self.shape.must]
        return free + list(self.used.values())

    def hint(self, items: Sequence[int], handed: Sequence[int]) -> None:
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        if items:
            for item, var in self.chosen.items():
                self.model.add_hint(var, item in items)
            for material, var in self.used.items():
                self.model.add_hint(var, material in handed)

    def read(self, solver: CpSolver) -> tuple[list[int], list[int]]:
        return (
            [item for item, var in self.chosen.items() if solver.boolean_value(var)],
            [material for material, var in self.used.items() if solver.boolean_value(var)],
        )


def _domain(windows: Windows, item: int) -> Domain:
    slots = windows.slots[item]
    return Domain.from_values(slots) if windows.every else Domain(slots[0], slots[-1])
