"""Every department's own form, filled, in its own words and order: what documents of any format show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from composer.forms.specs import spec_of
from composer.forms.split import scaled
from composer.model.form import Field, FieldUse, FilledBy, Form
from composer.model.package import FieldRow, FieldSource, ThemePackage
from composer.model.theme import Catalogue
from composer.model.value import ValueType
from composer.values import written

SIGNED = "签字（盖章）"
"""Note of a place that is signed or sealed by hand."""


@dataclass(frozen=True)
class Line:
    """A field with what stands in it; `note` says why nothing does (由部门填写)."""

    label: str
    text: str
    note: str = ""
    long: bool = False


@dataclass(frozen=True)
class Table:
    """Fields of a repeating group: their labels, and one row of texts an entry."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class OriginalSection:
    """A titled part of an original form."""

    name: str
    parts: tuple[Line | Table, ...]


@dataclass(frozen=True)
class Original:
    """An original form, filled, for the items and departments it goes to.

    `missing` are the labels of what it requires and nobody has written yet.
    """

    id: str
    name: str
    items: tuple[str, ...]
    departments: tuple[str, ...]
    certain: bool
    sections: tuple[OriginalSection, ...]
    missing: tuple[str, ...]


def originals(package: ThemePackage, catalogue: Catalogue, document: Mapping[str, Any]) -> tuple[Original, ...]:
    """Every original form of `package` with the values of `document` (group to key to value), in the order of items."""
    form = package.form
    rows = {(use.form, use.section, use.field): (row, use) for row in form.rows for use in row.uses}
    items = {planned.item.id: planned.item for planned in package.items}
    made = []
    for one in form.originals.values():
        served = [items[item] for item in form.serves[one.id]]
        names = tuple(item.name for item in served)
        departments = tuple(dict.fromkeys(catalogue.departments[item.department].name for item in served))
        made.append(_original(one, names, departments, rows, document))
    return tuple(made)


_Rows = Mapping[tuple[str, int, int], tuple[FieldRow, FieldUse]]


def _original(
    form: Form, items: tuple[str, ...], departments: tuple[str, ...], rows: _Rows, document: Mapping[str, Any]
) -> Original:
    sections: list[OriginalSection] = []
    missing: list[str] = []
    for number, section in enumerate(form.sections):
        fields = [(field, *rows[form.id, number, at]) for at, field in enumerate(section.fields)]
        sections.append(OriginalSection(section.name, tuple(_parts(fields, document))))
        for field, row, use in fields:
            if use.required and not _texts(row, use, document) and _is_asked(row, field):
                missing.append(field.label)
    return Original(form.id, form.name, items, departments, form.certain, tuple(sections), tuple(missing))


def _is_asked(row: FieldRow, field: Field) -> bool:
    by_hand = row.spec.type is ValueType.SIGNATURE
    return field.filled_by is FilledBy.APPLICANT and row.source is not FieldSource.CHAIN and not by_hand


def _parts(fields: list[tuple[Field, FieldRow, FieldUse]], document: Mapping[str, Any]) -> Iterator[Line | Table]:
    """Lines, and a table for fields of one repeating group that stand together."""
    for about, together in groupby(fields, key=lambda one: one[1].element.object):
        run = list(together)
        if about.repeats:
            columns = [_texts(row, use, document) for _, row, use in run]
            count = max((len(column) for column in columns), default=0)
            padded = [[*column, *[""] * (count - len(column))] for column in columns]
            labels = tuple(_with_unit(field, row) for field, row, _ in run)
            yield Table(labels, tuple(zip(*padded, strict=True)))
        else:
            for field, row, use in run:
                text = "".join(_texts(row, use, document))
                yield Line(
                    _with_unit(field, row),
                    text,
                    "" if text else _note(field, row),
                    row.spec.type is ValueType.LONG_TEXT,
                )


def _texts(row: FieldRow, use: FieldUse, document: Mapping[str, Any]) -> list[str]:
    """What stands in a place, one text an entry."""
    group = document.get(row.element.object.id)
    lines = group if isinstance(group, list) else [group] if group else []
    values = [line.get(row.element.key) for line in lines]
    if all(value is None for value in values):
        return []
    spec = spec_of(row)
    return ["" if value is None else written(scaled(value, use), spec) for value in values]


def _with_unit(field: Field, row: FieldRow) -> str:
    unit = field.unit or row.spec.unit
    return f"{field.label}（{unit}）" if unit and unit not in field.label else field.label


def _note(field: Field, row: FieldRow) -> str:
    if field.filled_by is FilledBy.DEPARTMENT:
        return "由部门填写"
    if row.spec.type is ValueType.SIGNATURE:
        return SIGNED
    return "办好前一步后填入" if row.source is FieldSource.CHAIN else ""
