"""Repeating groups as tables: how wide the columns are, and in how many lines one entry fits across the page."""

from collections.abc import Sequence
from math import ceil

from composer.exchange.workbook.text import halves
from composer.exchange.workbook.wording import label
from composer.model.package import FieldRow
from composer.model.value import ValueType

MOST_EMPTY = 10
"""Entries that the printed table has room for."""

_WIDTHS = {
    ValueType.DATE: 4,
    ValueType.DATE_TIME: 5,
    ValueType.INTEGER: 3,
    ValueType.NUMBER: 3,
    ValueType.AMOUNT: 4,
    ValueType.LONG_TEXT: 6,
    ValueType.SIGNATURE: 4,
}

_TEXT_WIDTHS = ((20, 4), (30, 5), (50, 3), (100, 4))


def column_width(row: FieldRow) -> int:
    """Columns of the grid that a column of a table wants, by what is written in it and by its heading."""
    options = min(4, max((ceil(halves(option) / 4) for option in row.options), default=0))
    heading = ceil(halves(label(row, short=True)) / 10)
    return min(6, max(_WIDTHS.get(row.spec.type, options or _text_width(row.spec.max_length)), heading, 3))


def _text_width(length: int | None) -> int:
    """Columns of the grid for text of at most `length` characters; 30 is room for an identity number."""
    return next((width for most, width in _TEXT_WIDTHS if length is None or length <= most), 5)


def lines_of(rows: Sequence[FieldRow], room: int) -> list[list[tuple[FieldRow, int]]]:
    """The columns of one entry as lines of (row, columns of the grid), each line exactly `room` wide.

    The lines share their column edges, so that an entry in several lines still reads as a table.
    """
    wanted = [column_width(row) for row in rows]
    for count in range(1, len(rows) + 1):
        each = ceil(len(rows) / count)
        widths = [max(wanted[at::each]) for at in range(each)]
        if sum(widths) <= room or each == 1:
            break
    widths = _stretched(widths, room)
    lines = [list(zip(rows[at : at + each], widths, strict=False)) for at in range(0, len(rows), each)]
    last_row, width = lines[-1][-1]
    lines[-1][-1] = (last_row, width + room - sum(width for _, width in lines[-1]))
    return lines


def _stretched(widths: Sequence[int], room: int) -> list[int]:
    """`widths` in proportion to `room`; what is left over goes to the widest."""
    stretched = [width * room // sum(widths) for width in widths]
    for at in sorted(range(len(widths)), key=lambda at: -widths[at])[: room - sum(stretched)]:
        stretched[at] += 1
    return stretched
