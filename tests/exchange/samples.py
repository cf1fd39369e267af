"""The one table filled throughout, as an applicant might, with texts that a spreadsheet would like to compute."""

from typing import Any

from composer.forms.specs import spec_of
from composer.model.package import FieldRow, FieldSource, MergedForm
from composer.model.value import ValueType

_TEXTS = ("王小明", "=SUM(1,2)", "+86", "-1", "@甲", "00123", "甲&乙<丙>“丁”", "_x0041_")
_RESIDENT = "11010519491231002X"
_VALUES: dict[ValueType, Any] = {
    ValueType.DATE: "1949-12-31",
    ValueType.DATE_TIME: "2026-03-01T00:00",
    ValueType.MONTH: "2026-03",
    ValueType.PERIOD: "2026-01-01/..",
    ValueType.INTEGER: 12,
    ValueType.NUMBER: 0.07,
    ValueType.AMOUNT: 120000.5,
    ValueType.BOOLEAN: True,
    ValueType.LONG_TEXT: "第一行，写得长一些，好看看格子里放不放得下\n第二行",
}


def sample(form: MergedForm, lines: int = 12) -> dict[str, Any]:
    """A document of `form` with a value for everything that is asked, up to `lines` lines of each repeating group."""
    document: dict[str, Any] = {}
    for group in form.groups:
        rows = [row for row in group.rows if row.source is FieldSource.APPLICANT]
        if rows:
            entries = [_entry(rows, number) for number in range(min(group.max_rows, lines) if group.repeats else 1)]
            document[group.id] = entries if group.repeats else entries[0]
    return document


def _entry(rows: list[FieldRow], number: int) -> dict[str, Any]:
    return {row.element.key: value(row, number + at) for at, row in enumerate(rows)}


def value(row: FieldRow, number: int) -> Any:
    """A value for `row`; other numbers give other texts."""
    spec = spec_of(row)
    if row.derived:
        return "女" if row.options else "1949-12-31" if spec.type is ValueType.DATE else _RESIDENT
    if spec.value_format:
        return _RESIDENT if "identity" in spec.value_format.id else spec.value_format.example
    if spec.type is ValueType.CHOICE:
        citizens = [choice.label for choice in row.spec.choices if choice.format == "resident-id"]
        return citizens[0] if citizens else row.options[number % len(row.options)]
    if spec.type is ValueType.CHOICES:
        return list(row.options[:2])
    return _VALUES.get(spec.type) or _TEXTS[number % len(_TEXTS)][: spec.longest]
