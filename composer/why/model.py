"""What an explanation is made of: steps from a want down to a thing, switches, alternatives, ways out."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from composer.effects import Told
from composer.errors import Finding, Place
from composer.model.base import Model

PlaceText = Annotated[str | None, BeforeValidator(lambda at: str(at) if isinstance(at, Place) else at)]
"""A place of the content as messages write it, `file:line:column`; None where it is not known."""


class ThingKind(StrEnum):
    """What can be asked about."""

    ITEM = "item"
    MATERIAL = "material"
    FIELD = "field"
    QUESTION = "question"
    POLICY = "policy"

    @property
    def label(self) -> str:
        """The kind in Chinese."""
        return _LABELS[self]


_LABELS = {
    ThingKind.ITEM: "事项",
    ThingKind.MATERIAL: "材料",
    ThingKind.FIELD: "字段",
    ThingKind.QUESTION: "问题",
    ThingKind.POLICY: "改革举措",
}


class Thing(Model):
    """An item, a material (`kind`, `kind@holder`, the one form), a datum, a question or a policy, as it is named."""

    kind: ThingKind
    id: str
    name: str


class StepKind(StrEnum):
    """What a step of a chain of wants is."""

    WANT = "want"
    FORCED = "forced"
    ITEM = "item"
    DEMAND = "demand"
    PREREQUISITE = "prerequisite"
    FORM = "form"
    LAW = "law"


class Step(Model):
    """One step: what it is, whose id, the document's name as its department words it, and where that is written.

    `source` is an id of the sources or an address, `certain` whether that was verified; `because` the condition that
    holds, with the answer that made it.
    """

    kind: StepKind
    id: str
    name: str
    text: str
    place: PlaceText = None
    source: str | None = None
    certain: bool | None = None
    basis: str | None = None
    because: str | None = None


Chain = tuple[Step, ...]
"""From what is wanted (or an item that must be done) down to the thing asked about."""


class Use(Model):
    """One thing that the thing serves: the chain of wants that ends in it, and how the document is had there."""

    chain: Chain
    supply: str | None = None


class Ground(StrEnum):
    """On what ground a thing is not in the package."""

    NOT_LISTED = "not-listed"
    ANSWERS = "answers"
    POLICY = "policy"
    LEFT_OUT = "left-out"
    AT_HAND = "at-hand"
    NOT_NEEDED = "not-needed"
    EXCLUDED = "excluded"
    UNREACHABLE = "unreachable"
    WORSE = "worse"
    AS_GOOD = "as-good"
    NOT_PROVED = "not-proved"


class Weighed(Model):
    """What one objective comes to in the package, and in the best way with the thing that was not taken.

    `decides` marks the first objective in which the two differ.
    """

    objective: str
    chosen: str
    instead: str
    decides: bool = False


class Alternative(Model):
    """Another item, or another document, that could stand in its place, and why it does not."""

    kind: ThingKind
    id: str
    name: str
    reason: str
    ground: Ground | None = None
    weighed: tuple[Weighed, ...] = ()


class Cause(Model):
    """What switched a thing on or off: one Chinese sentence, and where the rule is written; `basis` its law."""

    text: str
    place: PlaceText = None
    ground: Ground | None = None
    basis: str | None = None


class Effect(Model):
    """What a question decides: the part of content that looks at it, and the answers under which that part counts."""

    kind: str
    id: str
    name: str
    when: str
    holds: bool
    place: PlaceText = None


class Rewriting(Model):
    """What a policy changes in the content as written: the items concerned, in words, and where those are written.

    `counts`: one of the items is handled here, or would be without the policy.
    """

    items: tuple[str, ...]
    text: str
    counts: bool
    place: PlaceText = None


class Way(Model):
    """The least that would have to be added: documents at hand, items taken in; in words and by id."""

    materials: tuple[Thing, ...]
    items: tuple[Thing, ...]
    text: str


class Obstacle(Model):
    """Why no package comes about for these answers: a finding of the chain, `name` the thing as readers name it."""

    rule: str
    subject: str
    name: str
    reason: str
    suggestion: str
    place: PlaceText = None

    @classmethod
    def of(cls, finding: Finding, name: str) -> "Obstacle":
        """The finding about the thing of that name, as plain data."""
        return cls(
            rule=finding.rule,
            subject=finding.subject,
            name=name,
            reason=finding.reason,
            suggestion=finding.suggestion,
            place=finding.place,
        )


class Explanation(Model):
    """Why a thing is in the package, or why not.

    `uses` end in the thing, one each that calls for it; `alternatives` are what was not taken; `causes` what switched
    it on or off; `weighed` what the package would come to with it; `effects` only for a question. Of a policy `present`
    is whether it is in force; `law` is what it rests on, `rewritings` what it changes, `saves` what that saves. Where
    no package comes about, `obstacles` say what stands in the way and `ways` the smallest sets of additions that would
    clear it.
    """

    thing: Thing
    present: bool
    summary: str
    uses: tuple[Use, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    causes: tuple[Cause, ...] = ()
    weighed: tuple[Weighed, ...] = ()
    effects: tuple[Effect, ...] = ()
    law: Step | None = None
    rewritings: tuple[Rewriting, ...] = ()
    saves: tuple[Told, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    ways: tuple[Way, ...] = ()
