"""What each policy saves: the same person's package with it and without it, alone and together with the others.

Figures are those of **measure**, as one thing; docs/explanation/policies.md says what is held against what.
"""

from collections.abc import Iterator, Mapping

from composer.compose import compose
from composer.errors import AnswerError, ContentError
from composer.model.base import Model
from composer.model.figures import FIGURE_NAMES
from composer.model.objective import USUAL, Terms
from composer.model.package import FIGURES, Figure, Supply, ThemePackage
from composer.model.policy import Policy
from composer.model.theme import Catalogue, Theme
from composer.policies.conflicts import contradiction
from composer.policies.force import refuse_reversed, refuse_unknown, why_not
from composer.policies.reform import refuse_conflicts
from composer.situations.answers import Given, resolve_answers


class Saving(Model):
    """One figure that differs: what it is less by, negative where it is more. Days, CNY, numbers of things.

    `known` is false where one of the two figures is "at least".
    """

    figure: str
    value: float
    known: bool

    @property
    def said(self) -> str:
        """In Chinese: "材料少 2 份"."""
        named = FIGURE_NAMES[self.figure]
        aside = "" if self.known else "（按已知的算）"
        return f"{named.brief}{'少' if self.value > 0 else '多'} {abs(self.value):g} {named.unit}{aside}"


class Effect(Model):
    """A policy for one person. `reason` says why it is not in force, None where it is.

    `applies`: whether it could be switched on for this person. `alone`: what it saves where no other policy is in
    force. `beside`: what it saves beside those that are in force, so what would be lost without it, or gained with it.
    Either is None where one of the two packages does not come about; `fault` then says why. `instead` says how
    documents are met otherwise (a letter, later, from another office).
    """

    policy: Policy
    reason: str | None
    applies: bool
    alone: tuple[Saving, ...] | None = ()
    beside: tuple[Saving, ...] | None = ()
    instead: tuple[str, ...] = ()
    fault: str | None = None

    @property
    def worse(self) -> tuple[Saving, ...]:
        """Figures that are more with the policy than without it."""
        found = {one.figure: one for one in (*(self.alone or ()), *(self.beside or ())) if one.value < 0}
        return tuple(found[name] for name in FIGURES if name in found)


class Effects(Model):
    """All policies of a theme for one person, by id, and what those in force save together."""

    policies: tuple[Effect, ...]
    together: tuple[Saving, ...] | None


def effects(theme: Theme, catalogue: Catalogue, answers: Given | None = None, terms: Terms = USUAL) -> Effects:
    """What the policies of `theme` save for `answers` under `terms`.

    Raises AnswerError for answers and terms that cannot be, ContentError where the policies in force end before they
    begin or contradict each other; a package that does not come about without some policy is no error: its differences
    are None.
    """
    versions = Versions(theme, catalogue, answers, terms)
    refuse_reversed(theme, terms)
    refuse_conflicts(theme, catalogue, versions.applied, terms)
    listed = sorted(theme.policies, key=lambda one: one.id)
    together = savings(versions.of(frozenset()), versions.of(versions.in_force))
    return Effects(policies=tuple(versions.effect(policy) for policy in listed), together=together)


class Versions:
    """The package of one person under sets of policies, each composed once."""

    def __init__(self, theme: Theme, catalogue: Catalogue, answers: Given | None = None, terms: Terms = USUAL) -> None:
        refuse_unknown(theme, terms)
        self.theme, self.catalogue, self.terms = theme, catalogue, terms
        self.answers = resolve_answers(theme, catalogue, answers or {}).answers
        reasons = {one.id: why_not(one, self.answers, terms, catalogue.questions) for one in theme.policies}
        self.reasons: Mapping[str, str | None] = reasons
        self.in_force = frozenset(name for name, reason in reasons.items() if reason is None)
        self._made: dict[frozenset[str], ThemePackage | str] = {}

    @property
    def applied(self) -> tuple[Policy, ...]:
        """The policies in force, by id."""
        return tuple(one for one in sorted(self.theme.policies, key=lambda one: one.id) if one.id in self.in_force)

    def of(self, active: frozenset[str]) -> ThemePackage | str:
        """The package where exactly `active` are in force, or in one sentence why there is none."""
        if active not in self._made:
            switched = {policy.id: policy.id in active for policy in self.theme.policies}
            terms = self.terms.model_copy(update={"policies": switched})
            try:
                self._made[active] = compose(self.theme, self.catalogue, self.answers, terms)
            except (AnswerError, ContentError) as error:
                self._made[active] = error.findings[0].reason
        return self._made[active]

    def effect(self, policy: Policy) -> Effect:
        """What `policy` saves."""
        own, reason = frozenset({policy.id}), self.reasons[policy.id]
        on = self.terms.model_copy(update={"policies": {**self.terms.policies, policy.id: True}})
        if why_not(policy, self.answers, on, self.catalogue.questions) is not None:
            return Effect(policy=policy, reason=reason, applies=False)
        bare, alone = self.of(frozenset()), self.of(own)
        without, beside = self.of(self.in_force - own), self.of(self.in_force | own)
        others = (one for one in self.applied if one.id != policy.id)
        clashes = (contradiction(policy, other, self.theme, self.catalogue) for other in others)
        faults = [*filter(None, clashes), *(one for one in (beside, without, alone, bare) if isinstance(one, str))]
        return Effect(
            policy=policy,
            reason=reason,
            applies=True,
            alone=savings(bare, alone),
            beside=savings(without, beside),
            instead=tuple(_instead(without, beside)),
            fault=faults[0] if faults else None,
        )


def savings(without: ThemePackage | str, beside: ThemePackage | str) -> tuple[Saving, ...] | None:
    """What the second package has less than the first, figure by figure; None where one of them is none."""
    if isinstance(without, str) or isinstance(beside, str):
        return None
    found = []
    for name in FIGURES:
        before: Figure = getattr(without.measures, name)[1]
        after: Figure = getattr(beside.measures, name)[1]
        if before.value != after.value:
            less = round(before.value - after.value, 2)
            found.append(Saving(figure=name, value=less, known=before.known and after.known))
    return tuple(found)


def _instead(without: ThemePackage | str, beside: ThemePackage | str) -> Iterator[str]:
    """How documents are met otherwise, in Chinese."""
    if isinstance(without, str) or isinstance(beside, str):
        return
    ways = {
        Supply.COMMITMENT: "改交承诺书 {} 份",
        Supply.DEFERRED: "{} 份可以后补",
        Supply.SHARED: "{} 份由部门之间取得",
    }
    for supply, words in ways.items():
        before, after = (sum(row.supply is supply for row in one.materials) for one in (without, beside))
        if after > before:
            yield words.format(after - before)


class Told(Model):
    """What is saved against something: `label` says against what, `text` how much, `figures` as numbers, by name.

    `figures` hold what is less with the policy than without it; None where one of the packages does not come about.
    """

    label: str
    text: str
    figures: Mapping[str, float] | None


def told(one: Effect) -> tuple[Told, ...]:
    """What a policy saves, in the words of a table: alone, and what would be lost without it or gained with it."""
    if not one.applies:
        return ()
    instead = "、".join(one.instead)
    alone = f"{said(one.alone)}{f'（{instead}）' if instead else ''}"
    label, text = ("少了它", said(_turned(one.beside))) if one.reason is None else ("再加上它", said(one.beside))
    return (
        Told(label="单独采用", text=alone, figures=figures(one.alone)),
        Told(label=label, text=text, figures=figures(one.beside)),
    )


def figures(found: tuple[Saving, ...] | None) -> dict[str, float] | None:
    """Savings as numbers by the name of the figure."""
    return None if found is None else {one.figure: one.value for one in found}


def _turned(found: tuple[Saving, ...] | None) -> tuple[Saving, ...] | None:
    """What is saved with it as what is lost without it."""
    return found and tuple(one.model_copy(update={"value": -one.value}) for one in found)


def said(found: tuple[Saving, ...] | None) -> str:
    """Savings in one Chinese phrase: "材料少 2 份、承诺时限少 3 天"; "算不出" where a package does not come about."""
    return "算不出" if found is None else "、".join(one.said for one in found) or "数字不变"
