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
    item: ServiceItem, edits: Sequence[Edit], catalogue: Catalogue, forms: Mapping[str, Form]
) -> tuple[ServiceItem, dict[str, Form]]:
    """The item and all forms, after its application has taken over those that `edits` name.

    An item without a form gets the first of them as its own.
    """
    made = dict(forms)
    carried = {edit.about: edit.value for edit in edits if edit.fact == CARRIES}
    for name in sorted(carried):
        left_out = {*carried[name], *_borne(item, catalogue)}
        own = made[item.form] if item.form else None
        added = tuple(_sections(forms[name].sections, left_out, _asked(own) if own else {}))
        if own is None and added:
            item = item.model_copy(update={"form": name})
            made[name] = forms[name].model_copy(update={"sections": added})
        elif own is not None:
            told = (one.model_copy(update={"name": f"{one.name}{_origin(forms[name])}"}) for one in added)
            made[own.id] = own.model_copy(update={"sections": (*own.sections, *told)})
    return item, made


def is_taken_from(section: Section, form: Form) -> bool:
    """Whether a section of an application was taken over from `form`."""
    return section.name.endswith(_origin(form))


def _origin(form: Form) -> str:
    return f"（原《{form.name}》）"


def _borne(item: ServiceItem, catalogue: Catalogue) -> Iterator[str]:
    """The data that the results of `item` bear, which cannot be known before they are issued."""
    issued = {result.material for result in item.results}
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
