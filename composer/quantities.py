"""Reads limits, fees and numbers of visits from the text in which they are published.

The text is kept; what is read from it is a range with its unit, or unknown, and unknown is never zero.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from composer.model.quantity import Days, Money, Range, Visits

_NUMBER = r"(\d+(?:\.\d+)?)"
_TO = r"(?:-|–|—|~|至|到)"
_SPAN = re.compile(
    rf"{_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*\(?(个?工作日|个?自然日|个?月|个?小时|(?<!\d{{4}})年|[天日])"
)
_NEGATIVE = re.compile(r"(?:^|[:,;，；。、(+/=])[-−]\d|负\d")
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
_MONEY = re.compile(rf"(?<![A-Za-z\d.]){_NUMBER}(?:\s*{_TO}\s*{_NUMBER})?\s*(万)?元")
_VISITS = re.compile(rf"^\s*(\d+)(?:\s*{_TO}\s*(\d+))?\s*次?(?![\d.])")
_OR_VISITS = re.compile(r"或\s*(\d+)\s*次?")


LONGEST_DAYS = 3650
"""A limit of handling that is longer than ten years is a slip of the pen."""


class DaysFault(StrEnum):
    """Why the text of a limit can be no length of time."""

    NEGATIVE = "negative"
    REVERSED = "reversed"
    ABSURD = "absurd"


def is_negative(text: str) -> bool:
    """Whether a number in the text of a limit, a fee or a count of visits is below zero."""
    return bool(_NEGATIVE.search(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))))


@lru_cache(maxsize=4096)
def fault_of_days(text: str) -> DaysFault | None:
    """What is wrong with a limit's text: a negative number, a range from more to less, more than LONGEST_DAYS."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if is_negative(text):
        return DaysFault.NEGATIVE
    spans = [_span(match) for match in _SPAN.finditer(plain)]
    if any(span.low > span.high for span in spans):
        return DaysFault.REVERSED
    return DaysFault.ABSURD if any(span.high > LONGEST_DAYS for span in spans) else None


@lru_cache(maxsize=4096)
def parse_days(text: str) -> Days:
    """The range of days in a limit's text; unknown for one that `fault_of_days` finds fault with.

    "3-5个工作日" is a range, "A；B" from the least to the most of both, "A+B" their sum; 即办 and 当场 are 0.
    Possible extensions are not part of the limit. A deadline for applying is no limit of handling: unknown.
    """
    if fault_of_days(text):
        return Days.unknown()
    plain = _EXTENSION.sub("", unicodedata.normalize("NFKC", text))
    plain = _DEADLINE.sub("", plain)
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
def parse_fee(text: str) -> Money:
    """The range of CNY in a fee's text; what others charge, without an amount, and what is negative is unknown."""
    if is_negative(text):
        return Money(known=False)
    plain = unicodedata.normalize("NFKC", text)
    amounts = []
    for match in _MONEY.finditer(plain):
        scale = 10_000 if match[3] else 1
        low = float(match[1]) * scale
        amounts.append(Range(low=low, high=float(match[2]) * scale if match[2] else low))
    others = bool(_CHARGED_BY_OTHERS.search(plain))
    if amounts:
        return Money(amount=_hull(amounts), known=not others)
    return Money(known=bool(_FREE.search(plain)) and not others)


@lru_cache(maxsize=4096)
def parse_visits(text: str) -> Visits:
    """The range of visits in a text such as "0-1（现场核查由部门上门）" or "0（全程网办）或1"."""
    if is_negative(text):
        return Visits(known=False)
    plain = unicodedata.normalize("NFKC", text)
    match = _VISITS.match(plain)
    if not match:
        return Visits(known=False)
    numbers = [int(match[1]), int(match[2] or match[1]), *(int(more) for more in _OR_VISITS.findall(plain))]
    return Visits(count=Range(low=min(numbers), high=max(numbers)))
