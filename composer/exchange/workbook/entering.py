"""A value into its cell: days as days, numbers as numbers, all else as text that stays text."""

from datetime import date, datetime
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell

from composer.exchange.workbook.text import put
from composer.model.value import ValueType
from composer.values import ValueSpec, written
from composer.values.types import NUMBERS, TEXTS

_DAY_0 = datetime(1899, 12, 30)
FIRST_DAY = date(1900, 3, 1)
"""The first day on which all programs agree: some count a 29 February 1900."""


def enter(cell: Cell | MergedCell, value: Any, spec: ValueSpec) -> None:
    """Write `value`, as it is kept, into `cell`. What is no such value after all is written as text."""
    number = _number(value, spec.type)
    if number is None:
        put(cell, shown(value, spec))
    else:
        cell.value = number


def shown(value: Any, spec: ValueSpec) -> str:
    """`value` as text, read back as the same; nothing for none."""
    if value is None:
        return ""
    if spec.type in TEXTS or (spec.type is ValueType.CHOICE and isinstance(value, str)):
        return str(value)
    if spec.type in (ValueType.DATE, ValueType.MONTH):
        return str(value)
    return written(value, spec)


def _number(value: Any, type: ValueType) -> Any:
    """The number that a cell keeps; None for what a cell keeps as text, such as days before `FIRST_DAY`."""
    if type in NUMBERS:
        return None if isinstance(value, bool | str) else value
    if type not in (ValueType.DATE, ValueType.DATE_TIME) or not isinstance(value, str):
        return None
    moment = datetime.fromisoformat(value)
    if moment.date() < FIRST_DAY:
        return None
    since = moment - _DAY_0
    return since.days if type is ValueType.DATE else since.days + since.seconds / 86400
