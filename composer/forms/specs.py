"""The rows of the one table as the values that they take."""

from functools import lru_cache
from typing import Any

from composer.model.package import FieldRow, FieldSource
from composer.model.value import ValueSpec as Limits
from composer.model.value import ValueType
from composer.values import ValueSpec


def spec_of(row: FieldRow) -> ValueSpec:
    """What a value of `row` may be. A choice is kept as its label, which people and files of all formats show."""
    return spec_of_limits(row.spec)


def must_be_filled(row: FieldRow) -> bool:
    """Whether the applicant has to fill `row` before the table is whole; what is signed by hand is not written."""
    return row.required and row.source is FieldSource.APPLICANT and row.spec.type is not ValueType.SIGNATURE


_TEXTS = frozenset({ValueType.TEXT, ValueType.LONG_TEXT, ValueType.SIGNATURE})
_NUMBERS = frozenset({ValueType.INTEGER, ValueType.NUMBER, ValueType.AMOUNT})
_CHOICES = frozenset({ValueType.CHOICE, ValueType.CHOICES})
_MONEY = frozenset({"元", "千元", "万元", "百万元", "亿元"})


@lru_cache(maxsize=4096)
def spec_of_limits(limits: Limits) -> ValueSpec:
    """What a value within `limits` may be: only the limits that its type knows, for forms may conflict over the type.

    Raises ValueError for limits that no value could keep.
    """
    written = limits.type
    options = tuple((choice.label, choice.label) for choice in limits.choices)
    if written in _CHOICES and not options:
        written = ValueType.TEXT
    given: dict[str, Any] = {}
    if written in _CHOICES:
        given["options"] = options
    elif written in _TEXTS:
        given |= {"min_length": limits.min_length, "max_length": limits.max_length, "patterns": limits.patterns}
        given["format"] = limits.format if written is ValueType.TEXT else None
    elif written in _NUMBERS:
        unit = limits.unit if written is not ValueType.AMOUNT or limits.unit in _MONEY else None
        given |= {"least": limits.least, "most": limits.most, "decimals": limits.decimals, "unit": unit}
    return ValueSpec(type=written, **given)
