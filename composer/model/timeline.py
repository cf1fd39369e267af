"""When each item can begin and must be done: in days from the application, and in dates where a start is known."""

from datetime import date
from enum import StrEnum

from composer.model.base import Model
from composer.model.quantity import Days


class Certainty(StrEnum):
    """What a number is worth where some limit is unknown: nothing unknown bears on it, it can only grow, or nothing."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    UNKNOWN = "unknown"


class Window(Model):
    """Days from the application (day 0), working and calendar days counted alike.

    `slack`: how much later the item may begin without making the whole longer.
    """

    earliest_start: float
    earliest_finish: float
    latest_start: float
    latest_finish: float
    slack: float


class Dates(Model):
    """The same as dates, each a working day; `slack` counts working days.

    `quickest_start` and `quickest_finish`: where every limit takes its low end. `waiting_until`: the last day of
    waiting that no office shortens. `deadline`: the last day of the statutory limit, if begun at the earliest.
    """

    quickest_start: date
    quickest_finish: date
    earliest_start: date
    earliest_finish: date
    latest_start: date
    latest_finish: date
    slack: int
    waiting_until: date | None
    deadline: date | None
    critical: bool


class Slot(Model):
    """One item in time. `least` and `most`: every limit at its low end, at its high end.

    `waiting` is the part of `days` that no office shortens (公告期). `known` is false where the item, or one before it,
    has no known limit: then the finish is "at least"; `slack_is` says the same of the slack. `critical`: on a longest
    path. `deadline`: the end of the statutory limit, if begun at the earliest; None where that limit is unknown.
    """

    item: str
    days: Days
    waiting: Days
    least: Window
    most: Window
    known: bool
    slack_is: Certainty
    critical: bool
    deadline: float | None
    dates: Dates | None = None


class Schedule(Model):
    """All items under one kind of limits, in the order of the package.

    `critical_path` is the longest chain of items that wait for one another, `quickest_path` the same with every limit
    at its low end; of equally long ones that of the items that come first. `dated_path` is the chain that decides the
    last date, which holidays can change.
    """

    slots: tuple[Slot, ...]
    least: float
    most: float
    known: bool
    critical_path: tuple[str, ...]
    quickest_path: tuple[str, ...]
    dated_path: tuple[str, ...] | None = None
    quickest_finish: date | None = None
    finish: date | None = None

    @property
    def decisive_path(self) -> tuple[str, ...]:
        """The chain that decides the end: by dates where a start is known, else by days."""
        return self.critical_path if self.dated_path is None else self.dated_path


class Later(Model):
    """A document that may follow later (容缺后补), as a requirement of `item` says (`said`): within days, or by a day.

    `day` counts from the application; `by` is the date, where a start is known or the day is fixed. `issuer` is the
    item of this package that issues it; `in_time` says whether its promise ends by then, None where nobody knows.
    """

    item: str
    material: str
    name: str
    said: str
    day: float | None
    by: date | None
    issuer: str | None
    in_time: bool | None


class Timeline(Model):
    """The package in time: as promised, and by law; `later` holds what may be handed in later.

    `start` is the day of application as it was given, `begins` the working day on which it counts as made.
    `estimated`: years of these dates whose arrangement of holidays and make-up workdays is not on record, so that
    only the holidays fixed by law are counted.
    """

    promised: Schedule
    statutory: Schedule
    later: tuple[Later, ...] = ()
    start: date | None = None
    begins: date | None = None
    estimated: tuple[int, ...] = ()
