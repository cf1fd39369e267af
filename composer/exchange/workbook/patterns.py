"""Simple patterns in words and as worksheet formulas: one class of characters, a fixed or bounded length."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from composer.exchange.workbook.formats import only
from composer.model.package import FieldRow

_SIMPLE = re.compile(r"\^\[([0-9A-Za-z-]+)\]\{(\d{1,2})(?:,(\d{1,2}))?\}\$")
_KINDS: Mapping[str, Callable[[str], bool]] = {
    "数字": str.isdigit,
    "大写字母": str.isupper,
    "小写字母": str.islower,
    "短横": "-".__eq__,
}


@dataclass(frozen=True)
class SimplePattern:
    """Text of `least` to `most` characters, each one of `letters`."""

    letters: str
    least: int
    most: int

    @property
    def words(self) -> str:
        """How to write it, for a person."""
        length = f"{self.least}" if self.least == self.most else f"{self.least}至{self.most}"
        kinds = [name for name, holds in _KINDS.items() if any(map(holds, self.letters))]
        return f"{length}位数字" if kinds == ["数字"] else f"{length}位，{'或'.join(kinds)}"

    def formula(self, cell: str) -> str:
        """Formula that is true where `cell` matches."""
        return f"AND(LEN({cell})>={self.least},LEN({cell})<={self.most},{only(cell, self.letters, self.most)})"


def simple_pattern(pattern: str) -> SimplePattern | None:
    """`pattern` (a regular expression) if it is a simple one, else None."""
    match = _SIMPLE.fullmatch(pattern)
    if match is None:
        return None
    least = int(match[2])
    most = int(match[3] or match[2])
    letters = _expanded(match[1])
    return SimplePattern(letters, least, most) if letters and 0 < least <= most else None


def simple_row(row: FieldRow) -> SimplePattern | None:
    """The one pattern of a row, if it is a simple one."""
    return simple_pattern(row.spec.patterns[0]) if len(row.spec.patterns) == 1 else None


def _expanded(letters: str) -> str:
    """`0-9A-H` written out."""
    return "".join(
        "".join(map(chr, range(ord(first), ord(last) + 1))) if last else single
        for first, last, single in re.findall(r"(\w)-(\w)|([\w-])", letters)
    )
