"""Periods: from a day to a day, both of them in it, either end may be open.

The first day counts: 自2026年3月1日起三年 ends on 2029-02-28, as the terms printed on licences do; where the last month
has no such day the period ends on its last day. This follows what is printed, not a rule of law that was read.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from composer.numerals import numeral
from composer.values.dates import YEARS, read_date
from composer.values.faults import FaultCode, Unreadable, shown
from composer.values.tidying import compact

OPEN = ".."
_ALWAYS = frozenset({"长期", "长期有效", "永久", "永久有效", "无固定期限", f"{OPEN}/{OPEN}"})
_ON = _ALWAYS | {OPEN, "至今", "今"}
_HAN = r"[\d〇零○一二三四五六七八九十]"
_DATE = (
    rf"(?:\d{{8}}|\d{{4}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,2}}|{_HAN}{{4}}年{_HAN}{{1,3}}月{_HAN}{{1,3}}[日号]?)"
)
_START = re.compile(rf"^[自从]?({_DATE})(?:[起始]|开始)?")
_LASTING = re.compile(
    r"^,?(?:为期|期限|有效期)?(?:为)?([\d一二两三四五六七八九十百]+)(年|个?月|[天日])(?:整|期|止|内)?$"
)
_UNTIL = re.compile(r"^(?:[至到~/]|-+)(.+?)止?$")
_SAME_YEAR = re.compile(rf"^{_HAN}{{1,3}}月{_HAN}{{1,3}}[日号]?$")
_TOO_LONG = "期限太长，没有期限的请写“长期”"
_EXAMPLE = "请写成2026-01-01至2028-12-31，没有期限的写“长期”"


def read_period(raw: str | Sequence[object]) -> str:
    """The period as 2026-01-01/2028-12-31, with `..` for an open end. `raw` is its text, or its two ends.

    Raises Unreadable for what is no period, for a day that is none, and where the end lies before the start.
    """
    if not isinstance(raw, str):
        if len(raw) != 2:
            raise Unreadable(FaultCode.PERIOD_UNREAD, f"期限要有起止两个日期，{_EXAMPLE}")
        return _of(_end(raw[0]), _end(raw[1]))
    text = compact(raw).replace("~~", "~")
    if text in _ALWAYS:
        return _of(OPEN, OPEN)
    start = _START.match(text)
    if not start:
        until = _UNTIL.match(text.removeprefix(OPEN))
        if until and until[1] not in _ON:
            return _of(OPEN, _end(until[1]))
        raise Unreadable(FaultCode.PERIOD_UNREAD, f"{shown(raw)}不是看得懂的期限，{_EXAMPLE}")
    first, rest = read_date(start[1]), text[start.end() :].lstrip(",")
    if rest in _ON or (not rest and start[0].endswith(("起", "始"))):
        return _of(first, OPEN)
    lasting, until = _LASTING.match(rest), _UNTIL.match(rest)
    if lasting:
        return _of(first, _after(date.fromisoformat(first), lasting[1], lasting[2]))
    if not until:
        raise Unreadable(FaultCode.PERIOD_UNREAD, f"{shown(raw)}缺少结束的日期，{_EXAMPLE}")
    end = f"{first[:4]}年{until[1]}" if _SAME_YEAR.match(until[1]) else until[1]
    return _of(first, _end(end))


def ends(period: str) -> tuple[date | None, date | None]:
    """First and last day of a period as it is kept; None for an open end."""
    start, end = period.split("/")
    return (None if start == OPEN else date.fromisoformat(start), None if end == OPEN else date.fromisoformat(end))


def _end(raw: object) -> str:
    if raw is None or (isinstance(raw, str) and (not raw.strip() or compact(raw) in _ON)):
        return OPEN
    if isinstance(raw, str | int | float | date) and not isinstance(raw, bool):
        return read_date(raw)
    raise Unreadable(FaultCode.PERIOD_UNREAD, f"期限的起止应是日期，{_EXAMPLE}")


def _of(start: str, end: str) -> str:
    if OPEN not in (start, end) and end < start:
        raise Unreadable(FaultCode.PERIOD_REVERSED, f"结束日期{end}早于开始日期{start}，请核对后重填")
    return f"{start}/{end}"


def _after(start: date, number: str, unit: str) -> str:
    """The last day of `number` years, months or days that begin with `start`."""
    count = int(number) if number.isdigit() and len(number) < 6 else numeral(number)
    months = (count or 0) * (12 if unit == "年" else 1)
    if months > 12 * len(YEARS):
        raise Unreadable(FaultCode.DATE_IMPOSSIBLE, _TOO_LONG)
    if not count:
        raise Unreadable(FaultCode.PERIOD_UNREAD, f"{shown(number + unit)}不是看得懂的期限，{_EXAMPLE}")
    if unit in ("天", "日"):
        last = start + timedelta(days=count - 1)
    else:
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        longest = monthrange(year, month + 1)[1]
        last = date(year, month + 1, min(start.day, longest)) - timedelta(days=start.day <= longest)
    if last.year not in YEARS:
        raise Unreadable(FaultCode.DATE_IMPOSSIBLE, _TOO_LONG)
    return last.isoformat()
