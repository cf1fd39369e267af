"""What is said after a comma of the paper before it: 申请书原件1份，法定代表人签字; 授权委托书，委托办理的提供."""

import re

from composer.materials.names.brackets import Extra
from composer.materials.names.canon import canonical
from composer.materials.names.carriers import Handing, says_only_how
from composer.materials.names.clauses import PARTY
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet
from composer.materials.names.split import is_paper

_COMMA = re.compile(r"[,;。]")
_SIGN = r"签字|签名|签章|盖章|签署|按手印|按指印|捺印|加?盖[^,]{0,8}章"
_SIGNED = re.compile(rf"(?P<who>[^,]{{0,10}}?)(?:均|须|需|应|并|共同|亲笔|已)*(?:{_SIGN})(?:[并及和或]|确认|{_SIGN})*")
_OFFICE = re.compile(r"(?:部门|机构|组织|单位|学校|医院)$")
_NOT = r"(?:不用|不必|无需|不需|可?不|可?免|免于)(?:提供|提交|交)"
_CASE = re.compile(rf"[^,]{{2,16}}(?:的|时)(?:(?:另|再|须|需|应|要|还)*(?:提供|提交|出示|携带)|{_NOT})")
_NEED = r"(?:且|并|均|须|需|请|应|应当|仍)*"
_CHECKED = re.compile(
    rf"{_NEED}(?:收|交|验|核对|核验|查验|留存?|携带|带|出示|备)(?:原件|复印件)[以供备]?(?:核对|查验|核验|核查|备查|备核|存档)?"
    rf"|{_NEED}(?:处于|在)[^,]{{0,5}}(?:有效期|租期|期限|保质期)限?之?内"
    rf"|(?:[^,]{{0,6}}[时后]|换[证照])收[回缴]|(?:[^,]{{0,6}}[时后]|{_NEED})[交缴]回(?:注销|作废)?"
)
_ENDS = r"(?:原件|复印件|各?\d*[一二两三四]?份|[和及])*$"
_LETTER = re.compile(rf"(?:委托书|授权书|承诺书|保证书|声明书?|申明|意见书?|同意书|证明|说明)(?:材料|文件)?{_ENDS}")
"""Letters belong to who signs them, so that who does is no afterthought."""
_FORM = re.compile(rf"(?:申请书|[表单]){_ENDS}")
"""Of several forms of one name a case may say which; not so who comes with it."""
_WHO_COMES = re.compile(r"委托|代办|代理|本人")
_PAPER = re.compile(r"证(?!人)|照(?![相管料])|[表书簿函图册]|(?<!简)单(?!位)|合同|协议|报告|文件|材料|资料|原件|复印件")


def read_afterthoughts(sheet: Sheet, handing: Handing, extra: Extra, lexicon: Lexicon) -> None:
    """Take from the end how the paper is handed in, who signs it, in which case, and that its original is looked at."""
    for comma in _COMMA.finditer(sheet.text):
        before = sheet.text[: comma.start()]
        if not (is_paper(before) or canonical(before) in lexicon.kinds):
            continue
        said = _COMMA.split(sheet.text[comma.end() :])
        roles = [_role(before, one, lexicon) for one in said]
        if None in roles or any(map(sheet.is_guarded, range(comma.start(), len(sheet.text)))):
            continue
        for one, role in zip(said, roles, strict=True):
            for piece, text in says_only_how(one) or ():
                handing.note(piece, text)
            if role is Role.CONDITION:
                extra.condition = one
            elif role is Role.NOTE:
                extra.notes += (one,)
            sheet.take(comma.start(), comma.start() + 1, Role.MARK)
            sheet.take(comma.start(), comma.start() + len(one), role or Role.NOTE)
        return


def _role(before: str, said: str, lexicon: Lexicon) -> Role | None:
    """What `said` is after `before`; None where it may say which document is meant, or ask for another."""
    how = says_only_how(said)
    if how is not None:
        roles = [role for role, _ in how if role is not Role.MARK]
        return None if Role.PART in roles else roles[0]
    signed = _SIGNED.fullmatch(said)
    if signed:
        who = signed["who"]
        somebody = who in lexicon.holders or (PARTY.search(who) and not _OFFICE.search(who))
        return Role.NOTE if not who or (somebody and not _LETTER.search(before)) else None
    if _CASE.fullmatch(said):
        says_which = _PAPER.search(said) or (_FORM.search(before) and not _WHO_COMES.search(said))
        return None if says_which else Role.CONDITION
    return Role.NOTE if _CHECKED.fullmatch(said) else None
