"""Merged cells: what is written in one counts for every row that it stands beside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Final

from openpyxl.utils import column_index_from_string

Row = tuple[int, list[str]]

_BLOCK: Final = 1 << 20
_MARK: Final = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)["']""")
_LONGEST_MARK: Final = 400


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells of several rows merged into one: its address, its first column from 0, its first and last row from 1."""

    address: str
    column: int
    first: int
    last: int


def merged_cells(part: IO[bytes]) -> tuple[Merged, ...]:
    """The merged cells of more than one row in the XML of a sheet; a look at the bytes, where they stand last."""
    found: dict[str, Merged] = {}
    end = b""
    while block := part.read(_BLOCK):
        for mark in _MARK.finditer(end + block):
            left, first, right, last = (piece.decode() for piece in mark.groups())
            if int(last) > int(first):
                address = f"{left}{first}:{right}{last}"
                found[address] = Merged(address, column_index_from_string(left) - 1, int(first), int(last))
        end = (end + block)[-_LONGEST_MARK:]
    return tuple(sorted(found.values(), key=lambda one: (one.first, one.column)))


def filled(rows: Iterable[Row], merged: Sequence[Merged]) -> Iterator[Row]:
    """`rows` with the text of a merged cell in its first column on each of its rows, as one sees it.

    A row on which nothing is written but what is merged into it stays as it is: it is the rest of the row above.
    """
    starts: dict[int, list[Merged]] = {}
    for one in merged:
        starts.setdefault(one.first, []).append(one)
    open_cells: dict[int, tuple[str, int]] = {}
    for number, cells in rows:
        open_cells = {column: kept for column, kept in open_cells.items() if kept[1] >= number}
        for one in starts.get(number, ()):
            if one.column < len(cells):
                open_cells[one.column] = (cells[one.column], one.last)
        if cells and open_cells:
            cells.extend([""] * (max(open_cells) + 1 - len(cells)))
            for column, (text, _) in open_cells.items():
                cells[column] = text
        yield number, cells
