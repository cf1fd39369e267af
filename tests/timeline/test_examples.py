"""Time as a person would reckon it."""

from datetime import date

import pytest

from composer.compose import compose
from composer.errors import AnswerError
from composer.model.objective import Terms
from composer.model.theme import Library
from composer.model.timeline import Certainty
from composer.timeline import due_date, read_start, timeline
from tests.timeline.conftest import days, planned, timed

PLAN = planned({"a": (), "b": (), "c": ("a",), "d": ("b", "c")})
TIMINGS = {
    "a": timed(days(working=(3, 5)), days(working=10)),
    "b": timed(days(calendar=4)),
    "c": timed(days()),
    "d": timed(days(working=1, calendar=20), waiting=days(calendar=20)),
}


def test_an_item_beside_the_critical_path_has_slack() -> None:
    slots = {slot.item: slot for slot in timeline(PLAN, TIMINGS).promised.slots}
    assert slots["b"].most.slack == 1
    assert [name for name, slot in slots.items() if slot.critical] == ["a", "c", "d"]


def test_a_range_gives_a_least_and_a_most() -> None:
    schedule = timeline(PLAN, TIMINGS).promised
    assert (schedule.least, schedule.most) == (25, 26)
    assert schedule.critical_path == ("a", "c", "d")
    assert schedule.quickest_path == ("b", "d")


def test_the_statutory_limit_of_an_item_counts_from_its_earliest_start() -> None:
    slots = {slot.item: slot for slot in timeline(PLAN, TIMINGS).promised.slots}
    assert slots["a"].deadline == 10
    assert slots["d"].deadline == 26


def test_dates_leave_out_weekends_and_new_year_and_wait_before_handling() -> None:
    schedule = timeline(PLAN, TIMINGS, date(2026, 12, 11)).promised
    dates = {slot.item: slot.dates for slot in schedule.slots}
    assert dates["a"] is not None
    assert dates["d"] is not None
    assert dates["a"].earliest_finish == date(2026, 12, 18)
    assert dates["d"].waiting_until == date(2027, 1, 7)
    assert schedule.finish == date(2027, 1, 8)


def test_who_applies_on_a_saturday_counts_from_monday() -> None:
    times = timeline(PLAN, TIMINGS, date(2026, 12, 12))
    assert times.start == date(2026, 12, 12)
    assert times.begins == date(2026, 12, 14)


def test_years_without_a_notice_are_named() -> None:
    assert timeline(PLAN, TIMINGS, date(2026, 11, 2)).estimated == ()
    assert timeline(PLAN, TIMINGS, date(2098, 12, 11)).estimated == (2098, 2099)


def test_without_a_start_there_are_no_dates() -> None:
    times = timeline(PLAN, TIMINGS)
    assert times.start is None
    assert all(slot.dates is None for slot in times.promised.slots)


def test_slack_beside_an_unknown_limit_is_at_least_and_before_it_unknown() -> None:
    timings = {"a": timed(days(working=9)), "b": timed(days(working=1)), "u": timed(days(known=False))}
    plan = planned({"a": (), "b": (), "u": ("b",)})
    slots = {slot.item: slot.slack_is for slot in timeline(plan, timings).promised.slots}
    assert slots == {"a": Certainty.AT_LEAST, "b": Certainty.UNKNOWN, "u": Certainty.UNKNOWN}


def test_a_part_of_a_day_takes_a_day_of_the_calendar() -> None:
    assert due_date(date(2026, 12, 1), days(working=0.5)) == date(2026, 12, 2)


def test_what_may_follow_later_is_due_after_its_days() -> None:
    assert due_date(date(2026, 9, 30), days(working=3)) == date(2026, 10, 10)


def test_no_items_take_no_time() -> None:
    schedule = timeline((), {}, date(2026, 12, 12)).promised
    assert (schedule.most, schedule.critical_path, schedule.finish) == (0, (), date(2026, 12, 14))


def test_a_shipped_theme_has_dates_for_a_start(library: Library) -> None:
    package = compose(library.themes["close-company"], library.catalogue, {}, Terms(start=date(2026, 12, 1)))
    finish = package.timeline.promised.finish
    assert finish is not None
    assert (finish - date(2026, 12, 1)).days >= package.measures.days_promised[1].value


@pytest.mark.parametrize("text", ["2026-12-01", "2026/12/1", "2026.12.1", "2026年12月1日", " ２０２６-12-01 "])
def test_a_start_date_is_read_as_people_write_it(text: str) -> None:
    assert read_start(text) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("明天", "错误 [start-date] 明天：开始日期的写法不对。请写成 2026-12-01 这样的日期。"),
        ("", "错误 [start-date] 开始日期的写法不对。请写成 2026-12-01 这样的日期。"),
        ("2026-02-30", "错误 [start-date] 2026-02-30：日历上没有这一天。请检查月和日。"),
        (
            "1989-12-31",
            "错误 [start-range] 1989-12-31：只能推算 1990 年到 2100 年的日期。请换一个开始日期，或不写开始日期。",
        ),
        (
            "2101-01-01",
            "错误 [start-range] 2101-01-01：只能推算 1990 年到 2100 年的日期。请换一个开始日期，或不写开始日期。",
        ),
    ],
)
def test_a_start_date_that_cannot_be_is_refused_in_plain_words(text: str, message: str) -> None:
    with pytest.raises(AnswerError) as refused:
        read_start(text)
    assert str(refused.value) == message


def test_a_plan_that_ends_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(AnswerError, match="start-range"):
        timeline(PLAN, TIMINGS, date(2100, 12, 20))
