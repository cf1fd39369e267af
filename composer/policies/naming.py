"""What a person means by a policy: its id, or its Chinese name where no other policy of the theme has it."""

from collections.abc import Iterable, Mapping, Sequence

from composer.errors import AnswerError, Finding
from composer.model.policy import Policy, ways
from composer.model.theme import Theme
from composer.nearest import nearest
from composer.situations.answers import folded
from composer.wording import shortened

KEEP_ONE = "请只留采用或不采用中的一个"


def switched(theme: Theme, words: Iterable[tuple[str, bool]], keep_one: str = KEEP_ONE) -> Mapping[str, bool]:
    """The policies that `words` switch on or off, by id, in the order of their ids.

    Raises AnswerError with every word that no policy is meant by (`policy-unknown`), and with every policy that is
    switched both ways (`policy-switch`, to which `keep_one` is the way out).
    """
    wanted: dict[str, set[bool]] = {}
    findings: dict[Finding, None] = {}
    for word, on in words:
        meant = find_policies(word, theme.policies)
        if len(meant) == 1:
            wanted.setdefault(meant[0].id, set()).add(on)
        else:
            findings[unknown(word, theme, meant)] = None
    for name in sorted(wanted):
        if len(wanted[name]) > 1:
            findings[Finding("policy-switch", name, "既要采用又要关掉", keep_one)] = None
    if findings:
        raise AnswerError(findings)
    return {name: wanted[name] == {True} for name in sorted(wanted)}


def find_policies(word: str, policies: Sequence[Policy]) -> list[Policy]:
    """The policy of that id, else those of that name; spaces and widths do not matter."""
    by_id = [one for one in policies if one.id == word]
    return by_id or [one for one in policies if folded(one.name) == folded(word)]


def unknown(word: str, theme: Theme, meant: Sequence[Policy] = ()) -> Finding:
    """`policy-unknown` about a word by which no policy, or several, are meant."""
    reason = f"有 {len(meant)} 项改革举措叫这个名字" if meant else "没有这项改革举措"
    return Finding("policy-unknown", shortened(word), reason, _way_out(word, theme.policies, meant))


def _way_out(word: str, policies: Sequence[Policy], meant: Sequence[Policy]) -> str:
    if meant:
        return "请写编号：" + "、".join(one.id for one in meant)
    of_kind = [one for one in policies if word in ways(one).split("·")]
    near = nearest(word, [text for one in policies for text in (one.id, one.name)])
    if near and not of_kind:
        named = next((one for one in policies if one.id != near and one.name == near), None)
        return f"是不是 {_listed(named) if named else near}"
    return "可选：" + "、".join(map(_listed, of_kind or policies)) if policies else "这个主题没有改革举措"


def _listed(policy: Policy) -> str:
    return f"{policy.id}（{policy.name}）"
