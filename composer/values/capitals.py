"""Amounts of money in Chinese numerals: 壹拾贰万叁仟元整 is 123000.00.

Written as the rules for bills do it (正确填写票据和结算凭证的基本规定, annex to 支付结算办法; read in quotation, not in
the original): 整 behind 元, no 整 behind 分; 零 where zeros stand between digits. Where the rules leave a 零 open,
107000.53 is 壹拾万柒仟元零伍角叁分, the first of the forms that they give. Read are all these forms, those with 正, 圆,
traditional and plain numerals (十二万三千元).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万")
GREATEST = Decimal("9999999999999999.99")
_ALIKE = str.maketrans(
    "〇○一二两三四五六七八九弌貳弐叄參参肆陸十百千萬億圆圓块毛正",
    "零零壹贰贰叁肆伍陆柒捌玖壹贰贰叁叁叁肆陆拾佰仟万亿元元元角整",
)
_NUMERAL = r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+"
_AMOUNT = re.compile(rf"(?:({_NUMERAL})(?:元|$))?(?:零?([{_DIGITS}])角)?(?:零?([{_DIGITS}])分)?整?")
_STEP = re.compile(rf"(零?)([{_DIGITS[1:]}]?)([拾佰仟]?)")


def in_capitals(amount: Decimal) -> str:
    """`amount` (元, not negative, to the 分) in capital numerals. Raises ValueError for what cannot be written so."""
    cents = amount * 100
    if not 0 <= amount <= GREATEST or cents != int(cents):
        raise ValueError(f"{amount} is no amount from 0 to {GREATEST} with two decimals")
    yuan, rest = divmod(int(cents), 100)
    ten_cents, cent = divmod(rest, 10)
    said = f"{_whole(yuan)}元" if yuan else ""
    if not rest:
        return f"{said or '零元'}整"
    if yuan and (yuan % 10 == 0 or not ten_cents):
        said += "零"
    said += f"{_DIGITS[ten_cents]}角" if ten_cents else ""
    return said + (f"{_DIGITS[cent]}分" if cent else "")


def _whole(number: int) -> str:
    """Digits with their places, high to low; one 零 for the zeros between two, none before a full group of four."""
    digits = str(number)
    said, zeros = "", False
    for index, digit in enumerate(digits):
        place = len(digits) - 1 - index
        if digit != "0":
            behind_full_group = place % 4 == 3 and index > 0 and digits[max(0, index - 4) : index] != "0000"
            said += ("零" if zeros and not behind_full_group else "") + _DIGITS[int(digit)] + _UNITS[place % 4]
        zeros = digit == "0"
        group = digits[max(0, index - 3) : index + 1]
        if place and place % 4 == 0 and (place == 8 or set(group) != {"0"}):
            said += _GROUPS[place // 4]
    return said


def read_capitals(text: str) -> Decimal | None:
    """The amount that `text` says, in 元; None for what is no amount in numerals or one said wrongly, such as 三万五.

    `text` is simplified and without blanks.
    """
    found = _AMOUNT.fullmatch(text.removeprefix("人民币").removeprefix(":").translate(_ALIKE))
    if not found or not any(found.groups()):
        return None
    yuan = _number(found[1]) if found[1] else 0
    if yuan is None:
        return None
    return Decimal(yuan) + Decimal(_value(found[2] or "零") * 10 + _value(found[3] or "零")) / 100


def _value(digit: str) -> int:
    return _DIGITS.index(digit)


def _number(said: str) -> int | None:
    if said == "零":
        return 0
    steps = list(_steps(said))
    if None in steps or not steps:
        return None
    places = [step for step in steps if step is not None]
    last: int | None = None
    for place, _, zero in places:
        gap = 0 if last is None else last - place - 1
        if (last is not None and last <= place) or (gap > 0 and not zero and place % 4 != 3):
            return None
        last = place
    return sum(digit * int(10**place) for place, digit, _ in places)


def _steps(said: str) -> Iterator[tuple[int, int, bool] | None]:
    """Place, digit, and whether 零 stands before it, for each digit that is said; None for what cannot be read."""
    head, hundreds_of_millions, tail = said.rpartition("亿")
    if hundreds_of_millions and not head:
        yield None
    for text, base in ((head, 8), (tail, 0)):
        upper, ten_thousands, lower = text.rpartition("万")
        if ten_thousands and not upper:
            yield None
        yield from _section(upper, base + 4)
        yield from _section(lower, base)


def _section(section: str, height: int) -> Iterator[tuple[int, int, bool] | None]:
    at = 0
    while at < len(section):
        match = _STEP.match(section, at)
        if not match or match.end() == at or not (match[2] or match[3] == "拾"):
            yield None
            return
        yield height + _UNITS.index(match[3]), _value(match[2]) if match[2] else 1, bool(match[1])
        at = match.end()
