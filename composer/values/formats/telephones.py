"""Telephone numbers of mainland China: mobile, and landline with area code and extension.

Area codes: 010, 020 to 029 without 026, else three digits after the 0. Numbers have eight digits behind 010 and 02x and
seven or eight elsewhere, and begin with 2 to 8. Known from use, not from a document of the regulator.
"""

import re

from composer.values.formats.format import ValueFormat, lacking, stranger
from composer.values.tidying import compact

_MOBILE = "1[3-9][0-9]{9}"
_LONG = r"0(?:10|2[0-57-9])-?[2-8][0-9]{7}"
_SHORT = r"0[3-9][0-9]{2}-?[2-8][0-9]{6,7}"
_LANDLINE = rf"(?:{_LONG}|{_SHORT})(?:-[0-9]{{1,6}})?".replace("-?", "-")
_ABROAD = re.compile(r"^(?:\(?\+?0{0,2}86\)?-?)(?=\(?0?\(?[1-9])")
_EXTENSION = re.compile(r"(?:-?[(（]?(?:转分机|分机号?|转|ext\.?|[x×#,]):?|-)([0-9]{1,6})[)）]?$", re.I)
_PLACES = re.compile(r"^(0(?:10|2[0-57-9])|0[3-9][0-9]{2})([2-8][0-9]{6,7})$")
_SIGNS = re.compile(r"^(?:电话|手机|tel|mobile)[:.：]?", re.I)


def _bare(text: str) -> str:
    return _SIGNS.sub("", compact(text)).replace("/", "-")


def tidy_mobile(text: str) -> str:
    """Eleven digits, without +86, blanks, dashes and brackets."""
    bare = _bare(text)
    digits = re.sub(r"[-().]", "", _ABROAD.sub("", bare) if len(bare) > 11 else bare)
    return digits[1:] if re.fullmatch(f"0{_MOBILE}", digits) else digits


def fault_of_mobile(text: str) -> str | None:
    """Length, digits, first digits."""
    name, check = "手机号码", "核对后重填"
    strange = stranger(text, "0-9")
    if strange:
        return f"{name}只有数字，这里有{strange}，请只填11位号码"
    wrong = lacking(text, 11, name, check)
    if wrong:
        return wrong
    return None if re.fullmatch(_MOBILE, text) else f"{name}以13至19开头，这里是“{text[:2]}”，请{check}"


def tidy_landline(text: str) -> str:
    """Area code, number and extension with a dash between them: 010-62771234-801."""
    bare = _bare(text)
    abroad = _ABROAD.match(bare) if len(bare) > 10 else None
    bare = bare[abroad.end() :] if abroad else bare
    number, extension = bare, ""
    found = _EXTENSION.search(bare)
    if found and len(re.sub("[^0-9]", "", bare[: found.start()])) >= 10 - (abroad is not None):
        number, extension = bare[: found.start()], f"-{found[1]}"
    digits = re.sub(r"[-().]", "", number)
    places = _PLACES.match(f"0{digits}" if abroad and not digits.startswith("0") else digits)
    return f"{places[1]}-{places[2]}{extension}" if places else bare


def fault_of_landline(text: str) -> str | None:
    """Area code, number, extension."""
    if re.fullmatch(_LANDLINE, text):
        return None
    if re.fullmatch("[2-8][0-9]{6,7}", text):
        return "固定电话缺少区号，请写成“区号-号码”，如010-62771234"
    if re.fullmatch(_MOBILE, text):
        return "这是手机号码，这里要填固定电话，如010-62771234"
    return "固定电话应是“区号-号码”或“区号-号码-分机号”，如010-62771234，请核对后重填"


def tidy_phone(text: str) -> str:
    """A mobile number where it is one, else a landline number."""
    mobile = tidy_mobile(text)
    return mobile if re.fullmatch(_MOBILE, mobile) else tidy_landline(text)


def fault_of_phone(text: str) -> str | None:
    """Neither a mobile nor a landline number."""
    if fault_of_mobile(text) is None or fault_of_landline(text) is None:
        return None
    if re.fullmatch("1[0-9]+", text):
        return fault_of_mobile(text)
    if re.fullmatch("[2-8][0-9]{6,7}", text):
        return fault_of_landline(text)
    return "电话应是11位手机号码，或“区号-号码”的固定电话，如010-62771234，请核对后重填"


FORMATS = (
    ValueFormat("mobile", "手机号码", f"^{_MOBILE}$", 11, "13812345678", tidy_mobile, fault_of_mobile),
    ValueFormat("landline", "固定电话", f"^{_LANDLINE}$", 20, "010-62771234-801", tidy_landline, fault_of_landline),
    ValueFormat("phone", "电话", f"^(?:{_MOBILE}|{_LANDLINE})$", 20, "0731-88888888", tidy_phone, fault_of_phone),
)
