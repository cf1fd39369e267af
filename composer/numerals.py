"""Chinese numerals before a unit as digits: "三至十五个工作日" is "3至15个工作日"."""

import re

_DIGITS = "零一二三四五六七八九"
_LETTERS = "零〇一二两三四五六七八九十百"
_UNIT = r"(?:个?工作日|个?自然日|个月|个?小时|年|[天日次]|万?元)"
_TO = r"(?:-|–|—|~|至|到)"
_NOT_AFTER = rf"(?<![\d.{_LETTERS}千万亿第周月统初同唯每])"
_BEFORE_UNIT = re.compile(rf"{_NOT_AFTER}([{_LETTERS}]+)(?=(?:{_TO}[{_LETTERS}]+)?{_UNIT})")
"""A numeral that counts a unit: not 第三日, 五月一日, 同一天, nor the tail of a greater number such as 三万五百元."""


def with_digits(text: str) -> str:
    """`text` with every numeral from 零 to 九百九十九 that stands before a unit in digits; others stay as they are."""
    return _BEFORE_UNIT.sub(lambda match: str(_NUMBERS.get(_in_full(match[1]), match[1])), text)


def numeral(text: str) -> int | None:
    """The number that `text` says, from 零 to 九百九十九; None for anything else."""
    return _NUMBERS.get(_in_full(text))


def _in_full(numeral: str) -> str:
    """十五 as 一十五, 百 as 一百, 两 and 〇 as 二 and 零."""
    said = numeral.replace("两", "二").replace("〇", "零")
    return re.sub(r"^(?=[十百])|(?<=百)(?=十)", "一", said)


def _said(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_DIGITS[tens]}十{_said(ones) if ones else ''}"
    hundreds, rest = divmod(number, 100)
    return f"{_DIGITS[hundreds]}百{'零' if 0 < rest < 10 else ''}{_said(rest) if rest else ''}"


_NUMBERS = {_said(number): number for number in range(1000)}
