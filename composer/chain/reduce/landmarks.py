"""What must have been met before an item can begin, whatever the plan: to meet it or to ask for it again is of no use.

Landmarks of the and/or graph, as in Keyder, Richter and Helmert, "Sound and complete landmarks for and/or graphs"
(2010): the largest sets that agree with one another, sought from above. A set of groups is the bits of one number.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

import numpy as np

from composer.chain.network import Network, Rows
from composer.chain.reduce.tables import inverse_lists, picked


@dataclass(frozen=True)
class Landmarks:
    """Sets of groups, as the bits of a number.

    `before`: by item, what is met before it begins in every plan that has it. `by`: by group, what is met by the time
    at which it is, itself included. Where something cannot be, every group. `serves`: by material, the groups that it
    meets, and `using` the same as lists.
    """

    before: Sequence[int]
    by: Sequence[int]
    serves: Sequence[int]
    using: Sequence[list[int]]


def landmarks(network: Network) -> Landmarks:
    """The landmarks of `network`; takes the square of its number of groups in bits."""
    using = inverse_lists(network.groups.lists, len(network.materials))
    serves = [bits(groups) for groups in using]
    needs, gives = network.needs.lists, network.gives.lists
    users = inverse_lists(needs, len(network.groups))
    by = [(1 << len(network.groups)) - 1] * len(network.groups)
    before = [(1 << len(network.groups)) - 1] * len(network.items)
    waiting = deque(item for item, row in enumerate(needs) if not row)
    for material in network.held.tolist():
        for group in using[material]:
            by[group] &= serves[material]
            waiting.extend(users[group])
    queued = set(waiting)
    while waiting:
        item = waiting.popleft()
        queued.discard(item)
        known = reduce(or_, [by[group] for group in needs[item]], 0)
        if known == before[item]:
            continue
        before[item] = known
        after = reduce(or_, [serves[material] for material in gives[item]], known)
        for material in gives[item]:
            for group in using[material]:
                if by[group] & ~after:
                    by[group] &= after
                    fresh = [user for user in users[group] if user not in queued]
                    queued.update(fresh)
                    waiting.extend(fresh)
    return Landmarks(before, by, serves, using)


def without_repeats(network: Network, known: Landmarks) -> Network:
    """The network in which no item gives what only serves groups that are met before it begins in every plan, and no
    item needs or owes, and nobody wants, what is met in every plan because of its other needs.

    The plans stay the same, and so do their values.
    """
    gives = [
        bool(known.serves[material] & ~before)
        for before, row in zip(known.before, network.gives.lists, strict=True)
        for material in row
    ]
    needs = _stay(network.needs.lists, known.by)
    owes = [
        not before >> group & 1 for before, row in zip(known.before, network.owes.lists, strict=True) for group in row
    ]
    wanted = _stay([network.wanted.tolist()], known.by)
    return replace(
        network,
        gives=_where(network.gives, gives),
        needs=_where(network.needs, needs),
        owes=_where(network.owes, owes),
        wanted=network.wanted[np.array(wanted, np.bool_)],
    )


def _stay(rows: list[list[int]], by: Sequence[int]) -> list[bool]:
    """For each group of each row, whether the others that stay in its row do not imply it."""
    stay: list[bool] = []
    for row in rows:
        left = dict.fromkeys(row)
        for group in row:
            if any(by[other] >> group & 1 for other in left if other != group):
                del left[group]
        stay.extend(group in left for group in row)
    return stay


def _where(rows: Rows, stays: list[bool]) -> Rows:
    return rows if all(stays) else picked(rows, np.array(stays, np.bool_))


def bits(places: Iterable[int]) -> int:
    """The number with these bits."""
    return reduce(or_, (1 << place for place in places), 0)
