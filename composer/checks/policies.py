"""Policies do what they say: they find what they change, can come into force, and do not contradict each other."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, islice

from composer.checks.registry import CHECKS
from composer.effects import Versions
from composer.errors import Finding, Place, Severity
from composer.model.base import Located
from composer.model.condition import All, Any_, Chosen, Condition, Not
from composer.model.policy import Faster, Joint, Merged, Policy
from composer.model.situation import Answers
from composer.model.theme import AskedQuestion, Catalogue, Library, Theme
from composer.nearest import nearest
from composer.policies.conflicts import conflicts
from composer.policies.edits import rows_of
from composer.policies.force import reversed_dates
from composer.policies.mentions import demands_of, waits_of
from composer.policies.rewrite import changes_nothing
from composer.quantities import fault_of_days, parse_days
from composer.situations.conditions import holds, satisfiable
from composer.situations.worlds import worlds
from composer.wording import shortened

NEAR = 200
"""How many combinations of answers, those nearest to the ordinary ones, are looked at for each theme."""

TRIED = 6
"""In how many of them, where it may be used, a policy is composed with and without."""


@CHECKS.register("policies")
def policies(library: Library) -> Iterator[Finding]:
    """`policy-dates`, `policy-no-target`, `policy-never`, `policy-conflict`; warns `policy-limit`, `policy-worse`."""
    for theme in library.themes.values():
        for policy in theme.policies:
            finding = reversed_dates(policy)
            if finding:
                yield finding
            yield from _targets(policy, theme, library.catalogue)
            yield from _idle(policy)
            yield from _ever(policy, theme, library.catalogue)
        yield from _worse(theme, library.catalogue)
        for first, second in combinations([policy for policy in theme.policies if policy.on], 2):
            if _meet(first, second, theme, library.catalogue):
                yield from conflicts(theme, library.catalogue, (first, second))


def _targets(policy: Policy, theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    """Every document that is named is asked for, every wait is one, and something is changed."""
    found = False
    for demand in demands_of(policy):
        if not any(rows_of(demand, theme, catalogue)):
            found = True
            whose = f"事项 {demand.item} 没有要" if demand.item else "这个主题没有事项要"
            reason = f"{whose}材料 {demand.material}，没有东西可改"
            way_out = "请对照事项的 requires，改正材料或事项，或删去这一项"
            yield Finding("policy-no-target", policy.id, reason, way_out, demand.at)
    for wait in waits_of(policy):
        item, after = catalogue.items[wait.item], catalogue.items[wait.after]
        issued = set(after.issued)
        asked = any(issued.intersection(row.any_of) for row in item.requires)
        if not asked and wait.after not in [one.item for one in item.prerequisites]:
            found = True
            reason = f"事项 {wait.item} 本来就不用等 {wait.after}，没有东西可改"
            yield Finding("policy-no-target", policy.id, reason, "请改正，或删去这一项", wait.at)
    for finding in _dropped(policy, catalogue) if isinstance(policy, Merged) else ():
        found = True
        yield finding
    if not found and changes_nothing(policy, theme, catalogue):
        reason, way_out = "写的都和现在一样，什么也没有改", "请写明改了什么，或删去这项改革举措"
        yield Finding("policy-no-target", policy.id, reason, way_out, policy.at)


def _dropped(policy: Merged, catalogue: Catalogue) -> Iterator[Finding]:
    """Every datum that is dropped is one that the forms of the merged items ask for."""
    names = (catalogue.items[name].form for name in policy.items)
    forms = (catalogue.forms[name] for name in names if name)
    data = [field.element for form in forms for section in form.sections for field in section.fields]
    for ref in policy.drops:
        if ref not in data:
            near = nearest(ref, data)
            way_out = f"是不是 {near}" if near else "请对照这些事项的表单，改正或删去"
            reason = f"并入的事项的表单没有 {ref} 这一栏（drops）"
            yield Finding("policy-no-target", policy.id, reason, way_out, _of(policy, "drops"))


def _idle(policy: Policy) -> Iterator[Finding]:
    """Joint acceptance of nothing else, and a shorter limit of which nobody can tell how short it is."""
    if isinstance(policy, Joint) and len(set(policy.items)) == 1:
        reason = f"联合办理（items）只有 {policy.items[0]} 一个事项，没有别的事项和它一起受理"
        yield Finding("policy-no-target", policy.id, reason, "请写齐一起受理的事项", _of(policy, "items"))
    if isinstance(policy, Faster):
        for one in policy.promised:
            if not parse_days(one.text).known and fault_of_days(one.text) is None:
                reason = f"压缩后的承诺时限“{shortened(one.text)}”读不出天数，采用它就算不出时限"
                place = one.at.of("text") if one.at else None
                way_out = "请照公布的原文写明天数，如 3个工作日"
                yield Finding("policy-limit", policy.id, reason, way_out, place, Severity.WARNING)


def _ever(policy: Policy, theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    """Not for conditions that contradict themselves: those are `condition-never`."""
    if policy.when is None or satisfiable(policy.when, catalogue.questions) is False:
        return
    asked = {one.question: one for one in theme.questions}
    if satisfiable(_as_asked(policy.when, asked), catalogue.questions) is False:
        reason = "条件（when）用到的问题不会同时问到，这项改革举措永远不会生效"
        yield Finding("policy-never", policy.id, reason, "请对照主题的 questions 里提问的条件", policy.when.at)


def _as_asked(condition: Condition, asked: Mapping[str, AskedQuestion]) -> Condition:
    """`condition`, in which a choice holds only where its question is asked."""
    match condition:
        case Chosen(question=question):
            when = asked[question].when if question in asked else None
            return All(parts=(condition, _as_asked(when, asked))) if when else condition
        case All(parts=parts):
            return All(parts=tuple(_as_asked(part, asked) for part in parts))
        case Any_(parts=parts):
            return Any_(parts=tuple(_as_asked(part, asked) for part in parts))
        case Not(part=part):
            return Not(part=_as_asked(part, asked))


def _meet(first: Policy, second: Policy, theme: Theme, catalogue: Catalogue) -> bool:
    """Whether the two can be in force for one person on one day."""
    begins = max(first.effective or date.min, second.effective or date.min)
    ends = min(first.until or date.max, second.until or date.max)
    whens = tuple(policy.when for policy in (first, second) if policy.when)
    asked = {one.question: one for one in theme.questions}
    together = not whens or satisfiable(_as_asked(All(parts=whens), asked), catalogue.questions) is not False
    return begins <= ends and together


def _worse(theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    """Each figure that a policy makes more, once, with the first answers that show it."""
    near = [Versions(theme, catalogue, answers) for answers in islice(worlds(theme, catalogue), NEAR)]
    for policy in theme.policies:
        shown: set[str] = set()
        for versions in islice((one for one in near if holds(policy.when, one.answers)), TRIED):
            for saving in versions.effect(policy).worse:
                if saving.figure not in shown:
                    shown.add(saving.figure)
                    reason = f"会让{saving.said}{_when(versions.answers, near[0].answers)}"
                    way_out = "请对照依据；确实如此的，请在 note 里写明为什么还要采用"
                    yield Finding("policy-worse", policy.id, reason, way_out, policy.at, Severity.WARNING)


def _when(answers: Answers, ordinary: Answers) -> str:
    said = [f"{name}={'、'.join(options)}" for name, options in answers.items() if ordinary.get(name) != options]
    return f"（回答 {'，'.join(said)} 时）" if said else ""


def _of(thing: Located, key: str) -> Place | None:
    return thing.at.of(key) if thing.at else None
