"""What stands in brackets: how it is handed in, when, a second word, a choice, a note, or a part of the name."""

import re

from composer.materials.names.canon import canonical
from composer.materials.names.carriers import Handing, says_only_how
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet
from composer.materials.names.signers import signer, signs
from composer.materials.names.split import is_paper

_INNERMOST = re.compile(r"\(([^()]*)\)")
_TITLE = re.compile(r"《([^《》]*)》")
_QUOTED = re.compile(r'"([^"]*)"')
_CONDITION = re.compile(
    r"^(?:如|若|仅|只[需有限在]|适用|非(?=必)|限[于在]|凡|当(?![年地事场])|属[于]|委托|需要时|必要时|视情况|根据|按照|可选|选[填用择])"
    r"|^[^,]{1,12}的(?:(?:另|再|须|需|应|要)*(?:提供|提交|附上|补交)(?![方者人单])|(?:另|再|须|需|应|要)+[附交]|重新申报$)"
    r"|(?:时|的|情形|情况|办理|适用|填写|提供|提交|除外|[时人者]使用|需要?|必需|必要|可免|可不提供|另附|已取消|范围内|领取|为准)$"
)
_OR = re.compile(r"^(?:或者?|或是)")
_ACTION = re.compile(
    r"^(?:设立|新设|开业|变更|延续|注销|撤销|补办|补发|补领|换发|换领|换证|首次|新办|新建|改建|扩建|增项|迁移|初审|复审|年检|续期|续展|到期|终止|备案|登记|核发|内资|外资"
    r"|.{0,8}(?:类|级|型|专业|方向|岗|甲|乙|丙))$"
)
_SUBTYPE = re.compile(
    r"^(?:[经须需已应]|均)[^,;]{0,6}(?:公证|认证|翻译)|公证[件书]$|翻译件|译本|(?:格式|样式|表样)[一二三四五六\dA-Z]|^[A-Z]$|^[A-Z0-9]{1,4}[证类型级表卷]$|^[甲乙丙丁一二三四五六七八九十]{1,2}(?:类|级|型)?$"
)
_REMARK = re.compile(
    r"(?<!免)签(?![证约注])|[盖公印]章|章$|指印|核[验对查实]|[审复]核|查验|比对|[注标写载列]明|标注|背面|原件|复印|模板|[样范][表本张式]|[统法]一|格式|标准文本"
    r"|页|^[二两三四五六多\d]选[一1]$|^含(?:附|正|首|封|电子|姓名)|^附(?!属)|^可(?!燃|移动|再生|降解|吸入)|^[需须]|^应(?!急|届|用|聘|征|税)|^[由请]|^用于|^作为|^详见|^自行|^通过|^经.{1,8}确认|^加盖|^按.{1,8}(?:人数|权限)|^第?[二三]代证?$"
    r"|^已(?!婚|故|满|注销|吊销|撤销|失效|作废|过期|变更|终止|迁)|合一|[报审][批定]稿|[黏粘]贴|贴.{0,6}[照相]片|一致|相符|[亦均也]可$|[交缴]回(?:注销|作废)?$|(?:[时后]|换[证照])收[回缴]$|自动生成|[期届]满前?[^,]{0,6}日前(?:提出|申请)?$|\d份|[一二两三四五六各每]份|邮寄|上传|下载|打印|填写|清晰|彩色|A4"
    r"|免(?:提交|提供|费|交|于)|容缺|共享|获取|告知承诺|必[要需]|自备|现场(?=.)|(?<=.)现场|窗口|(?<=..)(?:系统|平台)(?:$|[查核获打下上自调])|留存|存档"
)
"""What is said in brackets of any document of its kind: how it is signed, checked, printed, fetched."""
_SHEET = re.compile(r"^[正副]页$")
"""A sheet of a document by itself, which is asked for under its own name: 出生医学证明（副页）."""
_TOWN = r"[一-鿿]{2,6}(?:省|市|自治州|自治区|区|县)"
_PLACE = re.compile(rf"^(?![本全各我当][省市县区]){_TOWN}(?:[/、,和或及]?{_TOWN})*$")
_FORM = re.compile(r"(?:申请|登记|备案|审批|申报|审核|报名|呈报|申领)(?:表|书|单)$")
_CASUAL = re.compile(
    r"^(?:如|若|可|非必|选|按需|视|需要时|必要时)|委托|代[办理]|参考|(?:时|提供|提交|填写|填|除外|可免|必需|必要|需要)$"
)
"""A condition that says when a form is handed in; any other says which of several forms of one name it is."""
_ISSUER = re.compile(
    r"(?:医院|派出所|法院|部门|机关|银行|公证处|公安局|民政局)(?:出具|开具|核发|颁发|提供)?$"
    r"|(?:机构|事务所|中心|单位|公司|学校|大学|殡仪馆|站|所|局|委|会|政府|办事处)(?:出具|开具|核发|颁发)$"
    r"|^(?!.*[年月日内期]出具)[^,;]{2,20}(?:出具|开具|核发|颁发|签发)$"
)
_ROLES = tuple(
    re.compile(rf"(?:{words})$")
    for words in (
        "法定代表人|法人代表|法人|(?:单位|企业|主要)?负责人",
        "经营者|业主|投资人",
        "经办人|代理人|受托人|被委托人|被授权人|代办人|办理人",
        "出租[方人]|产权人|房东|业主|所有权人",
    )
)
"""Who runs it, who comes for it, who lets it: of these a second word in brackets means the same."""
_RUNS_IT = re.compile(r"(?:法定代表人|法人代表|法人|负责人|经营者|业主|投资人)$")
"""Who runs firms of different sorts: 法定代表人（经营者） asks for whichever of them there is."""
_HANDED_IN = re.compile(r"(?:\([^()]*\)|的?(?:原件|复印件|扫描件|电子件)[^()]*|一式[^()]*)+$")
_FOLLOWS = re.compile(
    r"^(?:\([^()]*\))*(?:[,;、/。+]|及|和|与|或|以及|的?(?:原件|复印件|扫描件|电子|正本|副本|正、?副本)|一式|各|\d|$)"
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

    __slots__ = ("condition", "holder", "issuer", "notes", "qualifier", "region", "second", "signer")

    def __init__(self) -> None:
        self.condition: str | None = None
        self.holder: str | None = None
        self.second: str | None = None
        """Words for a holder in brackets at the end, who is another where the document has one of its own."""
        self.issuer: str | None = None
        self.qualifier: str | None = None
        self.region: str | None = None
        self.signer: str | None = None
        """Who signs or seals it, where that is somebody else than who hands it in."""
        self.notes: tuple[str, ...] = ()

    def apart(self, words: str) -> None:
        """Note words that set a document apart from others of its kind: （变更）, （乙级）, （境外）."""
        plain = canonical(words)
        self.qualifier = f"{self.qualifier}、{plain}" if self.qualifier else plain

    def copy(self) -> "Extra":
        """Another with the same, to be added to for one document."""
        other = Extra()
        other.condition, other.notes, other.qualifier = self.condition, self.notes, self.qualifier
        other.holder, other.second = self.holder, self.second
        other.issuer, other.region, other.signer = self.issuer, self.region, self.signer
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
    elif (
        not before or _OR.match(content) or canonical(f"{before}{content}{_HANDED_IN.sub('', after)}") in lexicon.kinds
    ):
        _open(sheet, match)
    elif _is_holder_after_holder(content, before, lexicon):
        if is_same_role(content, before, lexicon):
            extra.notes += (content,)
            _drop(sheet, match, Role.NOTE)
        elif _RUNS_IT.search(before) and _RUNS_IT.fullmatch(content):
            _choose(sheet, match)
        else:
            _open(sheet, match)
    elif not _FOLLOWS.match(after) or (is_paper(content) and not is_paper(before)) or _SHEET.match(content):
        _open(sheet, match)
    else:
        _note(sheet, match, content, lexicon, extra)


def _note(sheet: Sheet, match: re.Match[str], content: str, lexicon: Lexicon, extra: Extra) -> None:
    """A bracket at the end of a name that is none of the simple ones."""
    before = sheet.text[: match.start()]
    if content.removesuffix("的") in lexicon.holders:
        extra.second = content.removesuffix("的")
        extra.holder = lexicon.holders[extra.second].id
        _drop(sheet, match, Role.HOLDER)
    elif _is_same_document(content, before, lexicon) or _signed(content, extra):
        extra.notes += (content,)
        _drop(sheet, match, Role.NOTE)
    elif _ACTION.match(content) or _SUBTYPE.search(content) or content.startswith("适用于"):
        extra.apart(content)
        _drop(sheet, match, Role.NOTE)
    elif _PLACE.match(content):
        extra.region = re.sub(r"[市省](?=[/、,和或及]|$)", "", content)
        _drop(sheet, match, Role.REGION)
    elif _CONDITION.search(content):
        if _FORM.search(before) and not _CASUAL.search(content):
            extra.apart(content)
        extra.condition = content
        _drop(sheet, match, Role.CONDITION)
    elif _ISSUER.search(content):
        extra.issuer = content
        _drop(sheet, match, Role.ISSUER)
    elif _REMARK.search(content):
        extra.notes += (content,)
        _drop(sheet, match, Role.NOTE)
    elif _says_nothing_apart(content):
        issuers = [part for part in re.split(r"[,;]", content) if _ISSUER.search(part)]
        extra.issuer = issuers[0] if issuers else extra.issuer
        extra.notes += (content,)
        _drop(sheet, match, Role.NOTE)
    else:
        extra.apart(content)
        _drop(sheet, match, Role.NOTE)


def _says_nothing_apart(content: str) -> bool:
    """Whether of several remarks (医院出具，6个月内) at most one says who issues it, all others how it is handed in."""
    parts = re.split(r"[,;]", content)
    others = [part for part in parts if not _ISSUER.search(part)]
    return len(parts) > 1 and len(parts) - len(others) <= 1 and all(says_only_how(part) is not None for part in others)


def _signed(content: str, extra: Extra) -> bool:
    """Note who signs or seals, and tell whether `content` says nothing else but how it is handed in."""
    clauses = re.split(r"[,;]", content)
    signed = [one for one in clauses if signs(one)]
    extra.signer = "、".join(filter(None, map(signer, signed))) or extra.signer
    return bool(signed) and all(one in signed or says_only_how(one) is not None for one in clauses)


def _is_holder_after_holder(content: str, before: str, lexicon: Lexicon) -> bool:
    return content in lexicon.holders and any(before.endswith(word) for word in lexicon.holders)


def is_same_role(content: str, before: str, lexicon: Lexicon) -> bool:
    """法定代表人（负责人）: a second word for the same; but 申请人（直系亲属） is another person."""
    if any(role.fullmatch(content) and role.search(before) for role in _ROLES):
        return True
    same = lexicon.holders.get(content)
    if same is None:
        return False
    return any(before.endswith(word) for word, holder in lexicon.holders.items() if holder == same)


def _is_same_document(content: str, before: str, lexicon: Lexicon) -> bool:
    """In brackets the other name of what stands before them, or a word of its whole name.

    港澳居民来往内地通行证（回乡证）, 行驶证（机动车）.
    """
    kind = lexicon.kinds.get(canonical(before))
    others = (lexicon.kinds.get(canonical(words)) for words in (content, f"{content}{before}"))
    return kind is not None and kind in others


def _main(how: list[tuple[Role, str]]) -> Role:
    return next(role for role, _ in how if role is not Role.MARK)


def _drop(sheet: Sheet, match: re.Match[str], role: Role) -> None:
    sheet.take(match.end() - 1, match.end(), Role.MARK)
    _drop_inner(sheet, match, role)


def _drop_inner(sheet: Sheet, match: re.Match[str], role: Role = Role.NOTE) -> None:
    sheet.take(match.start() + 1, match.start() + 1 + len(match[1]), role)
    sheet.take(match.start(), match.start() + 1, Role.MARK)


def _choose(sheet: Sheet, match: re.Match[str]) -> None:
    """Let the content stand as another choice beside what is before it."""
    sheet.take(match.end() - 1, match.end(), Role.MARK)
    sheet.reads_as(match.start(), "/")


def _open(sheet: Sheet, match: re.Match[str]) -> None:
    """Let the content stand as a part of the name."""
    sheet.take(match.end() - 1, match.end(), Role.MARK)
    sheet.take(match.start(), match.start() + 1, Role.MARK)
