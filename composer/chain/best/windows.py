"""The times at which anything can happen on a critical path, so that the solver grounds no others."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from composer.chain.best.narrow import Narrowed

MANY = 3_000
"""More finishing times than this in all are not gone through one by one; measured: grounding them takes a second."""


@dataclass(frozen=True)
class Windows:
    """For one critical path and a bound on it: by item, the finishing times that can matter, ascending.

    `floor` is a length that no plan goes below. Items without slots are in no best plan. Where there are too many to
    go through, not `every` one is there, only the first and the last of each item.
    """

    slots: dict[int, list[int]]
    floor: int
    every: bool = True

    def until(self, item: int, time: int) -> int | None:
        """The last slot of `item` that is not after `time`."""
        found = self.slots.get(item, [])
        position = bisect_right(found, time)
        return found[position - 1] if position else None


def floor(narrowed: Narrowed, path: int, wanted: Sequence[int]) -> int:
    """A length of the critical path that no plan goes below, by what every plan must have."""
    earliest = narrowed.earliest[path]
    owed = [group for item in narrowed.must for group in narrowed.owes[item]]
    met = [
        0 if demand.handed else min((earliest[item] for item in demand.suppliers), default=0)
        for demand in (narrowed.demands[group] for group in (*wanted, *owed) if group in narrowed.demands)
    ]
    return max([0, *met, *(earliest[item] for item in narrowed.must)])


def windows(
    narrowed: Narrowed, path: int, durations: Sequence[int], bound: int, wanted: Sequence[int], alone: bool
) -> Windows:
    """The finishing times that an item can have in a plan whose critical path is `bound` at most.

    `alone`: no other critical path counts. Then an item is of use only while somebody still waits for what it gives,
    because a plan without it would be no worse.
    """
    last = _useful(narrowed, durations, bound, wanted) if alone else dict.fromkeys(narrowed.items, bound)
    for item, time in narrowed.surely[path].items():
        last[item] = min(time, bound)
    least = floor(narrowed, path, wanted)
    slots = _attainable(narrowed, path, durations, last)
    if slots is not None:
        return Windows(slots, least)
    spans = {item: (time, last.get(item, -1)) for item, time in narrowed.earliest[path].items()}
    ends = {item: sorted({first, end}) for item, (first, end) in spans.items() if first <= end}
    return Windows(ends, least, every=False)


def _useful(narrowed: Narrowed, durations: Sequence[int], bound: int, wanted: Sequence[int]) -> dict[int, int]:
    """By item, until when its being finished serves anybody."""
    last: dict[int, int] = dict.fromkeys(narrowed.must, bound)
    demands = narrowed.demands
    waiting: dict[int, list[int]] = {}
    for item in narrowed.items:
        for group in narrowed.needs[item]:
            waiting.setdefault(group, []).append(item)
    at_any_time = {*wanted, *(group for item in narrowed.items for group in narrowed.owes[item])}
    for group in at_any_time.intersection(demands):
        last.update(dict.fromkeys(demands[group].suppliers, bound))
    served: dict[int, int] = {}
    todo = [(-time, item) for item, time in last.items()]
    heapify(todo)
    while todo:
        negative, item = heappop(todo)
        begin = -negative - durations[item]
        if last[item] != -negative or begin < 0:
            continue
        for group in narrowed.needs[item]:
            if served.get(group, -1) >= begin:
                continue
            served[group] = begin
            for supplier in demands[group].suppliers:
                if last.get(supplier, -1) < begin:
                    last[supplier] = begin
                    heappush(todo, (-begin, supplier))
    return last


def _attainable(
    narrowed: Narrowed, path: int, durations: Sequence[int], last: dict[int, int]
) -> dict[int, list[int]] | None:
    """By item, the finishing times that some order of its suppliers gives; None where they are too many."""
    earliest = narrowed.earliest[path]
    consumers: dict[int, set[int]] = {}
    for item in narrowed.items:
        for group in narrowed.needs[item]:
            for supplier in narrowed.demands[group].suppliers:
                consumers.setdefault(supplier, set()).add(item)
    found: dict[int, set[int]] = {}
    todo = []
    for item in sorted(narrowed.items):
        if earliest[item] <= last.get(item, -1):
            found[item] = {earliest[item]}
            todo.append((item, earliest[item]))
    count = len(found)
    while todo and count <= MANY:
        item, time = todo.pop()
        for consumer in consumers.get(item, ()):
            finish = time + durations[consumer]
            known = found.get(consumer)
            if known is not None and earliest[consumer] < finish <= last[consumer] and finish not in known:
                known.add(finish)
                todo.append((consumer, finish))
                count += 1
    return None if count > MANY else {item: sorted(times) for item, times in found.items()}
