"""Exact dominance: items that an earlier one can replace in every plan without making it worse.

The items stand in order of preference, and of plans equally good the one with the first item in which they differ is
the answer. So an item falls only to one that stands before it: then a plan with the later item is never the answer,
ties included, because the plan with the earlier one in its place comes before it, or is smaller where it has both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import numpy as np

from composer.chain.network import Goal, Network
from composer.chain.reduce.landmarks import Landmarks, bits
from composer.chain.reduce.tables import Flags

PAIRS = 1_000_000
"""So many pairs are compared at most; what is not compared stays, which is never wrong. About a second."""


@dataclass(frozen=True)
class _Item:
    """What an item is compared by; sets of groups and of items are the bits of a number.

    `before`: the groups that are met before it begins, whatever the plan; `sure`: those that are met beside it.
    `shared`: by goal, the sets in which it shares its cost.
    """

    meets: int
    needs: int
    owes: int
    before: int
    sure: int
    excludes: int
    costs: tuple[int, ...]
    shared: tuple[frozenset[int], ...]

    def replaces(self, other: "_Item", position: int) -> bool:
        """Whether it is at least as good as `other`, the item at `position`, in every plan."""
        return not (
            other.meets & ~self.meets
            or self.needs & ~other.before
            or self.owes & ~other.sure
            or self.excludes & ~other.excludes & ~(1 << position)
            or any(mine > theirs for mine, theirs in zip(self.costs, other.costs, strict=True))
            or self._adds_where_the_other_shares(other)
        )

    def _adds_where_the_other_shares(self, other: "_Item") -> bool:
        return any(
            cost and theirs and mine != theirs
            for cost, mine, theirs in zip(self.costs, self.shared, other.shared, strict=True)
        )


def undominated(network: Network, known: Landmarks, goals: Sequence[Goal] = (), pairs: int = PAIRS) -> Flags:
    """By item, whether it stays when every item falls that an earlier one can replace, whatever the plan.

    `known` are the landmarks of the network. `goals` say which costs count; the number of items always does. Every
    group is taken to matter, so that more falls after pruning. Compares at most `pairs` pairs.
    """
    items = _described(network, known, goals)
    stays = np.ones(len(items), np.bool_)
    forced = set(network.forced.tolist())
    meeting: list[list[int]] = [[] for _ in range(len(network.groups))]
    for position, (item, gives) in enumerate(zip(items, network.gives.lists, strict=True)):
        met = {group for material in gives for group in known.using[material]}
        if met and position not in forced:
            rivals = min((meeting[group] for group in met), key=len)
            pairs -= len(rivals)
            if pairs < 0:
                break
            if any(items[rival].replaces(item, position) for rival in rivals):
                stays[position] = False
                continue
        for group in met:
            meeting[group].append(position)
    return stays


def _described(network: Network, known: Landmarks, goals: Sequence[Goal]) -> list[_Item]:
    count = len(network.items)
    counted = [goal for goal in dict.fromkeys(goals) if goal.measure in network.costs]
    costs = list(zip(*(network.costs[goal.measure].tolist() for goal in counted), strict=True)) or [()] * count
    shared = list(zip(*(_sets(network, goal) for goal in counted), strict=True)) or [()] * count
    excludes = [0] * count
    for one, other in network.excludes.tolist():
        excludes[one] |= 1 << other
        excludes[other] |= 1 << one
    needs, owes = network.needs.lists, network.owes.lists
    return [
        _Item(
            meets=reduce(or_, [known.serves[material] for material in network.gives.lists[item]], 0),
            needs=bits(needs[item]),
            owes=bits(owes[item]),
            before=known.before[item],
            sure=reduce(
                or_, [_implied(network.groups.lists[group], known) for group in owes[item]], known.before[item]
            ),
            excludes=excludes[item],
            costs=costs[item],
            shared=shared[item],
        )
        for item in range(count)
    ]


def _implied(group: list[int], known: Landmarks) -> int:
    """The groups that are met wherever this one is, by whatever material."""
    return reduce(and_, [known.serves[material] for material in group]) if group else 0


def _sets(network: Network, goal: Goal) -> list[frozenset[int]]:
    """By item, the sets in which it shares the cost of the goal's measure."""
    found: list[frozenset[int]] = [frozenset()] * len(network.items)
    if goal.over == "sum":
        for number, members in enumerate(network.shared.get(goal.measure, ())):
            for item in members:
                found[item] |= {number}
    return found
