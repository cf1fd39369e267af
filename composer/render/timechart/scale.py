"""The axis of time: where its marks stand, which of them are named, and which days are off."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from composer.render.drawing.text import width
from composer.timeline.calendar import days_from, holiday_name, is_made_up, is_working

LABEL_SIZE = 11.0
MONTH_SIZE = 12.0
_STEPS = (1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000)
_WEEKENDS_FROM = 3.0
"""Pixels a day below which single weekends are noise."""


class Mark(NamedTuple):
    """A line across the chart at `x`; `text` names it, if there is room; `major` ones begin a month."""

    x: float
    text: str
    major: bool = False


class Rest(NamedTuple):
    """Days off in a row, from `x` on; `name` is that of the holiday, empty for a weekend."""

    x: float
    width: float
    name: str


class Scale(NamedTuple):
    """Marks of the axis over some width. `above` is the upper line of names (months), `worked` the made-up days."""

    per_day: float
    marks: tuple[Mark, ...]
    above: tuple[Mark, ...]
    rests: tuple[Rest, ...]
    worked: tuple[Mark, ...]


def scale_of(begins: date | None, end: int, room: float) -> Scale:
    """The scale of `end` days over `room` units: of days, or from `begins` on of dates."""
    if begins is None:
        return Scale(room / end, tuple(_day_marks(end, room)), (), (), ())
    per_day = room / end
    days = tuple(days_from(begins, begins + timedelta(days=end - 1)))
    return Scale(
        per_day=per_day,
        marks=tuple(_date_marks(days, per_day)),
        above=tuple(_months(days, per_day)),
        rests=tuple(_rests(days, per_day)),
        worked=tuple(Mark(number * per_day, "班") for number, day in enumerate(days) if is_made_up(day)),
    )


def _day_marks(end: int, room: float) -> Iterator[Mark]:
    widest = width(str(end), LABEL_SIZE) + 12
    step = next((one for one in _STEPS if one * room / end >= widest), end)
    for day in range(0, end + 1, step):
        yield Mark(day * room / end, str(day), day == 0)


def _date_marks(days: tuple[date, ...], per_day: float) -> Iterator[Mark]:
    """Days of the month below: each day, each Monday, each second Monday, or none, as there is room."""
    room = width("30", LABEL_SIZE) + 6
    step = next((one for one in (1, 7, 14) if one * per_day >= room), 0)
    first_monday = next((number for number, day in enumerate(days) if day.weekday() == 0), 0)
    for number, day in enumerate(days):
        x = number * per_day
        named = step and (number - first_monday) % step == 0 and (number + 1) * per_day >= room / 2
        if day.day == 1 or named:
            yield Mark(x, str(day.day) if named else "", day.day == 1)


def _months(days: tuple[date, ...], per_day: float) -> Iterator[Mark]:
    """Names of months as far as they do not touch; the year stands at the first and at each January."""
    starts = [(number, day) for number, day in enumerate(days) if number == 0 or day.day == 1]
    if len(starts) > 1 and (starts[1][0] - starts[0][0]) * per_day < _wide("2026年12月") + 8:
        starts = starts[1:]
    right = -1.0
    year = 0
    for number, day in starts:
        text = f"{day.year}年{day.month}月" if day.year != year else f"{day.month}月"
        x = number * per_day
        if x > right and x + _wide(text) <= len(days) * per_day:
            yield Mark(x, text, True)
            right, year = x + _wide(text) + 8, day.year


def _wide(month: str) -> float:
    return width(month, MONTH_SIZE, bold=True)


def _rests(days: tuple[date, ...], per_day: float) -> Iterator[Rest]:
    number = 0
    for working, some in groupby(days, key=is_working):
        run = list(some)
        names = list(dict.fromkeys(name for day in run if (name := _plain_name(day))))
        if not working and (names or per_day >= _WEEKENDS_FROM):
            yield Rest(number * per_day, len(run) * per_day, "、".join(names))
        number += len(run)


def _plain_name(day: date) -> str:
    """A holiday's own name; days moved to it and away from it (补假, 调休) have no other."""
    name = (holiday_name(day) or "").partition("（")[0]
    return "" if name == "休息日" else name.split(";")[0].strip()
