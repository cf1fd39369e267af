"""Which kind of document a wording is, and whose."""

import re
from typing import NamedTuple, Protocol, cast

from composer.materials.names.canon import canonical
from composer.materials.names.clauses import PARTY, PASSING, read_passing
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet
from composer.model.material import MaterialKind


class _Always(Protocol):
    """A pattern that matches the empty text too, so that its match is never None."""

    def match(self, text: str, at: int = 0) -> re.Match[str]:
        """The match at `at`."""
        ...


def _always(pattern: str) -> _Always:
    return cast(_Always, re.compile(pattern))


_EACH = r"(?:全体|所有|各位?|每位)的?(?=股东|合伙人|投资人|投资者|发起人|出资人|成员)"
_OWN = r"(?:本(?!科)|企业|公司|单位|自然人(?=股东))的?"
_OF_ALL = _always(rf"(?:{_EACH}|{_OWN})?")
"""What goes without saying of a holder: that all are meant, of those who found an enterprise and never act one by one.

全体继承人 are more than the one who comes, 拟任 and 原任 are others than the one in office.
"""
_ALSO_OF_ALL = _always(rf"(?:{_EACH}|{_OWN}|其他|其(?!他))?")
"""The same after another holder: 申请人及其配偶, 父母或其他监护人. By themselves 其他股东 are others than the 股东."""
_THEIR = _always(r"(?:本人|双方|各自|等)?(?:的|之)?")
_BETWEEN = re.compile(r"[及和与]/或|以及|或者|[、,/和与及或]")
_WITHOUT_SAYING = re.compile(
    r"^(?:(?P<person>个人)|(?P<organisation>企业|公司|本?单位|机构)|工商|居民(?!供?用)|有关|相关|主要|自有|合法)的?"
)
"""Words before a kind that change nothing: a person of what people have, an organisation of what organisations have."""
_OF_EITHER = re.compile(r"(?:申请书|申请表|登记表|委托书|承诺书|声明书?|授权书)$")
"""Forms and letters that people and organisations have each in their own wording."""
_ABOUT = re.compile(r"(?:表|申请书|名录|名册|名单|清单|通知书|决定书|卡|档案|花名册)$")
"""Papers that are about somebody rather than theirs: 负责人登记表 is one kind, not a 登记表 of the 负责人."""
_WEAK = (
    (
        re.compile(r"法人的?$"),
        re.compile(r"^(?:身份证|居民身份证|有效身份|身份证明|身份证件|授权|委托|代表|护照|电话|签)"),
    ),
    (re.compile(r"(?:经营|营业)场所的?$"), re.compile(r"^(?:房屋)?租赁(?:合同|协议)")),
)
"""Words that are a holder only before certain documents: 法人身份证, but 法人证书; 经营场所租赁合同, but 经营场所图."""
_FORMER = re.compile(
    r"^(?:(?P<stage>(?:变更|修改|修订)[前后])|(?P<before>原有?)|(?P<old>[旧老])|(?P<expired>已?(?:过期|到期|失效))|(?P<void>已?作废)"
    r"|(?P<new>新)|(?P<damaged>被?损毁|损坏|破损|污损|残损))(?:的|版)?(?!件|告)(?=..)"
)
_CALLED = {"before": "原", "old": "旧", "expired": "过期", "void": "作废", "new": "新", "damaged": "损毁"}
"""原许可证 is the one that was, which is handed back; 损毁护照 is no passport that anyone can use.

变更前 and 修改后 say which of two papers, one after the other, is meant.
"""
_LEVEL = re.compile(r"^[一二三四五]级(?:[甲乙丙]等)?(?=..)")
"""三级职业技能等级证书 is the 职业技能等级证书（三级）."""
_NO_PARTY = re.compile(r"[、,及和与或]|[前后]的|等|[出提交为向给对由]|关于|变更|更换|免去")


class Read(NamedTuple):
    """A wording as kind and holders; of several holders the document of each is meant, or of any one of them.

    `apart`: what was said before it that sets it apart: that not the one in force is meant, but the old or the damaged
    one, or which level of it.
    """

    wording: str
    kind: MaterialKind | None
    holders: tuple[str, ...]
    any_holder: bool
    apart: str | None = None


def read_kind(sheet: Sheet, lexicon: Lexicon) -> Read:
    """Read all that is left of a sheet as one kind and its holders, and mark each character accordingly."""
    read = _read(sheet, lexicon)
    if read.kind or read.holders:
        return read
    former, level = _FORMER.match(sheet.text), _LEVEL.match(sheet.text)
    if former and (_known(sheet.text[former.end() :], lexicon)[0] or lexicon.holder.match(sheet.text, former.end())):
        sheet.take_match(former, Role.MODIFIER)
        stage = canonical(former["stage"] or "")
        return _read(sheet, lexicon)._replace(apart=stage or _CALLED[former.lastgroup or ""])
    kind = _known(sheet.text[level.end() :], lexicon)[0] if level else None
    if level and kind and not kind.generic:
        sheet.take_match(level, Role.MODIFIER)
        return _read(sheet, lexicon)._replace(apart=level[0])
    return read


def _read(sheet: Sheet, lexicon: Lexicon) -> Read:
    kind, skipped = _known(sheet.text, lexicon)
    if kind is None:
        own = sheet.text.startswith("本人")
        read_passing(sheet)
        kind, skipped = _known(sheet.text, lexicon)
        if own and kind is None:
            kind = lexicon.kinds.get(canonical(f"个人{sheet.text}"))
    if kind:
        return _done(sheet, 0, skipped, kind, (), any_holder=False)
    holders, end, any_holder = _holders(sheet.text, lexicon)
    if not holders or _BETWEEN.match(sheet.text, end):
        holders, end, any_holder = _parties(sheet.text, lexicon)
    if holders:
        kind, skipped = _known(sheet.text[end:], lexicon)
        if (kind or not _ABOUT.search(sheet.text)) and not _is_weak(sheet.text[:end], sheet.text[end:]):
            return _done(sheet, end, skipped, kind, holders, any_holder)
    return _of_party(sheet, lexicon) or _done(sheet, 0, 0, None, (), any_holder=False)


def _known(text: str, lexicon: Lexicon) -> tuple[MaterialKind | None, int]:
    """The kind that `text` is a wording of, and how many characters at its head are words in passing."""
    kind = lexicon.kinds.get(canonical(text))
    if kind:
        return kind, 0
    passing = PASSING.match(text)
    skipped = passing.end() if passing else 0
    kind = lexicon.kinds.get(canonical(text[skipped:]))
    if kind:
        return kind, skipped
    word = _WITHOUT_SAYING.match(text[skipped:])
    kind = lexicon.kinds.get(canonical(text[skipped + word.end() :])) if word else None
    if word is None or kind is None or _tells_apart(word, kind):
        return None, skipped
    return kind, skipped + word.end()


def _tells_apart(word: re.Match[str], kind: MaterialKind) -> bool:
    """个人申请表 and 单位申请表 are two forms; 公司营业执照 and 个人银行流水 are any, 公司银行流水 is the company's."""
    if _OF_EITHER.search(kind.name):
        return bool(word["person"] or word["organisation"])
    return bool(word["organisation" if kind.personal else "person"])


def _is_weak(words: str, rest: str) -> bool:
    return any(word.search(words) and not needs.match(rest) for word, needs in _WEAK)


def _holders(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], int, bool]:
    """The holders that a text begins with, where they end, and whether any one of them will do."""
    found: list[str] = []
    at, end, either = 0, 0, False
    while True:
        all_of = _ALSO_OF_ALL if found else _OF_ALL
        match = lexicon.holder.match(text, at) or lexicon.holder.match(text, all_of.match(text, at).end())
        if not match or match.end() >= len(text):
            break
        whose = lexicon.holders[match[0]].id
        either = either or "或" in match[0]
        end = _THEIR.match(text, match.end()).end()
        relative = lexicon.holder.match(text, end)
        if relative and relative.end() < len(text):
            whose = f"{whose}-{lexicon.holders[relative[0]].id}"
            end = _THEIR.match(text, relative.end()).end()
        found.append(whose)
        joint = _BETWEEN.match(text, end)
        if not joint:
            break
        either = either or _is_choice(joint)
        at = joint.end()
    return tuple(dict.fromkeys(found)), end, either


def _parties(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], int, bool]:
    """Holders before a known kind of whom not everyone is listed: 经办人、押运人身份证; none where no kind follows."""
    joints = list(_BETWEEN.finditer(text))
    if not joints:
        return (), 0, False
    starts = [0, *(joint.end() for joint in joints)]
    found = [text[start : joint.start()].removesuffix("的") for start, joint in zip(starts, joints, strict=False)]
    last = starts[-1]
    for end in range(last + 2, min(last + 10, len(text) - 1)):
        start = _THEIR.match(text, end).end()
        if _is_someone(text[last:end], lexicon) and _known(text[start:], lexicon)[0]:
            found.append(text[last:end])
            if all(len(one) <= 10 and _is_someone(one, lexicon) for one in found):
                either = any(map(_is_choice, joints))
                return tuple(dict.fromkeys(lexicon.whose(one) for one in found)), start, either
    return (), 0, False


def _is_choice(joint: re.Match[str]) -> bool:
    """Whether words between two holders mean that either will do: 或, 或者, /, 和/或."""
    return joint[0][0] in "或/" or joint[0][-1] == "或"


def _is_someone(words: str, lexicon: Lexicon) -> bool:
    return words in lexicon.holders or bool(PARTY.search(words))


def _of_party(sheet: Sheet, lexicon: Lexicon) -> Read | None:
    """A known kind after a word for a person or an organisation that nobody listed: that word is the holder."""
    text = sheet.text
    for end in range(min(len(text) - 1, 16), 1, -1):
        if PARTY.search(text[:end]) and not text.startswith("居民", end - 2) and not _NO_PARTY.search(text[:end]):
            start = _THEIR.match(text, end).end()
            kind, skipped = _known(text[start:], lexicon)
            if kind and not kind.generic:
                holder = lexicon.whose(re.sub(r"(?<=.)的?(?:本人|个人)$", "", text[:end]))
                if text.endswith("个人", 0, end):
                    kind = lexicon.kinds.get(canonical(f"个人{text[start:]}"), kind)
                return _done(sheet, start, skipped, kind, (holder,), any_holder=False)
    return None


def _done(
    sheet: Sheet, end: int, skipped: int, kind: MaterialKind | None, holders: tuple[str, ...], any_holder: bool
) -> Read:
    sheet.take(end, end + skipped, Role.MODIFIER)
    if end:
        sheet.take(0, end, Role.HOLDER)
    wording = canonical(kind.name if kind else sheet.text)
    sheet.mark(Role.KIND)
    implied = kind is not None and len(holders) == 1 and not any_holder and holders[0] in kind.holders
    return Read(wording, kind, () if implied else holders, any_holder)
