"""身份证等材料: papers that are named, and others of which nothing is said."""

import re
from typing import NamedTuple

from composer.materials.names.canon import canonical
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet
from composer.materials.names.split import is_paper

_AND_OTHERS = re.compile(
    r"等(?:[一二两三四五\d]{1,2}[项种类份])?(?:有关|相关|其他|必要|法定|合法|有效|所有|全部)*的?"
    r"(?:(?P<more>材料|文件|资料|手续)|(?P<instead>证件|证照|凭证|证明|(?:身份|居住|产权|权属)证(?:明|件)(?:材料|文件)?|证明(?:材料|文件))|)$"
)


class Others(NamedTuple):
    """What else is asked for: `said` in these words, `instead` of what is named or besides it."""

    said: str
    instead: bool


def read_others(sheet: Sheet, lexicon: Lexicon) -> Others | None:
    """Take 等材料 or 等证件 after papers, unless the catalogue knows all of it as one kind; None where none is said."""
    match = _AND_OTHERS.search(sheet.text)
    if not match or not is_paper(sheet.text[: match.start()]) or canonical(sheet.text) in lexicon.kinds:
        return None
    sheet.take_match(match, Role.NOTE)
    return Others(match[0], instead=match["instead"] is not None)
