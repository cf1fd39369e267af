"""What can be left out of a network before anything is searched, without changing the answer.

network ─▶ closure ─▶ matter ─▶ undominated ─▶ restrict ─▶ the network that is left
           what can be   what counts   what nothing replaces
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from composer.chain.network import Goal, Indices, Network
from composer.chain.reduce.bound import least_sum
from composer.chain.reduce.closure import Closure, Links, closure
from composer.chain.reduce.dominance import undominated
from composer.chain.reduce.landmarks import Landmarks, landmarks, without_repeats
from composer.chain.reduce.prune import Matter, matter, restrict, usable

__all__ = [
    "Closure",
    "Landmarks",
    "Links",
    "Matter",
    "Reduced",
    "closure",
    "landmarks",
    "least_sum",
    "matter",
    "reduce",
    "restrict",
    "undominated",
    "usable",
    "without_repeats",
]

LARGE = 5_000
"""A network that has more groups than this after pruning is not reduced any further: that takes the square of it."""


@dataclass(frozen=True, eq=False)
class Reduced:
    """What is left of a network, and what stood where.

    `network`: the items that can be in the answer, in the same order; groups that something held meets at no cost are
    gone from it, and so are materials that cannot be or count for nothing. A group without a material is one that
    nothing can meet. `items`: the index that each item had before. `stages`: its earliest stage.
    """

    network: Network
    items: Indices
    stages: Indices


def reduce(network: Network, goals: Sequence[Goal] = ()) -> Reduced:
    """The part of `network` in which the best plan by `goals` is to be sought: it is the same, ties included.

    Holds for plans that, after `goals`, have the fewest items, and then the first item in which they differ.
    """
    reach = usable(network)
    left, items = restrict(network, matter(network, reach, goals))
    stages = reach.items[items]
    before = None
    while len(left.groups) <= LARGE and before != _size(left):
        before = _size(left)
        known = landmarks(left)
        left = without_repeats(left, known)
        stays = undominated(left, known, goals)
        # What falls takes nothing else out of reach, and makes nothing later.
        still = Closure(np.where(stays, stages, np.int32(-1)), np.zeros(len(left.materials), np.int32))
        left, kept = restrict(left, matter(left, still, goals))
        items, stages = items[kept], stages[kept]
    return Reduced(left, items, stages)


def _size(network: Network) -> tuple[int, int, int, int]:
    """What every step makes smaller; once none does, none ever will."""
    demanded = len(network.groups.values)
    return len(network.items), len(network.groups), demanded, len(network.needs.values) + len(network.owes.values)
