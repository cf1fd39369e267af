"""Where each card stands, in columns, bands and stacks: order only, no lengths."""

from collections.abc import Sequence
from math import ceil, sqrt
from typing import NamedTuple

from composer.render.swimlane.content import Chart

APPLICANT = 0
"""The column of the applicant's own lane."""


class Spot(NamedTuple):
    """Column, band, and place in the stack of that cell; `last` says that nothing stands beneath it in the band."""

    column: int
    stage: int
    position: int
    last: bool

    @property
    def first(self) -> bool:
        return self.position == 0


class Grid(NamedTuple):
    """Columns of each lane (first and last), the spot of each item, and which items stand in which cell."""

    columns: int
    stages: int
    lanes: tuple[tuple[int, int], ...]
    spots: dict[str, Spot]
    cells: dict[tuple[int, int], tuple[str, ...]]


def grid_of(chart: Chart, heights: dict[str, int]) -> Grid:
    """Lanes in their order; a crowded lane gets several columns, filled so that their heights are even.

    In a stack, what nothing waits for stands above what others wait for, so that most edges leave at the bottom.
    """
    awaited = {edge.producer for edge in chart.edges}
    crowds: dict[tuple[str, int], list[str]] = {}
    for card in chart.cards:
        crowds.setdefault((card.lane, card.stage), []).append(card.id)
    lanes: list[tuple[int, int]] = []
    spots: dict[str, Spot] = {}
    cells: dict[tuple[int, int], tuple[str, ...]] = {}
    next_column = APPLICANT + 1
    for lane in chart.lanes:
        members = [crowds.get((lane.id, stage), []) for stage in range(len(chart.stages))]
        count = max(map(_columns, map(len, members)), default=1)
        for stage, names in enumerate(members):
            ordered = sorted(names, key=lambda name: name in awaited)
            for column, stack in enumerate(_share(ordered, heights, count), next_column):
                if stack:
                    cells[column, stage] = tuple(stack)
                for position, name in enumerate(stack):
                    spots[name] = Spot(column, stage, position, position == len(stack) - 1)
        lanes.append((next_column, next_column + count - 1))
        next_column += count
    return Grid(next_column, len(chart.stages), tuple(lanes), spots, cells)


def _columns(items: int) -> int:
    return 1 if items <= 3 else ceil(sqrt(items / 2))


def _share(names: Sequence[str], heights: dict[str, int], count: int) -> list[list[str]]:
    """`names` in `count` stacks, each to the lowest so far."""
    stacks: list[list[str]] = [[] for _ in range(count)]
    filled = [0] * count
    for name in names:
        lowest = min(range(count), key=filled.__getitem__)
        stacks[lowest].append(name)
        filled[lowest] += heights[name]
    return stacks
