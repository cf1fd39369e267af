"""Small turns of phrase that messages, drawings and documents share."""

from datetime import date

_LONGEST = 40
_DIGITS = "零一二三四五六七八九"
_WEEKDAYS = "一二三四五六日"


def shortened(text: str) -> str:
    """`text` as a message quotes it: at most 40 characters, an ellipsis for the rest."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def chinese_number(number: int) -> str:
    """1 to 99 as headings number them: 一, 十二, 二十."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def say_date(day: date) -> str:
    """2026年12月4日（周五）."""
    return f"{say_day_of_year(day)}（周{_WEEKDAYS[day.weekday()]}）"


def say_submitted(start: date, begins: date) -> str:
    """The day of application; of a day off also the working day that is counted from instead."""
    return f"{say_date(begins)}提交" if begins == start else f"{say_date(start)}休息，按{say_date(begins)}提交算起"


def say_day_of_year(day: date) -> str:
    """2026年12月4日."""
    return f"{day.year}年{say_day(day)}"


def say_day(day: date) -> str:
    """12月4日."""
    return f"{day.month}月{day.day}日"
