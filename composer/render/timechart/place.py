"""From days to lengths: where every row, bar, mark and word of the Gantt chart lies."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from composer.render.drawing.box import Box, Point
from composer.render.drawing.text import width, wrap
from composer.render.drawing.words import Type, Words
from composer.render.timechart.content import Row, TimeChart
from composer.render.timechart.scale import LABEL_SIZE, Scale, scale_of

MARGIN = 16
AXIS = 40
HOLIDAYS = 16
PAD = 9
BAR, CRITICAL_BAR, THIN = 14, 18, 4
ROOM_FOR_BAR = 30
BADGE = 20
END = 10
"""Room behind the last day, so that what ends there is drawn whole."""


class Frame(NamedTuple):
    """How wide the sheet is, and how much of that names take; 0: names stand above their bars."""

    width: int
    names: int


WIDE = Frame(720, 250)
NARROW = Frame(360, 0)


class PlacedRow(NamedTuple):
    """A row: its band over the sheet, the centre of its badge, its words, and the height of the middle of its bar."""

    row: Row
    band: Box
    badge: Point
    words: tuple[Words, ...]
    middle: float


class PlacedMark(NamedTuple):
    """A word at the axis: `words` and how it is anchored; `line` where a line across the chart begins."""

    words: Words | None
    anchor: str | None
    line: float | None
    major: bool


class Sheet(NamedTuple):
    """The chart in lengths. `chart` is the box of the bars, within which day 0 begins at its left edge.

    `stacked`: names stand above their bars, over that box.
    """

    width: int
    height: float
    chart: Box
    scale: Scale
    rows: tuple[PlacedRow, ...]
    marks: tuple[PlacedMark, ...]
    stacked: bool

    def x(self, day: float) -> float:
        """Where a point in time lies."""
        return self.chart.x + day * self.scale.per_day


def place(chart: TimeChart, frame: Frame, rows: Sequence[Row] | None = None) -> Sheet:
    """The sheet of `rows` of `chart` (default all), its axis beginning at height 0."""
    left = MARGIN + (frame.names or 0)
    room = frame.width - left - MARGIN - END
    scale = scale_of(chart.begins, chart.end, room)
    top = AXIS + (HOLIDAYS if scale.rests or scale.worked else 0)
    placed = list(_rows(chart.rows if rows is None else rows, frame, float(top)))
    bottom = placed[-1].band.bottom if placed else float(top)
    area = Box(left, top, room, bottom - top)
    marks = tuple(_marks(scale, area, chart.begins is None))
    return Sheet(frame.width, bottom, area, scale, tuple(placed), marks, stacked=not frame.names)


def _rows(rows: Iterable[Row], frame: Frame, y: float) -> Iterator[PlacedRow]:
    stacked = not frame.names
    room = (frame.width - 2 * MARGIN if stacked else frame.names - 10) - BADGE - 6
    for row in rows:
        words = []
        at = y + PAD
        for text, kind, most in ((row.name, Type.CARD_TITLE, 2), (row.said, Type.QUIET, 3)):
            look = kind.value
            fit = wrap(text, look.size, room, most, look.bold)
            baseline = at + look.size * 0.5 + look.leading * 0.38
            words.append(Words(MARGIN + BADGE + 6, baseline, fit.lines, kind, row.full))
            at += look.leading * len(fit.lines)
        height = at - y + PAD + (ROOM_FOR_BAR - 4 if stacked else 0)
        height = max(height, ROOM_FOR_BAR + 2 * PAD)
        middle = at + ROOM_FOR_BAR / 2 - 2 if stacked else y + height / 2
        band = Box(0, y, frame.width, height)
        badge = (MARGIN + BADGE / 2, y + PAD + Type.CARD_TITLE.value.leading / 2)
        yield PlacedRow(row, band, badge, tuple(words), middle)
        y += height


def _marks(scale: Scale, area: Box, of_days: bool) -> Iterator[PlacedMark]:
    for mark in scale.marks:
        x = area.x + mark.x
        centre = x if of_days else x + scale.per_day / 2
        words = Words(centre, AXIS - 6, (mark.text,), Type.QUIET) if mark.text else None
        yield PlacedMark(words, "middle", x, mark.major)
    if of_days:
        yield PlacedMark(Words(area.x, 14, ("提交申请后的天数",), Type.QUIET), None, None, False)
    for mark in scale.above:
        yield PlacedMark(Words(area.x + mark.x, 14, (mark.text,), Type.VALUE), None, None, True)
    right = -1.0
    for x, room, text, full in sorted(_over(scale, area)):
        wide = width(text, LABEL_SIZE) if text else 0
        if text and wide <= room and x - wide / 2 > right:
            yield PlacedMark(Words(x, AXIS + 11, (text,), Type.QUIET, full), "middle", None, False)
            right = x + wide / 2 + 2


def _over(scale: Scale, area: Box) -> Iterator[tuple[float, float, str, str | None]]:
    """Names of holidays over their days, and a sign over each made-up day: centre, room, text, full text."""
    for rest in scale.rests:
        if rest.name:
            yield area.x + rest.x + rest.width / 2, rest.width, rest.name, rest.name
    for mark in scale.worked:
        yield area.x + mark.x + scale.per_day / 2, scale.per_day * 1.6, mark.text, "调休上班"
