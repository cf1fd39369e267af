"""What may follow later (容缺后补): by which day, and whether the item that issues it is done by then."""

from collections.abc import Iterable, Iterator
from datetime import date

from composer.model.item import DayUnit, Due, ServiceItem
from composer.model.package import Planned, Supplied, Supply
from composer.model.quantity import Days, Range
from composer.model.timeline import Later, Slot
from composer.timeline.axes import whole_days
from composer.timeline.calendar import end_of


def later(items: Iterable[Planned], slots: Iterable[Slot], supplies: Iterable[Supplied]) -> Iterator[Later]:
    """Each deferred document that has a day; counted from the earliest start of its item, when that is accepted."""
    planned = {one.item.id: one.item for one in items}
    when = {slot.item: slot for slot in slots}
    for one in supplies:
        due = one.requirement.due
        if one.supply is not Supply.DEFERRED or due is None:
            continue
        slot = when[one.item]
        day = None if due.days is None else slot.most.earliest_start + due.days
        by = due.by or (_end(slot.dates.earliest_start, due) if slot.dates else None)
        issuer = _issuer(one, planned.values())
        ready = when[issuer] if issuer else None
        yield Later(
            item=one.item,
            material=one.material,
            name=one.requirement.name,
            said=due.said,
            day=day,
            by=by,
            issuer=issuer,
            in_time=_in_time(ready, day, by) if ready else None,
        )


def _end(start: date, due: Due) -> date | None:
    if due.days is None:
        return None
    span = Range(low=due.days, high=due.days)
    days = Days(working=span) if due.unit is DayUnit.WORKING else Days(calendar=span)
    return end_of(start, *whole_days(days, "high"))


def _issuer(one: Supplied, items: Iterable[ServiceItem]) -> str | None:
    """The item of this package that issues the document; never the one that asks for it."""
    return next(
        (
            item.id
            for item in items
            if item.id != one.item and any(result.material in one.requirement.any_of for result in item.results)
        ),
        None,
    )


def _in_time(issuer: Slot, day: float | None, by: date | None) -> bool | None:
    """Whether the issuer's promise ends by then; None where that is not known."""
    if not issuer.known:
        return None
    if by is not None and issuer.dates is not None:
        return issuer.dates.earliest_finish <= by
    return None if day is None else issuer.most.earliest_finish <= day
