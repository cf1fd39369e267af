"""The rows of the one table as the values that they take."""

from functools import lru_cache
from typing import Any

from composer.model.package import FieldRow, FieldSource
from composer.model.value import ValueSpec as Limits
from composer.model.value import ValueType
from composer.values import ValueSpec
from composer.values.types import MONEY, NUMBERS, TEXTS


def spec_of(row: FieldRow) -> ValueSpec:
    """What a value of `row` may be. A choice is kept as its label, which people and files of all formats show."""
    return spec_of_limits(row.spec)


def must_be_filled(row: FieldRow) -> bool:
    """Whether the applicant has to fill `row` before the table is whole; what is signed by hand is not written."""
    return row.required and is_written(row)


def is_written(row: FieldRow) -> bool:
    """Whether the applicant writes `row`: not what is signed by hand, computed or filled by others."""
    return row.source is FieldSource.APPLICANT and row.spec.type is not ValueType.SIGNATURE


_CHOICES = frozenset({ValueType.CHOICE, ValueType.CHOICES})


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
    elif written in TEXTS:
        given |= {"min_length": limits.min_length, "max_length": limits.max_length, "patterns": limits.patterns}
        given["format"] = limits.format if written is ValueType.TEXT else None
    elif written in NUMBERS:
        unit = limits.unit if written is not ValueType.AMOUNT or limits.unit in MONEY else None
        given |= {"least": limits.least, "most": limits.most, "decimals": limits.decimals, "unit": unit}
    return ValueSpec(type=written, **given)
