"""What a cell accepts: a row of the one form as the worksheet's data validation, with prompts in Chinese."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.formats import cell_format, fits
from composer.exchange.workbook.patterns import simple_row
from composer.exchange.workbook.text import clean, put
from composer.forms.specs import spec_of
from composer.model.package import FieldRow
from composer.model.value import ValueType
from composer.values import ValueSpec

OPTIONS_SHEET = "选项"
YES_OR_NO = ("是", "否")
_TITLE_ROOM, _TEXT_ROOM = 32, 220
_DAYS = str((date(2199, 12, 31) - date(1899, 12, 30)).days)


@dataclass(frozen=True)
class Rule:
    """A validation of the kind that worksheets call `kind`, and what the cell takes, as the end of a sentence.

    What is not `strict` is asked about and may stay.
    """

    kind: Literal["list", "custom", "date", "whole", "textLength"] | None
    takes: str = ""
    formulas: tuple[str, ...] = ()
    operator: Literal["between", "lessThanOrEqual", "greaterThanOrEqual"] | None = None
    strict: bool = True


class Options:
    """Lists of options, each once, on a hidden sheet that all sheets share."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._areas: dict[tuple[str, ...], str] = {}

    def area(self, options: tuple[str, ...]) -> str:
        """The area that holds `options`, written there when they are first asked for."""
        if options not in self._areas:
            if OPTIONS_SHEET not in self._workbook.sheetnames:
                self._workbook.create_sheet(OPTIONS_SHEET).sheet_state = "hidden"
            column = len(self._areas) + 1
            for number, option in enumerate(options, start=1):
                put(self._workbook[OPTIONS_SHEET].cell(number, column), option)
            letter = get_column_letter(column)
            self._areas[options] = f"'{OPTIONS_SHEET}'!${letter}$1:${letter}${len(options)}"
        return self._areas[options]


class Validations:
    """Adds validations to a sheet that is filled."""

    def __init__(self, sheet: Worksheet, options: Options) -> None:
        self.sheet, self.options = sheet, options

    def add(self, row: FieldRow, cells: Sequence[str], hint: str) -> None:
        """Let `cells` (addresses, or areas) accept what `row` may be; `hint` says how it is written."""
        rule = self._rule(row, cells[0].partition(":")[0])
        validation = DataValidation(type=rule.kind, operator=rule.operator, allow_blank=True, sqref=" ".join(cells))
        validation.formula1, validation.formula2 = (*rule.formulas, None, None)[:2]
        ending = "请改正后再继续" if rule.strict else "确实没有填错的，可以保留"
        validation.errorStyle = None if rule.strict else "warning"
        validation.promptTitle = clean(row.label, _TITLE_ROOM)
        validation.prompt = clean(hint or "请填写", _TEXT_ROOM)
        validation.errorTitle = clean(f"{row.label}填写有误", _TITLE_ROOM)
        validation.error = clean(f"这里{rule.takes}。{ending}。", _TEXT_ROOM)
        validation.showInputMessage = True
        validation.showErrorMessage = rule.kind is not None
        self.sheet.add_data_validation(validation)

    def _rule(self, row: FieldRow, cell: str) -> Rule:
        spec = spec_of(row)
        match spec.type:
            case ValueType.CHOICE:
                return Rule("list", "只能从下拉列表里选一项", (self.options.area(row.options),))
            case ValueType.BOOLEAN:
                return Rule("list", "只能从下拉列表里选一项", (self.options.area(YES_OR_NO),))
            case ValueType.CHOICES:
                formula = only_options(cell, row.options)
                takes = "只能填列出的选项，几项之间用顿号隔开"
                return Rule("custom", takes, (formula,)) if fits(formula) else Rule(None)
            case ValueType.DATE:
                return Rule("date", "要填日期，如 2026-03-01", ("1", _DAYS), "between")
            case ValueType.DATE_TIME:
                return Rule("date", "要填日期和时间，如 2026-03-01 08:30", ("1", _DAYS), "between")
            case ValueType.INTEGER:
                return Rule("whole", f"要填{number_words(spec)}", (str(spec.lower), str(spec.upper)), "between")
            case ValueType.NUMBER | ValueType.AMOUNT:
                limits = f"ISNUMBER({cell}),{cell}>={spec.lower:f},{cell}<={spec.upper:f}"
                formula = f"AND({limits},ROUND({cell},{spec.places})={cell})"
                return Rule("custom", f"要填{number_words(spec)}", (formula,))
            case ValueType.SIGNATURE | ValueType.MONTH | ValueType.PERIOD:
                return Rule(None)
        return _text_rule(row, spec, cell)


def _text_rule(row: FieldRow, spec: ValueSpec, cell: str) -> Rule:
    own, simple = cell_format(spec.format), simple_row(row)
    if own is not None and own.formula is not None and fits(own.formula(cell)):
        return Rule("custom", f"要填：{own.words}", (own.formula(cell),), strict=own.strict)
    if simple is not None and fits(simple.formula(cell)):
        return Rule("custom", f"要填{simple.words}", (simple.formula(cell),))
    if spec.longest is not None and spec.shortest > 1:
        takes = f"要填 {spec.shortest} 至 {spec.longest} 个字"
        return Rule("textLength", takes, (str(spec.shortest), str(spec.longest)), "between")
    if spec.longest is not None:
        return Rule("textLength", f"最多填 {spec.longest} 个字", (str(spec.longest),), "lessThanOrEqual")
    if spec.shortest > 1:
        return Rule("textLength", f"至少填 {spec.shortest} 个字", (str(spec.shortest),), "greaterThanOrEqual")
    return Rule(None)


def only_options(cell: str, options: tuple[str, ...]) -> str:
    """Formula that is true where `cell` holds nothing but options and separators between them.

    Longer options go first, because an option may be part of another.
    """
    left = cell
    for option in [*sorted(options, key=lambda option: (-len(option), option)), "、", "，", ",", " "]:
        quoted = clean(option).replace('"', '""')
        left = f'SUBSTITUTE({left},"{quoted}","")'
    return f"LEN({left})=0"


def number_words(spec: ValueSpec) -> str:
    """What number is taken: 0至100之间的数，最多2位小数."""
    kind = "整数" if spec.type is ValueType.INTEGER else "金额" if spec.type is ValueType.AMOUNT else "数"
    low, high = _said(spec.lower), _said(spec.upper)
    if spec.most is None:
        limits = f"不小于{low}的{kind}"
    elif spec.least is None and spec.lower == 0:
        limits = f"不大于{high}的{kind}"
    else:
        limits = f"{low}至{high}之间的{kind}"
    return f"{limits}，最多{spec.places}位小数" if spec.places else limits


def _said(number: Decimal) -> str:
    return f"{number.normalize():f}"
