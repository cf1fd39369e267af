"""The way back: values of the one table to every original form, filled."""

from collections.abc import Mapping
from typing import TypeAlias

from composer.model.package import FieldRow, MergedForm

Value: TypeAlias = str | int | float | bool | list[str] | None
Values: TypeAlias = Mapping[str, Value | list[Value]]
"""Element id to its value; for a repeating group to the list of the values of its rows, in order."""

FilledForm: TypeAlias = dict[tuple[int, int], Value | list[Value]]
"""Section and field (by position) to what stands there."""


def split(merged: MergedForm, values: Values) -> dict[str, FilledForm]:
    """Each original form filled from `values`; what no value is given for stays out."""
    filled: dict[str, FilledForm] = {form_id: {} for form_id in merged.originals}
    for row in merged.rows:
        if row.id in values:
            for use in row.uses:
                filled[use.form][use.section, use.field] = values[row.id]
    return filled


def missing(merged: MergedForm, values: Values) -> tuple[FieldRow, ...]:
    """Required rows that the applicant fills and `values` leaves empty."""
    return tuple(
        row
        for row in merged.rows
        if row.required and row.source == "applicant" and values.get(row.id) in (None, "", [])
    )
