"""What can be left out of a network before anything is searched, without changing the answer.

network ─▶ closure ─▶ matter ─▶ undominated ─▶ restrict ─▶ the network that is left
           what can be   what counts   what nothing replaces
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from composer.chain.network import Goal, Indices, Network
from composer.chain.reduce.closure import Closure, Links, closure
from composer.chain.reduce.dominance import undominated
from composer.chain.reduce.prune import Matter, matter, restrict, usable

__all__ = ["Closure", "Links", "Matter", "Reduced", "closure", "matter", "reduce", "restrict", "undominated", "usable"]


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
    left = network
    items = np.arange(len(network.items), dtype=np.int32)
    while True:
        reach = usable(left)
        left, kept = restrict(left, matter(left, reach, goals))
        items, stages = items[kept], reach.items[kept]
        stays = undominated(left, goals)
        if stays.all():
            return Reduced(left, items, stages)
        every = Matter(stays, np.ones(len(left.materials), np.bool_), np.ones(len(left.groups), np.bool_))
        left, kept = restrict(left, every)
        items = items[kept]
