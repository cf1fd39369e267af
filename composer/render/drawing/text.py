"""How wide text is and where it breaks, without a font: a table of widths that no usual font exceeds.

Widths are conservative, so that what fits here fits on any screen; Chinese is one em a character.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

ELLIPSIS = "…"
_NO_LINE_START = frozenset("，。、；：？！）》〉」』】〕”’％…,.;:?!)]}%·—※")
_NO_LINE_END = frozenset("（《〈「『【〔“‘([{")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_CLUSTER = re.compile(
    "[!-~]+|（[^（）!-~]{1,7}）|.(?:[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d.)*",
    re.DOTALL,
)
_ASCII = {
    **{chr(code): 0.66 for code in range(0x21, 0x7F)},
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVXYZ#$&+<=>~^_", 0.85),
    **dict.fromkeys("mwMW@%", 1.05),
    **dict.fromkeys("ijl.,:;'|!()[]{}/\\-`\"*", 0.48),
    " ": 0.4,
}


class Fit(NamedTuple):
    """Text broken into lines; `cut` says that an ellipsis stands for the rest."""

    lines: tuple[str, ...]
    cut: bool


def plain(text: str) -> str:
    """`text` on one line, without control, direction and other characters that a drawing must not carry."""
    return _BLANKS.sub(" ", _UNSEEN.sub("", text)).strip()


@lru_cache(maxsize=4096)
def _em(character: str) -> float:
    known = _ASCII.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or character in "\u200d\ufe0e\ufe0f":
        return 0.0
    code = ord(character)
    if code >= 0x1F000 or 0x2600 <= code < 0x27C0:
        return 1.4
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 2.6 if code >= 0x12000 or 0xFD00 <= code < 0xFE00 else 1.05


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of `text` in user units at a font size of `size`, never less than what is drawn."""
    ems = sum(map(_em, text))
    if bold:
        ems += 0.08 * sum(1 for character in text if character < "\u2e80")
    return ems * size


@lru_cache(maxsize=16384)
def wrap(text: str, size: float, room: float, most: int, bold: bool = False) -> Fit:
    """`text` in at most `most` lines that are no wider than `room`; the last ends in an ellipsis where it is cut.

    Punctuation that closes does not begin a line, what opens does not end one; words of letters and short remarks in
    brackets hold together; a last line is not one character alone.
    """
    lines: list[str] = []
    line: list[str] = []
    pieces = _pieces(plain(text), size, room, bold)
    for index, piece in enumerate(pieces):
        if width("".join((*line, piece)), size, bold) <= room:
            line.append(piece)
            continue
        kept, carried = _break(line, piece)
        if width("".join((*carried, piece)), size, bold) > room:
            kept, carried = line, []
        lines.append("".join(kept).rstrip())
        line = [one for one in (*carried, piece) if one != " " or carried]
        if len(lines) == most:
            rest = "".join((*line, *pieces[index + 1 :]))
            lines[-1] = _ellipsise(lines[-1] + rest, size, room, bold)
            return Fit(tuple(lines), True)
    return Fit(_keep_company(lines, "".join(line)), False)


def _keep_company(lines: list[str], last: str) -> tuple[str, ...]:
    """`lines` and `last`; a single character takes the one before it along."""
    if not lines or not last:
        return (*lines, last) if last or not lines else tuple(lines)
    before = lines[-1]
    if len(last) == 1 and len(before) > 4 and before[-1].isalpha() and before[-1] >= "\u2e80":
        cut = -2 if before[-2] in _NO_LINE_END else -1
        return (*lines[:-1], before[:cut], before[cut:] + last)
    return (*lines, last)


def _pieces(text: str, size: float, room: float, bold: bool) -> list[str]:
    """What must not be torn apart; a word that is wider than the room is given up as single characters."""
    pieces: list[str] = []
    for piece in _CLUSTER.findall(text):
        if len(piece) > 1 and width(piece, size, bold) > room:
            pieces.extend(piece)
        else:
            pieces.append(piece)
    return pieces


def _break(line: list[str], piece: str) -> tuple[list[str], list[str]]:
    """Where to end `line` before `piece`: what stays, and what goes along to the next line."""
    cut = len(line)
    following = piece
    while cut > 1 and (following[0] in _NO_LINE_START or line[cut - 1][-1] in _NO_LINE_END):
        cut -= 1
        following = line[cut]
    torn = cut > 0 and (following[0] in _NO_LINE_START or line[cut - 1][-1] in _NO_LINE_END)
    return (line, []) if torn else (line[:cut], line[cut:])


def _ellipsise(text: str, size: float, room: float, bold: bool) -> str:
    used = width(ELLIPSIS, size, bold)
    kept = []
    for cluster in _pieces(text, size, 0, bold):
        used += width(cluster, size, bold)
        if used > room:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + ELLIPSIS


def one_line(text: str, size: float, room: float, bold: bool = False) -> Fit:
    """`text` on one line no wider than `room`."""
    return wrap(text, size, room, 1, bold)
