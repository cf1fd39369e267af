"""What keeps papers of one kind apart: who signs, who issues, which of two people; and names that name nothing."""

import pytest

from composer.materials.names.listed import listed
from composer.materials.names.parse import parse
from composer.materials.names.parsed import Document, Flag
from tests.materials.names.lexica import shipped, without_kinds


def keys(name: str) -> list[list[str | None]]:
    return [[one.key for one in group] for group in parse(name, shipped()).groups]


def only(name: str) -> Document:
    (document,) = parse(name, shipped()).documents
    return document


def are_apart(names: list[str]) -> bool:
    """Whether no two of `names` have one key."""
    found = [only(name).key for name in names]
    return len(set(found)) == len(found)


SIGNED = [
    "（{}签字）",
    "（{}签名）",
    "（须{}签字）",
    "（由{}亲笔签名）",
    "（{}签字盖章）",
    "（{}签字确认，原件）",
    "（{}签字并加盖公章）",
]


@pytest.mark.parametrize("form", SIGNED)
@pytest.mark.parametrize("kind", ["承诺书", "授权委托书", "同意书", "声明", "情况说明", "真实性承诺书"])
def test_who_signs_a_letter_is_its_holder_in_brackets_as_before_it(kind: str, form: str) -> None:
    for who in ("监护人", "股东", "法人", "村民小组长"):
        assert only(f"{kind}{form.format(who)}").key == only(f"{who}签字的{kind}").key != only(kind).key


@pytest.mark.parametrize(
    "said",
    ["（盖章）", "（签字）", "（本人签字）", "（单位盖章）", "（加盖公章）", "（加盖单位公章）", "（申请单位盖章）"],
)
def test_a_seal_or_signature_of_who_hands_it_in_says_nothing(said: str) -> None:
    assert only(f"承诺书{said}").key == only("承诺书").key


def test_who_signs_besides_the_holder_sets_a_letter_apart() -> None:
    assert are_apart(["申请人承诺书", "申请人承诺书（监护人签字）", "承诺书（监护人签字）"])
    assert only("申请人承诺书（申请人签字）").key == only("申请人承诺书").key


def test_another_body_s_seal_sets_a_form_apart_and_not_a_certificate() -> None:
    assert are_apart(["申请表", "申请表（学校盖章）", "申请表（医院盖章）", "村委会盖章的申请表"])
    assert only("学校盖章的申请表").key == only("申请表（学校盖章）").key
    assert only("身份证复印件（村委会盖章）").key == "resident-id-card"
    assert only("体检表（医院盖章）").key == only("体检表").key


def test_who_seals_what_another_issued_sets_it_apart() -> None:
    assert are_apart(["村委会出具的居住证明", "村委会出具的居住证明（派出所盖章）", "派出所出具的居住证明"])


def test_who_signs_one_of_several_papers_owns_no_other() -> None:
    assert keys("承诺书（监护人签字）、身份证") == [["pledge@guardian"], ["resident-id-card"]]


ISSUED = [
    ["无犯罪记录证明", "检察院出具的无犯罪记录证明", "司法局出具的无犯罪记录证明",
     "第三方机构出具的无犯罪记录证明", "用人单位出具的无犯罪记录证明"],
    ["无房证明", "用人单位出具的无房证明", "住建局出具的无房证明"],
    ["贫困证明", "民政局出具的贫困证明", "殡仪馆出具的贫困证明", "县级人民政府出具的贫困证明",
     "用人单位出具的贫困证明", "物业公司出具的贫困证明"],
    ["身份证明", "身份证明（村委会出具）", "公安局出具的身份证明"],
    ["营业执照", "税务局核发的营业执照"],
    ["居住证明", "村委会出具的居住证明", "居委会出具的居住证明", "社区出具的居住证明"],
]  # fmt: skip


@pytest.mark.parametrize("names", ISSUED, ids=lambda names: names[0])
def test_an_authority_that_is_not_the_usual_one_keeps_apart_by_its_own_word(names: list[str]) -> None:
    assert are_apart(names)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("公安机关出具的无犯罪记录证明", "无犯罪记录证明"),
        ("无犯罪记录证明（户籍所在地派出所出具）", "无犯罪记录证明"),
        ("街道办事处出具的贫困证明", "贫困证明"),
        ("市场监督管理局核发的营业执照", "营业执照"),
        ("单位出具的在职证明", "在职证明"),
        ("县级以上人民医院出具的诊断证明", "诊断证明"),
        ("有关部门出具的居住证明", "居住证明"),
        ("具有资质的机构出具的安全评价报告", "安全评价报告"),
    ],
)
def test_the_usual_authority_and_one_that_is_not_named_change_nothing(name: str, plain: str) -> None:
    assert only(name).key == only(plain).key


def test_one_authority_has_one_word_in_brackets_and_before_the_name() -> None:
    assert only("居住证明（派出所出具）").key == only("户籍所在地公安派出所出具的居住证明").key
    assert only("婚姻状况证明（民政局出具）").key == only("县级以上人民政府民政部门出具的婚姻状况证明").key


POINTERS = ["同上", "见上", "无", "详见附件", "附件1", "附件", "附表二", "表格", "资料", "材料", "证件", "复印件",
            "原件及复印件", "申请材料", "申请人资料", "全部材料",
            "#NAME?", "#N/A", "#REF!", "N/A", "待定", "无需提供"]  # fmt: skip


@pytest.mark.parametrize("name", POINTERS)
def test_a_pointer_or_a_filled_cell_is_never_one_with_anything(name: str) -> None:
    for lexicon in (shipped(), without_kinds()):
        parsed = parse(name, lexicon)
        assert Flag.POINTER in parsed.flags
        assert listed(parsed, lexicon).head is None


VAGUE = ["验收报告", "鉴定书", "清单", "名册", "人员名单", "设备清单", "制度", "管理制度", "公告",
         "说明书", "年检表", "合作协议", "缴费凭证", "培训证明",
         "预算", "施工方案", "报告", "图纸", "批复", "推荐表", "专家评审意见", "调解书"]  # fmt: skip


@pytest.mark.parametrize("name", VAGUE)
def test_words_that_every_matter_has_are_one_only_within_their_item(name: str) -> None:
    assert listed(parse(name, shipped()), shipped()).generic


@pytest.mark.parametrize(
    "name",
    [
        "审计报告",
        "验资报告",
        "公司章程",
        "章程",
        "授权委托书",
        "委托书",
        "财务报告",
        "无房证明",
        "房屋安全鉴定报告",
        "职工花名册",
    ],
)
def test_a_name_that_says_what_it_is_about_stands_in_every_item(name: str) -> None:
    assert not listed(parse(name, shipped()), shipped()).generic


def test_several_papers_of_which_one_is_vague_are_one_only_within_their_item() -> None:
    assert listed(parse("申请表、身份证", shipped()), shipped()).generic


@pytest.mark.parametrize("who", ["父（母）", "父/母", "父或母", "父亲（母亲）", "父亲/母亲", "父（或母）亲"])
def test_father_or_mother_in_brackets_is_one_of_them_and_never_both(who: str) -> None:
    assert keys(f"{who}身份证") == [["resident-id-card@father", "resident-id-card@mother"]]
    assert keys("父母身份证") == keys("父母双方身份证") == [["resident-id-card@parents"]]


def test_who_runs_another_sort_of_firm_in_brackets_is_a_choice() -> None:
    assert keys("法人（经营者）身份证") == keys("法定代表人或经营者身份证")
    assert keys("法定代表人（负责人）身份证") == keys("法定代表人身份证")


@pytest.mark.parametrize(
    "names",
    [
        ["任职文件", "任免文件"],
        ["调解书", "民事调解书", "仲裁调解书"],
        ["判决书", "民事判决书"],
        ["业主身份证", "产权人身份证"],
        ["身份证", "原身份证", "旧身份证", "过期身份证", "作废的身份证", "新身份证"],
        ["地形图", "现状地形图"],
        ["户口簿", "本市户口簿", "本省户口簿"],
        ["护照", "护照（首页）", "护照签证页"],
        ["股东会会议记录", "股东大会会议记录"],
        ["无犯罪记录证明", "无违法犯罪记录证明"],
        ["增值税发票", "增值税专用发票", "增值税普通发票"],
    ],
    ids=lambda names: names[0],
)
def test_near_kinds_states_and_pages_stay_apart(names: list[str]) -> None:
    assert are_apart(names)


@pytest.mark.parametrize(
    "names",
    [
        ["股东会会议记录", "全体股东会议记录", "股东会议记录"],
        ["房租合同", "房屋租赁合同", "租房合同"],
        ["污水排入排水管网许可证", "城镇污水排入排水管网许可证"],
        ["三证合一营业执照", "营业执照（三证合一）", "营业执照"],
        ["遗失营业执照登报声明", "营业执照遗失登报声明"],
        ["护照首页", "护照（资料页）", "护照个人信息页"],
        ["企业负责人身份证", "负责人身份证"],
        ["本人户口簿", "户口簿"],
        ["本市户外广告设置申请表", "户外广告设置申请表"],
        ["体检报告（3个月内）", "体检报告（1年内）"],
    ],
    ids=lambda names: names[0],
)
def test_words_that_say_no_more_are_one(names: list[str]) -> None:
    assert len({only(name).key for name in names}) == 1


def test_and_others_after_a_paper_leaves_open_what_else_is_asked_for() -> None:
    assert keys("身份证等材料") == [["resident-id-card"], [None]]
    assert keys("身份证、护照等身份证明") == [["resident-id-card", "passport", None]]
    for name in ("身份证等材料", "身份证、护照等身份证明", "身份证、户口簿等"):
        parsed = parse(name, shipped())
        assert Flag.CATCH_ALL in parsed.flags
        assert listed(parsed, shipped()).head is None
