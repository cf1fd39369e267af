"""A sum below which no plan goes, found without search: the LM-cut bound.

Helmert and Domshlak, "Landmarks, critical paths and abstractions: what's the difference anyway?" (2009). Again and
again a set of items is found of which every plan holds one; the least cost among them is counted, and taken off each.
"""

from dataclasses import dataclass
from heapq import heappop, heappush

from composer.chain.network import Network
from composer.chain.reduce.tables import inverse_lists

NOTHING = -1
"""Stands for a group that is met from the start, where an item needs no other."""


def least_sum(network: Network, measure: str) -> int:
    """An amount that the sum of `measure` over the items of any plan reaches; 0 where there is no plan at all.

    Items that share a cost are taken to come free, and so is what is handed in; what is owed and what excludes one
    another is left out of sight.
    """
    costs = network.costs[measure].tolist() if measure in network.costs else [0] * len(network.items)
    for members in network.shared.get(measure, ()):
        for item in members:
            costs[item] = 0
    total: int = sum(costs[item] for item in set(network.forced.tolist()))
    for item in network.forced.tolist():
        costs[item] = 0
    cuts = _Cuts.of(network, costs)
    while cut := cuts.next():
        least = min(costs[item] for item in cut)
        total += least
        for item in cut:
            costs[item] -= least
    return total


@dataclass(frozen=True)
class _Cuts:
    costs: list[int]
    needs: list[list[int]]
    meets: list[list[int]]
    users: list[list[int]]
    meeting: list[list[int]]
    met: list[int]
    wanted: list[int]

    @classmethod
    def of(cls, network: Network, costs: list[int]) -> "_Cuts":
        groups = len(network.groups)
        using = inverse_lists(network.groups.lists, len(network.materials))
        meets = [list({group for material in row for group in using[material]}) for row in network.gives.lists]
        met = list({group for material in network.held.tolist() for group in using[material]})
        wanted = {
            *network.wanted.tolist(),
            *(group for item in network.forced.tolist() for group in network.needs[item]),
        }
        users = inverse_lists(network.needs.lists, groups)
        return cls(costs, network.needs.lists, meets, users, inverse_lists(meets, groups), met, list(wanted))

    def next(self) -> set[int]:
        """Items with costs left of which every plan holds one; none when nothing wanted costs anything any more."""
        dear, dearest = self._dearest()
        goal = max(self.wanted, key=lambda group: dear.get(group, -1), default=None)
        if goal is None or any(group not in dear for group in self.wanted) or not dear[goal]:
            return set()
        zone = self._goes_free(goal, dearest)
        cut: set[int] = set()
        seen = {NOTHING, *(group for group in self.met if group not in zone)}
        queue = list(seen)
        rests: dict[int, list[int]] = {}
        for item, group in dearest.items():
            rests.setdefault(group, []).append(item)
        while queue:
            for item in rests.get(queue.pop(), ()):
                if not zone.isdisjoint(self.meets[item]):
                    cut.add(item)
                fresh = [group for group in self.meets[item] if group not in seen and group not in zone]
                seen.update(fresh)
                queue.extend(fresh)
        return cut

    def _dearest(self) -> tuple[dict[int, int], dict[int, int]]:
        """By group, the dearest item on the cheapest way to meet it; by item that can begin, its dearest need."""
        dear = dict.fromkeys(self.met, 0)
        done: dict[int, int] = {}
        dearest = {item: NOTHING for item, row in enumerate(self.needs) if not row}
        lacks = [len(row) for row in self.needs]
        heap = [(0, group) for group in self.met]
        for item in dearest:
            self._offer(item, 0, dear, heap)
        while heap:
            amount, group = heappop(heap)
            if group in done:
                continue
            done[group] = amount
            for item in self.users[group]:
                lacks[item] -= 1
                if not lacks[item]:
                    dearest[item] = group
                    self._offer(item, amount, dear, heap)
        return done, dearest

    def _offer(self, item: int, begun: int, dear: dict[int, int], heap: list[tuple[int, int]]) -> None:
        amount = begun + self.costs[item]
        for group in self.meets[item]:
            if amount < dear.get(group, amount + 1):
                dear[group] = amount
                heappush(heap, (amount, group))

    def _goes_free(self, goal: int, dearest: dict[int, int]) -> set[int]:
        """The groups from which the goal is reached along dearest needs at no cost."""
        zone = {goal}
        queue = [goal]
        while queue:
            for item in self.meeting[queue.pop()]:
                before = dearest.get(item, NOTHING)
                if not self.costs[item] and before not in zone and before != NOTHING:
                    zone.add(before)
                    queue.append(before)
        return zone
