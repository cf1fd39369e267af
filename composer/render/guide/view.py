"""What a guide shows, already worded in Chinese: templates only lay it out.

`source` is always the number of a row of `GuideView.sources`. `certain` is false where the place named does not
settle the fact; `known` is false where a quantity, or a part of a sum, is not stated anywhere.
"""

from composer.model.base import Model


class Fact(Model):
    """A statement as it was published, with the number of its source."""

    text: str
    certain: bool
    source: int
    note: str | None = None


class Quantity(Model):
    """A quantity as read (`said`) and the statement that it was read from; `plain` where that says no more."""

    said: str
    known: bool
    fact: Fact | None = None
    plain: bool = False


class AnswerView(Model):
    """A question with the labels chosen; `changed` where that is not the theme's ordinary case."""

    question: str
    chosen: tuple[str, ...]
    changed: bool


class ResultView(Model):
    """What the applicant gets, from which item of which department; `wanted` where it is a goal of the theme."""

    name: str
    type: str
    item: str
    department: str
    wanted: bool


class StepView(Model):
    """One item as a step. `number` counts through the guide; `before` names the steps that must be done first."""

    id: str
    number: int
    name: str
    department: str
    unit: str | None
    public: bool
    type: str
    code: Fact | None
    why: str
    before: tuple[str, ...]
    how: str
    joint: bool
    promised: Quantity
    statutory: Quantity
    waiting: Quantity | None
    visits: Quantity
    fee: Quantity
    results: tuple[str, ...]
    hand_in: tuple[str, ...]
    eligibility: tuple[str, ...]
    notes: str | None


class StageView(Model):
    """Steps that can run side by side once the stages before are done."""

    number: int
    steps: tuple[StepView, ...]


class DemandView(Model):
    """What one item asks for, in its department's own wording. `unchecked` names facts that nobody has verified."""

    item: str
    department: str
    fact: Fact
    wording: str
    carrier: str
    necessity: str
    channel: str
    issuer: str | None
    basis: str | None
    alternatives: tuple[str, ...]
    supply: str
    producer: str | None
    commitment: Fact | None
    unchecked: tuple[str, ...]


class MaterialView(Model):
    """One document, once. `sheets` says how many originals and copies; `checked` is false where that is unverified.

    `items` names the steps that it serves, `steps` are their numbers; `reason` says where it comes from. `material` is
    its kind and holder. `wordings` counts what departments call it; `why_one` says why that is one document, and
    `why_apart` why others of its kind are not among the demands.
    """

    number: int
    id: str
    material: str
    name: str
    sheets: str
    checked: bool
    certain: bool
    optional: bool
    reason: str
    alternatives: tuple[str, ...]
    items: tuple[str, ...]
    steps: tuple[int, ...]
    demands: tuple[DemandView, ...]
    wordings: int
    why_one: str | None
    why_apart: str | None


class MaterialGroup(Model):
    """Documents that come the same way."""

    supply: str
    title: str
    hint: str
    rows: tuple[MaterialView, ...]


class FieldView(Model):
    """One datum of the one form, and the originals that it fills."""

    label: str
    required: bool
    filled_by: str
    fills: tuple[str, ...]


class FieldGroupView(Model):
    """The data about one thing; `repeats` where it is a table of up to `max_rows`."""

    name: str
    repeats: bool
    max_rows: int
    fields: tuple[FieldView, ...]


class ReplacedForm(Model):
    """An original form, whose items they are, and whether its fields are certain."""

    fact: Fact
    items: tuple[str, ...]


class ConflictView(Model):
    """A datum on which the original forms do not agree."""

    label: str
    reason: str
    places: tuple[str, ...]


class FormView(Model):
    """The one form; counts are rows of its table."""

    fact: Fact
    replaces: tuple[ReplacedForm, ...]
    to_fill: int
    prefilled: int
    by_department: int
    groups: tuple[FieldGroupView, ...]
    conflicts: tuple[ConflictView, ...]


class PartView(Model):
    """One thing that a figure counts."""

    name: str
    item: str | None
    amount: str | None


class FigureSide(Model):
    """A figure before, or after, with what it counts."""

    said: str
    known: bool
    parts: tuple[PartView, ...]


class FigureView(Model):
    """A figure before and after; `saved` says the difference where both sides are known counts."""

    id: str
    label: str
    before: FigureSide
    after: FigureSide
    saved: str | None
    note: str | None


class TimeRowView(Model):
    """A step in time; `waiting_until` where others must be waited for, `deadline` where that limit is known."""

    item: str
    length: str
    waiting_until: str | None
    start: str
    finish: str
    deadline: str | None
    slack: str
    critical: bool
    known: bool


class LaterView(Model):
    """A document that may follow later: which step asks for it, by when, and whether it can be there by then."""

    name: str
    item: str
    by: str
    issuer: str | None


class TimesView(Model):
    """All steps in time, and what may follow later; `path` decides the end.

    `start` is the day of application (ISO) where one was given.
    """

    end: str
    basis: str
    estimated: str | None
    start: str | None
    path: tuple[str, ...]
    rows: tuple[TimeRowView, ...]
    later: tuple[LaterView, ...]


class UnknownView(Model):
    """A quantity that is not stated: which item, which quantity, and the text found in its place."""

    item: str
    figure: str
    text: str


class GlanceView(Model):
    """One of the few numbers that a guide opens with."""

    label: str
    value: str
    known: bool


class BasisView(Model):
    """A legal basis, once, with all items that rest on it (none: the theme itself)."""

    law: str
    article: str | None
    gist: str
    certain: bool
    source: int
    note: str | None
    items: tuple[str, ...]


class LawView(Model):
    """The law that a policy rests on."""

    law: str
    article: str | None
    gist: str
    certain: bool
    source: int


class ReformView(Model):
    """A policy. `fact` is its name, with source and remark; `reason` why it is not in force.

    `saves` is said beside the other policies in force, `alone` without them where that is something else; None where
    these answers cannot use it. `instead` says how documents are met otherwise, `worse` what becomes more with it.
    """

    id: str
    way: str
    fact: Fact
    law: LawView
    since: str | None
    reason: str | None
    saves: str | None
    alone: str | None
    instead: tuple[str, ...]
    worse: tuple[str, ...]
    fault: str | None


class ReformsView(Model):
    """The policies in force, those that are not, and what the first save together."""

    used: tuple[ReformView, ...]
    others: tuple[ReformView, ...]
    together: str | None


class VariantView(Model):
    """What a place does differently."""

    place: str
    fact: Fact


class DroppedView(Model):
    """One thing that was left out, the item that it belonged to, and why."""

    name: str
    item: str | None
    reason: str


class DroppedGroup(Model):
    """What was left out, by kind."""

    kind: str
    rows: tuple[DroppedView, ...]


class SourceView(Model):
    """A source. `link` is there only where a citizen may be sent; `host` says where an unlinked one was read."""

    number: int
    title: str
    grade: str
    grade_label: str
    link: str | None
    host: str | None


class GuideView(Model):
    """The whole guide for one person's answers. `prose` is Markdown; `lead` is the leading department.

    `best` says what the choice of items made least, and whether that is proved.
    """

    theme: str
    title: str
    summary: str
    audience: str
    life_stage: str
    lead: str
    prose: str
    answers: tuple[AnswerView, ...]
    glance: tuple[GlanceView, ...]
    results: tuple[ResultView, ...]
    stages: tuple[StageView, ...]
    critical_path: tuple[str, ...]
    times: TimesView
    materials: tuple[MaterialGroup, ...]
    form: FormView | None
    figures: tuple[FigureView, ...]
    best: str
    unknown: tuple[UnknownView, ...]
    reforms: ReformsView | None
    bases: tuple[BasisView, ...]
    variants: tuple[VariantView, ...]
    dropped: tuple[DroppedGroup, ...]
    notes: str | None
    sources: tuple[SourceView, ...]

    @property
    def steps(self) -> tuple[StepView, ...]:
        """All steps, in order."""
        return tuple(step for stage in self.stages for step in stage.steps)
