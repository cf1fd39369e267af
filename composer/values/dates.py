"""Days, months and moments of the calendar, as people, spreadsheets and programs write them.

Read: 2026-03-01, 2026年3月1日, 2026/3/1, 2026.3.1, 20260301, 二〇二六年三月一日, full width, the serial numbers of
spreadsheets (1900 system), `date` and `datetime`. Refused: 03/04/2026 and years of two digits, for nobody knows which
is meant. Kept: ISO 8601, years 1800 to 2199, moments to the minute without a time zone.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from composer.numerals import numeral
from composer.values.faults import FaultCode, Unreadable, shown
from composer.values.tidying import compact, plain

YEARS = range(1800, 2200)
_Raw = str | int | float | Decimal | date | datetime
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile(r"([〇零○一二三四五六七八九]{4})年")
_HAN = re.compile(r"([一二三四五六七八九十]{1,3})(?=[月日号时点分])")
_DAY = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)")
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月?|(\d{2}))")
_TIME = re.compile(
    r"T?(上午|早上|中午|下午|晚上)?(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.0+)?)?|[时点](?:(\d{1,2})分?|(半)|整)?)"
)
_UNCLEAR = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_SHORT_YEAR = re.compile(r"\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}[日号]?)")
_AFTERNOON = {"中午", "下午", "晚上"}
_EXAMPLE = "请写成2026年3月1日或2026-03-01"


def read_date(raw: _Raw) -> str:
    """The day as 2026-03-01. Raises Unreadable for what is no day, for an unclear one and for one with a time."""
    day, rest = _day(raw)
    if rest is None or (isinstance(rest, str) and re.fullmatch(r"T?0{1,2}:00(?::00(?:\.0+)?)?", rest)):
        return day.isoformat()
    if isinstance(rest, str) and not _TIME.fullmatch(rest):
        raise Unreadable(FaultCode.DATE_UNREAD, f"{shown(str(raw))}不是看得懂的日期，{_EXAMPLE}")
    if not isinstance(rest, str) and rest == timedelta(0):
        return day.isoformat()
    raise Unreadable(FaultCode.DATE_HAS_TIME, f"这里只填日期，不填时间，请写成{day.isoformat()}")


def read_date_time(raw: _Raw) -> str:
    """The moment as 2026-03-01T09:30. Raises Unreadable, also for seconds and where there is no time of day."""
    day, rest = _day(raw)
    if isinstance(rest, str):
        rest = _time(rest)
    if rest is None:
        raise Unreadable(FaultCode.TIME_MISSING, f"还缺时间，请写成{day.isoformat()} 09:30")
    if rest.seconds % 60 or rest.microseconds:
        raise Unreadable(FaultCode.TIME_IMPOSSIBLE, "时间只填到分钟，请去掉秒，如09:30")
    hours, minutes = divmod(rest.seconds // 60, 60)
    return f"{day.isoformat()}T{hours:02d}:{minutes:02d}"


def read_month(raw: _Raw) -> str:
    """The month as 2026-03. A cell's date is read too: what a spreadsheet makes of a month. Raises Unreadable."""
    if isinstance(raw, date) or (isinstance(raw, float | int | Decimal) and _is_serial(raw)):
        day, _ = _day(raw)
        return day.isoformat()[:7]
    text = _with_digits(_number_text(raw))
    found = _MONTH.fullmatch(text)
    if found:
        year, month = int(found[1]), int(found[2] or found[3] or found[4])
        if year in YEARS and 1 <= month <= 12:
            return f"{year:04d}-{month:02d}"
    raise Unreadable(FaultCode.MONTH_UNREAD, f"{shown(str(raw))}不是看得懂的年月，请写成2026年3月或2026-03")


def _number_text(raw: str | int | float | Decimal) -> str:
    if not isinstance(raw, str) and int(raw) == raw:
        return str(int(raw))
    return str(raw)


def _is_serial(raw: float | Decimal) -> bool:
    return 1 <= raw < 110_000 and int(raw) not in YEARS


def _day(raw: _Raw) -> tuple[date, str | timedelta | None]:
    """The day, and what is written behind it: its time of day, None when there is none."""
    if isinstance(raw, datetime):
        if raw.tzinfo is not None:
            raise Unreadable(FaultCode.DATE_UNREAD, "时间不要带时区，请写成2026-03-01 09:30")
        midnight = raw.replace(hour=0, minute=0, second=0, microsecond=0)
        return _in_years(raw.date(), raw), raw - midnight
    if isinstance(raw, date):
        return _in_years(raw, raw), None
    if not isinstance(raw, str) and _is_serial(raw):
        return _serial(raw)
    text = _with_digits(_number_text(raw))
    found = _EIGHT.match(text) or _DAY.match(text)
    if not found:
        raise _unread(text, str(raw))
    year, month, day = (int(one) for one in found.groups() if one and one.isdigit())
    try:
        there = date(year, month, day)
    except ValueError:
        message = f"{shown(str(raw))}这一天不存在，请核对后重填"
        raise Unreadable(FaultCode.DATE_IMPOSSIBLE, message) from None
    return _in_years(there, raw), text[found.end() :] or None


def _with_digits(text: str) -> str:
    """`text` in one form, numerals as digits, without blanks but for one between day and time."""
    text = compact(re.sub(r"(?<=\d) +(?=\d{1,2}:)", "T", plain(text)))
    text = _HAN_YEAR.sub(lambda match: f"{match[1].translate(_HAN_DIGITS)}年", text)
    return _HAN.sub(lambda match: str(numeral(match[1]) or match[1]), text)


def _unread(text: str, raw: str) -> Unreadable:
    if _UNCLEAR.match(text):
        return Unreadable(FaultCode.DATE_AMBIGUOUS, f"{shown(raw)}分不清哪个是月、哪个是日，{_EXAMPLE}")
    if _SHORT_YEAR.match(text):
        return Unreadable(FaultCode.DATE_AMBIGUOUS, f"{shown(raw)}的年份要写四位，{_EXAMPLE}")
    if _MONTH.fullmatch(text) or re.fullmatch(r"\d{4}年?", text) or re.fullmatch(r"\d{1,2}月\d{1,2}[日号]?", text):
        return Unreadable(FaultCode.DATE_INCOMPLETE, f"{shown(raw)}不完整，要有年、月、日，{_EXAMPLE}")
    return Unreadable(FaultCode.DATE_UNREAD, f"{shown(raw)}不是看得懂的日期，{_EXAMPLE}")


def _in_years(day: date, raw: object) -> date:
    if day.year not in YEARS:
        raise Unreadable(
            FaultCode.DATE_IMPOSSIBLE, f"{shown(str(raw))}的年份不对，应在1800年至2199年之间，请核对后重填"
        )
    return day


def _serial(number: float | Decimal) -> tuple[date, timedelta]:
    """The day and time of a serial number: 1 is 1900-01-01; 60 is 1900-02-29, a day that spreadsheets alone have."""
    days, seconds = divmod(round(Decimal(str(number)) * 24 * 60 * 60), 24 * 60 * 60)
    if days == 60:
        raise Unreadable(FaultCode.DATE_IMPOSSIBLE, "1900年2月29日这一天不存在，请核对后重填")
    return date(1899, 12, 31) + timedelta(days=days - (days > 60)), timedelta(seconds=seconds)


def _time(text: str) -> timedelta:
    found = _TIME.fullmatch(text)
    if not found:
        raise Unreadable(FaultCode.DATE_UNREAD, f"{shown(text)}不是看得懂的时间，请写成2026-03-01 09:30")
    part, hour, minute = found[1], int(found[2]), int(found[3] or found[5] or (30 if found[6] else 0))
    if part in _AFTERNOON and hour < 12 and not (part == "中午" and hour > 3):
        hour += 12
    if hour > 23 or minute > 59 or int(found[4] or 0) > 59:
        raise Unreadable(FaultCode.TIME_IMPOSSIBLE, f"{shown(text)}这个时间不存在，请写成09:30这样，午夜写第二天00:00")
    return timedelta(hours=hour, minutes=minute, seconds=int(found[4] or 0))
