"""公民身份号码 (GB 11643): six digits of region, eight of birth, three of order, one check digit (ISO 7064 MOD 11-2).

The standard's text was not read; its algorithm is checked with published examples. The region is checked by its first
two digits alone. A list of counties is no ground for refusal: numbers are given by the county of the day, for births
before that county was made as well, and python-stdnum, which asks the list, refuses two of the published examples.
"""

import re
from dataclasses import dataclass
from datetime import date

from stdnum.cn import ric

from composer.values.formats.format import ValueFormat, lacking, stranger
from composer.values.regions import PROVINCES, region_name
from composer.values.tidying import compact

NAME = "身份证号码"
_CHECK = "对照证件重填"
_X = str.maketrans("xхХ×*", "XXXXX")
"""What is written for the check digit X: small, Cyrillic, the sign of multiplication, a star."""


def tidy(text: str) -> str:
    """Full-width digits, blanks, dashes and a small x in the spelling of the card."""
    text = compact(text).replace("-", "")
    return text[:-1] + text[-1:].translate(_X)


def fault(text: str) -> str | None:
    """Length, characters, region, a birth that the calendar has, check digit."""
    if len(text) == 15 and text.isascii() and text.isdigit():
        return f"这是15位的旧号码，{NAME}应为18位，请按现在的证件填写"
    wrong = lacking(text, 18, NAME, _CHECK)
    if wrong:
        return wrong
    strange = stranger(text[:17], "0-9") or stranger(text[17], "0-9X")
    if strange:
        return f"{NAME}前17位是数字，最后一位是数字或X，这里有{strange}，请{_CHECK}"
    if not re.match(PROVINCES, text):
        return f"{NAME}开头的“{text[:2]}”不是任何省份的代码，请{_CHECK}"
    if _birth(text) is None:
        return f"{NAME}第7至14位应是出生日期，“{text[6:14]}”没有这一天，请{_CHECK}"
    if ric.calc_check_digit(text) != text[17]:
        return f"{NAME}有一位填错了（校验码不符），请{_CHECK}"
    return None


def _birth(text: str) -> date | None:
    try:
        birth = ric.get_birth_date(text)
    except ValueError:
        return None
    return birth if 1880 <= birth.year <= 2099 else None


def unborn(text: str, today: date) -> str | None:
    """That the birth lies after `today`."""
    birth = _birth(text)
    if birth and birth > today:
        return f"{NAME}里的出生日期{birth.isoformat()}还没有到，请{_CHECK}"
    return None


@dataclass(frozen=True, slots=True)
class ResidentFacts:
    """What a resident's number says: birth as 1949-12-31, 男 or 女, the region's code, its name where known."""

    birth: str
    sex: str
    region: str
    region_name: str | None


def facts(number: str) -> ResidentFacts:
    """What `number`, tidied and valid, says of its holder. ValueError, with the fault, for one that is not valid.

    The region is where the number was first given, under its name at the time of birth where that is known.
    """
    wrong = fault(number)
    if wrong:
        raise ValueError(wrong)
    birth = ric.get_birth_date(number)
    sex = "男" if int(number[16]) % 2 else "女"
    return ResidentFacts(birth.isoformat(), sex, number[:6], region_name(number[:6], birth.year))


RESIDENT_ID = ValueFormat(
    id="resident-id",
    name=NAME,
    pattern=rf"^(?:{PROVINCES})[0-9]{{4}}(?:18[89]|19[0-9]|20[0-9])[0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{{3}}[0-9X]$",
    max_length=18,
    example="11010519491231002X",
    tidy=tidy,
    fault=fault,
    exact=False,
    unborn=unborn,
)
FORMATS = (RESIDENT_ID,)
