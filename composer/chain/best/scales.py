"""What a goal charges for each item and for each material handed in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from composer.chain.network import Amounts, Goal, Network

COUNTED = ("items", "stages")
"""Measures that count each item as one where the network does not price them."""


@dataclass(frozen=True, eq=False)
class Scale:
    """A goal with its prices: by item, by set of items that share one price, by held material.

    `shared` and `handed` are empty for a critical path, where only durations count.
    """

    over_path: bool
    costs: Amounts
    shared: tuple[tuple[int, ...], ...]
    handed: Mapping[int, int]

    def total(self, items: Iterable[int], handed: Iterable[int]) -> int:
        """The sum that is charged for these items and these held materials."""
        chosen = set(items)
        sharing = {item for one in self.shared for item in one}
        alone = sum(int(self.costs[item]) for item in chosen - sharing)
        together = sum(
            max((int(self.costs[item]) for item in chosen.intersection(one)), default=0) for one in self.shared
        )
        return alone + together + sum(self.handed.get(material, 0) for material in handed)


def scales(network: Network, goals: Sequence[Goal]) -> tuple[Scale, ...]:
    """The prices of each goal; a measure that the network does not know is 0, items and stages are 1 for each item."""
    return tuple(_scale(network, goal) for goal in goals)


def fewest(network: Network) -> Scale:
    """The last of all goals: as few items as can be."""
    return Scale(over_path=False, costs=np.ones(len(network.items), np.int64), shared=(), handed={})


def charged(prices: Sequence[Scale]) -> frozenset[int]:
    """Held materials that cost something under any of these goals."""
    return frozenset(material for scale in prices for material, amount in scale.handed.items() if amount)


def _scale(network: Network, goal: Goal) -> Scale:
    over_path = goal.over == "critical-path"
    costs = network.costs.get(goal.measure)
    if costs is None:
        costs = np.full(len(network.items), int(goal.measure in COUNTED), np.int64)
    held = set(network.held.tolist())
    return Scale(
        over_path=over_path,
        costs=costs,
        shared=() if over_path else tuple(network.shared.get(goal.measure, ())),
        handed={}
        if over_path
        else {ref: amount for ref, amount in network.handed.get(goal.measure, {}).items() if ref in held},
    )
