"""Marks inside a wording: those that part numbers or change what a number or letter says stay, all others go."""

import re

_RUN = re.compile(r"(?:[^\w一-鿿]|_)+")
_RANGE = re.compile(r"(?<=\d)[至到](?=\d)")
_THOUSANDS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?=(?:\.\d+)?(?:[万亿]|[美港日欧]?元|人|户|吨|平方|立方|[千公]|米|亩))"
)
_NUMERAL = re.compile(r"[\d零〇一二三四五六七八九十百壹贰叁两]")
_BESIDE = re.compile(r"[0-9A-Za-z]")
_DASHES = "-‐‑‒–—―−﹣~～〜∼"
_ONE_SPELLING = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(",，", "、")
    | dict.fromkeys("·。．", ".")
    | dict.fromkeys("⁄/\\|", "／")
    | dict.fromkeys("×*", "X")
    | {"；": ";", "：": ":", "＋": "+", "＜": "<", "＞": ">", "≦": "≤", "⩽": "≤", "≧": "≥", "⩾": "≥"}
    | {"%": "％", "#": "＃", "&": "＆", "=": "＝", "@": "＠"}
)
"""The signs that a key is written with are never part of a wording: they are kept in their full width."""
_COMPARED = "<>≤≥≠±≈"
_SIGNS = "+％‰＃°"


def without_marks(wording: str) -> str:
    """`wording` without marks, save those between two numbers and signs that stand by a number or a letter.

    1.6 is not 16 and 3-6岁 not 36岁; <5 is not >5, A+ neither A nor A-. Each kept mark has one spelling, whatever its
    width; a thousands separator before a unit is none.
    """
    if not wording.isalnum():
        wording = _RUN.sub(_kept, _THOUSANDS.sub(lambda match: match[0].replace(",", ""), wording))
    return _RANGE.sub("-", wording)


def _kept(run: re.Match[str]) -> str:
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    marks = run[0].translate(_ONE_SPELLING).replace("<＝", "≤").replace(">＝", "≥")
    if _NUMERAL.match(before) and _NUMERAL.match(after):
        return marks
    beside = _BESIDE.match(before) or _BESIDE.match(after)
    signs = f"{_SIGNS}-" if marks.count("-") == 1 else _SIGNS
    return "".join(mark for mark in marks if mark in _COMPARED or (beside and mark in signs))
