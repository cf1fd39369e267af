"""How a value looks in its field, drawn as viewers would draw it, so that it also shows where none of them does."""

import string
from collections.abc import Sequence
from dataclasses import dataclass

from composer.exchange.acroform.glyphs import FONT, InputFont

SIZE = 11.0
"""Points in which what is typed is set."""

_SIZES = (SIZE, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4)
_LEADING = 1.23
_SIDE = 3.0
_ABOVE = 0.88
"""Height of a Chinese sign above its line, in parts of the size."""

_LETTERS = frozenset(string.ascii_letters + string.digits)


@dataclass(frozen=True)
class Room:
    """Width and height of a field in points."""

    width: float
    height: float

    @property
    def line(self) -> float:
        """What is left of the width for a line."""
        return self.width - 2 * _SIDE


def drawn(text: str, room: Room, font: InputFont, several_lines: bool) -> str:
    """The content stream that shows `text` in `room`, as large as it fits, from SIZE down."""
    if not text:
        return "/Tx BMC EMC"
    paragraphs = text.split("\n") if several_lines else [text.replace("\n", " ")]
    for size in _SIZES:
        wide = room.line / size * 1000
        lines = broken(paragraphs, wide, font) if several_lines else paragraphs
        tall = (len(lines) - 1) * size * _LEADING + size
        if tall <= room.height - 2 and max(map(font.width, lines)) <= wide:
            break
    first = (room.height + tall) / 2 - _ABOVE * size
    if len(lines) > 2:
        first = room.height - 2 - _ABOVE * size
    shown = f" 0 {-size * _LEADING:.2f} Td ".join(f"<{font.encoded(line)}> Tj" for line in lines)
    clip = f"0 0 {room.width:.2f} {room.height:.2f} re W n"
    return f"/Tx BMC q {clip} BT {FONT} {size:g} Tf 0 g {_SIDE:g} {first:.2f} Td {shown} ET Q EMC"


def broken(paragraphs: Sequence[str], room: float, font: InputFont) -> list[str]:
    """Lines that are at most `room` wide, in thousandths of the size; a word of Latin letters stays whole if it can."""
    lines = []
    for paragraph in paragraphs:
        start, wide = 0, 0
        for at, sign in enumerate(paragraph):
            width = font.width(sign)
            if wide + width > room and at > start:
                end = _before_word(paragraph, start, at)
                lines.append(paragraph[start:end])
                start, wide = end, font.width(paragraph[end:at])
            wide += width
        lines.append(paragraph[start:])
    return lines


def _before_word(text: str, start: int, at: int) -> int:
    """Where the word begins that `at` is within; `at` where that is the whole line."""
    end = at
    while end > start and text[end - 1] in _LETTERS and text[at] in _LETTERS:
        end -= 1
    return end if end > start else at


TICK = "q 0 g 1.1 w 1 J 1 j 0 0 0 RG 1.8 4.6 m 4 2 l 8.2 7.6 l S Q"
"""A tick, in a box of BOX points."""
BOX = 10.0
