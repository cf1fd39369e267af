"""Numbers as a Chinese reader expects them; what is not known is never said as nothing."""

from composer.measure import say_days
from composer.model.item import Requirement
from composer.model.material import Carrier
from composer.model.quantity import Money, Range, Visits

UNKNOWN = "不明"
NO_VISITS = "不用跑"

WORDINGS = {"exact": "原文", "adapted": "据原文改写", "unverified": "名称未核对"}
UNCHECKED = {"carrier": "原件或复印件", "copies": "份数", "issuer": "出具单位", "shared": "能否免交"}

__all__ = [
    "UNCHECKED",
    "UNKNOWN",
    "WORDINGS",
    "say_carrier",
    "say_days",
    "say_fee",
    "say_sheets",
    "say_visits",
    "says_no_more",
]


def say_span(span: Range) -> str:
    """ "3", or "3–5"."""
    return f"{span.low:g}" if span.low == span.high else f"{span.low:g}–{span.high:g}"


def say_visits(visits: Visits) -> str:
    """Visits to a counter: "不用跑", "1 次", "0–1 次", "至少 1 次", "不明"."""
    return _say(visits.count, visits.known, "次", NO_VISITS)


def say_fee(money: Money) -> str:
    """An amount in CNY: "不收费", "300 元", "至少 300 元", "不明"."""
    return _say(money.amount, money.known, "元", "不收费")


def _say(span: Range, known: bool, unit: str, none: str) -> str:
    if not span.high:
        return none if known else UNKNOWN
    return f"{'' if known else '至少 '}{say_span(span)} {unit}"


def say_sheets(originals: int, copies: int, either: bool) -> str:
    """How many sheets are handed in. `either`: an original does instead of the copy."""
    parts = [f"原件 {originals} 份"] if originals else []
    if copies:
        parts.append(f"{'原件或复印件' if either else '复印件'} {copies} 份")
    return "、".join(parts)


def say_carrier(requirement: Requirement) -> str:
    """One item's own demand: "原件 1 份（纸质），该事项自己留存"."""
    medium = f"（{requirement.medium}）" if requirement.medium else ""
    kept = "，该事项自己留存" if requirement.own_copy else ""
    each = "各" if requirement.carrier is Carrier.BOTH else ""
    return f"{requirement.carrier}{each} {requirement.copies} 份{medium}{kept}"


def says_no_more(text: str, said: str) -> bool:
    """Whether the statement `text` only repeats what was read from it ("0-1" and "0–1 次")."""
    bare = text.replace("-", "–")
    return bare in (said.replace(" ", ""), said.removesuffix(" 次")) or (bare == "0" and said == NO_VISITS)
