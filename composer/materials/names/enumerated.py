"""Several documents in one cell, each with its number (①身份证②户口簿) or with a blank between (身份证 户口簿)."""

import re

from composer.materials.names.canon import canonical
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.numbers import number_of
from composer.materials.names.sheet import Sheet
from composer.materials.names.split import is_paper
from composer.texts import Aligned

_STYLES = tuple(
    re.compile(style)
    for style in (
        r"\((\d{1,2})\)",
        r"(?<!\d)(\d{1,2})[.、](?!\d)",
        r"\(([一二三四五六七八九十]{1,3})\)",
        r"(?<![一二三四五六七八九十第])([一二三四五六七八九十]{1,3})、",
    )
)


def enumerated(sheet: Sheet, aligned: Aligned, lexicon: Lexicon) -> list[Sheet]:
    """The sheets of what is listed by numbers, or by blanks between known kinds; the sheet itself where nothing is."""
    starts = _numbered(sheet.text) or _blank(aligned, lexicon)
    return sheet.cut([(start, start) for start in starts]) if starts else [sheet]


def _numbered(text: str) -> list[int]:
    """Where the second and further parts begin: each with the next number in the style of the first, after a paper."""
    style = next((style for style in _STYLES if style.match(text)), None)
    if style is None:
        return []
    first, *others = style.finditer(text)
    starts, number, end = [], number_of(first[1]), first.end()
    for match in others:
        before = text[end : match.start()].rstrip(";,。.、")
        if number_of(match[1]) == number + 1 and (is_paper(before) or before.endswith((")", "》"))):
            starts.append(match.start())
            number, end = number + 1, match.end()
    return starts


def _blank(aligned: Aligned, lexicon: Lexicon) -> list[int]:
    """Where a blank parts the text, if all that it parts are known as a whole."""
    if len(aligned.original.split()) < 2:
        return []
    pairs = enumerate(zip(aligned.origins, aligned.origins[1:], strict=False), start=1)
    gaps = [at for at, (left, right) in pairs if any(map(str.isspace, aligned.original[left + 1 : right]))]
    parts = [aligned.text[start:end] for start, end in zip([0, *gaps], [*gaps, None], strict=True)]
    known = canonical(aligned.text) not in lexicon.kinds and all(canonical(part) in lexicon.kinds for part in parts)
    return gaps if known else []
