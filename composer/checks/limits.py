"""Limits, fees and visits are amounts: not negative, and a limit is there, from less to more, of a sensible length."""

from collections.abc import Iterator

from composer.checks.registry import CHECKS
from composer.errors import Finding
from composer.model.item import ServiceItem, Stated
from composer.model.theme import Library
from composer.quantities import LONGEST_DAYS, DaysFault, fault_of_days, is_negative
from composer.wording import shortened

_LABELS = {"statutory": "法定时限", "promised": "承诺时限", "waiting": "须等候的时间"}


@CHECKS.register("limits")
def limits(library: Library) -> Iterator[Finding]:
    """`limit-missing`, `limit-negative`, `limit-reversed`, `limit-absurd` and `amount-negative`."""
    for item in library.catalogue.items.values():
        for name, label in _LABELS.items():
            stated: tuple[Stated, ...] = getattr(item.limits, name)
            if not stated and name != "waiting":
                yield _missing(item, name, label)
            for one in stated:
                yield from _faulty(item.id, label, one)
        for label, stated in (("费用", item.fee), ("跑动次数", item.trips)):
            yield from (_below_zero(item, label, one) for one in stated if is_negative(one.text))
    for policy in (policy for theme in library.themes.values() for policy in theme.policies):
        for name, label in _LABELS.items():
            for one in getattr(policy, name, ()):
                yield from _faulty(policy.id, label, one)


def _missing(item: ServiceItem, name: str, label: str) -> Finding:
    place = item.limits.at.of(name) if item.limits.at else None
    return Finding("limit-missing", item.id, f"{label}是空的", "请照公布的原文写；查不到就写“未查到”，不要留空", place)


def _below_zero(item: ServiceItem, label: str, one: Stated) -> Finding:
    reason, place = f"{label}“{shortened(one.text)}”是负数", one.at.of("text") if one.at else None
    return Finding("amount-negative", item.id, reason, "请写 0 或更大的数；不收费就写“不收费”", place)


def _faulty(subject: str, label: str, one: Stated) -> Iterator[Finding]:
    said, place = f"{label}“{shortened(one.text)}”", one.at.of("text") if one.at else None
    match fault_of_days(one.text):
        case DaysFault.NEGATIVE:
            way_out = "请写 0 或更大的天数；当场办结就写“当场”"
            yield Finding("limit-negative", subject, f"{said}是负数", way_out, place)
        case DaysFault.REVERSED:
            yield Finding("limit-reversed", subject, f"{said}从多写到少", "请把小的数写在前面", place)
        case DaysFault.ABSURD:
            reason = f"{said}超过 {LONGEST_DAYS} 天"
            yield Finding("limit-absurd", subject, reason, "请检查数字和单位", place)
