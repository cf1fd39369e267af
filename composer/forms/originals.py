"""Every department's own form, filled, in its own words and order: what documents of any format show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from composer.forms.specs import spec_of
from composer.forms.split import FilledForm, split, values_of
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
    filled = split(form, values_of(form, document))
    items = {planned.item.id: planned.item for planned in package.items}
    made = []
    for one in form.originals.values():
        served = [items[item] for item in form.serves[one.id]]
        names = tuple(item.name for item in served)
        departments = tuple(dict.fromkeys(catalogue.departments[item.department].name for item in served))
        made.append(_original(one, names, departments, rows, filled[one.id]))
    return tuple(made)


_Rows = Mapping[tuple[str, int, int], tuple[FieldRow, FieldUse]]


@dataclass(frozen=True)
class _Place:
    """A field of an original with the row that fills it, and what stands in it: one text an entry."""

    field: Field
    use: FieldUse
    row: FieldRow
    texts: tuple[str, ...]

    @property
    def is_missing(self) -> bool:
        """Whether the applicant has still to write it: it is required, empty, and no signature."""
        by_hand = self.row.spec.type is ValueType.SIGNATURE
        own = self.field.filled_by is FilledBy.APPLICANT and self.row.source is not FieldSource.CHAIN
        return self.use.required and not self.texts and own and not by_hand


def _original(
    form: Form, items: tuple[str, ...], departments: tuple[str, ...], rows: _Rows, filled: FilledForm
) -> Original:
    sections: list[OriginalSection] = []
    missing: list[str] = []
    for number, section in enumerate(form.sections):
        places = []
        for at, field in enumerate(section.fields):
            row, use = rows[form.id, number, at]
            places.append(_Place(field, use, row, _texts(row, filled.get((number, at)))))
        sections.append(OriginalSection(section.name, tuple(_parts(places))))
        missing += [place.field.label for place in places if place.is_missing]
    return Original(form.id, form.name, items, departments, form.certain, tuple(sections), tuple(missing))


def _texts(row: FieldRow, value: Any) -> tuple[str, ...]:
    """What stands in a place, as people read it."""
    if value is None:
        return ()
    spec = spec_of(row)
    values = value if row.element.object.repeats else [value]
    return tuple("" if one is None else written(one, spec) for one in values)


def _parts(places: Iterable[_Place]) -> Iterator[Line | Table]:
    """Lines, and a table for fields of one repeating group that stand together."""
    for about, together in groupby(places, key=lambda place: place.row.element.object):
        run = list(together)
        if about.repeats:
            count = max((len(place.texts) for place in run), default=0)
            padded = [[*place.texts, *[""] * (count - len(place.texts))] for place in run]
            labels = tuple(_with_unit(place.field, place.row) for place in run)
            yield Table(labels, tuple(zip(*padded, strict=True)))
        else:
            for place in run:
                text = "".join(place.texts)
                note = "" if text else _note(place.field, place.row)
                is_long = place.row.spec.type is ValueType.LONG_TEXT
                yield Line(_with_unit(place.field, place.row), text, note, is_long)


def _with_unit(field: Field, row: FieldRow) -> str:
    unit = field.unit or row.spec.unit
    return f"{field.label}（{unit}）" if unit and unit not in field.label else field.label


def _note(field: Field, row: FieldRow) -> str:
    if field.filled_by is FilledBy.DEPARTMENT:
        return "由部门填写"
    if row.spec.type is ValueType.SIGNATURE:
        return SIGNED
    return "办好前一步后填入" if row.source is FieldSource.CHAIN else ""
