"""Policies (改革举措): reform as data. While one is in force, it rewrites items, requirements or time of its theme.

What each kind does is in `composer/policies/kinds`, one file a kind.
"""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from composer.model.base import Day, Id, Located, Short, Sourced, Text
from composer.model.condition import Condition
from composer.model.element import ElementRef
from composer.model.item import Due, ItemType, LegalBasis, Requirement, Statements, Supervision
from composer.model.material import MaterialRef


class PolicyFacts(Sourced):
    """What every policy says: the law that it rests on, for whom it holds, since when and until when.

    `source` and `certain` are of what it changes here, those of `basis` are of the law. `on` is false for what is
    counted only when somebody switches it on: a practice of some places, or a plan.
    """

    rewriting: ClassVar[str]
    """The file of `composer/policies/kinds` that knows what it does."""

    id: Id
    name: Text
    basis: LegalBasis
    when: Condition | None = None
    effective: Day | None = None
    until: Day | None = None
    on: bool = True


class Demanded(Short):
    """A document that is asked for: by `item`, or by every item of the theme that does."""

    material: MaterialRef
    item: Id | None = None


class Letter(Located):
    """承诺书: what is handed in instead of the documents."""

    material: MaterialRef
    name: Text
    wording: Literal["exact", "adapted", "unverified"] = "unverified"


class Unwaited(Located):
    """`item` no longer waits for `after`: what that one issues is passed on between the departments."""

    item: Id
    after: Id


class Joint(PolicyFacts):
    """联合办理: one acceptance of `items` at one window; `parallel` are waits among them that fall away."""

    rewriting = "joint"
    kind: Literal["联合办理"]
    items: tuple[Id, ...] = Field(min_length=1)
    parallel: tuple[Unwaited, ...] = ()

    @model_validator(mode="after")
    def _waits_are_inside(self) -> "Joint":
        for wait in self.parallel:
            if wait.item not in self.items or wait.after not in self.items or wait.item == wait.after:
                raise ValueError("parallel 的 item 和 after 应当是 items 里的两个事项")
        return self


class Merged(PolicyFacts):
    """多证合一: `items` are no longer handled, `into` issues their results too; it asks also for what it `keeps`.

    Its application asks for the data of their forms too, but for those that it `drops`.
    """

    rewriting = "merged"
    kind: Literal["多证合一"]
    items: tuple[Id, ...] = Field(min_length=1)
    into: Id
    keeps: tuple[MaterialRef, ...] = ()
    drops: tuple[ElementRef, ...] = ()

    @model_validator(mode="after")
    def _goes_into_another(self) -> "Merged":
        if self.into in self.items:
            raise ValueError("into 是保留下来的事项，不能也在 items 里")
        return self


class Abolished(PolicyFacts):
    """证照分离, 取消审批: the item is no longer needed, and nobody may ask for what it issued."""

    rewriting = "licence"
    kind: Literal["证照分离"]
    way: Literal["取消审批"]
    item: Id


class Filing(PolicyFacts):
    """证照分离, 审批改备案: the item is a filing, with its own limits and materials. What is not named stays."""

    rewriting = "licence"
    kind: Literal["证照分离"]
    way: Literal["审批改备案"]
    item: Id
    title: Text | None = None
    type: ItemType = ItemType.OTHER
    statutory: Statements = ()
    promised: Statements = ()
    waives: tuple[MaterialRef, ...] = ()
    requires: tuple[Requirement, ...] = ()


class LicenceByPledge(PolicyFacts):
    """证照分离, 告知承诺: the licence is given on a promise instead of the documents that it `waives`."""

    rewriting = "licence"
    kind: Literal["证照分离"]
    way: Literal["告知承诺"]
    item: Id
    waives: tuple[MaterialRef, ...] = Field(min_length=1)
    letter: Letter
    supervision: Supervision
    statutory: Statements = ()
    promised: Statements = ()


class Improved(PolicyFacts):
    """证照分离, 优化准入服务: the licence stays, with shorter limits and without the documents that it `waives`."""

    rewriting = "licence"
    kind: Literal["证照分离"]
    way: Literal["优化准入服务"]
    item: Id
    statutory: Statements = ()
    promised: Statements = ()
    waives: tuple[MaterialRef, ...] = ()


class Deferral(PolicyFacts):
    """容缺后补: an application is accepted without these documents, which follow until they are `due`."""

    rewriting = "deferral"
    kind: Literal["容缺后补"]
    demands: tuple[Demanded, ...] = Field(min_length=1)
    due: Due


class Pledge(PolicyFacts):
    """告知承诺: a letter stands in for these documents; who may promise (credit standing) is the policy's `when`."""

    rewriting = "pledge"
    kind: Literal["告知承诺"]
    demands: tuple[Demanded, ...] = Field(min_length=1)
    letter: Letter
    supervision: Supervision


class Sharing(PolicyFacts):
    """免提交: these documents are fetched from the department `provider`, out of its `system`."""

    rewriting = "sharing"
    kind: Literal["免提交"]
    demands: tuple[Demanded, ...] = Field(min_length=1)
    provider: Id
    system: Text | None = None


class Faster(PolicyFacts):
    """压缩时限: the item promises a shorter limit."""

    rewriting = "faster"
    kind: Literal["压缩时限"]
    item: Id
    promised: Statements = Field(min_length=1)


class Withdrawal(PolicyFacts):
    """取消材料: nobody may ask for these documents any more, for they have no legal basis; `reason` says why."""

    rewriting = "withdrawal"
    kind: Literal["取消材料"]
    demands: tuple[Demanded, ...] = Field(min_length=1)
    reason: Text


LicenceReform = Annotated[Abolished | Filing | LicenceByPledge | Improved, Field(discriminator="way")]
Policy = Annotated[
    Joint | Merged | LicenceReform | Deferral | Pledge | Sharing | Faster | Withdrawal, Field(discriminator="kind")
]


def windows(policies: Iterable[Policy]) -> tuple[tuple[str, ...], ...]:
    """The sets of items that `policies` have accepted together."""
    return tuple(policy.items for policy in policies if isinstance(policy, Joint))


def ways(policy: PolicyFacts) -> str:
    """What sort of policy it is: 压缩时限, 证照分离·告知承诺."""
    return "·".join(str(word) for name in ("kind", "way") if (word := getattr(policy, name, None)))
