"""What the signs of the flowchart mean."""

from collections.abc import Iterator
from typing import NamedTuple

from composer.render.drawing.marks import Mark
from composer.render.drawing.signs import sign
from composer.render.drawing.strokes import text
from composer.render.drawing.text import width
from composer.render.drawing.words import Type, Words
from composer.render.swimlane.content import UNSURE
from composer.render.swimlane.strokes import line

_ROW = 24
_ARROW = 28


class Legend(NamedTuple):
    """The drawing and its height."""

    drawn: tuple[str, ...]
    height: float


def legend(left: float, top: float, right: float) -> Legend:
    """Entries from `left` to `right` in as many rows as they need."""
    x, y = left, top
    drawn: list[str] = []
    for kind, space, label in _entries():
        wide = space + width(label, Type.BODY.value.size) + 18
        if x + wide > right and x > left:
            x, y = left, y + _ROW
        drawn += [_sample(kind, x, y), text(Words(x + space, y + 12, (label,), Type.BODY), 0, 0)]
        x += wide
    return Legend(tuple(drawn), y + _ROW - top)


def _entries() -> Iterator[tuple[Mark | str, int, str]]:
    yield from ((mark, 22, mark.value.label) for mark in Mark)
    yield "edge", _ARROW + 6, "先办后办，线旁是流转的材料"
    yield "critical", _ARROW + 6, "关键路径，决定全程时长"
    yield UNSURE, 16, "未核实，以窗口告知为准"


def _sample(kind: Mark | str, x: float, y: float) -> str:
    if isinstance(kind, Mark):
        return sign(kind, x, y)
    if kind == UNSURE:
        return text(Words(x, y + 12, (UNSURE,), Type.BODY), 0, 0)
    return line(((x, y + 8), (x + _ARROW, y + 8)), kind == "critical")
