"""**measure** (三减一优): every count before, each item on its own, and after, as one thing; each traceable.

What is counted on either side is fixed in docs/explanation/measures.md. Unknown is never zero: it is named, and
the figure says "at least".
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from composer.model.item import ServiceItem, Stated
from composer.model.package import (
    ONE_FORM,
    FieldSource,
    Figure,
    MaterialRow,
    Measures,
    MergedForm,
    Part,
    Planned,
    Supplied,
    Supply,
    Timing,
)
from composer.model.quantity import Days, Money, Visits
from composer.model.timeline import Schedule, Timeline
from composer.quantities import parse_days, parse_fee, parse_visits


def timing(item: ServiceItem) -> Timing:
    """Limits, fee and visits of an item narrowed to one case. Days promised include what no promise shortens."""
    waiting = _days(item.limits.waiting) if item.limits.waiting else Days()
    return Timing(
        statutory=_days(item.limits.statutory),
        promised=_days(item.limits.promised) + waiting,
        waiting=waiting,
        fee=parse_fee(item.fee[0].text) if item.fee else Money(known=False),
        visits=parse_visits(item.trips[0].text) if item.trips else Visits(known=False),
    )


def _days(stated: tuple[Stated, ...]) -> Days:
    return parse_days(stated[0].text) if stated else Days.unknown()


def measure(
    items: tuple[Planned, ...],
    timings: Mapping[str, Timing],
    timeline: Timeline,
    supplies: tuple[Supplied, ...],
    materials: tuple[MaterialRow, ...],
    form: MergedForm,
    windows: tuple[tuple[str, ...], ...],
) -> Measures:
    """All figures of a package. `windows` are sets of items that one window accepts together."""
    names = {planned.item.id: planned.item.name for planned in items}
    statutory_before, statutory_after = _duration(names, timeline.statutory)
    promised_before, promised_after = _duration(names, timeline.promised)
    fees = _fees(names, timings)
    every_item = _count(_one(name, title) for name, title in names.items())
    return Measures(
        items=(every_item, every_item),
        materials=_materials(supplies, materials),
        forms=_forms(form),
        fields=_fields(form),
        trips=_trips(names, timings, windows),
        days_statutory=(statutory_before[0], statutory_after[0]),
        days_promised=(promised_before[0], promised_after[0]),
        fees=(fees, fees),
        duration={
            "statutory_before": statutory_before[1],
            "statutory_after": statutory_after[1],
            "promised_before": promised_before[1],
            "promised_after": promised_after[1],
        },
        critical_path=timeline.promised.critical_path,
        unknown=tuple(_unknown(items, timings)),
    )


@lru_cache(maxsize=1 << 14)
def _one(name: str, title: str) -> Part:
    """One thing that counts as one; packages of one theme count much the same things."""
    return Part(id=name, name=title, amount="1")


def _count(parts: Iterable[Part]) -> Figure:
    listed = tuple(parts)
    return Figure(value=len(listed), parts=listed)


def _materials(supplies: tuple[Supplied, ...], rows: tuple[MaterialRow, ...]) -> tuple[Figure, Figure]:
    before = (_one(one.item, one.requirement.name) for one in supplies)
    after = (_one(row.id, row.name) for row in rows if row.supply is Supply.APPLICANT)
    return _count(before), _count(after)


def _forms(form: MergedForm) -> tuple[Figure, Figure]:
    before = (_one(one.id, one.name) for one in form.originals.values() for _ in form.serves[one.id])
    after = [_one(ONE_FORM, form.name)] if form.originals else []
    return _count(before), _count(after)


def _fields(form: MergedForm) -> tuple[Figure, Figure]:
    """Before: what the applicant writes in every form; after: rows of the one table, prefilled ones not counted."""
    rows = form.rows
    before = [
        _one(row.id, f"{form.originals[use.form].name}：{use.label}")
        for row in rows
        for use in row.uses
        if use.filled_by == "申请人"
        for _ in form.serves[use.form]
    ]
    after = (_one(row.id, row.label) for row in rows if row.source is FieldSource.APPLICANT)
    return _count(before), _count(after)


def _trips(
    names: Mapping[str, str], timings: Mapping[str, Timing], windows: tuple[tuple[str, ...], ...]
) -> tuple[Figure, Figure]:
    """After: items accepted together share the visits of the one that needs most."""
    visits = {name: (timings[name].visits.count.high, timings[name].visits.known) for name in names}
    spared: set[str] = set()
    for window in windows:
        together = [name for name in names if name in window]
        spared.update(sorted(together, key=lambda name: -visits[name][0])[1:])
    left = {name: one for name, one in visits.items() if name not in spared}
    known = all(known for _, known in visits.values())
    return _sum(visits, names), _sum(left, names).model_copy(update={"known": known})


def _fees(names: Mapping[str, str], timings: Mapping[str, Timing]) -> Figure:
    return _sum({name: (timings[name].fee.amount.high, timings[name].fee.known) for name in names}, names)


def _sum(amounts: Mapping[str, tuple[float, bool]], names: Mapping[str, str]) -> Figure:
    """Sum of amounts by item, each with whether it is known in full."""
    return Figure(
        value=_plain(sum(value for value, _ in amounts.values())),
        parts=tuple(Part(id=name, name=names[name], amount=_say(*one)) for name, one in amounts.items()),
        known=all(known for _, known in amounts.values()),
    )


def _say(value: float, known: bool) -> str:
    if known:
        return _number(value)
    return f"至少 {_number(value)}" if value else "不明"


def _duration(names: Mapping[str, str], schedule: Schedule) -> tuple[tuple[Figure, Days], tuple[Figure, Days]]:
    """One after the other, and along the longest path of what must wait for what."""
    days = {slot.item: slot.days for slot in schedule.slots}
    figure, total = _days_figure(schedule.critical_path, days, names)
    least = _total(schedule.quickest_path, days)
    return _days_figure(days, days, names), (figure, total.from_least(least))


def _days_figure(path: Iterable[str], days: Mapping[str, Days], names: Mapping[str, str]) -> tuple[Figure, Days]:
    """The length of `path`; it is known only where that of every item is, for another path may be the longer one."""
    parts = tuple(Part(id=name, name=names[name], amount=say_days(days[name])) for name in path)
    total = _total(path, days).model_copy(update={"known": all(one.known for one in days.values())})
    return Figure(value=_plain(total.high), parts=parts, known=total.known), total


def _total(path: Iterable[str], days: Mapping[str, Days]) -> Days:
    return sum((days[name] for name in path), Days())


def _unknown(items: tuple[Planned, ...], timings: Mapping[str, Timing]) -> Iterable[Part]:
    """What could not be read from a text: item, figure and the text itself."""
    for planned in items:
        item, read = planned.item, timings[planned.item.id]
        for figure, known, stated in (
            ("days_statutory", read.statutory.known, item.limits.statutory),
            ("days_promised", read.promised.known, item.limits.promised),
            ("trips", read.visits.known, item.trips),
            ("fees", read.fee.known, item.fee),
        ):
            if not known:
                yield Part(id=item.id, name=figure, amount=stated[0].text if stated else "没有写明")


def say_days(days: Days) -> str:
    """Days in Chinese: "3–5 个工作日", "45 天", "不明"."""
    said = []
    for span, unit in ((days.working, "个工作日"), (days.calendar, "天")):
        if span.high:
            numbers = _number(span.low) if span.low == span.high else f"{_number(span.low)}–{_number(span.high)}"
            said.append(f"{numbers} {unit}")
    text = "加 ".join(said) or ("当场办结" if days.known else "不明")
    return text if days.known or text == "不明" else f"至少 {text}"


def _number(value: float) -> str:
    return f"{value:g}"


def _plain(value: float) -> float:
    return round(value, 2)
