"""What stands in brackets: how it is handed in, when, a second word, a choice, a note, or a part of the name."""

import re

from composer.materials.names.canon import canonical
from composer.materials.names.carriers import Handing, says_only_how
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet

_INNERMOST = re.compile(r"\(([^()]*)\)")
_TITLE = re.compile(r"《([^《》]*)》")
_QUOTED = re.compile(r'"([^"]*)"')
_CONDITION = re.compile(
    r"^(?:如|若|仅|只|适用|非(?!物质|税|公|营利|机动|全日|居民)|限|凡|当|属|委托|需要时|必要时|视情况|根据|按照|部分|可选|选)"
    r"|(?:时|的|情形|情况|办理|者|适用|填写|提供|提交|除外|使用|需要?|必需|必要|可免|可不提供|已取消|范围内|领取|为准)$"
)
_OR = re.compile(r"^(?:或者?|或是)")
_ACTION = re.compile(
    r"^(?:设立|新设|开业|变更|延续|注销|撤销|补办|补发|补领|换发|换领|换证|首次|新办|新建|改建|扩建|增项|迁移|初审|复审|年检|续期|续展|到期|终止|备案|登记|核发|内资|外资"
    r"|.{0,8}(?:类|级|型|专业|方向|岗|甲|乙|丙))$"
)
_SUBTYPE = re.compile(r"^[A-Z]$|^[A-Z0-9]{1,4}[证类型级表卷]$|^[甲乙丙丁一二三四五六七八九十]{1,2}(?:类|级|型)?$")
_FOLLOWS = re.compile(
    r"^(?:[,;、/。+]|及|和|与|或|以及|的?(?:原件|复印件|扫描件|电子|正本|副本|正、?副本)|一式|各|\d|$)"
)


def read_titles(sheet: Sheet) -> None:
    """Take the marks of titles and quotations; what stands between them is one name and not split."""
    for pattern in (_TITLE, _QUOTED):
        match = pattern.search(sheet.text)
        while match:
            if not says_only_how(match[1]):
                sheet.guard(match.start() + 1, match.end() - 1)
            sheet.take(match.end() - 1, match.end(), Role.MARK)
            sheet.take(match.start(), match.start() + 1, Role.MARK)
            match = pattern.search(sheet.text)


def read_brackets(sheet: Sheet, handing: Handing, lexicon: Lexicon, extra: "Extra") -> None:
    """Take every pair of brackets, the innermost first, with what in it is no part of the name."""
    match = _INNERMOST.search(sheet.text)
    while match:
        _read(sheet, match, handing, lexicon, extra)
        match = _INNERMOST.search(sheet.text)
    stray = re.search(r"[()《》\"]", sheet.text)
    while stray:
        sheet.take_match(stray, Role.MARK)
        stray = re.search(r"[()《》\"]", sheet.text)


class Extra:
    """What brackets and clauses add to a name: conditions, notes, what sets it apart, region and holder."""

    __slots__ = ("condition", "holder", "issuer", "notes", "qualifier", "region")

    def __init__(self) -> None:
        self.condition: str | None = None
        self.holder: str | None = None
        self.issuer: str | None = None
        self.qualifier: str | None = None
        self.region: str | None = None
        self.notes: tuple[str, ...] = ()

    def copy(self) -> "Extra":
        """Another with the same, to be added to for one document."""
        other = Extra()
        for name in Extra.__slots__:
            setattr(other, name, getattr(self, name))
        return other


def _read(sheet: Sheet, match: re.Match[str], handing: Handing, lexicon: Lexicon, extra: Extra) -> None:
    content, before, after = match[1], sheet.text[: match.start()], sheet.text[match.end() :]
    how = says_only_how(content)
    if not content:
        _drop(sheet, match, Role.MARK)
    elif how is not None and before:
        for role, text in how:
            handing.note(role, text)
        _drop(sheet, match, _main(how))
    elif not before or _OR.match(content):
        _open(sheet, match)
    elif _is_second_word(content, before, lexicon):
        extra.notes += (content,)
        _drop(sheet, match, Role.NOTE)
    elif not _FOLLOWS.match(after):
        _open(sheet, match)
    else:
        _note(sheet, match, content, lexicon, extra)


def _note(sheet: Sheet, match: re.Match[str], content: str, lexicon: Lexicon, extra: Extra) -> None:
    """A bracket at the end of a name that is none of the simple ones."""
    before = sheet.text[: match.start()]
    if content in lexicon.holders:
        extra.holder = lexicon.holders[content].id
        _drop(sheet, match, Role.HOLDER)
    elif _ACTION.match(content) or _SUBTYPE.match(content) or content.startswith("适用于"):
        extra.qualifier = canonical(content)
        _drop(sheet, match, Role.NOTE)
    elif _is_other_document(content, before, lexicon):
        sheet.take(match.end() - 1, match.end(), Role.MARK)
        extra.notes += (content,)
        _drop_inner(sheet, match)
    elif _CONDITION.search(content):
        extra.condition = content
        _drop(sheet, match, Role.CONDITION)
    else:
        extra.notes += (content,)
        _drop(sheet, match, Role.NOTE)


def _is_second_word(content: str, before: str, lexicon: Lexicon) -> bool:
    """法定代表人（负责人）: a holder in brackets right after a holder."""
    if content not in lexicon.holders:
        return False
    return any(before.endswith(word) for word in lexicon.holders)


def _is_other_document(content: str, before: str, lexicon: Lexicon) -> bool:
    return canonical(content) in lexicon.kinds and canonical(before) in lexicon.kinds


def _main(how: list[tuple[Role, str]]) -> Role:
    return next(role for role, _ in how if role is not Role.MARK)


def _drop(sheet: Sheet, match: re.Match[str], role: Role) -> None:
    sheet.take(match.end() - 1, match.end(), Role.MARK)
    _drop_inner(sheet, match, role)


def _drop_inner(sheet: Sheet, match: re.Match[str], role: Role = Role.NOTE) -> None:
    sheet.take(match.start() + 1, match.start() + 1 + len(match[1]), role)
    sheet.take(match.start(), match.start() + 1, Role.MARK)


def _open(sheet: Sheet, match: re.Match[str]) -> None:
    """Let the content stand as a part of the name."""
    sheet.take(match.end() - 1, match.end(), Role.MARK)
    sheet.take(match.start(), match.start() + 1, Role.MARK)
