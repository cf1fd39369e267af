"""The cells of a sheet that take data: their names, what they accept and say, how they look while empty."""

from collections.abc import Sequence
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.entering import enter
from composer.exchange.workbook.styles import TOLD, input_style
from composer.exchange.workbook.told import telling
from composer.exchange.workbook.validation import Options, Validations
from composer.exchange.workbook.wording import prompt
from composer.forms.naming import input_name
from composer.forms.specs import spec_of
from composer.model.package import FieldRow, FieldSource

WAITING = "FFF6DC"
"""Fill of a cell that must be filled and is not."""


class Inputs:
    """The inputs of one sheet."""

    def __init__(self, sheet: Worksheet, options: Options) -> None:
        self.sheet = sheet
        self._names = sheet.parent.defined_names  # type: ignore[union-attr]
        self._validations = Validations(sheet, options)
        self._waiting = DifferentialStyle(fill=PatternFill(bgColor=WAITING))

    def take(self, row: FieldRow, cells: Sequence[str]) -> None:
        """Let `cells` (addresses, or areas) accept what `row` may be."""
        self._validations.add(row, cells, prompt(row))

    def name(self, row: FieldRow, cells: str, entry: int | None = None) -> None:
        """Call a cell the place of `row`, in line `entry` of a group; an area holds that line and those after it."""
        name = input_name(row.id, entry)
        self._names[name] = DefinedName(name, attr_text=absolute(self.sheet, cells))

    def write(self, row: FieldRow, cell: str, value: Any) -> None:
        """Write a value that is known already."""
        if value is not None:
            enter(self.sheet[cell], value, spec_of(row))

    def tell(self, row: FieldRow, cell: str, cells: dict[str, str]) -> None:
        """Let `cell` show what another of the same line (`cells` by row) tells of `row`."""
        for one in row.derived:
            if one.of in cells:
                self.sheet[cell] = telling(one.rule, cells[one.of])
                return

    def wait_for(self, cells: Sequence[str], line: str | None = None) -> None:
        """Show `cells` as waiting while they are empty; where `line` is given, only once something stands in that.

        `line` is an area, relative to the first of `cells`.
        """
        if not cells:
            return
        first = cells[0].partition(":")[0]
        empty = f"LEN(TRIM({first}))=0"
        formula = f"AND({empty},SUMPRODUCT(--(LEN({line})>0))>0)" if line else empty
        rule = Rule(type="expression", dxf=self._waiting, formula=[formula])
        self.sheet.conditional_formatting.add(" ".join(cells), rule)


def style_of(row: FieldRow) -> str:
    """The style of a cell of `row`: one that is filled, or one that shows what others tell."""
    return input_style(row.spec.type) if row.source is FieldSource.APPLICANT else TOLD


def absolute(sheet: Worksheet, cells: str) -> str:
    """B2:B9 as names have it: 'A sheet'!$B$2:$B$9."""
    corners = []
    for corner in cells.split(":"):
        column = corner.rstrip("0123456789")
        corners.append(f"${column}${corner[len(column) :]}")
    return "'{}'!{}".format(sheet.title.replace("'", "''"), ":".join(corners))
