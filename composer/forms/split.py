"""The way back: values of the one table to every original form, filled."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from composer.forms.specs import must_be_filled
from composer.model.form import FieldUse
from composer.model.package import FieldRow, MergedForm

Value: TypeAlias = str | int | float | bool | Decimal | list[str] | tuple[str, ...] | None
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
                filled[use.form][use.section, use.field] = _scaled(values[row.id], use, row.element.object.repeats)
    return filled


def values_of(merged: MergedForm, document: Mapping[str, Any]) -> Values:
    """The values of a document (group to key to value), by row id, as `split` takes them.

    A row of a repeating group gets one value an entry, None where an entry has none.
    """
    values: dict[str, Any] = {}
    for group in merged.groups:
        if group.id not in document:
            continue
        for row in group.rows:
            name = row.element.key
            if group.repeats:
                column = [entry.get(name) for entry in document[group.id]]
                if any(value is not None for value in column):
                    values[row.id] = column
            elif name in document[group.id]:
                values[row.id] = document[group.id][name]
    return values


def _scaled(value: Any, use: FieldUse, several: bool = False) -> Any:
    """`value` of a row in the unit of one of its places; of `several` entries each."""
    if use.scale == 1 or value is None:
        return value
    return [_scaled(one, use) for one in value] if several else Decimal(str(value)) * use.scale


def missing(merged: MergedForm, values: Values) -> tuple[FieldRow, ...]:
    """Rows that the applicant has to fill and `values` leaves empty."""
    return tuple(row for row in merged.rows if must_be_filled(row) and values.get(row.id) in (None, "", []))
