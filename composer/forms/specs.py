"""The rows of the one table as the values that they take."""

from functools import lru_cache

from composer.model.package import FieldRow, FieldSource
from composer.model.value import ValueSpec as Limits
from composer.model.value import ValueType
from composer.values import ValueSpec


def spec_of(row: FieldRow) -> ValueSpec:
    """What a value of `row` may be. A choice is kept as its label, which people and files of all formats show."""
    return _spec(row.spec)


def must_be_filled(row: FieldRow) -> bool:
    """Whether the applicant has to fill `row` before the table is whole; what is signed by hand is not written."""
    return row.required and row.source is FieldSource.APPLICANT and row.spec.type is not ValueType.SIGNATURE


@lru_cache(maxsize=4096)
def _spec(limits: Limits) -> ValueSpec:
    given = limits.model_dump(exclude={"choices", "type"})
    options = tuple((choice.label, choice.label) for choice in limits.choices)
    return ValueSpec(type=ValueType(limits.type), options=options, **given)
