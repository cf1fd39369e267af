"""Forms of one theme that do not agree on a datum, and data that no value could be written for."""

from collections.abc import Iterator

from composer.checks.registry import CHECKS
from composer.errors import Finding, Place, Severity
from composer.forms.limits import Meeting
from composer.forms.limits import Place as FormPlace
from composer.forms.specs import spec_of_limits
from composer.model.form import Form
from composer.model.package import ConflictKind
from composer.model.theme import Catalogue, Library, Theme


@CHECKS.register("forms")
def forms(library: Library) -> Iterator[Finding]:
    """`element-spec`: limits of a datum that a form asks for are none; `form-conflict`: forms of a theme disagree."""
    for ref, form, at in _asked(library.catalogue):
        element = library.catalogue.element(ref)
        try:
            spec_of_limits(element.spec)
        except ValueError as error:
            yield Finding(
                "element-spec",
                ref,
                f"《{form.name}》要填的这个数据写不出来（{error}）",
                "请改正它的表示、特性或值域",
                at,
            )
    for theme in library.themes.values():
        yield from _conflicts(theme, library.catalogue)


def _asked(catalogue: Catalogue) -> Iterator[tuple[str, Form, Place | None]]:
    """Every element once, with the first form of an item that asks for it."""
    seen = set()
    for form in (
        catalogue.forms[name] for name in dict.fromkeys(item.form for item in catalogue.items.values()) if name
    ):
        for section in form.sections:
            for field in section.fields:
                if field.element not in seen:
                    seen.add(field.element)
                    yield field.element, form, field.at


def _conflicts(theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    places: dict[str, list[FormPlace]] = {}
    names = dict.fromkeys(catalogue.items[one.item].form for one in theme.items)
    for form in (catalogue.forms[name] for name in names if name):
        fields = (field for section in form.sections for field in section.fields)
        for field, use in zip(fields, form.uses, strict=True):
            places.setdefault(field.element, []).append(FormPlace(field, use, form.name))
    for ref, found in places.items():
        for conflict in Meeting(catalogue.element(ref), found).conflicts:
            if conflict.kind is ConflictKind.UNIT and conflict.resolved:
                continue
            uses = set(conflict.uses)
            at = next((place.field.at for place in found if place.use in uses), None)
            yield Finding("form-conflict", ref, conflict.reason, conflict.proposal, at, Severity.WARNING)
