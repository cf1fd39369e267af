"""Days, months and moments, as people and spreadsheets write them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel

from composer.values import ValueSpec, ValueType, read, written

DATE, MOMENT, MONTH = (ValueSpec(type) for type in (ValueType.DATE, ValueType.DATE_TIME, ValueType.MONTH))
_days = st.dates(date(1800, 1, 1), date(2199, 12, 31))
_DIGITS = "〇一二三四五六七八九"


def _said(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


@given(_days)
def test_each_way_to_write_a_day_is_read(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    han = "".join(_DIGITS[int(digit)] for digit in str(year))
    ways = [
        *(day, datetime(year, month, number), day.isoformat(), f"{day:%Y%m%d}", int(f"{day:%Y%m%d}")),
        *(
            f"{year}年{month}月{number}日",
            f"{year}/{month}/{number}",
            f"{year}.{month:02d}.{number}",
            f"{day}T00:00:00",
        ),
        *(
            f"{han}年{_said(month)}月{_said(number)}日",
            f" {year} 年 {month} 月 {number} 日 ",
            f"{year}－{month}－{number}",
        ),
        f"{year}年{month}月{number}号".translate({ord("0") + digit: ord("０") + digit for digit in range(10)}),
    ]
    assert {read(way, DATE).value for way in ways} == {day.isoformat()}


@given(st.dates(date(1900, 3, 1), date(2199, 12, 31)))
def test_a_serial_number_is_the_day_that_a_spreadsheet_shows(day: date) -> None:
    serial = to_excel(day)
    if int(serial) not in range(1800, 2200):
        assert read(serial, DATE).value == day.isoformat()
        assert read(float(serial), MONTH).value == day.isoformat()[:7]


@pytest.mark.parametrize(("serial", "day"), [(1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01")])
def test_serial_numbers_before_march_1900_are_one_off(serial: int, day: str) -> None:
    assert read(serial, DATE).value == day


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (60, "date-impossible"),
        ("2026-02-30", "date-impossible"),
        ("1799-12-31", "date-impossible"),
        ("03/04/2026", "date-ambiguous"),
        ("26-3-1", "date-ambiguous"),
        ("26年3月1日", "date-ambiguous"),
        (2026, "date-incomplete"),
        ("2026年3月", "date-incomplete"),
        ("3月1日", "date-incomplete"),
        ("2026-03-01 09:30", "date-has-time"),
        (datetime(2026, 3, 1, 9, 30), "date-has-time"),
        (46082.5, "date-has-time"),
        ("2026-03-01之前", "date-unread"),
        ("46082", "date-unread"),
        ("2026-3/1", "date-unread"),
        ("长期", "date-unread"),
        (datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=8))), "date-unread"),
        (True, "wrong-type"),
        (float("inf"), "wrong-type"),
        pytest.param(10**5000, "wrong-type", id="5001 digits"),
        (["2026-03-01"], "wrong-type"),
    ],
)
def test_what_is_no_clear_day_is_refused(raw: object, code: str) -> None:
    reading = read(raw, DATE)  # type: ignore[arg-type]
    assert reading.value is None
    assert [fault.code for fault in reading.faults] == [code]


def test_an_unclear_day_is_refused_with_the_way_out() -> None:
    (fault,) = read("03/04/2026", DATE).faults
    assert fault.message == "“03/04/2026”分不清哪个是月、哪个是日，请写成2026年3月1日或2026-03-01"


@given(st.datetimes(datetime(1800, 1, 1), datetime(2199, 12, 31)))
def test_each_way_to_write_a_moment_is_read(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    day = f"{moment.year}年{moment.month}月{moment.day}日"
    hour = f"下午{moment.hour - 12}" if moment.hour > 12 else f"{moment.hour}"
    ways = [
        *(moment, moment.isoformat(), moment.isoformat(" "), f"{moment:%Y/%m/%d %H:%M}", f"{moment:%Y%m%d %H:%M}"),
        *(f"{day}{moment.hour}时{moment.minute}分", f"{day} {hour}点{moment.minute}分"),
    ]
    assert {read(way, MOMENT).value for way in ways} == {f"{moment:%Y-%m-%dT%H:%M}".rjust(16, "0")}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2026-03-01", "time-missing"),
        ("2026-03-01 24:00", "time-impossible"),
        ("2026-03-01 09:60", "time-impossible"),
        ("2026-03-01T09:30:15", "time-impossible"),
        ("2026-03-01T09:30Z", "date-unread"),
    ],
)
def test_what_is_no_clear_moment_is_refused(raw: str, code: str) -> None:
    assert [fault.code for fault in read(raw, MOMENT).faults] == [code]


def test_a_fraction_of_a_serial_number_is_the_time_to_the_minute() -> None:
    assert read(46082.395833333336, MOMENT).value == "2026-03-01T09:30"


@pytest.mark.parametrize(
    "raw", ["2026年3月", "2026-03", "2026/3", "2026.03", "202603", 202603, "二〇二六年三月", 46082]
)
def test_each_way_to_write_a_month_is_read(raw: str | int) -> None:
    assert read(raw, MONTH).value == "2026-03"


@pytest.mark.parametrize("raw", ["2026-13", "26-3", "2026", "三月"])
def test_what_is_no_month_is_refused(raw: str) -> None:
    assert [fault.code for fault in read(raw, MONTH).faults] == ["month-unread"]


@pytest.mark.parametrize(
    ("value", "spec", "text"),
    [
        ("2026-03-01", DATE, "2026年3月1日"),
        ("2026-03-01T09:30", MOMENT, "2026年3月1日 09:30"),
        ("2026-03", MONTH, "2026年3月"),
    ],
)
def test_what_is_written_is_read_back(value: str, spec: ValueSpec, text: str) -> None:
    assert written(value, spec) == text
    assert read(text, spec).value == value
