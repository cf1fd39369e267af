"""Who issued a document (出具人): when that sets it apart from others of its kind, and when it goes without saying."""

import re
from functools import lru_cache

from composer.materials.names.canon import canonical
from composer.model.material import MaterialKind

_ABROAD = re.compile(
    r"境外|国外|海外|外国|(?:所在|定居|居住|居留|国籍|派遣)国|香港|澳门|港澳|台湾|驻外|驻[^华]{1,6}(?:使|领)馆"
)
_SORTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        ("公安", r"公安|派出所|户籍"),
        ("出入境", r"出入境"),
        ("交警", r"交警|公安机关交通管理|公安交通管理|车管所|车辆管理所"),
        ("法院", r"法院"),
        ("公证", r"公证"),
        ("仲裁", r"仲裁"),
        ("使领馆", r"使馆|领馆|使领馆"),
        ("民政", r"(?<!人)民政|婚姻登记"),
        ("殡葬", r"殡仪|殡葬|火化|火葬"),
        ("医疗", r"医院|医疗(?!保)|卫生院|卫生室|卫生服务|诊所|助产|妇幼|体检"),
        ("疾控", r"疾控|疾病预防"),
        ("卫生", r"卫健|卫生健康|卫生计生|卫计|卫生(?:行政|主管|局|厅|部门)"),
        ("村居", r"村委|居委|村民委员会|居民委员会|社区(?!卫生|矫正|医)"),
        ("乡镇", r"街道|乡镇|[乡镇](?:人民)?政府"),
        ("学校", r"学校|院校|高校|大学|学院|中学|小学|幼儿园|教务|学籍"),
        ("教育", r"教育(?:局|厅|部|行政|主管|体育)"),
        ("银行", r"(?<!人民)银行|信用社"),
        ("征信", r"人民银行|征信"),
        ("税务", r"税"),
        ("社保", r"社保|社会保险|人社|人力资源|劳动(?:和社会)?保障"),
        ("医保", r"医保|医疗保"),
        ("军队", r"军队|部队|武警|武装|军区"),
        ("市场监管", r"市场监(?:督|管)|工商"),
        ("住建", r"住建|住房和?城乡|建设(?:主管|行政|局|厅|部)"),
        ("房产", r"不动产|房管|房产|房屋登记|房地产|产权登记"),
        ("公积金", r"公积金"),
        ("会计", r"会计|审计|验资"),
        ("律师", r"律师"),
        ("单位", r"(?:用人|工作|所在|聘用|任职|就职|受聘)单位|雇主|雇用|^(?:本|现|该)?(?:单位|公司|企业)$"),
    )
)
"""Words for one authority, by which the usual issuer is known whatever it is called."""
_LEVEL = re.compile(r"[一二三][级甲](?:甲等|以上)?|(?<!县级)(?:国家|省|市|地市|地)级(?:以上)?|指定|定点")
"""Ranks of those who issue; 县级以上 is how laws say any authority there is."""
_ANYBODY = re.compile(r"由?(?:具有|具备|有|取得)(?:相应|相关|合法|法定)*的?资[质格]的?[^一二三甲乙丙]{0,8}")
"""Whoever may issue such papers at all: 具有资质的检测机构."""
_VERB = re.compile(r"(?:依法)?(?:出具|开具|核发|颁发|签发|制发|发放|提供|批准|认可|认定|下达|作出)$")
_BEFORE = re.compile(
    r"^(?:由|经|须|需|应|均|且)*(?:[^、或和及]{0,6}?(?:所在地|户籍地|户口地|居住地|登记地|注册地)|当地|[本我][地省市县区])?"
    r"(?:县级?及?以上)?(?:地方)?(?:人民政府(?=..))?"
)
"""What stands before an authority's word that any of its kind may have: 户籍所在地, 县级以上."""
_ANY_BODY = re.compile(
    r"^(?:有关|相关|有权|法定|专业|权威|合法|政府|国家|行政|原?(?:发证|登记|签发|颁发|审批|批准))*"
    r"(?:部门|机关|机构|单位|组织)$|^$"
)
"""Words that name nobody: 有关部门, 原发证机关, 有资质的机构."""
_BY_RULE = re.compile(r"^(?:按照?|依照?|根据|依据|经)")
_TIME = re.compile(r"^(?:近期|最近|当[年月日]|.*[年月日天周]内?)$")
_RANKS = re.compile(r"^(?:依法设立|法定|专业)+")
_STATE = re.compile(r"^(?:中国|国家|人民)")
_OFFICE = re.compile(r"(?<=..)(?:行政)?(?:主管|管理)?(?:部门|局|厅)$")
_POLICE = re.compile(r"公安(?:机关|分)?(?:派出所)?|派出所")
_JOINTS = re.compile(r"[、,;/()，；（）]|(?<=[局部会院所门关构处位校馆])(?:以及|或者?|[及和与])")
_OF_A_FIRM = {"单位", "公司", "企业", "本单位", "本公司", "本企业"}


def sets_apart(issuer: str | None, kind: MaterialKind | None) -> str | None:
    """What of `issuer` makes a document of `kind` another than one of its kind: None where it goes without saying.

    A court's judgment is a judgment, but a proof of no crime by an employer is none by the police. Where nobody knows
    who usually issues it, it is another than one of which nobody says. What an authority abroad issued never is what
    one here did.
    """
    said = stated(issuer) if issuer else None
    if issuer is None or said is None:
        return None
    if kind is None or kind.by_issuer or (kind.generic and not kind.issuer):
        return said
    level = _LEVEL.search(issuer)
    if level and level[0] not in f"{kind.name}{kind.issuer}":
        return level[0]
    abroad = _ABROAD.search(issuer)
    if abroad and not _ABROAD.search(f"{kind.name}{kind.issuer}"):
        return abroad[0]
    bodies = [one for one in map(_bare, _JOINTS.split(issuer)) if one]
    return None if all(_is_usual(one, kind) for one in bodies) else said


@lru_cache(maxsize=4096)
def stated(issuer: str) -> str | None:
    """The word for who issued it, without what any of them may have before it; None where it names nobody."""
    named = [_one_word(one) for one in map(_bare, _JOINTS.split(issuer)) if one]
    return "、".join(sorted(set(named))) or None


def is_third_party(who: str) -> bool:
    """Whether `who` is an authority or another body, not the applicant's own: 学校, 村委会, but not 单位."""
    return who not in _OF_A_FIRM and bool(_sorts(who) - {"单位"})


def _bare(issuer: str) -> str:
    """One issuer without verb, place and rank; empty where it names nobody."""
    word = _BEFORE.sub("", _VERB.sub("", canonical(issuer)))
    if _BY_RULE.match(word) or _ANYBODY.fullmatch(word):
        return ""
    nobody = _TIME.match(word) or (_ANY_BODY.match(word) and word not in _OF_A_FIRM)
    return "" if nobody else _RANKS.sub("", word)


def _one_word(body: str) -> str:
    plain = _OFFICE.sub("", _STATE.sub("", body)) or body
    return "公安" if _POLICE.fullmatch(plain) else plain


def _is_usual(body: str, kind: MaterialKind) -> bool:
    """Whether `body` is who issues documents of `kind`, as the catalogue or the name of the kind tells."""
    if _sorts(body) & _sorts(f"{kind.issuer or ''}{kind.name}"):
        return True
    words = [one for one in map(_bare, _JOINTS.split(kind.issuer or "")) if one]
    return any(body.endswith(one) or one.endswith(body) or _one_word(one) == _one_word(body) for one in words)


@lru_cache(maxsize=4096)
def _sorts(issuer: str) -> frozenset[str]:
    return frozenset(sort for sort, pattern in _SORTS if pattern.search(issuer))
