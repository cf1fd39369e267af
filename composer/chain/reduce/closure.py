"""Forward closure: everything that can come to be from what is held, and at which stage at the earliest.

Counting what each item still lacks makes it linear in the size of the network, as in Dowling and Gallier, "Linear-time
algorithms for testing the satisfiability of propositional Horn formulae" (1984); exclusions and what is owed are left
out of sight, so that what closure does not reach, no plan reaches.
"""

from dataclasses import dataclass

import numpy as np

from composer.chain.network import Indices, Network
from composer.chain.reduce.tables import (
    SMALL,
    WIDE,
    Flags,
    Frontier,
    Table,
    Walk,
    counted,
    inverse,
    inverse_lists,
    take,
)


@dataclass(frozen=True, eq=False)
class Links:
    """The tables of a network in the directions in which they are walked; worth keeping between closures of one.

    `using`: groups that a material meets. `users`: items that need a group. `gives`: materials of an item.
    """

    using: Table
    users: Table
    gives: Table

    @classmethod
    def of(cls, network: Network) -> "Links":
        """The links of `network`, as lists where it is small."""
        materials, groups = len(network.materials), len(network.groups)
        if len(network.needs.values) + len(network.groups.values) + len(network.gives.values) < SMALL:
            return cls(
                inverse_lists(network.groups.lists, materials),
                inverse_lists(network.needs.lists, groups),
                network.gives.lists,
            )
        return cls(inverse(network.groups, materials), inverse(network.needs, groups), network.gives)


@dataclass(frozen=True, eq=False)
class Closure:
    """What can be reached: by item and by material the earliest stage, -1 where it cannot be.

    What is held is there at stage 0; an item that needs nothing else has stage 1; what it gives, the stage of the item.
    """

    items: Indices
    materials: Indices

    def meets(self, network: Network, group: int) -> bool:
        """Whether a material of this group can be there."""
        return any(self.materials[material] >= 0 for material in network.groups[group])


def closure(network: Network, allowed: Flags | None = None, links: Links | None = None) -> Closure:
    """What can come to be in `network`, using only the items that are `allowed` (all of them when not given)."""
    links = links or Links.of(network)
    groups, materials = Walk(len(network.groups)), Walk(len(network.materials))
    waiting = _Waiting(network, allowed)
    new: Frontier = materials.add(network.held)
    stages: list[tuple[Frontier, Frontier]] = [((), new)]
    begun: Frontier = waiting.ready()
    while len(new) or len(begun):
        begun = waiting.begin(links.users, groups.follow(links.using, new), begun)
        new = materials.follow(links.gives, begun)
        stages.append((begun, new))
        begun = ()
    return Closure(
        _numbered([items for items, _ in stages], len(network.items)),
        _numbered([found for _, found in stages], len(network.materials)),
    )


class _Waiting:
    """How many groups each item still lacks."""

    def __init__(self, network: Network, allowed: Flags | None) -> None:
        self.lacks = network.needs.lengths.astype(np.int32)
        if allowed is not None:
            # One more than can ever be met.
            self.lacks[~allowed] += 1
        self._lacks = self.lacks.data

    def ready(self) -> Frontier:
        """The items that lack nothing from the start."""
        return np.flatnonzero(self.lacks == 0).astype(np.int32)

    def begin(self, users: Table, groups: Frontier, begun: Frontier) -> Frontier:
        """The items that can begin once these groups are met, after those that have `begun` anyway."""
        if not isinstance(users, list) and len(groups) > WIDE:
            items, times = counted(take(users, np.asarray(groups, np.int32)).values)
            left = self.lacks[items] - times
            self.lacks[items] = left
            return np.concatenate([np.asarray(begun, np.int32), items[left == 0]])
        lacks = self._lacks
        found = begun.tolist() if isinstance(begun, np.ndarray) else list(begun)
        for group in groups.tolist() if isinstance(groups, np.ndarray) else groups:
            for item in users[group]:
                lacks[item] -= 1
                if not lacks[item]:
                    found.append(item)
        return found


def _numbered(stages: list[Frontier], size: int) -> Indices:
    numbers = np.full(size, -1, np.int32)
    for stage, members in enumerate(stages):
        if len(members):
            numbers[np.asarray(members)] = stage
    return numbers
