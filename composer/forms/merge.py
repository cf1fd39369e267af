"""**merge** (多表合一): the fields of all forms become one table, one row a data element; the originals are kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from composer.model.form import DataElement, ElementRef, Field, FieldUse, FilledBy, Form, Representation
from composer.model.material import MaterialRef
from composer.model.package import Conflict, FieldGroup, FieldRow, FieldSource, MergedForm, Planned
from composer.model.theme import Catalogue

KEPT = 8192
"""How many rows of one catalogue are remembered."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A field where it stands in its original form."""

    field: Field
    use: FieldUse


def merge(items: Sequence[Planned], forms: Mapping[str, Form], catalogue: Catalogue, name: str) -> MergedForm:
    """The one table called `name` for the forms of `items`, which come in stages.

    A datum is prefilled where a material that carries it is issued before any of its forms is due; what only
    departments write is kept apart.
    """
    serves: dict[str, list[str]] = {}
    for planned in items:
        if planned.item.form and planned.item.form in forms:
            serves.setdefault(planned.item.form, []).append(planned.item.id)
    originals = {form_id: forms[form_id] for form_id in serves}
    places: dict[str, list[_Place]] = {}
    for form in originals.values():
        fields = (field for section in form.sections for field in section.fields)
        for field, use in zip(fields, form.uses, strict=True):
            places.setdefault(field.element, []).append(_Place(field, use))
    conflicts: list[Conflict] = []
    issued = _issued_before(items)
    ready = {form_id: frozenset.intersection(*(issued[item] for item in served)) for form_id, served in serves.items()}
    rows = []
    for ref, group in places.items():
        row, conflict = _known_row(ref, group, ready, catalogue)
        rows.append(row)
        conflicts += filter(None, [conflict])
    return MergedForm(
        name=name,
        groups=_groups(rows),
        conflicts=tuple(conflicts),
        originals=originals,
        serves={form_id: tuple(served) for form_id, served in serves.items()},
    )


def _issued_before(items: Sequence[Planned]) -> Mapping[str, frozenset[MaterialRef]]:
    """Item to every material that is issued before it begins."""
    issued: dict[str, frozenset[MaterialRef]] = {}
    results = {planned.item.id: planned.item.issued for planned in items}
    for planned in items:
        issued[planned.item.id] = frozenset().union(*(issued[one].union(results[one]) for one in planned.requires))
    return issued


def _known_row(
    ref: ElementRef, places: list[_Place], ready: Mapping[str, Collection[MaterialRef]], catalogue: Catalogue
) -> tuple[FieldRow, Conflict | None]:
    """What `_row` gives; what was made of the same places before is given again. `ready`: materials there for a form.

    Places are told apart by identity: what is remembered holds them, so that no other can come to have the same.
    """
    element = catalogue.element(ref)
    source = _source(element, places, ready)
    key = (source, *(id(place.use) for place in places))
    known: tuple[FieldRow, Conflict | None] | None = catalogue.merged.get(key)
    if known is None:
        if len(catalogue.merged) >= KEPT:
            catalogue.merged.clear()
        known = catalogue.merged[key] = _row(element, places, source)
    return known


def _source(
    element: DataElement, places: Iterable[_Place], ready: Mapping[str, Collection[MaterialRef]]
) -> FieldSource:
    by_applicant = [place.use for place in places if place.use.filled_by is FilledBy.APPLICANT]
    if not by_applicant:
        return FieldSource.DEPARTMENT
    if element.provided_by is not None and all(element.provided_by in ready[use.form] for use in by_applicant):
        return FieldSource.CHAIN
    return FieldSource.APPLICANT


def _row(element: DataElement, places: list[_Place], source: FieldSource) -> tuple[FieldRow, Conflict | None]:
    """One row for all places of `element`, as strict as the strictest, and whether they contradict each other."""
    uses = tuple(place.use for place in places)
    options, agree = _common_options(element, places)
    reason = "几张表给出的选项没有共同的一项，先全部列出"
    conflict = None if agree else Conflict(element=element.ref, reason=reason, uses=uses)
    lengths = [
        length for length in (element.property.max_length, *(place.field.max_length for place in places)) if length
    ]
    row = FieldRow(
        id=element.ref,
        element=element,
        label=element.label,
        required=any(use.required for use in uses if use.filled_by is FilledBy.APPLICANT),
        source=source,
        options=options,
        max_length=min(lengths, default=None),
        uses=uses,
    )
    return row, conflict


def _common_options(element: DataElement, places: list[_Place]) -> tuple[tuple[str, ...], bool]:
    """Options that every form allows, in the element's order; all of them, and false, where none is common."""
    lists = [options for options in (element.property.options, *(place.field.options for place in places)) if options]
    everything = tuple(dict.fromkeys(option for options in lists for option in options))
    common = tuple(option for option in everything if all(option in options for options in lists))
    return (common, True) if common or not lists else (everything, False)


def _groups(rows: Iterable[FieldRow]) -> tuple[FieldGroup, ...]:
    """Rows by what they are about, in the order in which the forms come to them; signatures and their dates go last."""
    by_object: dict[str, list[FieldRow]] = {}
    for row in rows:
        by_object.setdefault(row.element.object.id, []).append(row)
    groups = []
    for own in by_object.values():
        about = own[0].element.object
        groups.append(
            FieldGroup(id=about.id, name=about.name, repeats=about.repeats, max_rows=about.max_rows, rows=tuple(own))
        )
    return tuple(sorted(groups, key=_only_signs))


def _only_signs(group: FieldGroup) -> bool:
    return all(
        row.element.property.representation in (Representation.SIGNATURE, Representation.DATE) for row in group.rows
    )
