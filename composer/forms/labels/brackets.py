"""What stands in brackets after a label and says nothing of which datum it is: units, formats, how to fill it in."""

import re

from composer.forms.labels.lexicon import Lexicon
from composer.forms.labels.reading import Role

_UNIT = re.compile(
    r"(?:单位:?|币种:?)?(?:人民币)?[:/]?(?:[百千万亿]*元|美元|人民币|m2|m3|km|cm|mm|m|平方米|平方公里|公顷|亩|立方米(?:/[日时小天])*|吨(?:/[日天])?|千克|公斤|克|kg|g|t"
    r"|厘米|毫米|千?米|公里|人|名|户|年|个?月|周|天|日|小时|岁|周岁|%|份|张|个|套|间|层|栋|台|件|次|千瓦|kw|千伏安|kva|伏|v|寸|升|l)"
    r"(?:/(?:年|月|日|天|人|平方米|m2|小时|h))?"
)
_NOTE = re.compile(
    r"必填|必选|选填|可选|选项?|单选|多选|可多选|限?\d选\d|[一二两三四]选一|可?不填|如有|若有|如无|有则填|没有不填|无则不填|全称|简称|中文|英文|正楷"
    r"|详细地址|具体地址|详细到.*|具体到.*|精确到.*|写明.*|填写.*|请.*|须.*|应(?!急|届|用).*|例如?:?.*|如:.*|注:.*|详见.*|见.*附[件页表].*"
    r"|.*(?:不填写?|填写|勾选|打[√勾]|粘贴|另附页?|附页)|.*\d+位.*|\d+字(?:以内|内)|与.*(?:一致|相同|不同).*"
    r"|(?:年月日?|年-月-日|年/月/?日?|年、月、日|月日|年月日时分?|yyyy.*|公历|阳历|24小时制|大写|小写|小写数字|阿拉伯数字)"
    r"|含区号|加?区号|省.?市.*|市.?[区县].*|.*门牌号|.*[×x*].*[×x*].*"
)
_SIGN = re.compile(
    r"(?:加盖|请盖|盖|单位|企业|公司)?(?:公章|印章|盖章|章|签章)|签[字名章](?:[及并或和、]?(?:盖章|公章|按?手印|指印|指模))?|手印|指印|按手印|签字盖章"
)
_OPTIONS = re.compile(r"[^/()]{1,10}(?:/[^/()]{1,10})+等?")


def unit_or_note(content: str, lexicon: Lexicon) -> Role | None:
    """`UNIT` or `NOTE` where `content` changes nothing of which datum it is; None where it may.

    A list of choices with slashes is a note, unless one of them names somebody or a property: then the label may ask
    for either, which is another datum than each.
    """
    if not content:
        return Role.MARK
    if _UNIT.fullmatch(content):
        return Role.UNIT
    if content in lexicon.words and not _NOTE.fullmatch(content):
        return None
    if _NOTE.fullmatch(content):
        return None if _names_somebody(content, lexicon) else Role.NOTE
    if _SIGN.fullmatch(content):
        return Role.NOTE
    if _OPTIONS.fullmatch(content) and not any(one in lexicon.words for one in content.rstrip("等").split("/")):
        return Role.NOTE
    return None


def is_signature(content: str) -> bool:
    """Whether `content` asks for a seal or a signature."""
    return bool(_SIGN.fullmatch(content))


def _names_somebody(content: str, lexicon: Lexicon) -> bool:
    """（个体工商户填写经营者）: the note says of whom."""
    size = min(len(content), lexicon.longest)
    parts = (content[at:end] for at in range(len(content)) for end in range(at + 2, min(len(content), at + size) + 1))
    return any(part in lexicon.words and lexicon.words[part].names for part in parts)
