"""A theme and a catalogue to what they are under the policies in force: plain rewriting, whatever the answers.

Edits are applied all at once to the content as written, so that the order of policies never matters. What follows
from an item that is gone (nobody waits for it, nobody asks for what nobody issues any more) is worked out last, over
all that is gone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from composer.model.item import Prerequisite, Requirement, ServiceItem
from composer.model.policy import Policy
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import ASKS, CARRIES, GONE, ISSUES, WAIT, WINDOW, Edit, same
from composer.policies.forms import taken_over
from composer.policies.kinds import KINDS

KEPT = 64
"""How many rewritings of one theme are remembered."""


def rewritten(theme: Theme, catalogue: Catalogue, active: Sequence[Policy]) -> tuple[Theme, Catalogue]:
    """`theme` and `catalogue` with the `active` policies worked in; what was made before is given again."""
    if not active and not theme.policies:
        return theme, catalogue
    key = (id(catalogue), tuple(policy.id for policy in active))
    known = theme.reformed.get(key)
    if known is None or known[0] is not catalogue:
        if len(theme.reformed) >= KEPT:
            theme.reformed.clear()
        known = theme.reformed[key] = (catalogue, *_rewrite(theme, catalogue, active))
    return known[1], known[2]


def edits_of(policy: Policy, theme: Theme, catalogue: Catalogue) -> tuple[Edit, ...]:
    """What `policy` changes in the content as written."""
    return tuple(KINDS[policy.rewriting](policy, theme, catalogue))


def changes_nothing(policy: Policy, theme: Theme, catalogue: Catalogue) -> bool:
    """Whether everything that `policy` says is already so."""
    for edit in edits_of(policy, theme, catalogue):
        item = catalogue.items[edit.item]
        of_limits = edit.fact in ("statutory", "promised")
        holder = item.requires[edit.row] if edit.row is not None else item.limits if of_limits else item
        if not hasattr(holder, edit.fact) or not same(getattr(holder, edit.fact), edit.value):
            return False
    return True


def _rewrite(theme: Theme, catalogue: Catalogue, active: Sequence[Policy]) -> tuple[Theme, Catalogue]:
    by_item: dict[str, list[Edit]] = {}
    for policy in sorted(active, key=lambda one: one.id):
        for edit in edits_of(policy, theme, catalogue):
            by_item.setdefault(edit.item, []).append(edit)
    gone = {name: edit.value for name, edits in by_item.items() for edit in edits if edit.fact == GONE}
    left = [candidate for candidate in theme.items if candidate.item not in gone]
    items = {one.item: _edited(catalogue.items[one.item], by_item.get(one.item, ())) for one in left}
    issued = {result.material for item in items.values() for result in item.results}
    before = {result.material for name in gone for result in catalogue.items[name].results}
    missing = before - issued
    waived = {
        result.material: catalogue.items[name].name
        for name, into in sorted(gone.items())
        for result in catalogue.items[name].results
        if into is None and result.material in missing
    }
    added = {name: {one.about for one in edits if one.fact == ISSUES} for name, edits in by_item.items()}
    items, forms = taken_over(items, by_item, catalogue)
    items = {name: _without(item, gone, added.get(name, set()), waived) for name, item in items.items()}
    wants = tuple(want for want in theme.wants if want.material not in waived)
    reformed = theme.model_copy(update={"items": tuple(left), "wants": wants, "policies": tuple(active)})
    return reformed, catalogue.model_copy(update={"items": {**catalogue.items, **items}, "forms": forms})


def _edited(item: ServiceItem, edits: Sequence[Edit]) -> ServiceItem:
    """`item` with its own facts and rows changed, and what it issues and asks for in addition."""
    if not edits:
        return item
    facts: dict[str, Any] = {}
    limits: dict[str, Any] = {}
    rows: dict[int, dict[str, Any]] = {}
    issues, asks, unwaited = list(item.results), [], set()
    for edit in edits:
        if edit.row is not None:
            rows.setdefault(edit.row, {})[edit.fact] = edit.value
        elif edit.fact == ISSUES:
            issues += [] if edit.about in [result.material for result in issues] else [edit.value]
        elif edit.fact == ASKS:
            asks.append(edit.value)
        elif edit.fact == WAIT:
            unwaited.add(edit.about)
        elif edit.fact in ("statutory", "promised"):
            limits[edit.fact] = edit.value
        elif edit.fact not in (WINDOW, CARRIES):
            facts[edit.fact] = edit.value
    requires = [row.model_copy(update=rows.get(position, {})) for position, row in enumerate(item.requires)]
    return item.model_copy(
        update={
            **facts,
            "limits": item.limits.model_copy(update=limits),
            "results": tuple(issues),
            "requires": (*requires, *asks),
            "prerequisites": tuple(one for one in item.prerequisites if one.item not in unwaited),
        }
    )


def _without(
    item: ServiceItem, gone: Mapping[str, str | None], own: Collection[str], waived: Mapping[str, str]
) -> ServiceItem:
    """`item` in a theme without the items that are `gone`; `own` it issues since, nobody issues what is `waived`."""
    if not gone:
        return item
    return item.model_copy(
        update={
            "requires": tuple(_asked(row, own, waived) for row in item.requires),
            "prerequisites": tuple(_waits(item, gone)),
        }
    )


def _asked(row: Requirement, own: Collection[str], waived: Mapping[str, str]) -> Requirement:
    """A row that asks for what nobody issues any more, or what its own item now issues, is withdrawn."""
    if row.withdrawn is not None:
        return row
    if any(ref in own for ref in row.any_of):
        return row.model_copy(update={"withdrawn": "已并入本事项的办理结果，不再要求"})
    refs = tuple(ref for ref in row.any_of if ref not in waived)
    if refs:
        return row if refs == row.any_of else row.model_copy(update={"any_of": refs})
    return row.model_copy(update={"withdrawn": f"“{waived[row.any_of[0]]}”已取消，不再要求它的办理结果"})


def _waits(item: ServiceItem, gone: Mapping[str, str | None]) -> Iterable[Prerequisite]:
    """The items to wait for: instead of one that was merged, the item that it was merged into."""
    seen = set()
    for one in item.prerequisites:
        name = gone.get(one.item, one.item) if one.item in gone else one.item
        if name is not None and name != item.id and name not in seen:
            seen.add(name)
            yield one if name == one.item else one.model_copy(update={"item": name})
