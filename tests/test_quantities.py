"""Limits as published, read or refused."""

import pytest

from composer.quantities import DaysFault, fault_of_days, parse_days


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
