"""Carries a set of items out, from what is held: what meets each group, when, and at which stage."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from composer.chain.best.choice import Supply
from composer.chain.network import Network


@dataclass(frozen=True)
class Firing:
    """Of the items that could be carried out: finishing time and stage; of each group, what met it first."""

    finish: dict[int, int]
    stage: dict[int, int]
    met: dict[int, Supply]


def fire(network: Network, items: Collection[int], held: Sequence[Collection[int]], durations: Sequence[int]) -> Firing:
    """Carry out `items`, each as soon as every group that it needs is met; what can never begin is left out.

    `held`: materials that are there, those to use rather than others first. `durations` is by item of the network.
    The order is Knuth's generalisation of Dijkstra's (1977): an item finishes no earlier than what it waits for.
    """
    return _Firing(network, items, held, durations).run()


class _Firing:
    def __init__(
        self, network: Network, items: Collection[int], held: Sequence[Collection[int]], durations: Sequence[int]
    ) -> None:
        self.network, self.durations = network, durations
        self.needs = {item: network.needs[item] for item in items}
        asked = {group for groups in self.needs.values() for group in groups}
        asked.update(group for item in items for group in network.owes[item])
        asked.update(network.wanted.tolist())
        self.rows = {group: sorted(network.groups[group]) for group in asked}
        self.met: dict[int, Supply] = {}
        for group, row in self.rows.items():
            there = next((material for some in held for material in row if material in some), None)
            if there is not None:
                self.met[group] = (there, None)
        self.asking: dict[int, list[int]] = {}
        for group, row in self.rows.items():
            if group not in self.met:
                for material in row:
                    self.asking.setdefault(material, []).append(group)
        self.waiting: dict[int, list[int]] = {}
        self.missing: dict[int, int] = {}
        for item, groups in self.needs.items():
            unmet = [group for group in groups if group not in self.met]
            self.missing[item] = len(unmet)
            for group in unmet:
                self.waiting.setdefault(group, []).append(item)

    def run(self) -> Firing:
        finish: dict[int, int] = {}
        stage: dict[int, int] = {}
        begin = dict.fromkeys(self.needs, (0, 0))
        ready = [(int(self.durations[item]), 1, item) for item, count in self.missing.items() if count == 0]
        heapify(ready)
        while ready:
            time, step, item = heappop(ready)
            finish[item], stage[item] = time, step
            for group, material in self.meets(item):
                self.met[group] = (material, item)
                for other in self.waiting.get(group, ()):
                    begin[other] = (max(begin[other][0], time), max(begin[other][1], step))
                    self.missing[other] -= 1
                    if self.missing[other] == 0:
                        start, before = begin[other]
                        heappush(ready, (start + int(self.durations[other]), before + 1, other))
        return Firing(finish, stage, self.met)

    def meets(self, item: int) -> list[tuple[int, int]]:
        """The groups that nothing met before this item, each with the material that meets it."""
        found: dict[int, int] = {}
        for material in sorted(self.network.gives[item]):
            for group in self.asking.get(material, ()):
                if group not in self.met:
                    found.setdefault(group, material)
        return list(found.items())
