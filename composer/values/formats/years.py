"""A year, and a month of a year, as texts."""

import re

from composer.values.dates import read_month
from composer.values.faults import Unreadable
from composer.values.formats.format import ValueFormat
from composer.values.patterns import found
from composer.values.tidying import compact

_YEAR = "(?:1[89]|2[01])[0-9]{2}"
_HAN = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_A_YEAR = f"^{_YEAR}$"
_A_MONTH = f"^{_YEAR}-(?:0[1-9]|1[0-2])$"


def tidy_year(text: str) -> str:
    """2026年, 二〇二六年 and full width as 2026."""
    plain = compact(text).removesuffix("年度").removesuffix("年")
    return plain.translate(_HAN) if re.fullmatch("[〇零○一二三四五六七八九]{4}", plain) else plain


def fault_of_year(text: str) -> str | None:
    """Four digits from 1800 to 2199."""
    return None if found(_A_YEAR, text) else "年份应是四位数字，在1800至2199之间，如2026，请重填"


def tidy_month(text: str) -> str:
    """2026年3月, 2026/3, 2026.03 and 202603 as 2026-03."""
    try:
        return read_month(text)
    except Unreadable:
        return compact(text)


def fault_of_month(text: str) -> str | None:
    """A year from 1800 to 2199 and a month."""
    return None if found(_A_MONTH, text) else "年月应如2026年3月或2026-03，请重填"


FORMATS = (
    ValueFormat("year", "年份", _A_YEAR, 4, "2026", tidy_year, fault_of_year),
    ValueFormat("year-month", "年月", _A_MONTH, 7, "2026-03", tidy_month, fault_of_month),
)
