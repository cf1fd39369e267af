"""From what a cell, a field or a program gives to a value, or to what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from composer.model.value import ValueType
from composer.values.checking import check
from composer.values.choices import read_choice, read_choices, read_yes_or_no
from composer.values.dates import read_date, read_date_time, read_month
from composer.values.faults import Fault, FaultCode, Unreadable
from composer.values.numbers import canonical, faults_of_number, read_number
from composer.values.periods import read_period
from composer.values.tidying import is_broken, tidy_text
from composer.values.types import DIGITS, NUMBERS, TEXTS, Value, ValueSpec

Raw = str | int | float | Decimal | bool | date | datetime | list[object] | tuple[object, ...] | None
"""What a cell, a field of a web form or of a PDF, or a JSON value may be."""
_Given = str | int | float | Decimal | bool | date | datetime | list[object] | tuple[object, ...]
_CELL_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, or what is wrong with what was written. Neither: nothing was written, which may be allowed or not."""

    value: Value | None = None
    faults: tuple[Fault, ...] = ()


def read(raw: Raw, spec: ValueSpec, today: date | None = None) -> Reading:
    """`raw` as a value of `spec`, tidied and checked; all faults where it is none.

    Blank text, None and an empty list are nothing. `today` is needed to refuse births that are still to come.
    """
    if raw is None or (isinstance(raw, str) and not tidy_text(raw, lines=False)) or raw in ([], ()):
        return Reading()
    try:
        _refuse_damaged(raw)
        value = _typed(raw, spec)
    except Unreadable as error:
        return Reading(faults=(error.fault,))
    if value is None or value == ():
        return Reading()
    if isinstance(value, Decimal):
        faults = faults_of_number(value, spec)
        if faults:
            return Reading(faults=faults)
        value = int(value) if spec.type is ValueType.INTEGER else canonical(value)
    faults = check(value, spec, today)
    return Reading(faults=faults) if faults else Reading(value)


def _refuse_damaged(raw: object) -> None:
    if not isinstance(raw, str | int | float | Decimal | date | list | tuple):
        raise Unreadable(FaultCode.WRONG_TYPE, "这里不能填这样的内容，请重填")
    if isinstance(raw, str):
        if raw.strip() in _CELL_ERRORS:
            raise Unreadable(FaultCode.CELL_ERROR, f"单元格里的公式出错（{raw.strip()}），请直接填写内容")
        if is_broken(raw):
            raise Unreadable(FaultCode.CHARACTER, "内容里有损坏的字符，请重新填写")
    if isinstance(raw, float | Decimal) and not Decimal(raw).is_finite():
        raise _unfit(raw)


def _typed(raw: _Given, spec: ValueSpec) -> Value | None:
    if spec.type in TEXTS:
        return _text(raw, spec)
    if spec.type in (ValueType.CHOICE, ValueType.CHOICES):
        return read_choice(raw, spec) if spec.type is ValueType.CHOICE else read_choices(raw, spec)
    if spec.type is ValueType.BOOLEAN:
        return read_yes_or_no(raw)
    if isinstance(raw, bool) or (isinstance(raw, list | tuple) and spec.type is not ValueType.PERIOD):
        raise _unfit(raw)
    if spec.type in NUMBERS:
        if isinstance(raw, date | list | tuple):
            raise Unreadable(FaultCode.WRONG_TYPE, "这个单元格是日期，这里要填数，请重填")
        return read_number(raw, spec)
    return _in_time(raw, spec)


_IN_TIME: dict[ValueType, Callable[[str | int | float | Decimal | date], str]] = {
    ValueType.DATE: read_date,
    ValueType.DATE_TIME: read_date_time,
    ValueType.MONTH: read_month,
}


def _in_time(raw: _Given, spec: ValueSpec) -> str:
    if spec.type is ValueType.PERIOD:
        if not isinstance(raw, str | list | tuple):
            raise Unreadable(FaultCode.PERIOD_UNREAD, "期限要有起止两个日期，如2026-01-01至2028-12-31")
        return read_period(raw)
    if isinstance(raw, list | tuple) or (isinstance(raw, int | float | Decimal) and not abs(raw) < 10**DIGITS):
        raise _unfit(raw)
    return _IN_TIME[spec.type](raw)


def _text(raw: _Given, spec: ValueSpec) -> str:
    if isinstance(raw, bool | list | tuple):
        raise _unfit(raw)
    if isinstance(raw, datetime):
        raw = raw.date().isoformat() if raw == datetime.combine(raw.date(), datetime.min.time()) else raw.isoformat(" ")
    if isinstance(raw, date):
        raw = raw.isoformat()
    if isinstance(raw, int | float | Decimal):
        raw = _digits(raw)
    text = tidy_text(raw, lines=spec.type is ValueType.LONG_TEXT)
    return tidy_text(spec.value_format.tidy(text), lines=False) if spec.value_format else text


def _digits(raw: int | float | Decimal) -> str:
    """A cell's number as the text that was meant. Behind DIGITS digits a spreadsheet has put zeros."""
    lost = Unreadable(
        FaultCode.DIGITS_LOST, f"号码被存成了数，第{DIGITS}位以后已经丢失，请把单元格格式设为“文本”，再重新填写"
    )
    number = Decimal(format(raw, f".{DIGITS}g")) if isinstance(raw, float) else Decimal(raw)
    if abs(number) >= Decimal(10) ** 27:
        raise lost
    if abs(number) >= Decimal(10) ** DIGITS and (
        isinstance(raw, float) or number % 10 ** (number.adjusted() - DIGITS + 1) == 0
    ):
        raise lost
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unfit(raw: object) -> Unreadable:
    what = "“是”或“否”" if isinstance(raw, bool) else "几个值" if isinstance(raw, list | tuple) else "这样的数"
    return Unreadable(FaultCode.WRONG_TYPE, f"这里不能填{what}，请重填")
