"""统一社会信用代码 (GB 32100): who registers, kind of body, region, organisation code (GB 11714), check character.

Neither standard's text was read; the algorithms are checked with codes in use. python-stdnum's `validate` takes digits
alone in the first two places and so refuses N (农业) and Y (其他): of it only the check character is used.
"""

import re

from stdnum.cn import uscc

from composer.values.formats.format import ValueFormat, lacking
from composer.values.tidying import capitals, compact

NAME = "统一社会信用代码"
_CHECK = "对照营业执照或登记证书重填"
_LETTERS = "0-9A-HJ-NP-RTUWXY"
_PATTERN = rf"^[1-9ANY][{_LETTERS}][0-9]{{6}}[{_LETTERS}]{{8}}[0-9X][{_LETTERS}]$"
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_LOOKALIKES = {"O": "数字0", "I": "数字1", "Z": "数字2", "S": "数字5", "V": "字母U或Y"}


def tidy(text: str) -> str:
    """Full-width, small letters, blanks and dashes in the spelling of the licence."""
    return capitals(compact(text).replace("-", ""))


def organisation_check(code: str) -> str:
    """The ninth character of an organisation code, from its first eight (GB 11714: modulo 11, letters from A = 10)."""
    rest = 11 - sum(weight * int(letter, 36) for weight, letter in zip(_WEIGHTS, code, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def fault(text: str) -> str | None:
    """Length, characters, check characters of the code and of the organisation code in it."""
    wrong = lacking(text, 18, NAME, _CHECK)
    if wrong:
        return wrong
    for letter, meant in _LOOKALIKES.items():
        if letter in text:
            return f"{NAME}不用字母{letter}，这里有“{letter}”，可能是{meant}，请{_CHECK}"
    if not re.fullmatch(f"[{_LETTERS}]*", text):
        return f"{NAME}只有数字和大写字母，请{_CHECK}"
    if not re.match("[1-9ANY]", text):
        return f"{NAME}第1位应是登记管理部门的代码，不会是“{text[0]}”，请{_CHECK}"
    if not text[2:8].isdigit():
        return f"{NAME}第3至8位是行政区划代码，应全是数字，请{_CHECK}"
    if organisation_check(text[8:16]) != text[16] or uscc.calc_check_digit(text) != text[17]:
        return f"{NAME}有一位填错了（校验码不符），请{_CHECK}"
    return None


FORMATS = (
    ValueFormat(
        id="uscc",
        name=NAME,
        pattern=_PATTERN,
        max_length=18,
        example="114507210081153718",
        tidy=tidy,
        fault=fault,
        exact=False,
    ),
)
