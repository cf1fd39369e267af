"""Sheets that go on where the form sheet has no more lines: one a group, a line a row, as many as the group takes."""

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.entering import shown
from composer.exchange.workbook.grid import Box, Grid
from composer.exchange.workbook.inputs import Inputs, style_of
from composer.exchange.workbook.page import set_page
from composer.exchange.workbook.places import Places
from composer.exchange.workbook.styles import room_lost, size_of
from composer.exchange.workbook.tables import MOST_EMPTY, column_width
from composer.exchange.workbook.text import circled, clean, height
from composer.exchange.workbook.validation import Options
from composer.exchange.workbook.wording import how, is_waited_for, label
from composer.forms.specs import spec_of
from composer.model.package import FieldGroup, FieldRow, FieldSource, MergedForm

MOST_LINES = 1000
"""Lines of a group that a workbook has room for; one that is filled with more has as many as that."""
_PAGE_POINTS, _NUMBER_POINTS, _LINE = 770.0, 34.0, 24.0
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_TITLE = 31


def further_sheets(form: MergedForm, document: Mapping[str, Any]) -> dict[str, str]:
    """The groups that need a further sheet, with its title."""
    titles: dict[str, str] = {}
    for group in form.groups:
        if group.repeats and lines_wanted(group, document) > min(group.max_rows, MOST_EMPTY):
            number = len(titles) + 1
            titles[group.id] = clean(f"续表{number} {group.name.translate(_NOT_IN_TITLES)}", _LONGEST_TITLE).strip()
    return titles


def lines_wanted(group: FieldGroup, document: Mapping[str, Any]) -> int:
    """Lines that a workbook has for a group: as many as it may have, and no less than are filled."""
    return max(min(group.max_rows, MOST_LINES), len(document.get(group.id) or ()))


class FurtherSheet:
    """Writes the lines of a group behind those of the form sheet."""

    def __init__(self, sheet: Worksheet, places: Places, options: Options) -> None:
        self.sheet, self.places = sheet, places
        self.inputs = Inputs(sheet, options)

    def write(self, group: FieldGroup, rows: Sequence[FieldRow], document: Mapping[str, Any], form_sheet: str) -> None:
        """Write the lines of `group`; `form_sheet` has those before."""
        first_entry = min(group.max_rows, MOST_EMPTY) + 1
        count = lines_wanted(group, document) - first_entry + 1
        wanted = [column_width(row) for row in rows]
        widths = [(_PAGE_POINTS - _NUMBER_POINTS) * width / sum(wanted) for width in wanted]
        grid = Grid(self.sheet, [_NUMBER_POINTS, *widths])
        columns = len(rows) + 1
        grid.line([Box(columns, "标题", f"{group.name}（续）")], 32)
        note = f"接着“{form_sheet}”的前 {first_entry - 1} 条填，一行一条，中间不要空行；不用的行空着"
        grid.line([Box(columns, "图例", note)], 20)
        headings = [f"{label(row, short=True)}\n{self.uses(row)}" for row in rows]
        grid.line([Box(1, "表头", "序号"), *(Box(1, "表头", heading) for heading in headings)], 30)
        head = grid.row
        hints = [Box(1, "提示", "" if row.source is FieldSource.COMPUTED else how(row)) for row in rows]
        grid.line([Box(1, "提示", "怎么填"), *hints], 18)
        start = grid.row + 1
        entries = (document.get(group.id) or ())[first_entry - 1 :]
        self._write_lines(rows, widths, start, first_entry, count, entries)
        self._take(rows, start, first_entry, count)
        self.sheet.freeze_panes = f"B{start}"
        title = f"{self.places.package.form.name} · {group.name}（续）"
        set_page(self.sheet, title, f"{head}:{head}", landscape=True, columns=columns)

    def uses(self, row: FieldRow) -> str:
        """The departments that use a row, by number."""
        return "".join(circled(number) for number in self.places.users(row))

    def _write_lines(
        self,
        rows: Sequence[FieldRow],
        widths: Sequence[float],
        start: int,
        first_entry: int,
        count: int,
        entries: Sequence[Mapping[str, Any]],
    ) -> None:
        styles = ["序号", *(style_of(row) for row in rows)]
        patterns = [self._pattern(start, column, style) for column, style in enumerate(styles, start=1)]
        for at in range(count):
            line, values = start + at, entries[at] if at < len(entries) else {}
            for column, pattern in enumerate(patterns, start=1):
                self.sheet.cell(line, column)._style = pattern  # type: ignore[union-attr]
            self.sheet.cell(line, 1).value = str(first_entry + at)
            cells = {row.id: f"{get_column_letter(column)}{line}" for column, row in enumerate(rows, start=2)}
            needed = _LINE
            for row, width in zip(rows, widths, strict=True):
                if row.source is FieldSource.COMPUTED:
                    self.inputs.tell(row, cells[row.id], cells)
                elif (value := values.get(row.element.key)) is not None:
                    cell = self.sheet[cells[row.id]]
                    cell._style = copy(cell._style)
                    self.inputs.write(row, cells[row.id], value)
                    style = style_of(row)
                    text = shown(value, spec_of(row))
                    needed = max(needed, height(text, width - room_lost(style), size_of(style)))
            self.sheet.row_dimensions[line].height = min(needed, 409.0)

    def _pattern(self, line: int, column: int, style: str) -> Any:
        """The style of a column as cells keep it: to look it up by name for each takes most of the time."""
        cell = self.sheet.cell(line, column)
        cell.style = style
        return cell._style  # type: ignore[union-attr]

    def _take(self, rows: Sequence[FieldRow], start: int, first_entry: int, count: int) -> None:
        last = start + count - 1
        for column, row in enumerate(rows, start=2):
            letter = get_column_letter(column)
            area = f"{letter}{start}:{letter}{last}"
            if row.source is FieldSource.APPLICANT:
                self.inputs.take(row, [area])
                self.inputs.name(row, area, first_entry)
            if is_waited_for(row):
                self.inputs.wait_for([area], f"$B{start}:${get_column_letter(len(rows) + 1)}{start}")
