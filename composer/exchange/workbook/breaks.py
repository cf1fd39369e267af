"""Where pages end, so that what belongs together stays on one page."""

from collections.abc import Iterable, Sequence

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

PAGE_POINTS = 730.0
"""Height of an upright A4 page inside the margins that `page.py` sets, less what other fonts may take."""


def page_ends(heights: Sequence[float], together: Iterable[tuple[int, int]], repeated: float) -> list[int]:
    """Rows (from 1) after which a page ends; `heights` of all rows in points, `together` are first and last rows.

    `repeated` points at the top of each page but the first go to the repeated row. What is higher than a page is not
    kept together.
    """
    joined = _joined_to_next(heights, together, PAGE_POINTS - repeated)
    ends: list[int] = []
    used, block_start = 0.0, 1
    for row, height in enumerate(heights, start=1):
        room = PAGE_POINTS - (repeated if ends else 0.0)
        if row - 1 not in joined:
            block_start = row
        if used + height > room and block_start > (ends[-1] + 1 if ends else 1):
            ends.append(block_start - 1)
            used = sum(heights[block_start - 1 : row - 1])
        used += height
    return ends


def _joined_to_next(heights: Sequence[float], together: Iterable[tuple[int, int]], room: float) -> set[int]:
    return {row for first, last in together if sum(heights[first - 1 : last]) <= room for row in range(first, last)}


def set_page_ends(sheet: Worksheet, ends: Iterable[int]) -> None:
    """End a page of `sheet` after each of these rows."""
    for row in ends:
        sheet.row_breaks.append(Break(id=row))
