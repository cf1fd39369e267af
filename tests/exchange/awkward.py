"""A tiny package whose every text is given, for names that no content ought to have."""

from composer.compose import compose
from composer.model.element import Code, ObjectClass, Property, ValueDomain
from composer.model.form import Field, FilledBy, Form, Section
from composer.model.item import Department, ItemType, Limits, Requirement, Result, ServiceItem, Stated
from composer.model.material import MaterialKind
from composer.model.package import ThemePackage
from composer.model.situation import Option, Question
from composer.model.theme import AskedQuestion, Candidate, Catalogue, LifeStage, Theme, ThemeForm, Want
from composer.model.value import ValueType


def awkward_package(text: str) -> tuple[ThemePackage, Catalogue]:
    """A package of one item and one form of every representation, where each name is `text` (and 表, of its form)."""
    stated = (Stated(text="不收费", source="G", certain=True),)
    properties = {
        f"p{number}": Property(
            id=f"p{number}",
            name=text,
            type=written,
            domain="domain" if written in (ValueType.CHOICE, ValueType.CHOICES) else None,
            unit=text,
            help=text,
        )
        for number, written in enumerate(ValueType)
    }
    objects = {
        "one": ObjectClass(id="one", name=text),
        "many": ObjectClass(id="many", name=text, repeats=True, max_rows=3),
    }
    sections = tuple(
        Section(
            name=text,
            fields=tuple(
                Field(label=text, element=f"{about}.{trait}", filled_by=by) for trait in properties for by in FilledBy
            ),
        )
        for about in objects
    )
    item = ServiceItem(
        id="item",
        name=text,
        department="office",
        type=ItemType.LICENCE,
        requires=(Requirement(any_of=("application",), name=text, source="G", certain=True),),
        results=(Result(material="licence", name=text, type="证照"),),
        form="form",
        limits=Limits(statutory=stated, promised=stated),
        fee=stated,
        trips=stated,
    )
    catalogue = Catalogue(
        departments={"office": Department(id="office", name=text)},
        kinds={
            "licence": MaterialKind(id="licence", name=text),
            "application": MaterialKind(id="application", name=f"{text}表", form="form"),
        },
        objects=objects,
        properties=properties,
        domains={
            "domain": ValueDomain(
                id="domain", name=text, codes=(Code(label=text), Code(label=f"{text}2")), source="G", certain=True
            )
        },
        questions={"question": Question(id="question", text=text, options=(Option(id="yes", label=text),))},
        items={"item": item},
        forms={"form": Form(id="form", name=text, source="G", certain=False, sections=sections)},
    )
    theme = Theme(
        id="theme",
        name=text,
        audience=text,
        stage=LifeStage.ENTRY,
        lead="office",
        summary=text,
        questions=(AskedQuestion(question="question"),),
        wants=(Want(material="licence"),),
        items=(Candidate(item="item"),),
        form=ThemeForm(name=text, source="G", certain=False),
    )
    return compose(theme, catalogue), catalogue
