"""Forms of merged items become part of the application of the item that they were merged into (多证合一).

The data are still needed: one application collects them, and the departments share it. What nobody has to be asked is
left out: what that application asks for already, and what the certificate that is applied for will bear itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from composer.model.form import Field, FilledBy, Form, Section
from composer.model.item import ServiceItem
from composer.model.theme import Catalogue
from composer.policies.edits import CARRIES, Edit


def taken_over(
    items: Mapping[str, ServiceItem], edits: Mapping[str, Sequence[Edit]], catalogue: Catalogue
) -> tuple[dict[str, ServiceItem], dict[str, Form]]:
    """The items, by id, and all forms, after their applications have taken over the forms that `edits` name."""
    made, forms = dict(items), dict(catalogue.forms)
    for name, item in items.items():
        carried = {edit.about: edit.value for edit in edits.get(name, ()) if edit.fact == CARRIES}
        form = catalogue.forms[item.form] if item.form else None
        for ref in sorted(carried):
            form = _joined(form, catalogue.forms[ref], {*carried[ref], *_borne(item, catalogue)})
        if carried and form is not None:
            shared = any(other.form == form.id for other in items.values() if other.id != name)
            form = form.model_copy(update={"id": f"{form.id}-{name}"}) if shared else form
            forms[form.id] = form
            made[name] = item.model_copy(update={"form": form.id})
    return made, forms


def _joined(own: Form | None, other: Form, left_out: Iterable[str]) -> Form | None:
    """`own` with the sections of `other` behind it; where there is none, the other instead, if anything is left."""
    added = tuple(_sections(other.sections, left_out, _asked(own) if own else {}))
    if own is None:
        return other.model_copy(update={"sections": added}) if added else None
    told = (one.model_copy(update={"name": f"{one.name}{_origin(other)}"}) for one in added)
    return own.model_copy(update={"sections": (*own.sections, *told)})


def is_taken_from(section: Section, form: Form) -> bool:
    """Whether a section of an application was taken over from `form`."""
    return section.name.endswith(_origin(form))


def _origin(form: Form) -> str:
    return f"（原《{form.name}》）"


def _borne(item: ServiceItem, catalogue: Catalogue) -> Iterator[str]:
    """The data that the results of `item` bear, which cannot be known before they are issued."""
    issued = set(item.issued)
    return (name for name, note in catalogue.elements.items() if note.provided_by in issued)


def _asked(form: Form) -> dict[str, Field]:
    """The data that everybody who fills the form is asked for, or its department fills in."""
    always = (field for section in form.sections if section.when is None for field in section.fields)
    return {field.element: field for field in always if field.when is None}


def _sections(sections: Iterable[Section], left_out: Iterable[str], asked: Mapping[str, Field]) -> Iterator[Section]:
    """The sections with what has still to be asked for."""
    gone = set(left_out)
    for section in sections:
        fields = tuple(one for one in section.fields if one.element not in gone and not _covered(one, asked))
        if fields:
            yield section.model_copy(update={"fields": fields})


def _covered(field: Field, asked: Mapping[str, Field]) -> bool:
    """Whether the application asks for the datum already, and as strictly; or its department writes it."""
    own = asked.get(field.element)
    if own is None:
        return False
    narrower = bool(field.options or field.max_length)
    return own.filled_by is FilledBy.DEPARTMENT or not (narrower or (field.required and not own.required))
