"""What a cell says: its number, text, day or truth, as a person sees it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Final
from xml.etree.ElementTree import Element

from composer.exchange.spreadsheet.parts import kind_of

Raw = str | int | float | bool | date | datetime | None

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.I)
_DAYS_1904 = 1462
_LAST_SERIAL = 2_958_466
_BETWEEN_SYSTEMS = 110_000
NO_RESULT: Final = "#VALUE!"
"""What a formula says that was saved without what it comes to."""


class Shown(Enum):
    """What a number format makes of a number."""

    PLAIN = "plain"
    DAY = "day"
    MOMENT = "moment"
    TIME = "time"
    PERCENT = "percent"
    ZEROS = "zeros"


@dataclass(frozen=True, slots=True)
class Format:
    """How a style shows a number (`digits` of them where it is filled with zeros), and whether its cells are open."""

    shown: Shown = Shown.PLAIN
    digits: int = 0
    unlocked: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a cell says, and whether its sheet's protection leaves it open."""

    raw: Raw
    unlocked: bool


_BUILT_IN: dict[int, Shown] = {
    **dict.fromkeys((9, 10), Shown.PERCENT),
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 36, *range(50, 55), 57, 58), Shown.DAY),
    22: Shown.MOMENT,
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), Shown.TIME),
}
"""Number formats without a code of their own (ECMA-376 part 1, 18.8.30, with those of Chinese editions)."""


def format_of(id: int, code: str | None) -> tuple[Shown, int]:
    """What the number format `id`, written `code` where it is none of the built-in ones, makes of a number."""
    if code is None:
        return _BUILT_IN.get(id, Shown.PLAIN), 0
    bare = _ASIDE.sub("", code.split(";")[0]).lower()
    if "general" in bare or bare == "@":
        return Shown.PLAIN, 0
    if "%" in bare:
        return Shown.PERCENT, 0
    if re.fullmatch("0{2,}", bare):
        return Shown.ZEROS, len(bare)
    timed = re.search(r"[hs]", bare)
    dated = re.search(r"[ydg]|e(?![+-])|m{3}|aaa", bare) or ("m" in bare and not timed)
    if dated:
        return (Shown.MOMENT if timed else Shown.DAY), 0
    return (Shown.TIME if timed else Shown.PLAIN), 0


def unescaped(text: str) -> str:
    """`text` with the characters that are written as _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def text_of(element: Element) -> str:
    """The text of a string, its runs of several fonts together, without how it is pronounced."""
    pieces = []
    for child in element:
        name = kind_of(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces += [run.text or "" for run in child if kind_of(run) == "t"]
    return unescaped("".join(pieces))


def number(text: str, form: Format, since_1904: bool) -> Raw:
    """The number that is written `text`, as `form` shows it: a day, a share in percent, digits with zeros before."""
    value: int | float = int(text) if re.fullmatch(r"-?\d{1,15}", text) else float(text)
    match form.shown:
        case Shown.DAY | Shown.MOMENT:
            return _day(value, form.shown is Shown.MOMENT, since_1904)
        case Shown.TIME if 0 <= value < 1:
            return (datetime.min + timedelta(seconds=round(value * 86400))).time().isoformat("minutes")
        case Shown.PERCENT:
            return f"{(Decimal(format(value, '.15g')) * 100).normalize():f}%"
        case Shown.ZEROS if isinstance(value, int) and value >= 0:
            return f"{value:0{form.digits}d}"
    if since_1904 and 1 <= value < _BETWEEN_SYSTEMS:
        # As a number it would be taken for a day of the other system, four years off; as text it is refused as a day.
        return format(value, ".15g")
    return value


def _day(value: int | float, timed: bool, since_1904: bool) -> Raw:
    if since_1904:
        value += _DAYS_1904
    if not 1 <= value < _LAST_SERIAL or 60 <= value < 61:
        return value
    seconds = round(value * 86400)
    days, rest = divmod(seconds, 86400)
    day = date(1899, 12, 31) + timedelta(days=days - (days > 60))
    if timed or rest:
        return datetime.combine(day, time()) + timedelta(seconds=rest)
    return day


def iso_day(text: str) -> Raw:
    """A day that is written as ISO 8601 has it, in strict workbooks."""
    try:
        moment = datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        return text
    return moment if len(text) > len("2026-03-01") and moment.time() != time() else moment.date()
