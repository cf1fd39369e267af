"""Text in cells: what may stand there, that it stays text, and how much room it takes."""

import re
from math import ceil
from unicodedata import east_asian_width

from openpyxl.cell.cell import Cell, MergedCell

MAX_CELL = 32_767
"""Characters that one cell of a workbook can hold (ECMA-376, Excel's limit)."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")
"""How workbooks write a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19); as text it is escaped itself."""
_READ_AS_FORMULA = ("=", "+", "-", "@", "\t", "\n")


def clean(text: str, limit: int = MAX_CELL) -> str:
    """`text` as XML 1.0 can carry it, at most `limit` UTF-16 units, as workbooks count; U+FFFD is what it cannot."""
    plain = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = plain.encode("utf-16-le")
    if len(units) <= 2 * limit:
        return plain
    return units[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore") + "…"


def put(cell: Cell | MergedCell, text: str) -> None:
    """Write `text` into `cell` as text, whatever it begins with; it stays text when a person edits the cell."""
    cell.value = _LIKE_ESCAPED.sub(r"_x005F\g<0>", clean(text))
    cell.data_type = "s"
    if text.startswith((*_READ_AS_FORMULA, "\r")):
        cell.quotePrefix = True


def halves(text: str) -> int:
    """Width of one line of `text` in half-width characters: a Chinese character counts two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def line_count(text: str, room: float, size: float) -> int:
    """Lines that `text` takes in a cell `room` points wide, set in `size` points."""
    per_line = max(2, int(2 * room / size) // 2 * 2)
    return sum(max(1, ceil(halves(line) / per_line)) for line in text.split("\n"))


def height(text: str, room: float, size: float) -> float:
    """Points of height that `text` takes in a cell `room` points wide; the fonts' line height is at most 1.45."""
    return line_count(text, room, size) * size * 1.45 + 5


def circled(number: int) -> str:
    """① to ⑳, then (21)."""
    return chr(0x245F + number) if number <= 20 else f"({number})"
