"""A sheet as lines of cells that span columns of one narrow grid, each line as high as its text needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.styles import room_lost, size_of
from composer.exchange.workbook.text import height, put

_MAX_HEIGHT = 409.0
"""Points; no row of a workbook can be higher."""

_SMALLEST = 6.0


@dataclass(frozen=True)
class Box:
    """One cell of a line: columns it spans, style, text; `down` lines it spans. `held`: what room is kept for."""

    span: int
    style: str
    text: str = ""
    down: int = 1
    held: str = ""


class Grid:
    """Writes lines from the top of a sheet to its end."""

    def __init__(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        """`widths` are the columns' widths in points."""
        self.sheet, self.widths = sheet, tuple(widths)
        self.row = 0
        self.heights: list[float] = []
        self._covered: dict[int, int] = {}
        for number, points in enumerate(widths, start=1):
            pixels = points / 0.75
            sheet.column_dimensions[get_column_letter(number)].width = round((pixels - 5) / 7, 2)

    def line(self, boxes: Sequence[Box], least: float = 0.0) -> list[str]:
        """Write one line at least `least` points high; returns the address of each box."""
        self.row += 1
        column = self._covered.pop(self.row, 0) + 1
        addresses, needed = [], least
        for box in boxes:
            needed = max(needed, self._write(box, column) / box.down)
            addresses.append(f"{get_column_letter(column)}{self.row}")
            column += box.span
            for below in range(self.row + 1, self.row + box.down):
                self._covered[below] = column - 1
        self.heights.append(round(min(needed, _MAX_HEIGHT), 1))
        self.sheet.row_dimensions[self.row].height = self.heights[-1]
        return addresses

    def _write(self, box: Box, column: int) -> float:
        """Write one box; returns the points of height that its text takes, set smaller where no row is high enough."""
        room = sum(self.widths[column - 1 : column - 1 + box.span]) - room_lost(box.style)
        cell = self.sheet.cell(self.row, column)
        cell.style = box.style
        if box.text:
            put(cell, box.text)
        size = size_of(box.style)
        needed = height(box.text, room, size)
        while needed > _MAX_HEIGHT * box.down and size > _SMALLEST:
            size -= 0.5
            needed = height(box.text, room, size)
        if size != size_of(box.style):
            cell.font = Font(
                name=cell.font.name, charset=cell.font.charset, size=size, bold=cell.font.bold, color=cell.font.color
            )
        if box.span > 1 or box.down > 1:
            self._join(column, self.row + box.down - 1, column + box.span - 1)
        return max(needed, height(box.held, room, size)) if box.held else needed

    def _join(self, column: int, last_row: int, last_column: int) -> None:
        """Merge the cells from `column` of this line on; all take its style.

        `Worksheet.merge_cells` does the same and rebuilds the borders cell by cell, which takes most of a second.
        """
        style = self.sheet.cell(self.row, column)._style  # type: ignore[union-attr]
        for row in range(self.row, last_row + 1):
            for beside in range(column, last_column + 1):
                self.sheet.cell(row, beside)._style = style  # type: ignore[union-attr]
        area = CellRange(min_col=column, min_row=self.row, max_col=last_column, max_row=last_row)
        self.sheet.merged_cells.ranges.add(area)
