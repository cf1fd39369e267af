"""The two axes of time: days counted alike, and dates of China's calendar."""

from collections.abc import Mapping
from datetime import date
from math import ceil
from typing import Literal

from composer.model.quantity import Days
from composer.timeline.calendar import end_of, latest_start_of

PER_DAY = 21_600
"""Ticks of a day: hours and hundredths of a day are whole numbers of them, so that sums are exact."""

Side = Literal["low", "high"]


def ticks(days: float) -> int:
    """Days as ticks."""
    return round(days * PER_DAY)


class DayAxis:
    """Ticks from the application; working and calendar days are counted alike."""

    origin = 0

    def __init__(self, days: Mapping[str, Days], side: Side) -> None:
        self._lengths = {item: ticks(one.low if side == "low" else one.high) for item, one in days.items()}

    def finish(self, item: str, start: int) -> int:
        """The point one length later."""
        return start + self._lengths[item]

    def start(self, item: str, finish: int) -> int:
        """The point one length earlier."""
        return finish - self._lengths[item]


class DateAxis:
    """Working days from `origin`, a working day. A part of a day counts as a day."""

    def __init__(self, origin: date, days: Mapping[str, Days], side: Side) -> None:
        self.origin = origin
        self._lengths = {item: whole_days(one, side) for item, one in days.items()}

    def finish(self, item: str, start: date) -> date:
        """The last day of the item's limit; raises BeyondCalendarError."""
        return end_of(start, *self._lengths[item])

    def start(self, item: str, finish: date) -> date:
        """The last day on which the item may begin and be done by `finish`."""
        return latest_start_of(finish, *self._lengths[item])


def whole_days(days: Days, side: Side) -> tuple[int, int]:
    """Calendar days and working days as whole numbers."""
    calendar, working = ((one.low if side == "low" else one.high) for one in (days.calendar, days.working))
    return ceil(round(calendar, 6)), ceil(round(working, 6))
