"""Several documents in one name: 委托书及身份证复印件 asks for both, 房产证或租赁合同 for either."""

import re

from composer.materials.names.canon import canonical
from composer.materials.names.carriers import says_only_how
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.sheet import Sheet

_JOINT = re.compile(
    r"[、,;]?(?:(?:以及|[及和与])/或者?|以及|或者|及其(?!他)|及|和|与(?!其)|或(?!者)|并提供|并提交|并附)|[、,;+/]"
)
_OR = re.compile(r"或|/")
_PAPER = re.compile(
    r"(?:证|证书|证件|执照|照|证明|证明书|证明文件|证明材料|凭证|(?<!代)表|书|簿|本|册|单|函|函件|信|单据|证言|笔录|通知|图|图纸|照片|合同|协议|报告|报告书|决议|决定|裁定|批复|批文|批件|章程|清单|名单|名册|目录"
    r"|票据|发票|收据|回执|声明|承诺|公告|文件|材料|资料|说明|意见|纪要|记录|档案|护照|[诉辩]状|方案|预案|修正案|制度|简历|样张|样稿|样本|标志|印章|保证金|手续|信息|号|号码|电话|卡|原件|复印件|扫描件|正本|副本|各?[一二两三123]份|翻译件|译本|译文|公证|依据|底片|光盘|成果|附图|附件)$"
)
_ENDS_A_LIST = "材料|文件|资料|证件|证明|证明材料|证明文件|凭证|手续"
_LISTED = re.compile(rf"等(?!级|离子|额|高|同|有?关?的?(?:{_ENDS_A_LIST})$|$)|等[^、]{{0,4}}的目录$")
"""食品安全自查、进货查验记录等保证食品安全的规章制度: what is listed before such a word describes what follows it."""
_ONE_WORD = re.compile(r"(?:生产经营|经营管理|布局|设施|设备|水质|水量|申请|登记|注册|变更)$")


def split(sheet: Sheet, lexicon: Lexicon) -> list[list[Sheet]]:
    """The sheets of the documents of a name: all of the outer list are asked for, any one of an inner list will do.

    A joint parts two documents where what stands before it ends as a document does, or is a holder to whom all that
    follows belongs; a name that is known as a whole is one.
    """
    if canonical(sheet.text) in lexicon.kinds:
        return [[sheet]]
    listed = _LISTED.search(sheet.text)
    first = listed.end() if listed else 0
    joints = [
        (match.start(), match.end())
        for match in _JOINT.finditer(sheet.text, first)
        if not sheet.is_guarded(match.start()) or not sheet.is_guarded(match.end() - 1)
    ]
    chosen, start = [], 0
    for left, right in joints:
        if right < len(sheet.text) and left > start and _parts(sheet.text[start:left], sheet.text[right:], lexicon):
            chosen.append((left, right))
            start = right
    if not chosen:
        return [[sheet]]
    words = [sheet.text[left:right] for left, right in chosen]
    sheets = sheet.cut(chosen)
    return _grouped(sheets, words)


def is_paper(words: str) -> bool:
    """Whether `words` end as the name of a document does."""
    return bool(_PAPER.search(words))


def _parts(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a joint between `before` and `after` parts two documents."""
    following = _JOINT.search(after)
    if says_only_how(after[: following.start()] if following else after):
        return False
    if canonical(before) in lexicon.kinds:
        return True
    return bool(_PAPER.search(before)) and not _ONE_WORD.search(before) and bool(_ends_as_paper(after, lexicon))


def _ends_as_paper(after: str, lexicon: Lexicon) -> bool:
    last = _JOINT.split(after)[-1] or after
    return bool(_PAPER.search(after)) or canonical(last) in lexicon.kinds


def _grouped(sheets: list[Sheet], words: list[str]) -> list[list[Sheet]]:
    """A、B或C is a choice of three where 或 is the last joint and only commas stand before it; else 或 binds closer."""
    commas = all(word in "、," for word in words[:-1])
    if words and _OR.search(words[-1]) and commas:
        return [sheets]
    groups = [[sheets[0]]]
    for sheet, word in zip(sheets[1:], words, strict=True):
        if _OR.search(word):
            groups[-1].append(sheet)
        else:
            groups.append([sheet])
    return groups
