"""A value as a person reads it. What is written here is read back as the same value."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from composer.model.value import ValueType
from composer.values.periods import OPEN
from composer.values.types import Value, ValueSpec


def written(value: Value, spec: ValueSpec) -> str:
    """`value` as text in Chinese: 2026年3月1日, 123,000.00, labels of options, 是; amounts without their unit."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float | Decimal):
        number = Decimal(str(value))
        return f"{number:,.2f}" if spec.type is ValueType.AMOUNT and spec.currency == "元" else f"{number:,f}"
    if isinstance(value, str):
        return _text(value, spec)
    return _labels(value, spec)


def _text(value: str, spec: ValueSpec) -> str:
    if spec.type is ValueType.CHOICE:
        return _labels((value,), spec)
    if spec.type is ValueType.DATE:
        return _day(value)
    if spec.type is ValueType.DATE_TIME:
        day, _, time = value.partition("T")
        return f"{_day(day)} {time}"
    if spec.type is ValueType.MONTH:
        year, month = value.split("-")
        return f"{year}年{int(month)}月"
    if spec.type is ValueType.PERIOD:
        start, end = value.split("/")
        if start == OPEN:
            return "长期" if end == OPEN else f"至{_day(end)}"
        return f"{_day(start)}至{'长期' if end == OPEN else _day(end)}"
    return value


def _day(value: str) -> str:
    day = date.fromisoformat(value)
    return f"{day.year}年{day.month}月{day.day}日"


def _labels(codes: Sequence[str], spec: ValueSpec) -> str:
    return "、".join(spec.codes.get(code, code) for code in codes)
