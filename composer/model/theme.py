"""Themes (一件事) and the library that holds them with their catalogue."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any

from pydantic import Field

from composer.model.base import Id, Located, Model, Short, Sourced, Text
from composer.model.clean_up import CleanUp
from composer.model.condition import Condition
from composer.model.element import (
    DataElement,
    ElementNote,
    ElementRef,
    ObjectClass,
    Property,
    Qualifier,
    Representation,
    Synonym,
    ValueDomain,
)
from composer.model.form import Form
from composer.model.item import Department, LegalBasis, ServiceItem
from composer.model.material import Holder, Material, MaterialKind, MaterialRef
from composer.model.objective import Objective
from composer.model.policy import Policy, windows
from composer.model.situation import Question
from composer.model.value import ValueSpec, ValueType


class LifeStage(StrEnum):
    """Stages of life of a company and of a person, after 国办发〔2025〕24号."""

    ENTRY = "准入准营"
    HIRING = "招聘用工"
    TAX = "纳税缴费"
    GROWTH = "经营发展"
    BUILDING = "工程建设"
    EXIT = "注销退出"
    BIRTH = "出生"
    EDUCATION = "教育"
    JOB = "就业"
    LIVING = "生活"
    HOME = "置业"
    TRAVEL = "出行"
    HEALTH = "就医"
    AID = "救助"
    OLD_AGE = "养老"
    AFTER_DEATH = "身后"


class AskedQuestion(Short):
    """A question that the theme asks; only while `when` holds."""

    question: Id
    when: Condition | None = None
    default: tuple[Id, ...] | None = None

    def ordinary(self, question: Question) -> tuple[str, ...]:
        """The answer taken when none is given, in the order of the options of `question`, which this one asks."""
        if self.default is None:
            return question.ordinary
        return tuple(option.id for option in question.options if option.id in self.default)


class Candidate(Short):
    """An item that the theme may use, in order of preference where several are equally good.

    `forced`: it is part of the package whenever `when` holds, whether or not a want calls for it.
    """

    item: Id
    when: Condition | None = None
    forced: bool = False


class Want(Short):
    """A result that the applicant wants."""

    material: MaterialRef
    when: Condition | None = None


class ThemeForm(Sourced):
    """The one form: its name as published or proposed."""

    name: Text


class Variant(Sourced):
    """What a place does differently (各地做法)."""

    place: Text
    fact: Text


class Theme(Located):
    """主题 / 一件事. `guide` is Markdown prose.

    `objectives`: what the chain makes least, the first one first; then come fewest items and the order of `items`.
    `policies`: as read, all that the theme knows, by id; of a theme that went through **reform**, those in force.
    """

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    audience: Text
    stage: LifeStage
    lead: Id
    summary: Text
    bases: tuple[LegalBasis, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    wants: tuple[Want, ...] = Field(min_length=1)
    items: tuple[Candidate, ...] = Field(min_length=1)
    objectives: tuple[Objective, ...] = ()
    form: ThemeForm
    variants: tuple[Variant, ...] = ()
    notes: str | None = None
    guide: str = ""
    policies: tuple[Policy, ...] = ()

    @property
    def windows(self) -> tuple[tuple[str, ...], ...]:
        """Of a reformed theme: sets of items that one window accepts together, so that they share its visits."""
        return windows(self.policies)

    @cached_property
    def reformed(self) -> dict[Any, Any]:
        """What **reform** made of this theme before, by catalogue and policies in force."""
        return {}


class Source(Located):
    """Where facts come from; `grade` A government page, B system or reprint, C retold, G general knowledge.

    `linkable` is false for a mirror or a private site that a citizen must not be sent to.
    """

    id: str = Field(pattern=r"^[A-Za-z0-9一-鿿-]+$", max_length=40)
    title: Text
    grade: str = Field(pattern="^[ABCG]$")
    address: str | None = None
    linkable: bool = False


class Catalogue(Model):
    """Everything that themes share, by id."""

    departments: Mapping[str, Department] = {}
    sources: Mapping[str, Source] = {}
    kinds: Mapping[str, MaterialKind] = {}
    holders: Mapping[str, Holder] = {}
    clean_ups: Mapping[str, CleanUp] = {}
    objects: Mapping[str, ObjectClass] = {}
    properties: Mapping[str, Property] = {}
    representations: Mapping[str, Representation] = {}
    domains: Mapping[str, ValueDomain] = {}
    qualifiers: Mapping[str, Qualifier] = {}
    synonyms: Mapping[str, Synonym] = {}
    elements: Mapping[str, ElementNote] = {}
    questions: Mapping[str, Question] = {}
    items: Mapping[str, ServiceItem] = {}
    forms: Mapping[str, Form] = {}

    @cached_property
    def known(self) -> dict[str, Any]:
        """Materials and elements that were looked up before, by reference (the two are written differently)."""
        return {}

    @cached_property
    def readings(self) -> dict[Any, Any]:
        """What names of materials were read as before, and what makes names and labels ready to be read."""
        return {}

    @cached_property
    def narrowed(self) -> dict[Any, Any]:
        """What answers left of forms before, by form and which of its conditions hold."""
        return {}

    @cached_property
    def merged(self) -> dict[Any, Any]:
        """The rows that fields of forms became before, by the fields."""
        return {}

    def material(self, ref: MaterialRef) -> Material:
        """The material of a reference whose parts are known to exist."""
        found: Material | None = self.known.get(ref)
        if found is None:
            kind, _, holder = ref.partition("@")
            found = Material(kind=self.kinds[kind], holder=self.holders[holder] if holder else None)
            self.known[ref] = found
        return found

    def element(self, ref: ElementRef) -> DataElement:
        """The data element of a reference whose parts are known to exist.

        Its label is object + qualifier + property unless noted.
        """
        found: DataElement | None = self.known.get(ref)
        if found is None:
            about, trait, qualifier = self.parts(ref)
            note = self.elements.get(ref) or ElementNote(id=ref)
            found = DataElement(
                ref=ref,
                object=about,
                trait=trait,
                qualifier=qualifier,
                label=note.label or f"{about.name}{qualifier.name if qualifier else ''}{trait.name}",
                help=note.help or trait.help,
                spec=self.spec(trait, note),
                provided_by=note.provided_by,
                record=note.record,
            )
            self.known[ref] = found
        return found

    def parts(self, ref: ElementRef) -> tuple[ObjectClass, Property, Qualifier | None]:
        """The object class, property and qualifier of a reference whose parts are known to exist."""
        about, trait, *qualifier = ref.split(".")
        return self.objects[about], self.properties[trait], self.qualifiers[qualifier[0]] if qualifier else None

    def spec(self, trait: Property, note: ElementNote) -> ValueSpec:
        """The limits on values of `trait`, as its representation, it itself and the note of the element set them."""
        spec = ValueSpec(type=trait.type or ValueType.TEXT)
        representation = note.representation or trait.representation
        if representation:
            written = self.representations[representation]
            spec = written.narrow(ValueSpec(type=written.type, format=written.format))
        domain = note.domain or trait.domain
        if domain:
            spec = spec.model_copy(update={"choices": self.domains[domain].choices})
        return trait.narrow(spec)


class Library(Model):
    """A catalogue and its themes: what a folder of content, or a database, holds."""

    catalogue: Catalogue
    themes: Mapping[str, Theme] = {}
