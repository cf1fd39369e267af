"""The start date as a person writes it."""

import re
import unicodedata
from datetime import date

from composer.errors import AnswerError, Finding
from composer.timeline.calendar import FIRST_YEAR, LAST_YEAR
from composer.wording import shortened

_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")


def read_start(text: str) -> date:
    """The day in `text`: 2026-12-01, 2026/12/1 or 2026年12月1日.

    Raises AnswerError for what is no date, and for years in which working days cannot be counted.
    """
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        raise AnswerError(
            [Finding("start-date", shortened(text), "开始日期的写法不对", "请写成 2026-12-01 这样的日期")]
        )
    year, month, day = map(int, found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise beyond(shortened(text))
    try:
        return date(year, month, day)
    except ValueError:
        raise AnswerError([Finding("start-date", shortened(text), "日历上没有这一天", "请检查月和日")]) from None


def beyond(subject: str) -> AnswerError:
    """The refusal of dates that cannot be counted in."""
    reason = f"只能推算 {FIRST_YEAR} 年到 {LAST_YEAR} 年的日期"
    return AnswerError([Finding("start-range", subject, reason, "请换一个开始日期，或不写开始日期")])
