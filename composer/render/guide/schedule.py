"""时间安排: when each step can begin and must be done, in plain words."""

from composer.model.timeline import Later, Slot
from composer.render.guide.context import Context
from composer.render.guide.view import LaterView, TimeRowView, TimesView
from composer.render.timechart.wording import (
    say_basis,
    say_deadline,
    say_due,
    say_end,
    say_estimated,
    say_finish,
    say_length,
    say_slack,
    say_start,
    say_waiting_until,
)


def times_view(context: Context) -> TimesView:
    """Every step in time, under promised limits."""
    times = context.package.timeline
    schedule = times.promised
    return TimesView(
        end=f"按承诺时限，{say_end(schedule)}",
        basis=say_basis(times),
        estimated=say_estimated(times) or None,
        start=times.start.isoformat() if times.start else None,
        path=tuple(context.numbered(item) for item in schedule.decisive_path),
        rows=tuple(_row(slot, context) for slot in schedule.slots),
        later=tuple(_later(one, context) for one in times.later),
    )


def _row(slot: Slot, context: Context) -> TimeRowView:
    return TimeRowView(
        item=context.numbered(slot.item),
        length=say_length(slot),
        waiting_until=say_waiting_until(slot),
        start=say_start(slot),
        finish=say_finish(slot),
        deadline=say_deadline(slot),
        slack=say_slack(slot),
        critical=slot.dates.critical if slot.dates else slot.critical,
        known=slot.known,
    )


def _later(one: Later, context: Context) -> LaterView:
    said = {True: "来得及", False: "来不及，请先和窗口商量", None: "来不来得及说不准"}
    issuer = f"由{context.numbered(one.issuer)}办出，{said[one.in_time]}" if one.issuer else None
    return LaterView(name=one.name, item=context.numbered(one.item), by=say_due(one), issuer=issuer)
