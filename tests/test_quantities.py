"""Limits as published, read or refused."""

import pytest

from composer.model.quantity import Days, Money, Range, Visits
from composer.quantities import Fault, fault_of_days, fault_of_fee, fault_of_visits, parse_days, parse_fee, parse_visits


@pytest.mark.parametrize("text", ["-3个工作日", "－3个工作日", "时限：-3天", "− 3 天", "负3天", "公示20日+-1个工作日"])
def test_a_negative_limit_is_a_fault_and_no_length(text: str) -> None:
    assert fault_of_days(text) is Fault.NEGATIVE
    assert not parse_days(text).known


@pytest.mark.parametrize("text", ["3-5个工作日", "3 - 5个工作日", "3天-5天", "法定时限——3个工作日", "2026-12-01起3天"])
def test_a_dash_between_numbers_or_words_is_no_minus(text: str) -> None:
    assert fault_of_days(text) is None


def test_a_range_from_more_to_less_is_a_fault_and_no_length() -> None:
    assert fault_of_days("5-3个工作日") is Fault.REVERSED
    assert not parse_days("5-3个工作日").known


@pytest.mark.parametrize("text", ["100000个工作日", "20年", f"{'9' * 400}天"])
def test_more_than_ten_years_are_a_fault_and_no_length(text: str) -> None:
    assert fault_of_days(text) is Fault.ABSURD
    assert not parse_days(text).known


@pytest.mark.parametrize(
    "text", ["半年", "数日", "半个月", "一个半月", "三五天", "两周", "30分钟", "三千日", "5个工作日或半个月"]
)
def test_a_number_that_is_not_read_before_a_unit_of_time_is_a_fault_and_no_length(text: str) -> None:
    assert fault_of_days(text) is Fault.UNREADABLE
    assert not parse_days(text).known


@pytest.mark.parametrize(
    "text",
    ["五月一日", "第三日", "第3日", "同一天", "每月十五日前", "二〇二六年", "2026 年 5 月 1 日起施行", "年满三周岁"],
)
def test_a_day_of_the_calendar_is_no_length_and_no_fault(text: str) -> None:
    assert fault_of_days(text) is None
    assert not parse_days(text).known


@pytest.mark.parametrize(
    "text", ["自2026年5月1日起3个工作日", "3个工作日（公告2018年第29号）", "三个工作日，二〇二六年五月一日起施行"]
)
def test_a_day_of_the_calendar_beside_a_limit_does_not_count(text: str) -> None:
    assert fault_of_days(text) is None
    assert parse_days(text) == Days(working=Range(low=3, high=3))


def test_an_extension_that_is_not_read_does_not_touch_the_limit() -> None:
    assert fault_of_days("15日，可延长半个月") is None
    assert parse_days("15日，可延长半个月").high == 15


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("-100元", "negative"),
        ("负100元", "negative"),
        ("¥-5", "negative"),
        ("1e9元", "absurd"),
        ("80-50元", "reversed"),
    ],
)
def test_a_fee_that_can_be_none_is_a_fault_and_unknown(text: str, fault: str) -> None:
    assert fault_of_fee(text) == fault
    assert parse_fee(text) == Money(known=False)


@pytest.mark.parametrize("text", ["三千元", "三万五百元", "2亿元", "100", "¥100"])
def test_a_fee_that_is_not_read_is_a_fault_and_unknown(text: str) -> None:
    assert fault_of_fee(text) is Fault.UNREADABLE
    assert parse_fee(text) == Money(known=False)


@pytest.mark.parametrize("text", ["0", "不收费", "按规定标准收取", "由机构收取", "小微企业免收三千元"])
def test_a_fee_in_words_is_no_fault(text: str) -> None:
    assert fault_of_fee(text) is None


@pytest.mark.parametrize(
    ("text", "fee"), [("1,200元", 1200), ("1.5万元", 15_000), ("三万元", 30_000), ("每件一百零五元", 105)]
)
def test_a_fee_is_read_with_marks_between_thousands_and_in_chinese(text: str, fee: float) -> None:
    assert fault_of_fee(text) is None
    assert parse_fee(text) == Money(amount=Range(low=fee, high=fee))


@pytest.mark.parametrize(
    ("text", "fault"),
    [("-2", "negative"), ("负2次", "negative"), ("3-1", "reversed"), ("101次", "absurd"), ("0.5", "unreadable")],
)
def test_visits_that_can_be_none_are_a_fault_and_unknown(text: str, fault: str) -> None:
    assert fault_of_visits(text) == fault
    assert parse_visits(text) == Visits(known=False)


@pytest.mark.parametrize("text", ["一网通办", "全程网办（2024年起）"])
def test_visits_in_words_are_unknown_and_no_fault(text: str) -> None:
    assert fault_of_visits(text) is None
    assert parse_visits(text) == Visits(known=False)


def test_a_range_of_fees_or_visits_is_not_taken_for_a_negative_number() -> None:
    assert parse_fee("50-80元").amount == Range(low=50, high=80)
    assert parse_visits("0-1").count == Range(low=0, high=1)
    assert parse_visits("一至三次").count == Range(low=1, high=3)
