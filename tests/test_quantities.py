"""Limits as published, read or refused."""

import pytest

from composer.quantities import DaysFault, fault_of_days, parse_days, parse_fee, parse_visits


@pytest.mark.parametrize("text", ["-3个工作日", "－3个工作日", "时限：-3天", "− 3 天", "负3天", "公示20日+-1个工作日"])
def test_a_negative_limit_is_a_fault_and_no_length(text: str) -> None:
    assert fault_of_days(text) is DaysFault.NEGATIVE
    assert not parse_days(text).known


@pytest.mark.parametrize("text", ["3-5个工作日", "3 - 5个工作日", "3天-5天", "法定时限——3个工作日", "2026-12-01起3天"])
def test_a_dash_between_numbers_or_words_is_no_minus(text: str) -> None:
    assert fault_of_days(text) is None


def test_a_range_from_more_to_less_is_a_fault_and_no_length() -> None:
    assert fault_of_days("5-3个工作日") is DaysFault.REVERSED
    assert not parse_days("5-3个工作日").known


@pytest.mark.parametrize("text", ["100000个工作日", "20年", f"{'9' * 400}天"])
def test_more_than_ten_years_are_a_fault_and_no_length(text: str) -> None:
    assert fault_of_days(text) is DaysFault.ABSURD
    assert not parse_days(text).known


@pytest.mark.parametrize("text", ["-100元", "负100元", "1e9元"])
def test_a_fee_that_is_below_zero_or_no_plain_number_is_unknown(text: str) -> None:
    assert not parse_fee(text).known
    assert parse_fee(text).amount.high == 0


@pytest.mark.parametrize("text", ["-2", "负2次"])
def test_visits_below_zero_are_unknown(text: str) -> None:
    assert not parse_visits(text).known


def test_a_range_of_fees_or_visits_is_not_taken_for_a_negative_number() -> None:
    assert parse_fee("50-80元").amount.high == 80
    assert parse_visits("0-1").count.high == 1
