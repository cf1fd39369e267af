"""Numbers of other identity documents. Lenient: a true number must never be refused, so little is asked.

港澳居民来往内地通行证: the Ministry of Public Security's notice of 2010 (H or M, eight digits, two digits of reissue);
cards since 2013 leave the two out. 台湾居民来往大陆通行证: eight digits since 2008, before that ten and the issuer in
brackets. Passports and officers' cards: known from use. `identity-number` takes any of them where the kind is open.
"""

import re

from composer.values.formats.format import ValueFormat
from composer.values.formats.resident_id import RESIDENT_ID
from composer.values.patterns import found
from composer.values.tidying import capitals, compact


def _upper(text: str) -> str:
    return capitals(compact(text))


def _without_dashes(text: str) -> str:
    return _upper(text).replace("-", "")


def _of_pattern(id: str, name: str, pattern: str, longest: int, example: str, what: str) -> ValueFormat:
    def fault(text: str) -> str | None:
        return None if found(pattern, text) else f"{name}应是{what}，如{example}，请对照证件重填"

    tidy = _upper if "(" in example or "字" in example else _without_dashes
    return ValueFormat(id, name, pattern, longest, example, tidy, fault)


_IDENTITY = r"^[0-9A-Z\u4e00-\u9fff](?:[0-9A-Z\u4e00-\u9fff\-\(\)\/.]{2,38})[0-9A-Z\u4e00-\u9fff\)]$"
_LIKE_RESIDENT = re.compile(r"[1-8][0-9]{16}[0-9X]")


def tidy_identity(text: str) -> str:
    """Full-width, blanks and small letters; a resident's number as on the card."""
    resident = RESIDENT_ID.tidy(text)
    return resident if _LIKE_RESIDENT.fullmatch(resident) else _upper(text)


def fault_of_identity(text: str) -> str | None:
    """Characters and length; what looks like a resident's number must be one."""
    if _LIKE_RESIDENT.fullmatch(text):
        return RESIDENT_ID.fault(text)
    if not 4 <= len(text) <= 40:
        return f"证件号码应为4至40个字符，这里有{len(text)}个，请对照证件重填"
    return None if found(_IDENTITY, text) else "证件号码只有字母、数字、汉字和括号，请对照证件重填"


FORMATS = (
    _of_pattern("passport", "护照号码", "^[A-Z0-9]{5,20}$", 20, "E12345678", "5至20位字母和数字"),
    _of_pattern(
        "hk-macao-permit",
        "港澳居民来往内地通行证号码",
        "^[HM][0-9]{8}(?:[0-9]{2})?$",
        11,
        "H12345678",
        "H或M加8位或10位数字",
    ),
    _of_pattern(
        "taiwan-permit",
        "台湾居民来往大陆通行证号码",
        r"^[0-9]{8}(?:[0-9]{2}(?:\([A-Z0-9]{1,2}\))?)?$",
        14,
        "12345678",
        "8位数字，旧证为10位数字",
    ),
    _of_pattern(
        "officer-id", "军官证号码", r"^[\u4e00-\u9fff]{1,6}[0-9]{4,8}号?$", 15, "军字第1234567号", "“某字第…号”"
    ),
    ValueFormat(
        "identity-number", "证件号码", _IDENTITY, 40, "E12345678", tidy_identity, fault_of_identity, exact=False
    ),
)
