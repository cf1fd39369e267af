"""Merging forms into one table: each shipped theme, and a made-up one of 200 forms and 10,000 fields."""

from collections.abc import Iterator

from benchmarks.timing import Row, in_turn
from composer.compose import compose
from composer.forms.merge import merge
from composer.model.element import ObjectClass, Property
from composer.model.form import Field, Form, Section
from composer.model.item import ItemType, Limits, Result, ServiceItem, Stated
from composer.model.material import MaterialKind
from composer.model.package import Planned
from composer.model.theme import Catalogue, Library

FORMS, FIELDS, OBJECTS = 200, 50, 40
_STATED = (Stated(text="0", source="G", certain=True),)


def rows(library: Library) -> Iterator[Row]:
    """Merging beside listing the fields alone; nothing that was merged before is remembered."""
    for theme in library.themes.values():
        package = compose(theme, library.catalogue)
        forms = package.form.originals
        ours, peer = in_turn(lambda p=package: fresh(p.items, p.form.originals, library.catalogue), listed(forms), 30)
        before = len(package.measures.fields[0].parts)
        after = len(package.measures.fields[1].parts)
        yield Row(f"merge {theme.id}, {before} fields to {after}", ours, 3, "listing the fields", peer)
    items, forms, catalogue = made_up()
    ours, peer = in_turn(lambda: fresh(items, forms, catalogue), listed(forms), 5)
    yield Row(f"merge {FORMS} forms, {FORMS * FIELDS:,} fields", ours, 1000, "listing the fields", peer)


def fresh(items, forms, catalogue) -> object:  # type: ignore[no-untyped-def]
    """The one table, made without what was remembered."""
    catalogue.merged.clear()
    return merge(items, forms, catalogue, "一张表单")


def listed(forms):  # type: ignore[no-untyped-def]
    """What any merge needs at least: each field once, under its element."""
    return lambda: {
        field.element: field for form in forms.values() for section in form.sections for field in section.fields
    }


def made_up() -> tuple[list[Planned], dict[str, Form], Catalogue]:
    """Forms that share half of their data, each the form of an item."""
    objects = {f"object-{n}": ObjectClass(id=f"object-{n}", name=f"对象{n}") for n in range(OBJECTS)}
    properties = {f"property-{n}": Property(id=f"property-{n}", name=f"特性{n}", max_length=50) for n in range(FORMS)}
    forms = {}
    for number in range(FORMS):
        fields = tuple(
            Field(
                label=f"栏{at}",
                element=f"object-{at % OBJECTS}.property-{at if at % 2 else (number + at) % FORMS}",
                max_length=20 + at,
            )
            for at in range(FIELDS)
        )
        sections = (Section(name="一节", fields=fields),)
        forms[f"form-{number}"] = Form(
            id=f"form-{number}", name=f"表{number}", source="G", certain=True, sections=sections
        )
    items = [Planned(item=_item(form), stage=1, requires=(), why="") for form in forms]
    kinds = {"result": MaterialKind(id="result", name="结果")}
    return items, forms, Catalogue(objects=objects, properties=properties, kinds=kinds)


def _item(form: str) -> ServiceItem:
    return ServiceItem(
        id=f"item-of-{form}",
        name=f"办{form}",
        department="office",
        type=ItemType.LICENCE,
        results=(Result(material="result", name="结果", type="证照"),),
        form=form,
        limits=Limits(statutory=_STATED, promised=_STATED),
        fee=_STATED,
        trips=_STATED,
    )
