"""Policies that contradict each other: one fact with two values, or an item that one changes and another takes away."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from composer.errors import Finding
from composer.model.policy import Policy
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import GONE, Edit, same
from composer.policies.rewrite import edits_of

_FACTS: Mapping[str, str] = {
    GONE: "去留",
    "window": "由哪个窗口一起受理",
    "statutory": "法定时限",
    "promised": "承诺时限",
    "type": "事项类型",
    "name": "名称",
    "issues": "办理结果",
    "asks": "另要的材料",
    "carries": "并入申请表的栏目",
}


def conflicts(theme: Theme, catalogue: Catalogue, policies: Sequence[Policy]) -> Iterator[Finding]:
    """A finding `policy-conflict` for each two of `policies` that cannot be in force together."""
    for first, second in combinations(sorted(policies, key=lambda one: one.id), 2):
        reason = contradiction(second, first, theme, catalogue)
        if reason:
            suggestion = "请只留一项，或用条件（when）、施行日期把它们分开"
            yield Finding("policy-conflict", second.id, reason, suggestion, second.at)


def contradiction(policy: Policy, other: Policy, theme: Theme, catalogue: Catalogue) -> str | None:
    """How `policy` contradicts `other`, in Chinese and with the name of the latter; None where it does not."""
    one, two = (edits_of(each, theme, catalogue) for each in sorted((policy, other), key=lambda each: each.id))
    clash = _clash(one, two, catalogue) or _clash(two, one, catalogue)
    return f"与“{other.name}”（{other.id}）矛盾：{clash}" if clash else None


def _clash(one: Sequence[Edit], other: Sequence[Edit], catalogue: Catalogue) -> str | None:
    """What `one` and `other` do not agree on, in Chinese."""
    gone = {edit.item for edit in one if edit.fact == GONE}
    values = {edit.target: edit.value for edit in one}
    rows = _rows(one)
    for edit in other:
        item = catalogue.items[edit.item]
        if edit.item in gone and edit.fact != GONE and edit.named:
            return f"一项让事项“{item.name}”不再办，另一项又改它"
        if edit.target in values and not same(values[edit.target], edit.value):
            what = _FACTS.get(edit.fact, "") if edit.row is None else f"材料《{item.requires[edit.row].name}》"
            return f"都改事项“{item.name}”的{what}，改法不同"
    for place, facts in _rows(other).items():
        if place in rows and rows[place].keys() != facts.keys():
            item = catalogue.items[place[0]]
            return f"都改事项“{item.name}”的材料《{item.requires[place[1]].name}》，改法不同"
    return None


def _rows(edits: Sequence[Edit]) -> dict[tuple[str, int], dict[str, object]]:
    """What happens to each requirement that the policy looks at, by item and position."""
    rows: dict[tuple[str, int], dict[str, object]] = {}
    for edit in edits:
        if edit.row is not None:
            rows.setdefault((edit.item, edit.row), {})[edit.fact] = edit.value
    return rows
