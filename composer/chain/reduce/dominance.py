"""Exact dominance: items that an earlier one can replace in every plan without making it worse.

The items stand in order of preference, and of plans equally good the one with the first item in which they differ is
the answer. So an item falls only to one that stands before it: then a plan with the later item is never the answer,
ties included, because the plan with the earlier one in its place comes before it, or is smaller where it has both.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from composer.chain.network import Goal, Network
from composer.chain.reduce.tables import Flags, as_lists

PAIRS = 1_000_000
"""So many pairs are compared at most; what is not compared stays, which is never wrong. About a second."""


@dataclass(frozen=True)
class _Item:
    """What an item is compared by.

    `implied`: the groups that are met wherever what it needs is; `sure`: or what it owes.
    """

    gives: frozenset[int]
    needs: frozenset[int]
    owes: frozenset[int]
    implied: frozenset[int]
    sure: frozenset[int]
    excludes: frozenset[int]
    costs: tuple[int, ...]
    shared: tuple[frozenset[int], ...]

    def replaces(self, other: "_Item", position: int) -> bool:
        """Whether it is at least as good as `other`, the item at `position`, in every plan."""
        return (
            other.gives <= self.gives
            and self.needs <= other.implied
            and self.owes <= other.sure
            and all(mine <= theirs for mine, theirs in zip(self.costs, other.costs, strict=True))
            and self.excludes - {position} <= other.excludes
            and self._shares(other)
        )

    def _shares(self, other: "_Item") -> bool:
        # In a set that shares its cost the other may come at none, wherever this one does not share it too.
        return all(
            not cost or not theirs or mine == theirs
            for cost, mine, theirs in zip(self.costs, self.shared, other.shared, strict=True)
        )


def undominated(network: Network, goals: Sequence[Goal] = (), pairs: int = PAIRS) -> Flags:
    """By item, whether it stays when every item falls that an earlier one can replace, whatever the plan.

    `goals` say which costs count; number of items always does. Every material is taken to matter, so that pruning
    first makes more fall. A pure function; compares at most `pairs` pairs.
    """
    items = _described(network, goals)
    stays = np.ones(len(items), np.bool_)
    forced = set(network.forced.tolist())
    givers: dict[int, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        if position not in forced and item.gives:
            rivals = min((givers[material] for material in item.gives), key=len)
            pairs -= len(rivals)
            if pairs < 0:
                break
            if any(items[rival].replaces(item, position) for rival in rivals):
                stays[position] = False
                continue
        for material in item.gives:
            givers[material].append(position)
    return stays


def _described(network: Network, goals: Sequence[Goal]) -> list[_Item]:
    count = len(network.items)
    measures = [goal for goal in dict.fromkeys(goals) if goal.measure in network.costs]
    costs = zip(*(network.costs[goal.measure].tolist() for goal in measures), strict=True) if measures else [()] * count
    shared = zip(*(_sets(network, goal) for goal in measures), strict=True) if measures else [()] * count
    excludes: list[set[int]] = [set() for _ in range(count)]
    for one, other in network.excludes.tolist():
        excludes[one].add(other)
        excludes[other].add(one)
    wider = _wider(as_lists(network.groups))
    described = []
    for gives, needs, owes, barred, cost, sets in zip(
        as_lists(network.gives), as_lists(network.needs), as_lists(network.owes), excludes, costs, shared, strict=True
    ):
        implied = frozenset(group for need in needs for group in wider[need])
        sure = implied.union(*(wider[group] for group in owes)) if owes else implied
        described.append(
            _Item(frozenset(gives), frozenset(needs), frozenset(owes), implied, sure, frozenset(barred), cost, sets)
        )
    return described


def _sets(network: Network, goal: Goal) -> list[frozenset[int]]:
    """By item, the sets in which it shares the cost of the goal's measure."""
    found: list[frozenset[int]] = [frozenset()] * len(network.items)
    if goal.over == "sum":
        for number, members in enumerate(network.shared.get(goal.measure, ())):
            for item in members:
                found[item] |= {number}
    return found


def _wider(groups: list[list[int]]) -> list[list[int]]:
    """By group, the groups that are met wherever it is: those that hold all of its materials."""
    holding: dict[int, list[int]] = defaultdict(list)
    members = [frozenset(group) for group in groups]
    for group, materials in enumerate(groups):
        for material in materials:
            holding[material].append(group)
    wider = []
    for group, materials in enumerate(groups):
        near = min((holding[material] for material in materials), key=len, default=[group])
        wider.append([other for other in near if members[group] <= members[other]] if len(near) > 1 else near)
    return wider
