"""Timing two things in turn, so that a drifting machine moves both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """One line of the table: seconds, the goal in seconds, and the peer measured in the same run.

    `at_most` false turns the goal around: `seconds` is then a ratio that should reach it.
    """

    name: str
    value: float
    goal: float | None
    peer: str = ""
    peer_value: float | None = None
    unit: str = "ms"
    at_most: bool = True

    @property
    def met(self) -> bool | None:
        if self.goal is None:
            return None
        return self.value <= self.goal if self.at_most else self.value >= self.goal


@dataclass(frozen=True)
class Table:
    """Figures that do not fit one line of ours beside one of a peer: a table of its own, under a title."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def in_turn(ours: Callable[[], object], peer: Callable[[], object] | None, runs: int) -> tuple[float, float | None]:
    """Median milliseconds of `ours` and of `peer` over `runs` counted runs each, after one that is not counted."""
    mine: list[float] = []
    theirs: list[float] = []
    for run in range(runs + 1):
        for action, times in ((ours, mine), (peer, theirs)):
            if action is not None:
                start = perf_counter()
                action()
                if run:
                    times.append((perf_counter() - start) * 1000)
    return median(mine), median(theirs) if theirs else None
