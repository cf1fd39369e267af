"""One sheet that is a list: a title, a note, headings that stay in sight, rows that can be sorted and filtered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook

from composer.exchange.workbook.grid import Box, Grid
from composer.exchange.workbook.page import A4, set_page

Cell = str | int


@dataclass(frozen=True)
class Column:
    """A column: heading, width in points; `narrow` ones are centred."""

    heading: str
    width: float
    narrow: bool = False


@dataclass(frozen=True)
class ListSheet:
    """A list of rows, each with one text or number for each column, on paper that is as wide as they need."""

    name: str
    title: str
    note: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    paper: int = A4


def add_list(workbook: Workbook, made: ListSheet) -> None:
    """Add the list to `workbook`: paper across, headings on every page, numbers as numbers, whatever else as text."""
    sheet = workbook.create_sheet(made.name)
    grid = Grid(sheet, [column.width for column in made.columns])
    width = len(made.columns)
    grid.line([Box(width, "标题", made.title)], 34)
    grid.line([Box(width, "清单说明", made.note)], 22)
    grid.line([Box(1, "清单表头", column.heading) for column in made.columns], 26)
    head = grid.row
    for row in made.rows:
        boxes = [
            Box(1, "清单序号" if column.narrow else "清单内容", str(cell))
            for column, cell in zip(made.columns, row, strict=True)
        ]
        for address, cell in zip(grid.line(boxes, 22), row, strict=True):
            if isinstance(cell, int):
                sheet[address].value = cell
                sheet[address].number_format = "0"
    sheet.freeze_panes = f"A{head + 1}"
    set_page(sheet, made.title, f"{head}:{head}", landscape=True, columns=width, paper=made.paper)
    sheet.auto_filter.ref = f"A{head}:{sheet.cell(max(grid.row, head), width).coordinate}"
    sheet.protection.sheet = False  # a list is there to be sorted, filtered and worked on
