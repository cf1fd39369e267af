"""The critical path method: one pass forward for what is earliest, one back for what is latest.

Kelley and Walker 1959. The axis may be days or dates; lengths belong to it, because a date decides how long ten
working days are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

P = TypeVar("P", int, date)


class Axis(Protocol[P]):
    """Where time begins, and how an item's length moves a point along it; both moves keep the order of points."""

    @property
    def origin(self) -> P:
        """When nothing need be waited for."""

    def finish(self, item: str, start: P) -> P:
        """When the item is done that begins at `start`."""

    def start(self, item: str, finish: P) -> P:
        """The latest beginning from which the item is done by `finish`."""


@dataclass(frozen=True)
class Course(Generic[P]):
    """By item the earliest and the latest (start, finish); `critical` items have a tight chain to the end."""

    earliest: Mapping[str, tuple[P, P]]
    latest: Mapping[str, tuple[P, P]]
    path: tuple[str, ...]
    critical: frozenset[str]
    end: P


def course(requires: Mapping[str, tuple[str, ...]], axis: Axis[P]) -> Course[P]:
    """The course of items that wait for those they require, which come before them in `requires`.

    `path` is the longest chain; of equally long ones, that through the items that come first.
    """
    earliest: dict[str, tuple[P, P]] = {}
    decisive: dict[str, str] = {}
    for item, before in requires.items():
        start = axis.origin
        if before:
            decisive[item] = max(before, key=lambda name: earliest[name][1])
            start = earliest[decisive[item]][1]
        earliest[item] = (start, axis.finish(item, start))
    after = _after(requires)
    end = max((finish for _, finish in earliest.values()), default=axis.origin)
    latest: dict[str, tuple[P, P]] = {}
    critical: set[str] = set()
    for item in reversed(list(requires)):
        finish = min((latest[name][0] for name in after[item]), default=end)
        latest[item] = (axis.start(item, finish), finish)
        done = earliest[item][1]
        if done == end or any(name in critical and earliest[name][0] == done for name in after[item]):
            critical.add(item)
    last = next((item for item in requires if not after[item] and earliest[item][1] == end), None)
    return Course(earliest, latest, _chain(last, decisive), frozenset(critical), end)


def _after(requires: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {item: [] for item in requires}
    for item, before in requires.items():
        for name in before:
            after[name].append(item)
    return after


def _chain(last: str | None, decisive: Mapping[str, str]) -> tuple[str, ...]:
    chain = []
    while last is not None:
        chain.append(last)
        last = decisive.get(last)
    return tuple(reversed(chain))
