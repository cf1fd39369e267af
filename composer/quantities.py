"""Reads limits, fees and numbers of visits from the text in which they are published.

The text is kept; what is read from it is a range with its unit, or unknown, and unknown is never zero.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from composer.model.quantity import Days, Money, Range, Visits
from composer.numerals import with_digits

_NUMBER = r"(?<![\d.A-Za-z第])(\d+(?:\.\d+)?(?:[eE]\d+)?)"
_TO = r"(?:-|–|—|~|至|到)"
_SPAN = re.compile(
    rf"{_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*\(?(个?工作日|个?自然日|个?月|个?小时|(?<!\d{{4}})年|[天日])"
)
_NEGATIVE = re.compile(r"(?:^|[:,;，；。、(+/=¥])[-−][\d¥]|负\d")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SOME = r"[\d零〇一二两三四五六七八九十百千万亿廿卅半几数]"
_UNREAD_SPAN = re.compile(
    rf"(?<![第周月统初同唯每{_SOME[1:-1]}]){_SOME}+个?(?:工作日|自然日|[天日月]|周(?!岁)|星期|季度|年|小时|分钟)"
)
_DATED = r"[\d零〇一二三四五六七八九十]"
_DATE = re.compile(
    rf"{_DATED}{{4}}\s*年(?:\s*{_DATED}{{1,3}}\s*月(?:\s*{_DATED}{{1,3}}\s*[日号])?)?"
    rf"|(?:{_DATED}{{1,3}}\s*|[每当次本上下])月\s*{_DATED}{{1,3}}\s*[日号]"
)
_UNREAD_MONEY = re.compile(rf"{_SOME}元|¥\s*\d|^\s*\d[\d.]*\s*$")
_AT_ONCE = re.compile(r"即办|当场|当日|即时|随到随办|立等可取")
_EXTENSION = re.compile(r"[，,;；(]?(?:可|经批准可|最长可)(?:以)?(?:再)?(?:延长|延)[^，,；;。)]*")
_OPEN_END = re.compile(r"(?:由\S{0,8}|银行|机构)承诺|另行(?:通知|确定)|视情况|不确定")
_CLAUSE = r"[^，,；;。]*"
_DEADLINE = re.compile(
    rf"{_CLAUSE}(?:日|月|年)(?:以)?内(?:向{_CLAUSE})?(?:申请|申报|提出|办理登记){_CLAUSE}[，,；;。]?"
)
_ASIDE = re.compile(r"\([^()]*\)")
_FREE = re.compile(r"不收费|免费|免收|免征|取消[^，,；;。]*收费|无需缴费|不收取|^0(?![\d.])")
_CHARGED_BY_OTHERS = re.compile(r"由[^，,；;。]*收取|公示费用|个人缴费|按[^，,；;。]*(?:标准|价)")
_MONEY = re.compile(rf"{_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*(万)?元")
_VISITS = re.compile(rf"^\s*{_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*次?(?![\d.])")
_OR_VISITS = re.compile(r"或\s*(\d+)\s*次?")
_SOME_VISITS = re.compile(rf"^\s*\d|{_SOME}[次趟回]")

LONGEST_DAYS = 3650
"""A limit of handling that is longer than ten years is a slip of the pen."""
GREATEST_FEE = 100_000_000
"""CNY. No fee for a service item is greater than 一亿元."""
MOST_VISITS = 100
"""Nobody has to come to one counter for one item more often."""


class Fault(StrEnum):
    """Why a text can be no length of time, amount or number of visits, or why it is not read as one."""

    NEGATIVE = "negative"
    REVERSED = "reversed"
    ABSURD = "absurd"
    UNREADABLE = "unreadable"


def _plain(text: str) -> str:
    """The text in the one form that is read: compatibility forms, digits, no marks between thousands."""
    return with_digits(_THOUSANDS.sub("", unicodedata.normalize("NFKC", text)))


def _without_dates(text: str) -> str:
    """The same without days of the calendar, which are no lengths of time: 自2026年1月1日起, 每月15日."""
    return _plain(_DATE.sub("", unicodedata.normalize("NFKC", text)))


def _fault(text: str, ranges: list[Range], greatest: float) -> Fault | None:
    if _NEGATIVE.search(re.sub(r"\s+", "", text)):
        return Fault.NEGATIVE
    if any(one.low > one.high for one in ranges):
        return Fault.REVERSED
    return Fault.ABSURD if any(one.high > greatest for one in ranges) else None


@lru_cache(maxsize=4096)
def fault_of_days(text: str) -> Fault | None:
    """What is wrong with a limit's text: a negative number, a range from more to less, more than LONGEST_DAYS.

    UNREADABLE where a number stands before a unit of time in a way that is not read, such as 半年 or 数日.
    """
    plain = _without_dates(text)
    spans = [_span(match) for match in _SPAN.finditer(plain)]
    fault = _fault(plain, [Range(low=span.low, high=span.high) for span in spans], LONGEST_DAYS)
    rest = _SPAN.sub("", _DEADLINE.sub("", _EXTENSION.sub("", plain)))
    return fault or (Fault.UNREADABLE if _UNREAD_SPAN.search(rest) else None)


@lru_cache(maxsize=4096)
def parse_days(text: str) -> Days:
    """The range of days in a limit's text; unknown for one that `fault_of_days` finds fault with.

    "3-5个工作日" is a range, "A；B" from the least to the most of both, "A+B" their sum; 即办 and 当场 are 0.
    Possible extensions are not part of the limit. A deadline for applying is no limit of handling: unknown.
    """
    if fault_of_days(text):
        return Days.unknown()
    plain = _DEADLINE.sub("", _EXTENSION.sub("", _without_dates(text)))
    total = Days()
    for part in plain.split("+"):
        one = _parse_alternatives(part)
        total = total + one
    return total


def _parse_alternatives(text: str) -> Days:
    """Least to most over all limits named in `text`; unknown when one of them is left open."""
    spans = [_span(match) for match in _SPAN.finditer(text)]
    if _AT_ONCE.search(text):
        spans.append(Days())
    if not spans or (_OPEN_END.search(_ASIDE.sub("", text))):
        return Days.unknown()
    working = [span.working for span in spans]
    calendar = [span.calendar for span in spans]
    if any(unit.high for unit in working) and any(unit.high for unit in calendar):
        longest = max(spans, key=lambda span: span.high)
        return Days(working=Range(low=0, high=longest.working.high), calendar=Range(low=0, high=longest.calendar.high))
    return Days(working=_hull(working), calendar=_hull(calendar))


def _span(match: re.Match[str]) -> Days:
    low = float(match[1])
    span = Range(low=low, high=float(match[2] or low))
    unit = match[3].removeprefix("个")
    if unit == "工作日":
        return Days(working=span)
    factor = {"月": 30, "年": 365, "小时": 1 / 24}.get(unit, 1)
    return Days(calendar=Range(low=span.low * factor, high=span.high * factor))


def _hull(ranges: list[Range]) -> Range:
    return Range(low=min(one.low for one in ranges), high=max(one.high for one in ranges))


@lru_cache(maxsize=4096)
def fault_of_fee(text: str) -> Fault | None:
    """What is wrong with a fee's text, as for limits; more than GREATEST_FEE is too much."""
    plain = _plain(text)
    rest = _MONEY.sub("", plain)
    unread = _UNREAD_MONEY.search(rest) and not _FREE.search(plain)
    return _fault(plain, _amounts(plain), GREATEST_FEE) or (Fault.UNREADABLE if unread else None)


@lru_cache(maxsize=4096)
def parse_fee(text: str) -> Money:
    """The range of CNY in a fee's text; what others charge, without an amount, is unknown, and so is a faulty one."""
    if fault_of_fee(text):
        return Money(known=False)
    plain = _plain(text)
    amounts = _amounts(plain)
    others = bool(_CHARGED_BY_OTHERS.search(plain))
    if amounts:
        return Money(amount=_hull(amounts), known=not others)
    return Money(known=bool(_FREE.search(plain)) and not others)


def _amounts(plain: str) -> list[Range]:
    found = []
    for match in _MONEY.finditer(plain):
        scale = 10_000 if match[3] else 1
        low = float(match[1]) * scale
        found.append(Range(low=low, high=float(match[2]) * scale if match[2] else low))
    return found


@lru_cache(maxsize=4096)
def fault_of_visits(text: str) -> Fault | None:
    """What is wrong with the text of a number of visits, as for limits; more than MOST_VISITS are too many."""
    plain = _plain(text)
    visits = _visits(plain)
    fault = _fault(plain, visits, MOST_VISITS)
    whole = bool(visits) and all(one.low.is_integer() and one.high.is_integer() for one in visits)
    return fault or (Fault.UNREADABLE if not whole and _SOME_VISITS.search(plain) else None)


@lru_cache(maxsize=4096)
def parse_visits(text: str) -> Visits:
    """The range of visits in a text such as "0-1（现场核查由部门上门）" or "0（全程网办）或1"; unknown for a fault."""
    visits = _visits(_plain(text))
    if not visits or fault_of_visits(text):
        return Visits(known=False)
    return Visits(count=_hull(visits))


def _visits(plain: str) -> list[Range]:
    match = _VISITS.match(plain)
    if not match:
        return []
    low = float(match[1])
    more = (float(number) for number in _OR_VISITS.findall(plain))
    return [Range(low=low, high=float(match[2] or low)), *(Range(low=number, high=number) for number in more)]
