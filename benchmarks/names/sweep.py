"""What a score of likeness is worth: every threshold is tried, by the pair and by what hangs together at it."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.names.pairs import Pairs, count

Scores = NDArray[np.float64]
"""A square of scores, one row and one column a name: the more alike, the higher."""


class Point(NamedTuple):
    """What comes of merging at `threshold` and above: pair by pair, or, if `grouped`, all that hangs together."""

    threshold: float
    grouped: bool
    pairs: Pairs


def best(scores: Scores, truth: Sequence[Hashable], holders: Sequence[str], precision: float | None = None) -> Point:
    """The threshold that these labels themselves like best: highest F1, or highest recall at `precision` or more.

    Pair by pair and grouped are both tried; nothing merged at all is the least.
    """
    nothing = Point(float("inf"), False, Pairs(missed=count(truth, range(len(truth)), holders).missed))
    points = [nothing, *_by_pair(scores, truth), *_grouped(scores, truth)]
    if precision is None:
        chosen = max(points, key=lambda one: (one.pairs.f1, one.threshold))
    else:
        able = (one for one in points if one.pairs.precision >= precision)
        chosen = max(able, key=lambda one: (one.pairs.recall, one.pairs.precision, one.threshold))
    return _with_across(chosen, scores, truth, holders)


def _sorted(scores: Scores) -> tuple[NDArray[np.intp], NDArray[np.intp], Scores]:
    left, right = np.triu_indices(len(scores), 1)
    values = scores[left, right]
    order = np.argsort(-values, kind="stable")
    order = order[values[order] > 0]
    return left[order], right[order], values[order]


def _by_pair(scores: Scores, truth: Sequence[Hashable]) -> Iterator[Point]:
    left, right, values = _sorted(scores)
    codes = _codes(truth)
    hits = np.cumsum(codes[left] == codes[right])
    total = _pairs(Counter(truth).values())
    for at in _last_of_each(values):
        found = int(hits[at])
        yield Point(float(values[at]), False, Pairs(found, int(at) + 1 - found, total - found))


def _grouped(scores: Scores, truth: Sequence[Hashable]) -> Iterator[Point]:
    """Join from the highest score down; a join of two groups merges every name of one with every one of the other."""
    left, right, values = _sorted(scores)
    leader = list(range(len(truth)))
    members = [Counter([one]) for one in truth]
    total = _pairs(Counter(truth).values())
    ends = set(_last_of_each(values).tolist())
    found = false = 0

    def find(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for at, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        first, second = find(one), find(other)
        if first != second:
            if len(members[first]) < len(members[second]):
                first, second = second, first
            hits = sum(size * members[first][cluster] for cluster, size in members[second].items())
            false += members[first].total() * members[second].total() - hits
            found += hits
            members[first] += members[second]
            leader[second] = first
        if at in ends:
            yield Point(float(values[at]), True, Pairs(found, false, total - found))


def _with_across(point: Point, scores: Scores, truth: Sequence[Hashable], holders: Sequence[str]) -> Point:
    """The same point, with the false merges counted that differ in whose document it is."""
    if point.grouped:
        return point._replace(pairs=count(truth, components(scores, point.threshold), holders))
    clusters, whose = _codes(truth), _codes(holders)
    merged = np.triu(scores >= point.threshold, 1)
    apart = (clusters[:, None] != clusters[None, :]) & (whose[:, None] != whose[None, :])
    right, false, missed = point.pairs.right, point.pairs.false, point.pairs.missed
    return point._replace(pairs=Pairs(right, false, missed, int((merged & apart).sum())))


def components(scores: Scores, threshold: float) -> list[int]:
    """The group of each name, where all that is linked by scores of `threshold` and above is one group."""
    groups = [-1] * len(scores)
    linked = scores >= threshold
    for start in range(len(scores)):
        if groups[start] < 0:
            groups[start] = start
            waiting = [start]
            while waiting:
                for other in np.flatnonzero(linked[waiting.pop()]).tolist():
                    if groups[other] < 0:
                        groups[other] = start
                        waiting.append(other)
    return groups


def _last_of_each(values: Scores) -> NDArray[np.intp]:
    """The last place of every run of equal values: a threshold takes all of a run or none."""
    if not len(values):
        return np.empty(0, np.intp)
    return np.append(np.flatnonzero(values[1:] != values[:-1]), len(values) - 1)


def _codes(labels: Sequence[Hashable]) -> NDArray[np.int64]:
    seen: dict[Hashable, int] = {}
    return np.array([seen.setdefault(one, len(seen)) for one in labels], np.int64)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
