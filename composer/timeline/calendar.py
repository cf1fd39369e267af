"""China's working days, and the one rule by which a period ends: docs/explanation/time.md.

Public holidays and make-up workdays come from `holidays`, which has the yearly notices of the State Council's General
Office from 2001 on. A year without a notice has the holidays fixed by law and no make-up workdays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that can be counted in; lunar festivals are known so far."""

_DAY = timedelta(days=1)
_SATURDAY = 5


class BeyondCalendarError(ValueError):
    """A date before FIRST_YEAR or after LAST_YEAR."""


@dataclass(frozen=True)
class _Year:
    """Holidays by name, weekends that are worked, and whether the year's notice is on record."""

    holidays: Mapping[date, str]
    worked: frozenset[date]
    on_record: bool


@lru_cache(maxsize=LAST_YEAR - FIRST_YEAR + 1)
def _year(year: int) -> _Year:
    """One year at a time, because a calendar that grows while it is asked is not safe in threads."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BeyondCalendarError(year)
    # Loads a module for every country of the world; only who gives a start date waits for it.
    from holidays.countries.china import China  # noqa: PLC0415

    known = China(years=year, expand=False, language="zh_CN")  # type: ignore[no-untyped-call]
    worked = frozenset(day for day in known.weekend_workdays if day.year == year)
    return _Year({day: known[day] for day in known}, worked, year in known.special_public_holidays)


def is_on_record(year: int) -> bool:
    """Whether the notice on that year's holidays and make-up workdays is known."""
    return _year(year).on_record


def is_working(day: date) -> bool:
    """Whether offices work on that day: weekdays but for holidays, and weekends that make up for a holiday."""
    year = _year(day.year)
    return day in year.worked if day.weekday() >= _SATURDAY else day not in year.holidays


def holiday_name(day: date) -> str | None:
    """What a holiday is called; None for other days, weekends included."""
    return _year(day.year).holidays.get(day)


def is_made_up(day: date) -> bool:
    """Whether the day is of a weekend and worked all the same (调休上班)."""
    return day in _year(day.year).worked


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    for number in range((last - first).days + 1):
        yield first + number * _DAY


def working_from(day: date) -> date:
    """`day` if it is a working day, else the next one."""
    while not is_working(day):
        day += _DAY
    return day


def working_until(day: date) -> date:
    """`day` if it is a working day, else the one before."""
    while not is_working(day):
        day -= _DAY
    return day


def end_of(start: date, calendar: int, working: int) -> date:
    """The last day of a period of `calendar` days and then `working` days that begins on `start`, a working day.

    The day of beginning is not counted (Civil Code, article 201); a period that ends on a day off ends on the next
    working day (article 203). Working days leave out weekends and holidays and count make-up workdays. No days at
    all: the same day. Raises BeyondCalendarError.
    """
    day = start
    if calendar:
        if calendar > date.max.toordinal() - start.toordinal():
            raise BeyondCalendarError(calendar)
        day = working_from(start + calendar * _DAY)
    for _ in range(working):
        day = working_from(day + _DAY)
    return day


def latest_start_of(end: date, calendar: int, working: int) -> date:
    """The last working day on which that period may begin and not end after `end`, a working day."""
    day = end
    for _ in range(working):
        day = working_until(day - _DAY)
    return working_until(day - calendar * _DAY)


def working_days_between(first: date, last: date) -> int:
    """How many working days later `last` is than `first`, both working days."""
    return sum(map(is_working, days_from(first, last))) - 1
