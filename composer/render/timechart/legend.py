"""What the signs of the Gantt chart mean; only those that it uses."""

from collections.abc import Callable
from typing import NamedTuple

from composer.render.drawing.box import Box
from composer.render.drawing.strokes import rectangle, text
from composer.render.drawing.text import width
from composer.render.drawing.words import Type, Words
from composer.render.timechart.bars import body, legal, milestone, slack, unlimited
from composer.render.timechart.content import TimeChart
from composer.render.timechart.scale import Scale

OFF, HOLIDAY = "#eceff3", "#f3dfd6"
_ROW = 22
_SAMPLE = 34

Sample = Callable[[float, float], str]
"""Draws a sign from its left edge, its middle at a height."""


class Legend(NamedTuple):
    """The drawing and its height."""

    drawn: tuple[str, ...]
    height: float


def legend(chart: TimeChart, scale: Scale, left: float, top: float, right: float) -> Legend:
    """Entries from `left` to `right` in as many rows as they need."""
    x, y = left, top
    drawn: list[str] = []
    for sample, label in ((sample, label) for used, sample, label in _entries(chart, scale) if used):
        wide = _SAMPLE + 6 + width(label, Type.QUIET.value.size) + 14
        if x + wide - 14 > right and x > left:
            x, y = left, y + _ROW
        drawn += [sample(x, y + 8), text(Words(x + _SAMPLE + 6, y + 12, (label,), Type.QUIET), 0, 0)]
        x += wide
    return Legend(tuple(drawn), y + _ROW - top)


def _entries(chart: TimeChart, scale: Scale) -> tuple[tuple[bool, Sample, str], ...]:
    """Every sign there is, with whether this chart uses it."""
    spans = [row.span for row in chart.rows]
    bars = [row for row in chart.rows if row.span.finish > row.span.start]
    points = [row for row in chart.rows if row.is_milestone]
    critical_bar = any(row.critical for row in bars)
    return (
        (any(not row.critical for row in bars), _bar(least=1), "办理"),
        (critical_bar, _bar(least=1, critical=True), "关键路径，决定全程"),
        (not critical_bar and any(row.critical for row in points), _point(milestone, critical=True), "关键路径"),
        (any(max(one.waiting, one.least) < one.finish for one in spans), _bar(least=0.5), "深色为最快，浅色为最慢"),
        (any(one.waiting > one.start for one in spans), _bar(waiting=1), "等候（公告期等）"),
        (any(not row.critical for row in points), _point(milestone), "当场办结"),
        (any(row.unlimited for row in chart.rows), _point(unlimited), "时限不明"),
        (any(not row.known for row in bars), _bar(known=False), "虚线框：至少"),
        (any(one.latest > one.finish for one in spans), _line(slack), "可以晚的余地"),
        (any((one.deadline or 0) > one.start for one in spans), _line(legal), "法定时限"),
        (any(not rest.name for rest in scale.rests), _shade(OFF), "周末"),
        (any(rest.name for rest in scale.rests), _shade(HOLIDAY), "节假日"),
        (bool(scale.worked), _word("班"), "调休上班"),
    )


def _bar(*, least: float = 0, waiting: float = 0, critical: bool = False, known: bool = True) -> Sample:
    def draw(x: float, y: float) -> str:
        end = x + _SAMPLE
        return "".join(body(x, x + waiting * _SAMPLE, x + least * _SAMPLE, end, y, critical, known))

    return draw


def _point(shape: Callable[[float, float, bool], str], critical: bool = False) -> Sample:
    return lambda x, y: shape(x + _SAMPLE / 2, y, critical)


def _line(shape: Callable[[float, float, float], str]) -> Sample:
    return lambda x, y: shape(x, x + _SAMPLE, y)


def _shade(fill: str) -> Sample:
    return lambda x, y: rectangle(Box(x, y - 7, _SAMPLE, 14), fill=fill)


def _word(sign: str) -> Sample:
    return lambda x, y: text(Words(x + _SAMPLE / 2, y + 4, (sign,), Type.QUIET), 0, 0, "middle")
