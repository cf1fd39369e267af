"""What the pipeline passes on, pass by pass, and the package it ends in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

from composer.model.base import Model
from composer.model.element import DataElement, ElementRef, FormPart, Rule
from composer.model.form import FieldUse, Form
from composer.model.item import Requirement, ServiceItem
from composer.model.objective import USUAL, Objective, Terms
from composer.model.policy import Policy, windows
from composer.model.quantity import Days, Money, Visits
from composer.model.theme import AskedQuestion, Theme, Want
from composer.model.timeline import Timeline
from composer.model.value import ValueSpec


class DroppedKind(StrEnum):
    """What sort of thing a pass left out."""

    QUESTION = "问题"
    ITEM = "事项"
    REQUIREMENT = "材料"
    FIELD = "字段"
    WANT = "结果"
    POLICY = "改革举措"


class Dropped(Model):
    """One thing that a pass left out, and why. `item` is the item it belonged to."""

    kind: DroppedKind
    id: str
    name: str
    item: str | None = None
    reason: str


class Case(Model):
    """After **select**: the theme narrowed to what these answers leave. Items come in order of preference.

    A form of which nothing is left is not among `forms`.
    """

    theme: Theme
    answers: Mapping[str, tuple[str, ...]]
    asked: tuple[AskedQuestion, ...]
    wants: tuple[Want, ...]
    items: tuple[ServiceItem, ...]
    forms: Mapping[str, Form]
    dropped: tuple[Dropped, ...]


class Flow(Model):
    """A material that goes from the item that issues it to a requirement (by its position) of a later one."""

    material: str
    producer: str
    consumer: str
    requirement: int


class Planned(Model):
    """An item of the package with its stage (from 1), what must be done before it, and why it is here."""

    item: ServiceItem
    stage: int
    requires: tuple[str, ...]
    why: str


class Achieved(Model):
    """An objective with what the chosen items come to (days, yuan or a count), and below what no choice can come.

    The objectives stand in order: the bound of one holds for choices that are as good in those before it. `unknown`
    is the number of items that leave it open; their part is in neither figure.
    """

    objective: Objective
    value: float
    bound: float
    unknown: int = 0


class Best(Model):
    """How good the choice of items is: `proved` best in the order of the objectives, or with a gap left.

    `way`: how it was found: nothing to choose, the exact solver, or the any-time solver. `stopped`: what ended the
    search before it was done.
    """

    achieved: tuple[Achieved, ...]
    proved: bool
    way: Literal["forced", "exact", "any-time"]
    stopped: Literal["time", "interrupt"] | None = None


class Plan(Model):
    """After **chain**: the items that serve the wants, by stage and then in order of preference."""

    items: tuple[Planned, ...]
    flows: tuple[Flow, ...]
    best: Best
    dropped: tuple[Dropped, ...]


class Supply(StrEnum):
    """Where a requirement's document comes from; in order of what it asks of the applicant, most first."""

    APPLICANT = "applicant"
    DEFERRED = "deferred"
    COMMITMENT = "commitment"
    CHAIN = "chain"
    SHARED = "shared"

    @property
    def label(self) -> str:
        """The way in Chinese."""
        return _SUPPLY_LABELS[self]

    @property
    def is_handed_in(self) -> bool:
        """Whether the applicant hands something in, now or later, the document or a letter."""
        return self in (Supply.APPLICANT, Supply.DEFERRED, Supply.COMMITMENT)


_SUPPLY_LABELS = {
    Supply.APPLICANT: "申请人自备",
    Supply.DEFERRED: "容缺后补",
    Supply.COMMITMENT: "告知承诺",
    Supply.CHAIN: "前序产出",
    Supply.SHARED: "数据共享",
}


class Supplied(Model):
    """One requirement of one item, the material that meets it, where that comes from and why."""

    item: str
    requirement: Requirement
    material: str
    supply: Supply
    reason: str
    producer: str | None = None

    @property
    def name(self) -> str:
        """What is handed in, in the words of the item: the requirement's name, or that of the letter instead of it."""
        letter = self.requirement.commitment if self.supply is Supply.COMMITMENT else None
        return letter.name if letter else self.requirement.name


ONE_FORM = "one-form"
"""Row under which the application forms that have become the one form are handed in."""


class MaterialRow(Model):
    """One document of one holder, once (材料去重). Originals and photocopies are numbers of sheets handed in.

    `id` is what makes its demands one (composer/materials/identity.py), `material` the `kind@holder` that they declare.
    `why_one` says why they are one where there are several; `why_apart` why others of this kind are not among them.
    """

    id: str
    material: str
    name: str
    holder: str | None
    supply: Supply
    reason: str
    originals: int
    copies: int
    optional: bool
    alternatives: tuple[str, ...]
    demands: tuple[Supplied, ...]
    why_one: str | None = None
    why_apart: str | None = None


class FieldSource(StrEnum):
    """Who gives the datum of a row: the applicant, a result of this chain, another row, or the department."""

    APPLICANT = "applicant"
    CHAIN = "chain"
    COMPUTED = "computed"
    DEPARTMENT = "department"


class Derived(Model):
    """How a row follows from the row `of`; `always`: every valid value of that row tells it, so it is not asked."""

    rule: Rule
    of: ElementRef
    always: bool


class FieldRow(Model):
    """One datum of the one table (一数), with limits intersected in `spec` and every original place that it fills."""

    id: ElementRef
    element: DataElement
    label: str
    required: bool
    source: FieldSource
    spec: ValueSpec
    derived: tuple[Derived, ...] = ()
    uses: tuple[FieldUse, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """The labels of its choices."""
        return tuple(choice.label for choice in self.spec.choices)


class FieldGroup(Model):
    """The rows about one object class; `repeats` makes it a table of `min_rows` to `max_rows`."""

    id: str
    name: str
    part: FormPart
    repeats: bool
    min_rows: int
    max_rows: int
    rows: tuple[FieldRow, ...]


class ConflictKind(StrEnum):
    """On what original forms do not agree."""

    TYPE = "type"
    OPTIONS = "options"
    LENGTH = "length"
    RANGE = "range"
    UNIT = "unit"


class Conflict(Model):
    """Original forms that do not agree on what a datum may be; `uses` are their places, `proposal` the way out.

    `resolved`: the one table does as proposed, and every form gets what it asks for.
    """

    element: ElementRef
    kind: ConflictKind
    reason: str
    proposal: str
    resolved: bool
    uses: tuple[FieldUse, ...]


class MergedForm(Model):
    """一张表单: the one table, and the originals that it fills (form id to form; form id to its items)."""

    name: str
    groups: tuple[FieldGroup, ...]
    conflicts: tuple[Conflict, ...]
    originals: Mapping[str, Form]
    serves: Mapping[str, tuple[str, ...]]

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """The rows of all groups, in order."""
        return tuple(row for group in self.groups for row in group.rows)


class Part(Model):
    """One thing that a figure counts, with its amount as text: a figure can be opened to its parts."""

    id: str
    name: str
    amount: str


class Figure(Model):
    """A count before or after, with what it counts; `known` is false where a part is unknown ("at least")."""

    value: float
    parts: tuple[Part, ...]
    known: bool = True


class Measures(Model):
    """三减一优: every figure before (each item on its own) and after (as one thing)."""

    items: tuple[Figure, Figure]
    materials: tuple[Figure, Figure]
    forms: tuple[Figure, Figure]
    fields: tuple[Figure, Figure]
    trips: tuple[Figure, Figure]
    days_statutory: tuple[Figure, Figure]
    days_promised: tuple[Figure, Figure]
    fees: tuple[Figure, Figure]
    duration: Mapping[str, Days]
    critical_path: tuple[str, ...]
    unknown: tuple[Part, ...]


FIGURES: Final = tuple(
    name for name, field in Measures.model_fields.items() if field.annotation == tuple[Figure, Figure]
)
"""Names of the figures that stand before and after, in their order."""


class Timing(Model):
    """An item's limits, fee and visits as read from their texts; `waiting` is part of both limits."""

    statutory: Days
    promised: Days
    waiting: Days = Days()
    fee: Money
    visits: Visits


class ThemePackage(Model):
    """主题套餐: what `compose` returns for one set of answers.

    `theme` is the theme as written; `policies` are those in force, which the items here went through.
    """

    theme: Theme
    answers: Mapping[str, tuple[str, ...]]
    asked: tuple[AskedQuestion, ...]
    items: tuple[Planned, ...]
    timings: Mapping[str, Timing]
    timeline: Timeline
    flows: tuple[Flow, ...]
    best: Best
    supplies: tuple[Supplied, ...]
    materials: tuple[MaterialRow, ...]
    form: MergedForm
    terms: Terms = USUAL
    policies: tuple[Policy, ...] = ()
    dropped: tuple[Dropped, ...]
    measures: Measures

    @property
    def windows(self) -> tuple[tuple[str, ...], ...]:
        """Sets of items that one window accepts together."""
        return windows(self.policies)
