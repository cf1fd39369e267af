"""Which way each edge goes, and on which track, so that edges of different items never lie on one another.

Heights are counted in levels: band b is level 2b, the channel beneath it 2b + 1. An edge is a chain of vertical runs,
each in a slot (a column that is empty there, or a gutter between columns), joined by bends in channels. Edges that
leave the same item are one net: they share a trunk and branch off. Tracks are given out as in channel routing
(left-edge algorithm, Hashimoto and Stevens 1971).
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from composer.render.swimlane.content import Edge
from composer.render.swimlane.grid import APPLICANT, Grid


class Slot(NamedTuple):
    """A column, or the gutter to the left of the column of that number."""

    kind: Literal["column", "gutter"]
    number: int

    @property
    def middle(self) -> float:
        """Nominal place from left to right, in columns."""
        return self.number + (0.5 if self.kind == "column" else 0.0)


class Run(NamedTuple):
    """A vertical piece of a net from one level to another, both included."""

    net: str
    slot: Slot
    low: int
    high: int

    def meets(self, other: "Run") -> bool:
        """Whether both pass the same level in the same slot."""
        return self.slot == other.slot and self.low <= other.high and other.low <= self.high


class Route(NamedTuple):
    """An edge as positions of its runs, and the channels in which it bends from each to the next."""

    edge: Edge
    runs: tuple[int, ...]
    bends: tuple[int, ...]


class Routing(NamedTuple):
    """Routes, their runs, the track of each run (from the middle in a column, from the left in a gutter)."""

    routes: tuple[Route, ...]
    runs: tuple[Run, ...]
    tracks: tuple[int, ...]


def route(edges: Iterable[Edge], grid: Grid) -> Routing:
    """Routes for all edges over the cards of `grid`."""
    chosen: dict[tuple[str, Slot], int] = {}
    legs = [(edge, _legs(edge, grid, chosen)) for edge in edges]
    runs = _merge(leg for _, chain in legs for leg in chain)
    by_slot: dict[tuple[str, Slot], list[int]] = {}
    for number, run in enumerate(runs):
        by_slot.setdefault((run.net, run.slot), []).append(number)
    routes = tuple(
        Route(
            edge,
            tuple(_run_of(leg, runs, by_slot[leg.net, leg.slot]) for leg in chain),
            tuple(before.high // 2 for before in chain[:-1]),
        )
        for edge, chain in legs
    )
    tracks = [0] * len(runs)
    _column_tracks(routes, runs, grid, tracks)
    _gutter_tracks(runs, tracks)
    return Routing(routes, runs, tuple(tracks))


def _run_of(leg: Run, runs: tuple[Run, ...], numbers: list[int]) -> int:
    return next(number for number in numbers if runs[number].low <= leg.low and leg.high <= runs[number].high)


def _legs(edge: Edge, grid: Grid, chosen: dict[tuple[str, Slot], int]) -> list[Run]:
    """From the producer down to the consumer; `chosen` remembers the long runs of each net, so that it shares them."""
    start, end = grid.spots[edge.producer], grid.spots[edge.consumer]
    leave = Slot("column", start.column) if start.last else Slot("gutter", start.column + (end.column > start.column))
    enter = Slot("column", end.column) if end.first else Slot("gutter", end.column + (end.column < start.column))
    below, above = 2 * start.stage + 1, 2 * end.stage - 1
    chain = [Run(edge.producer, leave, below - 1, below)]
    if above > below:
        slots = [Slot("gutter", number) for number in range(APPLICANT + 1, grid.columns + 1)]
        passed = range(start.stage + 1, end.stage)
        slots += [
            slot
            for slot in dict.fromkeys((leave, enter))
            if slot.kind == "column" and not any((slot.number, stage) in grid.cells for stage in passed)
        ]

        def cost(slot: Slot) -> tuple[float, int]:
            way = abs(slot.middle - leave.middle) + abs(slot.middle - enter.middle)
            bends = (slot != leave) + (slot != enter)
            shared = chosen.get((edge.producer, slot), 0)
            return way + 0.6 * bends - 0.8 * (shared > 0), -slot.number

        best = min(slots, key=cost)
        chosen[edge.producer, best] = chosen.get((edge.producer, best), 0) + 1
        chain.append(Run(edge.producer, best, below, above))
    chain.append(Run(edge.producer, enter, above, above + 1))
    return _straighten(chain)


def _straighten(chain: list[Run]) -> list[Run]:
    """Neighbours in one slot become one run."""
    straight = chain[:1]
    for leg in chain[1:]:
        last = straight[-1]
        if leg.slot == last.slot:
            straight[-1] = last._replace(high=leg.high)
        else:
            straight.append(leg)
    return straight


def _merge(legs: Iterable[Run]) -> tuple[Run, ...]:
    """Legs of one net that touch in one slot, as one run."""
    merged: list[Run] = []
    for leg in sorted(set(legs)):
        last = merged[-1] if merged else None
        if last and last.net == leg.net and last.meets(leg):
            merged[-1] = last._replace(high=max(last.high, leg.high))
        else:
            merged.append(leg)
    return tuple(merged)


def _gutter_tracks(runs: tuple[Run, ...], tracks: list[int]) -> None:
    """First fit from the left; longer runs stand further out, so that short ones do not cross them."""
    taken: dict[Slot, list[int]] = {}
    numbers = [number for number, run in enumerate(runs) if run.slot.kind == "gutter"]
    for number in sorted(numbers, key=lambda one: (runs[one].low, runs[one].low - runs[one].high, one)):
        run = runs[number]
        others = taken.setdefault(run.slot, [])
        busy = {tracks[other] for other in others if runs[other].net != run.net and runs[other].meets(run)}
        tracks[number] = next(track for track in range(len(others) + 1) if track not in busy)
        others.append(number)


def _column_tracks(routes: tuple[Route, ...], runs: tuple[Run, ...], grid: Grid, tracks: list[int]) -> None:
    """Exits leave at the middle; entries spread around it in the order of where they come from."""
    exits = {one.runs[0] for one in routes if runs[one.runs[0]].slot.kind == "column"}
    taken: dict[Slot, list[int]] = {}
    for number in sorted(exits):
        taken.setdefault(runs[number].slot, []).append(number)
    entries: dict[str, list[tuple[float, int]]] = {}
    for one in routes:
        last = one.runs[-1]
        if runs[last].slot.kind == "column" and last not in exits:
            origin = runs[one.runs[0]]
            place = (origin.slot.middle, last)
            entries.setdefault(one.edge.consumer, []).append(place)
    for consumer in sorted(entries, key=lambda name: grid.spots[name]):
        ordered = sorted(entries[consumer])
        straight = any(one.edge.consumer == consumer and one.runs[-1] in exits for one in routes if len(one.runs) == 1)
        own = grid.spots[consumer].column + 0.5
        lefts = sum(1 for middle, _ in ordered if middle < own)
        for rank, (_, number) in enumerate(ordered):
            wish = rank - lefts + (rank >= lefts) if straight else rank - len(ordered) // 2
            others = taken.setdefault(runs[number].slot, [])
            tracks[number] = _nearest_free(wish, runs[number], others, runs, tracks)
            others.append(number)
    for number, run in enumerate(runs):
        if run.slot.kind == "column" and number not in taken.get(run.slot, ()):
            others = taken.setdefault(run.slot, [])
            tracks[number] = _nearest_free(1, run, others, runs, tracks)
            others.append(number)


def _nearest_free(wish: int, run: Run, others: list[int], runs: tuple[Run, ...], tracks: list[int]) -> int:
    busy = {tracks[other] for other in others if runs[other].net != run.net and runs[other].meets(run)}
    distances = (wish + sign * step for step in range(len(others) + abs(wish) + 2) for sign in (1, -1))
    return next(track for track in distances if track not in busy)
