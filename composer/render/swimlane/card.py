"""The shape of a card: its lines of text, marks and rules, measured from its upper left corner."""

from collections.abc import Iterable
from typing import NamedTuple

from composer.render.drawing.marks import Mark
from composer.render.drawing.text import plain, wrap
from composer.render.drawing.words import Type, Words
from composer.render.swimlane.content import Card, HandIn, Line, Received

CARD_WIDTH = 208
PAD = 12
MARK_ROOM = 22


class Sign(NamedTuple):
    """A mark with its upper left corner."""

    x: float
    y: float
    mark: Mark


class Shape(NamedTuple):
    """A card of a given size with what stands on it; `rules` are the heights of thin lines, `flag` a small ribbon."""

    width: int
    height: int
    words: tuple[Words, ...]
    signs: tuple[Sign, ...]
    rules: tuple[int, ...]
    flag: Words | None = None


class _Pen:
    """Writes downwards."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.y = PAD - 1
        self.words: list[Words] = []
        self.signs: list[Sign] = []
        self.rules: list[int] = []

    def write(
        self, text: str, kind: Type, most: int, left: int = PAD, full: str | None = None, right: int = PAD
    ) -> None:
        look = kind.value
        fit = wrap(text, look.size, self.width - left - right, most, look.bold)
        said = full or (plain(text) if fit.cut else None)
        self.words.append(Words(left, self.y + round(look.size * 0.5 + look.leading * 0.38), fit.lines, kind, said))
        self.y += look.leading * len(fit.lines)

    def rule(self) -> None:
        self.y += 6
        self.rules.append(self.y)
        self.y += 6

    def list(self, lines: Iterable[Line], most: int) -> None:
        for line in lines:
            self.signs.append(Sign(PAD, self.y + 1, line.mark))
            self.write(line.text, Type.BODY, most, PAD + MARK_ROOM, line.full)
            self.y += 2

    def shape(self, flag: Words | None = None) -> Shape:
        return Shape(self.width, self.y + PAD - 2, tuple(self.words), tuple(self.signs), tuple(self.rules), flag)


def item_shape(card: Card) -> Shape:
    """An item: name, office, limits and visits, materials, results."""
    pen = _Pen(CARD_WIDTH)
    flag = None
    if card.critical:
        flag = Words(PAD, 0, ("关键路径",), Type.FLAG)
        pen.y += 6
    pen.write(card.name, Type.CARD_TITLE, 3, full=f"{card.name}：{card.why}")
    if card.unit:
        pen.write(f"由{card.unit}办理", Type.QUIET, 2)
    pen.y += 2
    for fact in card.facts:
        top = pen.y
        pen.write(fact.label, Type.QUIET, 1)
        pen.y = top
        pen.write(fact.text, Type.VALUE, 2, PAD + 54, fact.full)
    if card.materials:
        pen.rule()
        pen.list(card.materials, 3)
        pen.y -= 2
    pen.rule()
    top = pen.y
    pen.write("办出", Type.QUIET, 1)
    pen.y = top
    pen.write("、".join(card.results), Type.RESULT, 6, PAD + 32)
    return pen.shape(flag)


def hand_in_shape(handed: HandIn) -> Shape:
    """What the applicant hands in at one stage."""
    pen = _Pen(CARD_WIDTH)
    pen.write("您要交" if handed.lines else "这一阶段不用交材料", Type.HAND_IN, 1)
    pen.y += 2
    pen.list(handed.lines, 4)
    if handed.remark:
        pen.write(handed.remark, Type.QUIET, 3)
    return pen.shape()


def received_shape(received: tuple[Received, ...], width: int) -> Shape:
    """All results at the end, side by side over `width`."""
    pen = _Pen(width)
    pen.write(f"您拿到 {len(received)} 份结果（★ 是这件事要办成的）", Type.HAND_IN, 1)
    pen.y += 4
    columns = max(1, (width - PAD) // (CARD_WIDTH + 12))
    step = (width - PAD) // columns
    top = pen.y
    for start in range(0, len(received), columns):
        bottom = top
        for column, result in enumerate(received[start : start + columns]):
            pen.y = top
            left = PAD + column * step
            right = width - left - step + PAD
            pen.write(f"{'★ ' if result.wanted else '· '}{result.name}", Type.RESULT, 2, left, right=right)
            pen.write(f"由“{result.issuer}”办出", Type.QUIET, 2, left, right=right)
            bottom = max(bottom, pen.y)
        top = pen.y = bottom + 6
    pen.y -= 4
    return pen.shape()
