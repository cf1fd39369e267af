"""**merge** (多表合一): the fields of all forms become one table, one row a data element; the originals are kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from composer.forms.derive import derived
from composer.forms.limits import Meeting, Place
from composer.forms.order import groups_of, interleaved
from composer.model.element import DataElement, ElementRef
from composer.model.form import FilledBy, Form
from composer.model.material import MaterialRef
from composer.model.package import Conflict, FieldRow, FieldSource, MergedForm, Planned
from composer.model.theme import Catalogue

KEPT = 8192
"""How many rows of one catalogue are remembered."""


def merge(items: Sequence[Planned], forms: Mapping[str, Form], catalogue: Catalogue, name: str) -> MergedForm:
    """The one table called `name` for the forms of `items`, which come in stages.

    A datum is prefilled where a material that carries it is issued before any of its forms is due, and computed
    where another row tells it; what only departments write is kept apart.
    """
    serves: dict[str, list[str]] = {}
    for planned in items:
        if planned.item.form and planned.item.form in forms:
            serves.setdefault(planned.item.form, []).append(planned.item.id)
    originals = {form_id: forms[form_id] for form_id in serves}
    places: dict[str, list[Place]] = {}
    for form in originals.values():
        fields = (field for section in form.sections for field in section.fields)
        for field, use in zip(fields, form.uses, strict=True):
            places.setdefault(field.element, []).append(Place(field, use, form.name))
    issued = _issued_before(items)
    ready = {form_id: frozenset.intersection(*(issued[item] for item in served)) for form_id, served in serves.items()}
    made = {
        ref: _known_row(ref, places[ref], ready, catalogue)
        for ref in interleaved(form.elements for form in originals.values())
    }
    return MergedForm(
        name=name,
        groups=groups_of(derived({ref: row for ref, (row, _) in made.items()}).values()),
        conflicts=tuple(conflict for _, conflicts in made.values() for conflict in conflicts),
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
    ref: ElementRef, places: list[Place], ready: Mapping[str, Collection[MaterialRef]], catalogue: Catalogue
) -> tuple[FieldRow, tuple[Conflict, ...]]:
    """What `_row` gives; what was made of the same places before is given again. `ready`: materials there for a form.

    Places are told apart by identity: what is remembered holds them, so that no other can come to have the same.
    """
    element = catalogue.element(ref)
    source = _source(element, places, ready)
    key = (source, *(id(place.use) for place in places))
    known: tuple[list[Place], FieldRow, tuple[Conflict, ...]] | None = catalogue.merged.get(key)
    if known is None:
        if len(catalogue.merged) >= KEPT:
            catalogue.merged.clear()
        known = catalogue.merged[key] = (places, *_row(element, places, source))
    return known[1:]


def _source(element: DataElement, places: Iterable[Place], ready: Mapping[str, Collection[MaterialRef]]) -> FieldSource:
    by_applicant = [place.use for place in places if place.use.filled_by is FilledBy.APPLICANT]
    if not by_applicant:
        return FieldSource.DEPARTMENT
    if element.provided_by is not None and all(element.provided_by in ready[use.form] for use in by_applicant):
        return FieldSource.CHAIN
    return FieldSource.APPLICANT


def _row(element: DataElement, places: Sequence[Place], source: FieldSource) -> tuple[FieldRow, tuple[Conflict, ...]]:
    """One row for all places of `element`, as strict as the strictest, and on what these do not agree."""
    meeting = Meeting(element, places)
    row = FieldRow(
        id=element.ref,
        element=element,
        label=element.label,
        required=any(use.required for use in meeting.uses if use.filled_by is FilledBy.APPLICANT),
        source=source,
        spec=meeting.spec,
        uses=meeting.uses,
    )
    return row, tuple(meeting.conflicts)
