"""Who issued a document (出具人): when that sets it apart from others of its kind, and when it goes without saying."""

import re

from composer.model.material import MaterialKind

_ABROAD = re.compile(
    r"境外|国外|海外|外国|(?:所在|定居|居住|居留|国籍|派遣)国|香港|澳门|港澳|台湾|驻外|驻[^华]{1,6}(?:使|领)馆"
)
_SORTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        ("公安", r"公安|派出所|出入境|交警|户籍"),
        ("法院", r"法院"),
        ("公证", r"公证"),
        ("仲裁", r"仲裁"),
        ("使领馆", r"使馆|领馆|使领馆"),
        ("民政", r"民政|婚姻登记|殡仪|殡葬"),
        ("医疗", r"医院|医疗|卫生|疾控|体检|诊所|助产"),
        ("村居", r"村委|居委|村民委员会|居民委员会|社区"),
        ("乡镇", r"街道|乡镇|镇政府|乡政府|镇人民政府|乡人民政府"),
        ("学校", r"学校|院校|高校|大学|学院|幼儿园|教育|教务|学籍"),
        ("银行", r"银行|信用社|金融"),
        ("税务", r"税"),
        ("社保", r"社保|社会保险|医保|医疗保障|人社|人力资源|劳动"),
        ("军队", r"军|部队|武警"),
        ("市场监管", r"市场监(?:督|管)|工商"),
        ("住建", r"住建|住房|房管|房地产|不动产|建设主管|公积金"),
        ("会计", r"会计|审计|验资"),
        ("律师", r"律师"),
        ("主管", r"主管|上级"),
        ("单位", r"单位|公司|企业|雇主|雇用"),
    )
)
_LEVEL = re.compile(r"[一二三][级甲](?:甲等|以上)?|(?<!县级)(?:国家|省|市|地市|地)级(?:以上)?|指定|定点")
"""Ranks of those who issue; 县级以上 is how laws say any authority there is."""
_ANYBODY = re.compile(r"由?(?:具有|具备|有|取得)(?:相应|相关|合法|法定)*的?资[质格]的?[^一二三甲乙丙]{0,8}")
"""Whoever may issue such papers at all: 具有资质的检测机构."""
_PROOF = re.compile(r"(?:证明|证明书|函|函件|介绍信|文件|意见|意见书|说明|报告|鉴定书)$")


def sets_apart(issuer: str | None, kind: MaterialKind | None) -> str | None:
    """What of `issuer` makes a document of `kind` another than one of its kind: None where it goes without saying.

    A court's judgment is a judgment, but a proof of kinship by the police is none by the village; what an authority
    abroad issued never is what one here did.
    """
    if not issuer or _ANYBODY.fullmatch(issuer):
        return None
    if kind is None or kind.by_issuer or (kind.generic and not kind.issuer):
        return issuer
    level = _LEVEL.search(issuer)
    if level and level[0] not in f"{kind.name}{kind.issuer}":
        return level[0]
    abroad = _ABROAD.search(issuer)
    if abroad and not _ABROAD.search(f"{kind.name}{kind.issuer}"):
        return abroad[0]
    said = _sorts(issuer)
    usual = _sorts(f"{kind.issuer or ''}{kind.name}")
    return None if not said or said & usual or not _PROOF.search(kind.name) else "、".join(sorted(said))


def _sorts(issuer: str) -> set[str]:
    return {sort for sort, pattern in _SORTS if pattern.search(issuer)}
