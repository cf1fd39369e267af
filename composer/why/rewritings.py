"""What a policy changes, in words: the content as written held against the same under this policy alone."""

from collections.abc import Callable, Iterator, Mapping

from composer.errors import Place
from composer.model.item import Requirement, ServiceItem, Statements
from composer.model.policy import Joint, Merged, Policy
from composer.model.theme import Catalogue
from composer.policies.rewrite import rewritten
from composer.why.model import Rewriting
from composer.why.scene import Scene

_Change = tuple[tuple[str, ...], str, Place | None]
"""The items concerned, what changes, and where that is written."""


def rewritings(policy: Policy, scene: Scene) -> Iterator[Rewriting]:
    """Everything that `policy` by itself makes another, item by item in the order of the theme; nothing is left out."""
    away = {name for name in scene.taken_away if (taker := scene.taker(name)) and taker.id == policy.id}
    here = scene.planned.keys() | away
    for items, text, place in _changes(policy, scene):
        met = [name in here for name in items]
        counts = sum(met) > 1 if isinstance(policy, Joint) and len(items) > 1 else any(met)
        yield Rewriting(items=items, text=text, counts=counts, place=place)


def _changes(policy: Policy, scene: Scene) -> Iterator[_Change]:
    written = scene.written
    theme, catalogue = rewritten(scene.theme, written, (policy,))
    left = {candidate.item for candidate in theme.items}
    if isinstance(policy, Joint):
        names = "".join(f"“{written.items[name].name}”" for name in policy.items)
        yield policy.items, f"{names}由一个窗口一起受理，一次提交", policy.at and policy.at.of("items")
    for candidate in scene.theme.items:
        before = written.items[candidate.item]
        if candidate.item in left:
            yield from _of_item(before, catalogue.items[candidate.item], written)
            yield from _of_form(before, catalogue.items[candidate.item], written, catalogue)
        else:
            into = f"，并入“{written.items[policy.into].name}”" if isinstance(policy, Merged) else ""
            yield (before.id,), f"“{before.name}”不用再办{into}", before.at
    kept = {want.material for want in theme.wants}
    for want in scene.theme.wants:
        if want.material not in kept:
            issuers = tuple(item.id for item in written.items.values() if want.material in item.issued)
            yield issuers, f"“{written.material(want.material).name}”不再核发", want.at


def _of_item(before: ServiceItem, after: ServiceItem, catalogue: Catalogue) -> Iterator[_Change]:
    """What is said differently of an item that stays."""
    for text, place in (*_facts(before, after), *_demands(before, after, catalogue)):
        yield (before.id,), f"“{before.name}”{text}", place or before.at


def _of_form(before: ServiceItem, after: ServiceItem, written: Catalogue, reformed: Catalogue) -> Iterator[_Change]:
    """What the application of an item asks for in addition."""
    if after.form is None:
        return
    form = reformed.forms[after.form]
    sections = form.sections[len(written.forms[before.form].sections) if before.form else 0 :]
    for section in sections:
        labels = "、".join(field.label for field in section.fields)
        yield (before.id,), f"“{before.name}”的《{form.name}》也填{section.name}：{labels}", section.at


def _facts(before: ServiceItem, after: ServiceItem) -> Iterator[tuple[str, Place | None]]:
    if before.name != after.name:
        yield f"改称“{after.name}”", before.at
    if before.type != after.type:
        yield f"由{before.type}改为{after.type}", before.at
    for label, old, new in (
        ("法定时限", before.limits.statutory, after.limits.statutory),
        ("承诺时限", before.limits.promised, after.limits.promised),
    ):
        if old != new:
            yield f"的{label}由“{_text(old)}”变为“{_text(new)}”", next((one.at for one in old), None)
    for result in after.results[len(before.results) :]:
        yield f"一并办出“{result.name}”", before.at


def _demands(before: ServiceItem, after: ServiceItem, catalogue: Catalogue) -> Iterator[tuple[str, Place | None]]:
    """Documents asked for otherwise, in addition or no more, and waits that fall away."""
    for old, new in zip(before.requires, after.requires, strict=False):
        yield from ((f"要的“{new.name}”{text}", new.at) for text in _of_row(old, new, catalogue))
    for row in after.requires[len(before.requires) :]:
        yield f"另外要“{row.name}”", row.at
    waits = [one.item for one in after.prerequisites]
    for one in before.prerequisites:
        if one.item not in waits:
            yield f"不用再等“{catalogue.items[one.item].name}”", one.at


def _of_row(before: Requirement, after: Requirement, catalogue: Catalogue) -> Iterator[str]:
    """What becomes of a document that an item asks for."""
    for fact, say in _ROW.items():
        if getattr(before, fact) != getattr(after, fact):
            yield say(after, catalogue)
    if before.any_of != after.any_of:
        gone = "".join(f"“{catalogue.material(ref).name}”" for ref in before.any_of if ref not in after.any_of)
        yield f"不再收{gone}"


_ROW: Mapping[str, Callable[[Requirement, Catalogue], str]] = {
    "withdrawn": lambda row, _: f"不再要：{row.withdrawn}",
    "due": lambda row, _: f"可以在{row.due.said}补交" if row.due else "没有补交期限",
    "commitment": lambda row, _: f"可以用《{row.commitment.name}》的承诺代替" if row.commitment else "不能再用承诺代替",
    "fetched_from": lambda row, _: f"由{row.fetched_from}提供，不用交",
    "passed_by": lambda row, catalogue: f"由“{catalogue.items[row.passed_by or ''].name}”办出后在部门之间流转，不用等",
}
"""Facts of a requirement that policies rewrite, in words; `necessity` goes with `due`, `shared` with the office."""


def _text(statements: Statements) -> str:
    return "；".join(one.text for one in statements) or "没有写明"


def _at(statements: Statements, item: ServiceItem) -> Place | None:
    return next((one.at for one in statements), None) or item.at
