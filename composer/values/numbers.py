"""Numbers and amounts as people and spreadsheets write them, exactly, in the unit of the field.

Read: 1,234,567.89, ￥12.5万元, 1亿2000万, 三万五千元, 壹拾贰万叁仟元整, 12%, full width, cells. A unit that is written
beside is converted with Decimal, never rounded. Refused: what is vague (约100, 3-5), another unit or currency, marks
between digits that are none of thousands.
"""

import re
from decimal import Context, Decimal, localcontext

from composer.model.value import ValueType
from composer.texts import simplified
from composer.values.capitals import read_capitals
from composer.values.faults import Fault, FaultCode, Unreadable, shown
from composer.values.tidying import compact, plain
from composer.values.types import DIGITS, MONEY, ValueSpec

_VAGUE = re.compile(r"[约近超余多几数]|左右|上下|以[上下内]|不[足到]|大概|^[<>≤≥~]|\d[~至到-]\d")
_ABROAD = re.compile(r"[$€£]|美[元金]|欧元|日元|港[元币]|英镑|韩元|澳元|USD|EUR|HKD|JPY|GBP", re.I)
_HOME = re.compile(r"^(?:人民币|RMB|CNY|¥)[:]?|(?:人民币|RMB|CNY)$", re.I)
_DIGIT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+"
_NUMBER = re.compile(
    rf"\+?(?:({_DIGIT})亿)?(?:({_DIGIT})([百千]?万))?(?:({_DIGIT})(千|[eE][+-]?\d{{1,2}})?)?(\D*|k?m[23])"
)
_SCALES = {"": 0, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}
_SCALED_UNIT = re.compile(r"(千万|百万|[千万亿])(?=[^米克瓦])(.+)")
_LONGEST = 60
_EXACT = Context(prec=300)
_SQUARE = {
    "m2": "平方米",
    "平米": "平方米",
    "平方": "平方米",
    "m3": "立方米",
    "立方": "立方米",
    "km": "公里",
    "千米": "公里",
}
_MONEY_SIGN = re.compile("[元圆圓块角毛分]")
_GREAT = re.compile("[万亿]")
_NEGATIVE = re.compile(r"-|负|\((?=[\d.,]+\)$)")
_HAN_PERCENT = re.compile(r"^百分之(.+)$")


def read_number(raw: str | int | float | Decimal, spec: ValueSpec) -> Decimal:
    """The number in the unit of `spec`, its bounds unchecked. Raises Unreadable."""
    if not isinstance(raw, str):
        return _of_cell(raw)
    with localcontext(_EXACT):
        return _of_text(simplified(_without_gaps(raw)), raw, spec)


def _of_text(text: str, raw: str, spec: ValueSpec) -> Decimal:
    if spec.type is ValueType.AMOUNT and _ABROAD.search(text):
        raise Unreadable(FaultCode.CURRENCY, f"{shown(raw)}是外币，这里请填人民币，单位{spec.currency}")
    text = _HOME.sub("", text) if spec.type is ValueType.AMOUNT else text
    percent = _HAN_PERCENT.match(text)
    text = f"{percent[1]}%" if percent else text
    negative = _NEGATIVE.match(text)
    if negative:
        text = text[1:].removesuffix(")")
    if len(text) > _LONGEST:
        raise _unread(text, raw, spec)
    number = _unsigned(text, raw, spec)
    return -number if negative and number else number


def _without_gaps(raw: str) -> str:
    """The text without blanks, but for those between digits that part no thousands."""
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", ",", plain(raw))
    return compact(text) if not re.search(r"\d \d", text) else text


def _of_cell(raw: int | float | Decimal) -> Decimal:
    """A cell's or a program's number; of a float the digits that a spreadsheet shows."""
    return Decimal(format(raw, f".{DIGITS}g")) if isinstance(raw, float) else Decimal(raw)


def _unsigned(text: str, raw: str, spec: ValueSpec) -> Decimal:
    found = _NUMBER.fullmatch(text)
    if found and any(found.group(1, 2, 4)):
        hundred_millions, ten_thousands, scale, rest, power, unit = found.groups()
        number = _digits(hundred_millions).scaleb(8) + _digits(ten_thousands).scaleb(_SCALES[scale or ""])
        number += _digits(rest).scaleb(int(power[1:]) if power and power[0] in "eE" else _SCALES[power or ""])
        return _in_unit(number, unit, raw, spec, scaled=bool(hundred_millions or ten_thousands))
    said = read_capitals(text)
    if said is not None and (spec.type is ValueType.AMOUNT or not _MONEY_SIGN.search(text)):
        if spec.type is ValueType.AMOUNT and _MONEY_SIGN.search(text):
            return said.scaleb(-MONEY[spec.currency])
        return _in_unit(said, "", raw, spec, scaled=bool(_GREAT.search(text)))
    for length in range(1, min(len(text), 9)):
        number, unit = read_capitals(text[:-length]) or Decimal(-1), text[-length:]
        if number >= 0 and (unit == "%" or _same_unit(unit, spec)):
            return _in_unit(number, unit, raw, spec, scaled=False)
    raise _unread(text, raw, spec)


def _digits(text: str | None) -> Decimal:
    return Decimal(text.replace(",", "").rstrip(".") or "0") if text else Decimal(0)


def _same_unit(unit: str, spec: ValueSpec) -> bool:
    own = compact(spec.unit or "")
    return bool(own) and _SQUARE.get(unit.lower(), unit) == _SQUARE.get(own.lower(), own)


def _in_unit(number: Decimal, unit: str, raw: str, spec: ValueSpec, *, scaled: bool) -> Decimal:
    """`number` of `unit` in the unit of the field; behind 万 or 亿 (`scaled`) no unit means 元, or what is counted."""
    amount = spec.type is ValueType.AMOUNT
    own = _SCALED_UNIT.fullmatch(spec.unit or "")
    if amount:
        unit = unit.removesuffix("整").removesuffix("正").replace("圆", "元").replace("块", "元")
        if unit in MONEY or (scaled and not unit):
            return number.scaleb(MONEY.get(unit, 0) - MONEY[spec.currency])
    elif own and unit in ((own[2], "") if scaled else (own[2],)):
        return number.scaleb(-_SCALES[own[1]])
    elif _same_unit(unit, spec) or (unit == "个" and spec.type is ValueType.INTEGER):
        return number
    if not unit:
        return number
    if _VAGUE.search(unit):
        raise _unread(unit, raw, spec)
    wanted = f"单位应是{spec.currency if amount else spec.unit}" if amount or spec.unit else "这里只填数字"
    raise Unreadable(FaultCode.UNIT, f"{shown(raw)}里的“{unit[:10]}”不能换算，{wanted}，请换算后重填")


def _unread(text: str, raw: str, spec: ValueSpec) -> Unreadable:
    example = "123000.00" if spec.type is ValueType.AMOUNT else "12" if spec.type is ValueType.INTEGER else "12.5"
    if _VAGUE.search(text):
        return Unreadable(FaultCode.NUMBER_VAGUE, f"{shown(raw)}不是一个确定的数，请填一个数，如{example}")
    if re.search(r"\d[,. ]+\d", text):
        return Unreadable(FaultCode.NUMBER_SEPARATOR, f"{shown(raw)}里的逗号、点或空格看不懂，请写成{example}这样")
    return Unreadable(FaultCode.NUMBER_UNREAD, f"{shown(raw)}不是看得懂的数，请写成{example}这样")


def faults_of_number(number: Decimal, spec: ValueSpec) -> tuple[Fault, ...]:
    """What is wrong with a number that was read: not whole, too many decimals, beyond the bounds."""
    unit = spec.currency if spec.type is ValueType.AMOUNT else spec.unit or ""
    found = []
    if number < spec.lower:
        negative = number < 0 and spec.lower == 0
        least = "不能是负数" if negative else f"不能小于{spec.lower:f}{unit}"
        found.append(Fault(FaultCode.NEGATIVE if negative else FaultCode.TOO_SMALL, f"{least}，请核对后重填"))
    if number > spec.upper:
        found.append(Fault(FaultCode.TOO_GREAT, f"不能大于{spec.upper:f}{unit}，请核对后重填"))
    if decimals_of(number) > spec.places:
        whole = spec.places == 0
        say = "应是整数，不能有小数" if whole else f"最多{spec.places}位小数，这里有{decimals_of(number)}位"
        whole_type = spec.type is ValueType.INTEGER
        found.append(Fault(FaultCode.NOT_WHOLE if whole_type else FaultCode.DECIMALS, f"{say}，请核对后重填"))
    return tuple(found)


def decimals_of(number: Decimal) -> int:
    """Decimals that are not 0 at the end: 2 for 12.50 is 1."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or exponent >= 0:
        return 0
    zeros = next((index for index, digit in enumerate(reversed(digits)) if digit), -exponent)
    return max(0, -exponent - zeros)


def canonical(number: Decimal) -> Decimal:
    """The same number without zeros behind the point, without an exponent, and never -0."""
    return number.quantize(Decimal(1).scaleb(-decimals_of(number))) if number else Decimal(0)
