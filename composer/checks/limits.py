"""Limits, fees and visits are amounts: there, not negative, from less to more, such as can be meant and be read."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from composer.checks.registry import CHECKS
from composer.errors import Finding, Severity
from composer.model.item import ServiceItem, Stated
from composer.model.theme import Library
from composer.quantities import (
    GREATEST_FEE,
    LONGEST_DAYS,
    MOST_VISITS,
    Fault,
    fault_of_days,
    fault_of_fee,
    fault_of_visits,
)
from composer.wording import shortened


class _Kind(NamedTuple):
    """How a text of one kind is looked at, and what is said of it."""

    fault: Callable[[str], Fault | None]
    most: str
    least: str
    readable: str


_DAYS = _Kind(
    fault_of_days, f"{LONGEST_DAYS} 天", "请写 0 或更大的天数；当场办结就写“当场”", "请用数字写天数，如“15个工作日”"
)
_FEE = _Kind(
    fault_of_fee,
    f"{GREATEST_FEE // 10**8} 亿元",
    "请写 0 或更大的金额；不收费就写“不收费”",
    "请用数字写多少元，如“100元”",
)
_VISITS = _Kind(
    fault_of_visits, f"{MOST_VISITS} 次", "请写 0 或更大的次数；不用到场就写“0”", "请先用整数写次数，如“1次”或“0-1次”"
)
_LABELS = {"statutory": "法定时限", "promised": "承诺时限", "waiting": "须等候的时间"}


@CHECKS.register("limits")
def limits(library: Library) -> Iterator[Finding]:
    """`limit-missing`, `limit-negative`, `limit-reversed`, `limit-absurd` and, as a warning, `limit-unreadable`."""
    for item in library.catalogue.items.values():
        for name, label in _LABELS.items():
            stated: tuple[Stated, ...] = getattr(item.limits, name)
            if not stated and name != "waiting":
                yield _missing(item, name, label)
            for one in stated:
                yield from _faulty(item.id, label, one, _DAYS)
        for one in item.fee:
            yield from _faulty(item.id, "费用", one, _FEE)
        for one in item.trips:
            yield from _faulty(item.id, "到场次数", one, _VISITS)
    for policy in (policy for theme in library.themes.values() for policy in theme.policies):
        for name, label in _LABELS.items():
            for one in getattr(policy, name, ()):
                yield from _faulty(policy.id, label, one, _DAYS)


def _missing(item: ServiceItem, name: str, label: str) -> Finding:
    place = item.limits.at.of(name) if item.limits.at else None
    return Finding("limit-missing", item.id, f"{label}是空的", "请照公布的原文写；查不到就写“未查到”，不要留空", place)


def _faulty(subject: str, label: str, one: Stated, kind: _Kind) -> Iterator[Finding]:
    said, place = f"{label}“{shortened(one.text)}”", one.at.of("text") if one.at else None
    match kind.fault(one.text):
        case Fault.NEGATIVE:
            yield Finding("limit-negative", subject, f"{said}是负数", kind.least, place)
        case Fault.REVERSED:
            yield Finding("limit-reversed", subject, f"{said}从多写到少", "请把小的数写在前面", place)
        case Fault.ABSURD:
            yield Finding("limit-absurd", subject, f"{said}超过 {kind.most}", "请检查数字和单位", place)
        case Fault.UNREADABLE:
            reason = f"{said}里的数读不出来，按未知计算"
            yield Finding("limit-unreadable", subject, reason, kind.readable, place, Severity.WARNING)
