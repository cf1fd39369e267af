"""What stands before a name: its number, when it is asked for, who signed or issued it, what is said in passing."""

import re

from composer.materials.names.brackets import Extra, is_same_role
from composer.materials.names.issuers import is_third_party, stated
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.numbers import NUMBER, number_of
from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet
from composer.materials.names.split import is_paper

_COUNTED = r"[类级层期号页次寸月年岁日季楼栋幢室档]"
_NUMBERING = re.compile(
    r"^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)(?!号(?![码牌])|[类级](?![别型似])|期(?![限间货权刊])|层(?![高次])|[寸楼])"
    r"|(?P<digits>\d{1,2})(?:\.(?!\d)|,(?!\d{3})|[、)]|:(?!\d))|(?P<words>[一二三四五六七八九十]{1,3})[、.,]"
    r"|第[一二三四五六七八九十\d]{1,3}(?:项|[、,:](?!第?[一二三四五六七八九十\d]))"
    r"|材料[一二三四五六七八九十\d]{1,2}[:、.]|[A-Z]\d{4,6}(?=[《一-鿿])|(?:-(?!\d)|[*·•●○◆■□▪※☆★])+)"
)
_GOES_ON = re.compile(rf"(?P<next>\d{{1,3}}|[一二三四五六七八九十]{{1,3}}){_COUNTED}|(?P<more>{NUMBER})[、,]")
"""1、2类 and 一、三层 speak of both: a greater number that counts something goes on with the one before."""
_ENDS = re.compile(r"[;,。.、:!?]+$")
_PROVIDES = (
    r"(?:另|还|均|并)?(?:需要|需|应当|应|须|必须|可|要)?(?:另|再|同时)?"
    r"(?:提供|提交|交验|出示|递交|报送|附上|携带)(?:的是)?"
)
_CASE = re.compile(rf"^(?P<case>[^,;《]{{2,60}}?(?:的|时|后|者|情形|情况下?|项目|事项))[,:](?:{_PROVIDES})?(?=.)")
_LABEL = re.compile(r"^(?P<case>[^,;:《》()\"]{2,20}?)(?<!\d):(?=..)")
_SUBJECT = re.compile(rf"^(?P<case>[^,;、《》()]{{0,40}}?){_PROVIDES}(?![的了])(?=..)")
_SIGNED = re.compile(
    r"^(?![未无不非])(?P<who>[^,;、《》()]{1,24}?)(?:共同)?(?:亲笔)?(?:签署|签字|签名|签章|盖章|签字盖章|签名盖章|填写)(?:并(?:加)?盖(?:公)?章)?(?:确认)?的"
)
_SEALED = re.compile(
    r"^(?:须|需|应)?(?:已)?(?:填写完整)?(?:并)?(?:加盖|盖有?|盖好)[^,;《》()的]{0,16}?(?:公章|印章|专用章|章)(?:确认)?的"
    r"|^(?:已)?填(?:写|报)(?:完整|好)?(?:并签(?:字|名|章))?的|^(?:符合|按照?)[^,;《》]{0,12}要求(?:拍摄)?的"
)
_ISSUED = re.compile(
    r"^(?:由|经)?(?P<who>[^,;《》()]{2,30}?)??(?:依法)?(?:出具|核发|颁发|签发|开具|开出|制发|发放|发给|印发|提供|批准|认可|认定|下达|作出)的"
)
PASSING = re.compile(
    r"^(?:(?:合法)?有效的?(?!期)|合法的?(?!使用|来源)|相应的?(?!的)|真实的?|本人的?|所持有?的?|近期的?|现行的?|正式的?|完整的?|最新的?|第?二代|书面的?(?=授权|委托))"
)
"""Words before a document that every one of its kind may have."""
PARTY = re.compile(
    r"(?:[人员者商]|(?<!账)户|(?<!三)方|专家|同胞|居民|公民|村民|人士|学校|医院|单位|公司|企业|机构|组织|部门|职工|配偶|夫妻|双方|子女|父母|父亲|母亲|家长|遗属|亲属|家属|股东|业主|经理|董事|监事|华侨|军人|学生|法人|原告|被告)$"
)
"""How a word for a person or an organisation ends."""
_BY_RIGHT = re.compile(r"(?:按照?|依照?|根据|依据)[^,;]*$")
_ISSUES = re.compile(r"(?:出具|核发|颁发|签发|开具|开出|制发)的$")
_OWN_LETTER = re.compile(r"(?:委托书|授权书|承诺书|保证书|声明|声明书|申明|同意书)$")
_CONSENT = re.compile(r"^同意.*(?:证明|意见|意见书)$")
"""What only they can write whose will it is; of an authority it is a decision."""
_WHO_APPLIES = "applicant"
_OF_A_BODY = re.compile(r"(?:证明|意见|报告|介绍信|函|申请书|[^代]表)$")
_DECLARATION = re.compile(r"(?:委托书|授权书|承诺书?|保证书|声明|声明书|申明|意见|同意书|证明|说明)$")


def read_numbering(sheet: Sheet) -> None:
    """Take numbers and marks of a list before the name, and stops after it."""
    match = _NUMBERING.match(sheet.text)
    while match and match.end() < len(sheet.text) and not _goes_on(match):
        sheet.take_match(match, Role.NUMBERING)
        match = _NUMBERING.match(sheet.text)
    end = _ENDS.search(sheet.text)
    if end and end.start() > 0:
        sheet.take_match(end, Role.MARK)


def _goes_on(numbering: re.Match[str]) -> bool:
    """Whether what looks like a number of a list is the first of several that count something."""
    first, following = numbering["digits"] or numbering["words"], _GOES_ON.match(numbering.string, numbering.end())
    if not first or not following or numbering[0].endswith((")", ".")):
        return False
    return number_of(following["next"] or following["more"]) > number_of(first)


def read_case(sheet: Sheet, extra: Extra, lexicon: Lexicon) -> None:
    """Take 股东为企业的，提交 before what is asked for then; who it speaks of may be the holder."""
    match = _CASE.match(sheet.text) or _LABEL.match(sheet.text) or _SUBJECT.match(sheet.text)
    if not match or match.end() >= len(sheet.text) or any(map(sheet.is_guarded, range(match.end()))):
        return
    case = match["case"]
    if match.re is _SUBJECT and case and not (case in lexicon.holders or PARTY.search(case)):
        return
    if match.re is _LABEL:
        if case in lexicon.holders or PARTY.search(case):
            extra.holder = lexicon.whose(case)
            sheet.take_match(match, Role.HOLDER)
        elif not is_paper(case):
            extra.condition = case
            sheet.take_match(match, Role.CONDITION)
        return
    if case:
        extra.condition = case
        speaks = lexicon.holder.match(case)
        extra.holder = lexicon.holders[speaks[0]].id if speaks else (None if case.endswith("的") else case)
    sheet.take_match(match, Role.CONDITION)


def read_makers(sheet: Sheet, extra: Extra, lexicon: Lexicon) -> None:
    """Take who signed, sealed or issued it. Who signs a letter of their own is its holder."""
    found = True
    while found:
        found = False
        for pattern in (_SEALED, _SIGNED, _ISSUED):
            match = pattern.match(sheet.text)
            if not match or match.end() >= len(sheet.text) or any(map(sheet.is_guarded, range(match.end()))):
                continue
            found = True
            _made(match, pattern is _ISSUED, sheet, extra, lexicon)
            break


def _made(match: re.Match[str], issued: bool, sheet: Sheet, extra: Extra, lexicon: Lexicon) -> None:
    who = match.groupdict().get("who")
    text = sheet.take_match(match, Role.ISSUER if issued else Role.NOTE)
    extra.notes += (text,)
    if not who:
        return
    is_holder, says = who in lexicon.holders, sheet.text
    consents = is_holder and _CONSENT.match(says)
    if not issued or consents or _OWN_LETTER.search(says) or (is_holder and says.endswith("说明")):
        extra.signer = who
    elif not is_holder:
        extra.issuer = _BY_RIGHT.sub("", who) or who
    elif lexicon.holders[who].id != _WHO_APPLIES and _ISSUES.search(text):
        extra.issuer = lexicon.holders[who].name


def signed_by(wording: str, extra: Extra, holders: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The holders of a document with `wording`: who signs it, where nobody else is named.

    Whose signature a letter or a proof needs besides that of its holder sets it apart. A body that seals a proof or a
    form has issued it.
    """
    who = extra.signer
    if who is None:
        return holders
    if _OF_A_BODY.search(wording) and is_third_party(who):
        if extra.issuer and stated(extra.issuer) != stated(who):
            extra.apart(who)
        else:
            extra.issuer = who
    elif is_declaration(wording):
        if not holders and extra.holder is None:
            return (lexicon.whose(who),)
        named = holders or (extra.holder,)
        if not any(one and is_same_role(who, lexicon.called(one), lexicon) for one in named):
            extra.apart(who)
    return holders


def is_declaration(wording: str) -> bool:
    """Whether a wording is of what somebody says in their own name: a letter, a pledge, a proof."""
    return bool(_DECLARATION.search(wording))


def read_passing(sheet: Sheet) -> None:
    """Take words that every document of its kind has: 有效, 合法, 近期."""
    match = PASSING.match(sheet.text)
    while match and match.end() < len(sheet.text):
        sheet.take_match(match, Role.MODIFIER)
        match = PASSING.match(sheet.text)
