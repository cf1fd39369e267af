"""A repeating group on the form sheet: ten lines to fill, each as many rows of the sheet as its columns need."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from composer.exchange.workbook.entering import shown
from composer.exchange.workbook.grid import Box, Grid
from composer.exchange.workbook.inputs import Inputs, style_of
from composer.exchange.workbook.tables import MOST_EMPTY, lines_of
from composer.exchange.workbook.wording import is_waited_for
from composer.forms.specs import must_be_filled, spec_of
from composer.model.package import FieldGroup, FieldRow, FieldSource

_LINE = 25.0


class FormTable:
    """The lines of `group` that the form sheet has room for."""

    def __init__(self, grid: Grid, inputs: Inputs, group: FieldGroup, rows: Sequence[FieldRow], columns: int) -> None:
        self.grid, self.inputs, self.group, self.rows, self.columns = grid, inputs, group, rows, columns
        self.lines = lines_of(rows, columns - 1)
        self.count = min(group.max_rows, MOST_EMPTY)

    @property
    def height(self) -> int:
        """Rows of the sheet that a line takes."""
        return len(self.lines)

    def write(self, heading: Callable[[FieldRow], str], entries: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
        """Write the headings and the lines, with what the first `entries` say; returns rows that belong together."""
        for number, line in enumerate(self.lines):
            first = [Box(1, "表头", "序号", down=self.height)] if number == 0 else []
            self.grid.line([*first, *(Box(width, "表头", heading(row)) for row, width in line)], _LINE)
        cells: dict[str, list[str]] = {row.id: [] for row in self.rows}
        start, together = self.grid.row + 1, []
        for entry in range(1, self.count + 1):
            values = entries[entry - 1] if entry <= len(entries) else {}
            together.append((self.grid.row + 1, self.grid.row + self.height))
            own = self._write_line(entry, values)
            for row_id, cell in own.items():
                cells[row_id].append(cell)
        self._take(cells, start)
        return together

    def _write_line(self, entry: int, values: Mapping[str, Any]) -> dict[str, str]:
        """One line; returns its cells by row."""
        cells: dict[str, str] = {}
        for number, line in enumerate(self.lines):
            first = [Box(1, "序号", str(entry), down=self.height)] if number == 0 else []
            boxes = [
                Box(width, style_of(row), held=shown(values.get(row.element.key), spec_of(row))) for row, width in line
            ]
            addresses = self.grid.line([*first, *boxes], _LINE)[len(first) :]
            cells |= {row.id: cell for (row, _), cell in zip(line, addresses, strict=True)}
        for row in self.rows:
            if row.source is FieldSource.APPLICANT:
                self.inputs.name(row, cells[row.id], entry)
                self.inputs.write(row, cells[row.id], values.get(row.element.key))
            else:
                self.inputs.tell(row, cells[row.id], cells)
        return cells

    def _take(self, cells: Mapping[str, Sequence[str]], start: int) -> None:
        """What the columns accept; the lines that the table must have wait at once, others once they are begun."""
        needed = max(self.group.min_rows, 1 if any(must_be_filled(row) for row in self.rows) else 0)
        begun = start + needed * self.height
        line = f"$B{begun}:${get_column_letter(self.columns)}{begun + self.height - 1}"
        for row in self.rows:
            if row.source is not FieldSource.APPLICANT:
                continue
            own = cells[row.id]
            self.inputs.take(row, own)
            if is_waited_for(row):
                self.inputs.wait_for(own[:needed])
                self.inputs.wait_for(own[needed:], line)
