"""Periods, from a day to a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.values import ValueSpec, ValueType, read, written
from composer.values.periods import ends

PERIOD = ValueSpec(ValueType.PERIOD)
_days = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("2026-01-01至2028-12-31", "2026-01-01/2028-12-31"),
        ("2010.05.20-2030.05.20", "2010-05-20/2030-05-20"),
        ("2010.05.20-长期", "2010-05-20/.."),
        ("2026年1月1日 — 2028年12月31日", "2026-01-01/2028-12-31"),
        ("自2026年3月1日起至2029年2月28日止", "2026-03-01/2029-02-28"),
        ("2026年1月1日至12月31日", "2026-01-01/2026-12-31"),
        ("自2026年3月1日起三年", "2026-03-01/2029-02-28"),
        ("2026年3月1日起，有效期6个月", "2026-03-01/2026-08-31"),
        ("自2024年2月29日起1年", "2024-02-29/2025-02-28"),
        ("自2026年1月31日起1个月", "2026-01-31/2026-02-28"),
        ("自2026年3月1日起三十日", "2026-03-01/2026-03-30"),
        ("二〇二六年三月一日起长期有效", "2026-03-01/.."),
        ("2020-01-01至今", "2020-01-01/.."),
        ("至2028年12月31日止", "../2028-12-31"),
        ("长期", "../.."),
        (["2026-01-01", date(2028, 12, 31)], "2026-01-01/2028-12-31"),
        (["2026/1/1", None], "2026-01-01/.."),
    ],
)
def test_each_way_to_write_a_period_is_read(raw: str | list[object], kept: str) -> None:
    assert read(raw, PERIOD).value == kept


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2028-01-01至2026-01-01", "period-reversed"),
        ("三年", "period-unread"),
        ("2026年1月1日", "period-unread"),
        ("至今", "period-unread"),
        ("2026-01-01至2028-02-30", "date-impossible"),
        ("2026-01-01至28-12-31", "date-ambiguous"),
        ("自2026年3月1日起五百年", "date-impossible"),
        (["2026-01-01"], "period-unread"),
        (["2026-01-01", True], "period-unread"),
        (46082, "period-unread"),
    ],
)
def test_what_is_no_period_is_refused(raw: str | int | list[object], code: str) -> None:
    assert [fault.code for fault in read(raw, PERIOD).faults] == [code]


@given(start=_days | st.none(), end=_days | st.none())
def test_a_period_that_is_written_is_read_back(start: date | None, end: date | None) -> None:
    if start and end and end < start:
        start, end = end, start
    kept = "/".join(day.isoformat() if day else ".." for day in (start, end))
    assert read(written(kept, PERIOD), PERIOD).value == read(kept, PERIOD).value == kept
    assert ends(kept) == (start, end)


@given(start=st.dates(date(1900, 1, 1), date(2100, 1, 1)), years=st.integers(1, 50))
def test_the_day_behind_a_term_of_years_has_the_date_of_its_first_day(start: date, years: int) -> None:
    _, last = ends(str(read(f"自{start.isoformat()}起{years}年", PERIOD).value))
    assert last is not None
    after = last + timedelta(days=1)
    assert (after.year, after.month, after.day) == (
        start.year + years,
        *((start.month, start.day) if (start.month, start.day) != (2, 29) or after.day == 29 else (3, 1)),
    )
