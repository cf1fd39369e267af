"""Where something is: postcode, and administrative region (行政区划代码, GB/T 2260).

Of a region's code only the province is checked. The list of names (composer/values/regions.py) has gaps, such as
330113 杭州市临平区, and a true code must not be refused for them.
"""

import re

from composer.values.formats.format import ValueFormat, lacking, stranger
from composer.values.regions import PROVINCES
from composer.values.tidying import compact


def tidy_code(text: str) -> str:
    """Six digits without blanks and dashes."""
    return compact(text).replace("-", "")


def fault_of_postcode(text: str) -> str | None:
    """Six digits, not all of them 0."""
    strange = stranger(text, "0-9")
    if strange:
        return f"邮政编码只有数字，这里有{strange}，请重填"
    if len(text) == 5:
        return "邮政编码应为6位，这里只有5位；若以0开头，请补上0"
    if text == "000000":
        return "没有000000这个邮政编码，请填写当地的邮政编码"
    return lacking(text, 6, "邮政编码", "核对后重填")


def fault_of_region(text: str) -> str | None:
    """Six digits, the first two a province's."""
    strange = stranger(text, "0-9")
    if strange:
        return f"行政区划代码只有数字，这里有{strange}，请重填"
    wrong = lacking(text, 6, "行政区划代码", "核对后重填")
    if wrong:
        return wrong
    if not re.match(PROVINCES, text):
        return f"行政区划代码开头的“{text[:2]}”不是任何省份的代码，请核对后重填"
    return None


FORMATS = (
    ValueFormat("postcode", "邮政编码", "^(?!000000)[0-9]{6}$", 6, "100084", tidy_code, fault_of_postcode),
    ValueFormat(
        id="region",
        name="行政区划代码",
        pattern=f"^(?:{PROVINCES})[0-9]{{4}}$",
        max_length=6,
        example="110105",
        tidy=tidy_code,
        fault=fault_of_region,
    ),
)
