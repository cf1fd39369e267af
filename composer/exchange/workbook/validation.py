"""What a cell accepts: a row of the one form as the worksheet's data validation, with prompts in Chinese."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.patterns import simple_row
from composer.exchange.workbook.text import clean, put
from composer.model.package import FieldRow
from composer.model.value import ValueType

OPTIONS_SHEET = "选项"
_TITLE_ROOM, _TEXT_ROOM, _FORMULA_ROOM = 32, 220, 255
_LAST_DAY = 2_958_465
_LARGEST = 999_999_999_999_999
"""Fifteen digits, as many as a worksheet keeps exactly."""


class Validations:
    """Adds validations to the sheet that is filled; lists of options stand on a hidden sheet."""

    def __init__(self, workbook: Workbook, sheet: Worksheet) -> None:
        self.workbook, self.sheet = workbook, sheet
        self._ranges: dict[tuple[str, ...], str] = {}

    def add(self, row: FieldRow, cells: Sequence[str], hint: str) -> None:
        """Let `cells` accept what `row` may be; `hint` says how it is written."""
        validation = DataValidation(allow_blank=True, **self._rule(row, cells[0]))
        validation.promptTitle = clean(row.label, _TITLE_ROOM)
        validation.prompt = clean(hint or "请填写", _TEXT_ROOM)
        validation.errorTitle = clean(f"{row.label}填写有误", _TITLE_ROOM)
        validation.error = clean(f"这里{_expected(row)}。请改正后再继续。", _TEXT_ROOM)
        validation.showInputMessage = True
        validation.showErrorMessage = validation.type is not None
        for cell in cells:
            validation.add(cell)
        self.sheet.add_data_validation(validation)

    def _rule(self, row: FieldRow, cell: str) -> dict[str, Any]:
        match row.spec.type:
            case ValueType.CHOICE if row.options:
                return {"type": "list", "formula1": self._range(row.options)}
            case ValueType.CHOICES if row.options:
                formula = only_options(cell, row.options)
                return {"type": "custom", "formula1": formula} if len(formula) <= _FORMULA_ROOM else {}
            case ValueType.DATE | ValueType.DATE_TIME:
                return {"type": "date", "operator": "between", "formula1": "1", "formula2": str(_LAST_DAY)}
            case ValueType.INTEGER:
                return _between("whole", -_LARGEST)
            case ValueType.NUMBER:
                return _between("decimal", -_LARGEST)
            case ValueType.AMOUNT:
                return _between("decimal", 0)
            case ValueType.SIGNATURE:
                return {}
            case _:
                return _text_rule(row, cell)

    def _range(self, options: tuple[str, ...]) -> str:
        if options not in self._ranges:
            if OPTIONS_SHEET not in self.workbook.sheetnames:
                self.workbook.create_sheet(OPTIONS_SHEET).sheet_state = "hidden"
            column = len(self._ranges) + 1
            for number, option in enumerate(options, start=1):
                put(self.workbook[OPTIONS_SHEET].cell(number, column), option)
            letter = get_column_letter(column)
            self._ranges[options] = f"'{OPTIONS_SHEET}'!${letter}$1:${letter}${len(options)}"
        return self._ranges[options]


def _between(kind: str, least: int) -> dict[str, Any]:
    return {"type": kind, "operator": "between", "formula1": str(least), "formula2": str(_LARGEST)}


def _text_rule(row: FieldRow, cell: str) -> dict[str, Any]:
    simple = simple_row(row)
    if simple is not None:
        return {"type": "custom", "formula1": simple.formula(cell)}
    if row.spec.max_length is not None:
        return {"type": "textLength", "operator": "lessThanOrEqual", "formula1": str(row.spec.max_length)}
    return {}


def only_options(cell: str, options: tuple[str, ...]) -> str:
    """Formula that is true where `cell` holds nothing but options and separators between them.

    Longer options go first, because an option may be part of another.
    """
    left = cell
    for option in [*sorted(options, key=lambda option: (-len(option), option)), "、", "，", ",", " "]:
        quoted = clean(option).replace('"', '""')
        left = f'SUBSTITUTE({left},"{quoted}","")'
    return f"LEN({left})=0"


def _expected(row: FieldRow) -> str:
    """What the cell takes, as the end of a sentence."""
    simple = simple_row(row)
    match row.spec.type:
        case ValueType.CHOICE:
            return "只能从下拉列表里选一项"
        case ValueType.CHOICES:
            return "只能填列出的选项，几项之间用顿号隔开"
        case ValueType.DATE:
            return "要填日期，如 2026-03-01"
        case ValueType.DATE_TIME:
            return "要填日期和时间，如 2026-03-01 08:30"
        case ValueType.INTEGER:
            return "要填整数"
        case ValueType.NUMBER:
            return "要填数字"
        case ValueType.AMOUNT:
            return "要填不小于零的金额"
        case _ if simple is not None:
            return f"要填{simple.words}"
        case _:
            return f"最多填 {row.spec.max_length} 个字"
