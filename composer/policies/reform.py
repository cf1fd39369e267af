"""**reform** (改革举措): which policies are in force, and the theme and catalogue as they make them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from composer.errors import AnswerError, ContentError
from composer.model.objective import USUAL, Terms
from composer.model.package import Case, Dropped, DroppedKind
from composer.model.policy import Policy, ways
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme
from composer.policies.conflicts import conflicts
from composer.policies.edits import GONE
from composer.policies.force import refuse_reversed, refuse_unknown, why_not
from composer.policies.rewrite import edits_of, rewritten
from composer.situations.answers import Given, resolve_answers
from composer.situations.conditions import holds
from composer.situations.select import narrow


@dataclass(frozen=True)
class Reform:
    """`theme` and `catalogue` under the policies `applied`; what they took away, and which are not applied and why."""

    theme: Theme
    catalogue: Catalogue
    applied: tuple[Policy, ...]
    dropped: tuple[Dropped, ...]


def reform(theme: Theme, catalogue: Catalogue, answers: Answers, terms: Terms) -> Reform:
    """The theme and catalogue under the policies that are in force for resolved `answers` and `terms`.

    Raises AnswerError for policies switched that do not exist, or that contradict what is in force; ContentError
    where policies contradict each other that nobody switched on, or end before they begin.
    """
    refuse_unknown(theme, terms)
    refuse_reversed(theme, terms)
    applied, dropped = [], []
    for policy in sorted(theme.policies, key=lambda one: one.id):
        reason = why_not(policy, answers, terms, catalogue.questions)
        if reason is None:
            applied.append(policy)
        else:
            dropped.append(Dropped(kind=DroppedKind.POLICY, id=policy.id, name=policy.name, reason=reason))
    refuse_conflicts(theme, catalogue, applied, terms)
    new_theme, new_catalogue = rewritten(theme, catalogue, applied)
    gone = tuple(_gone(theme, catalogue, answers, applied))
    return Reform(new_theme, new_catalogue, tuple(applied), (*dropped, *gone))


def case_of(theme: Theme, catalogue: Catalogue, given: Given, terms: Terms = USUAL) -> Case:
    """What answers leave of `theme` under the policies in force: **reform** and **select** in one, for rules."""
    resolved = resolve_answers(theme, catalogue, given)
    reformed = reform(theme, catalogue, resolved.answers, terms)
    return narrow(reformed.theme, reformed.catalogue, resolved)


def refuse_conflicts(theme: Theme, catalogue: Catalogue, applied: Sequence[Policy], terms: Terms) -> None:
    """Raise `policy-conflict` for every two of `applied` that contradict each other.

    An AnswerError where one of them was switched on by hand, else a ContentError.
    """
    key = ("conflicts", id(catalogue), tuple(policy.id for policy in applied))
    known = theme.reformed.get(key)
    if known is None or known[0] is not catalogue:
        known = theme.reformed[key] = (catalogue, tuple(conflicts(theme, catalogue, applied)))
    if known[1]:
        by_hand = any(terms.policies.get(policy.id) for policy in applied)
        raise (AnswerError if by_hand else ContentError)(known[1])


def _gone(theme: Theme, catalogue: Catalogue, answers: Answers, applied: list[Policy]) -> Iterator[Dropped]:
    """The items that these answers would call for, and a policy takes away."""
    asked_for = {one.item for one in theme.items if holds(one.when, answers)}
    for policy in applied:
        for edit in edits_of(policy, theme, catalogue):
            if edit.fact == GONE and edit.item in asked_for:
                name = catalogue.items[edit.item].name
                into = f"，并入“{catalogue.items[edit.value].name}”" if edit.value else ""
                reason = f"{ways(policy)}（{policy.name}）：不用再办{into}"
                yield Dropped(kind=DroppedKind.ITEM, id=edit.item, name=name, reason=reason)
