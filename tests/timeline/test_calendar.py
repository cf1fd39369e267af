"""Working days of China, against the library's own day-by-day loop and the notices of the State Council."""

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from composer.timeline.calendar import (
    BeyondCalendarError,
    end_of,
    holiday_name,
    is_made_up,
    is_on_record,
    is_working,
    latest_start_of,
    working_days_between,
    working_from,
    working_until,
)

CHINA = country_holidays("CN", years=range(1999, 2032))
DAYS = st.dates(date(2000, 1, 1), date(2030, 6, 30))
WORKING_DAYS = DAYS.map(working_from)


@given(DAYS)
def test_a_working_day_is_one_of_the_library(day: date) -> None:
    assert is_working(day) == CHINA.is_working_day(day)


@given(WORKING_DAYS, st.integers(1, 60))
def test_working_days_are_counted_as_by_a_loop_over_days(start: date, number: int) -> None:
    assert end_of(start, 0, number) == CHINA.get_nth_working_day(start, number)
    assert working_days_between(start, end_of(start, 0, number)) == number


@given(WORKING_DAYS, st.integers(1, 200))
def test_calendar_days_are_counted_and_end_on_a_working_day(start: date, number: int) -> None:
    assert end_of(start, number, 0) == CHINA.get_nth_working_day(start + timedelta(days=number), 0)


@given(WORKING_DAYS, st.integers(0, 90), st.integers(0, 20))
def test_the_latest_start_is_the_last_that_ends_in_time(end: date, calendar: int, working: int) -> None:
    start = latest_start_of(end, calendar, working)
    assert end_of(start, calendar, working) <= end
    later = working_from(start + timedelta(days=1))
    assert end_of(later, calendar, working) > end


@given(WORKING_DAYS, WORKING_DAYS, st.integers(0, 90), st.integers(0, 20))
def test_who_begins_later_is_never_done_earlier(one: date, other: date, calendar: int, working: int) -> None:
    first, second = sorted((one, other))
    assert end_of(first, calendar, working) <= end_of(second, calendar, working)


def test_the_day_of_beginning_is_not_counted() -> None:
    assert end_of(date(2026, 12, 1), 0, 1) == date(2026, 12, 2)
    assert end_of(date(2026, 12, 1), 3, 0) == date(2026, 12, 4)


def test_no_days_at_all_end_on_the_same_day() -> None:
    assert end_of(date(2026, 12, 1), 0, 0) == date(2026, 12, 1)


def test_a_period_that_ends_on_a_sunday_ends_on_monday() -> None:
    assert end_of(date(2026, 12, 1), 5, 0) == date(2026, 12, 7)


def test_national_day_2026_takes_a_week_and_gives_two_weekend_days_back() -> None:
    assert not any(is_working(date(2026, 10, day)) for day in range(1, 8))
    assert is_made_up(date(2026, 9, 20))
    assert is_made_up(date(2026, 10, 10))
    assert end_of(date(2026, 9, 30), 0, 3) == date(2026, 10, 10)


def test_spring_festival_2026_is_made_up_for_on_two_saturdays() -> None:
    assert [day for day in range(1, 29) if is_made_up(date(2026, 2, day))] == [14, 28]
    assert end_of(date(2026, 2, 13), 0, 2) == date(2026, 2, 24)
    assert holiday_name(date(2026, 2, 17)) == "春节"


def test_a_year_without_a_notice_has_the_holidays_of_the_law_and_no_day_made_up() -> None:
    assert is_on_record(2026)
    assert not is_on_record(2099)
    assert not is_working(date(2099, 10, 1))
    assert not any(is_made_up(date(2099, 1, 1) + timedelta(days=number)) for number in range(365))


@pytest.mark.parametrize("start", [date(2100, 12, 20), date(1989, 12, 29)])
def test_dates_beyond_the_calendar_are_refused(start: date) -> None:
    with pytest.raises(BeyondCalendarError):
        end_of(start, 0, 30)


def test_more_days_than_there_are_dates_are_refused() -> None:
    with pytest.raises(BeyondCalendarError):
        end_of(date(2026, 1, 5), 10**9, 0)


def test_the_working_day_before_a_holiday_is_found_backwards() -> None:
    assert working_until(date(2026, 10, 7)) == date(2026, 9, 30)
