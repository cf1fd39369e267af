"""From planned items and their timings to a `Timeline`: by days, and with a start date by dates too."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from composer.model.package import Planned, Supplied, Timing
from composer.model.quantity import Days, Range
from composer.model.timeline import Certainty, Dates, Schedule, Slot, Timeline, Window
from composer.timeline.axes import PER_DAY, DateAxis, DayAxis, Side, ticks, whole_days
from composer.timeline.calendar import BeyondCalendarError, end_of, is_on_record, working_days_between, working_from
from composer.timeline.course import Course, course
from composer.timeline.later import later
from composer.timeline.start import beyond


def timeline(
    items: Sequence[Planned],
    timings: Mapping[str, Timing],
    start: date | None = None,
    supplies: Iterable[Supplied] = (),
) -> Timeline:
    """The items of a package, in the order of their stages, in time; in dates too where `start` is given.

    Of `supplies` those count that may follow later.

    Raises AnswerError where a date lies beyond the calendar.
    """
    requires = {one.item.id: one.requires for one in items}
    try:
        begins = start and working_from(start)
        promised = _schedule(requires, timings, "promised", begins)
        statutory = _schedule(requires, timings, "statutory", begins)
        deferred = tuple(later(items, promised.slots, supplies))
    except BeyondCalendarError:
        raise beyond(str(start)) from None
    return Timeline(
        promised=promised,
        statutory=statutory,
        later=deferred,
        start=start,
        begins=begins,
        estimated=tuple(_estimated(begins, (promised, statutory))) if begins else (),
    )


def due_date(start: date, days: Days, side: Side = "high") -> date:
    """The last day of a limit that is counted from `start`, at its high or low end; raises BeyondCalendarError."""
    return end_of(working_from(start), *whole_days(days, side))


def _estimated(begins: date, schedules: Iterable[Schedule]) -> Iterable[int]:
    dates = [slot.dates for schedule in schedules for slot in schedule.slots if slot.dates]
    last = max([begins, *(one.deadline or one.earliest_finish for one in dates)])
    return (year for year in range(begins.year, last.year + 1) if not is_on_record(year))


def _schedule(
    requires: Mapping[str, tuple[str, ...]], timings: Mapping[str, Timing], which: str, begins: date | None
) -> Schedule:
    days: dict[str, Days] = {item: getattr(timings[item], which) for item in requires}
    least, most = course(requires, DayAxis(days, "low")), course(requires, DayAxis(days, "high"))
    known = _known(requires, days)
    slack_is = _slack_is(requires, days, known)
    dated = _dated(requires, days, timings, begins) if begins else None
    return Schedule(
        slots=tuple(
            Slot(
                item=item,
                days=days[item],
                waiting=_within(timings[item].waiting, days[item]),
                least=_window(item, least),
                most=_window(item, most),
                known=known[item],
                slack_is=slack_is[item],
                critical=item in most.critical,
                deadline=_deadline(most.earliest[item][0], timings[item].statutory),
                dates=dated[0][item] if dated else None,
            )
            for item in requires
        ),
        least=least.end / PER_DAY,
        most=most.end / PER_DAY,
        known=all(one.known for one in days.values()),
        critical_path=most.path,
        quickest_path=least.path,
        dated_path=dated[1].path if dated else None,
        quickest_finish=dated[2].end if dated else None,
        finish=dated[1].end if dated else None,
    )


def _window(item: str, found: Course[int]) -> Window:
    earliest, latest = found.earliest[item], found.latest[item]
    return Window(
        earliest_start=earliest[0] / PER_DAY,
        earliest_finish=earliest[1] / PER_DAY,
        latest_start=latest[0] / PER_DAY,
        latest_finish=latest[1] / PER_DAY,
        slack=(latest[0] - earliest[0]) / PER_DAY,
    )


def _deadline(start: int, statutory: Days) -> float | None:
    return (start + ticks(statutory.high)) / PER_DAY if statutory.known else None


def _within(waiting: Days, days: Days) -> Days:
    """The waiting, as far as the whole length has room for it."""
    return Days(working=_least(waiting.working, days.working), calendar=_least(waiting.calendar, days.calendar))


def _least(one: Range, other: Range) -> Range:
    return Range(low=min(one.low, other.low), high=min(one.high, other.high))


def _known(requires: Mapping[str, tuple[str, ...]], days: Mapping[str, Days]) -> dict[str, bool]:
    """Whether each finish is known: an unknown limit makes everything after it "at least"."""
    known: dict[str, bool] = {}
    for item, before in requires.items():
        known[item] = days[item].known and all(known[name] for name in before)
    return known


def _slack_is(
    requires: Mapping[str, tuple[str, ...]], days: Mapping[str, Days], known: Mapping[str, bool]
) -> dict[str, Certainty]:
    """An unknown limit before or after an item may eat its slack up; one beside it can only add to it."""
    if all(known.values()):
        return dict.fromkeys(requires, Certainty.EXACT)
    leads_to_unknown = {item: not days[item].known for item in requires}
    for item in reversed(list(requires)):
        for name in requires[item] if leads_to_unknown[item] else ():
            leads_to_unknown[name] = True
    return {
        item: Certainty.AT_LEAST if known[item] and not leads_to_unknown[item] else Certainty.UNKNOWN
        for item in requires
    }


def _dated(
    requires: Mapping[str, tuple[str, ...]], days: Mapping[str, Days], timings: Mapping[str, Timing], begins: date
) -> tuple[dict[str, Dates], Course[date], Course[date]]:
    """Dates by item, and the courses at most and at least that they come from."""
    most = course(requires, DateAxis(begins, days, "high"))
    least = course(requires, DateAxis(begins, days, "low"))
    dates = {}
    for item in requires:
        (start, finish), (latest_start, latest_finish) = most.earliest[item], most.latest[item]
        waiting, statutory = _within(timings[item].waiting, days[item]), timings[item].statutory
        dates[item] = Dates(
            quickest_start=least.earliest[item][0],
            quickest_finish=least.earliest[item][1],
            earliest_start=start,
            earliest_finish=finish,
            latest_start=latest_start,
            latest_finish=latest_finish,
            slack=working_days_between(start, latest_start),
            waiting_until=end_of(start, *whole_days(waiting, "high")) if waiting.high else None,
            deadline=end_of(start, *whole_days(statutory, "high")) if statutory.known else None,
            critical=item in most.critical,
        )
    return dates, most, least
