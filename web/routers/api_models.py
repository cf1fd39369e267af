"""What the API answers with. The package itself is written by composer.exchange.json; docs/reference/json.md."""

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from composer.why.compare import Difference
from composer.why.loops import Loop
from composer.why.model import Obstacle, Way
from composer.why.whatif import Change


class ThemeOut(BaseModel):
    """A theme."""

    id: str
    name: str
    audience: str
    stage: str
    lead: str
    summary: str


class ThemeListOut(BaseModel):
    """All themes."""

    themes: list[ThemeOut]


class OptionOut(BaseModel):
    """A possible answer."""

    id: str
    label: str
    help: str | None


class QuestionOut(BaseModel):
    """A question; `default` is what counts when it is not answered."""

    id: str
    text: str
    help: str | None
    multiple: bool
    default: list[str]
    when: dict[str, JsonValue] | None
    options: list[OptionOut]


class NextOut(BaseModel):
    """The question to put now, null when none can change the package; `open` are all that still can."""

    question: QuestionOut | None
    open: list[str]


class ThemeDetailOut(ThemeOut):
    """A theme with its questions."""

    aliases: list[str]
    questions: list[QuestionOut]


class ErrorOut(BaseModel):
    """One thing that is wrong: rule, the question concerned, the reason, and the way out."""

    rule: str
    subject: str
    reason: str
    suggestion: str


class ProblemOut(BaseModel):
    """RFC 9457."""

    title: str
    status: int
    detail: str
    errors: list[ErrorOut]


class _Part(BaseModel):
    model_config = ConfigDict(extra="allow")


class PackageThemeOut(BaseModel):
    """The theme of a package."""

    id: str
    name: str
    audience: str


class PackageItemOut(_Part):
    """An item; `requires` are items of this package that must be done before, all of an earlier stage."""

    id: str
    name: str
    department: str
    stage: int = Field(ge=1)
    requires: list[str]


class PackageMaterialOut(_Part):
    """A document, once; `supply` is applicant, deferred, commitment, chain or shared; `for` the items served."""

    id: str
    name: str
    holder: str | None
    supply: str
    for_: list[str] = Field(alias="for")


class PackageFieldOut(_Part):
    """A row of the one form; `for` the items served."""

    id: str
    label: str
    for_: list[str] = Field(alias="for")


class PackageFormOut(_Part):
    """The one form."""

    name: str
    fields: list[PackageFieldOut]


class PackageFiguresOut(BaseModel):
    """Figures of one side; ranges by their high end, unknown parts stand in `unknown`. Days, CNY."""

    items: float
    materials: float
    forms: float
    fields: float
    trips: float
    days_statutory: float
    days_promised: float
    fees: float


class PackageMeasuresOut(_Part):
    """Before: each item on its own; after: as one thing."""

    before: PackageFiguresOut
    after: PackageFiguresOut
    unknown: list[dict[str, JsonValue]]


class PackageOut(_Part):
    """A package for one set of answers."""

    theme: PackageThemeOut
    answers: dict[str, list[str]]
    items: list[PackageItemOut]
    materials: list[PackageMaterialOut]
    form: PackageFormOut
    dropped: list[dict[str, JsonValue]]
    measures: PackageMeasuresOut


class LoopsOut(BaseModel):
    """Items that can only wait for one another, in a catalogue of so many `items`; docs/reference/json.md."""

    items: int = Field(ge=0)
    loops: list[Loop]


class WhatIfOut(BaseModel):
    """Two packages and all that differs between them; null where none comes about, and then what stands in the way."""

    changes: list[Change]
    before: PackageOut | None
    after: PackageOut | None
    differences: list[Difference]
    broken_by: list[int]
    opened_by: list[int]
    obstacles: list[Obstacle]
    ways: list[Way]
    before_obstacles: list[Obstacle]
    before_ways: list[Way]


class FaultOut(BaseModel):
    """What is wrong with one datum, or that it is missing; `entry` counts the lines of a group from 1.

    `place` is where it stands in what was sent, empty where it does not.
    """

    datum: str
    label: str
    entry: int | None
    place: str
    code: str
    message: str


class UnusedOut(BaseModel):
    """Something that was sent and that this table does not ask; `datum` is empty where its name means nothing."""

    datum: str
    entry: int | None
    place: str


class CheckOut(BaseModel):
    """The values that are good, those worked out among them, and everything that is wrong or missing."""

    complete: bool
    faults: list[FaultOut]
    values: dict[str, JsonValue]
    unused: list[UnusedOut]


class FieldErrorOut(ErrorOut):
    """An error with the datum that it is about; without one where what was sent could not be read."""

    datum: str | None = None
    entry: int | None = None
    place: str | None = None
    code: str | None = None


class FormProblemOut(BaseModel):
    """RFC 9457, with the fields that are wrong."""

    title: str
    status: int
    detail: str
    errors: list[FieldErrorOut]
