"""Labels that look alike and are two, that look different and are one, and those that nobody can tell."""

import pytest

from composer.forms.labels.agreement import agrees, are_one
from composer.forms.labels.forms import read_sections
from tests.forms.labels.shipped import reads, ref, shipped


@pytest.mark.parametrize(
    ("label", "element"),
    [
        ("经营者姓名", "operator.name"),
        ("法定代表人姓名", "legal-representative.name"),
        ("经营者名称", "enterprise.name"),
        ("住所", "enterprise.address"),
        ("经营场所", "premises.address"),
        ("仓库地址", "warehouse.address"),
        ("单位联系电话", "enterprise.phone"),
        ("法定代表人手机号（11位数字）", "legal-representative.mobile"),
        ("注册资本（万元）", "enterprise.registered-capital"),
        ("财务负责人", "finance-officer.name"),
        ("法定代表人签字", "legal-representative.signature"),
        ("统一社会信用代码（设立登记不填写）", "enterprise.uscc"),
        ("Ｅ－ｍａｉｌ", "enterprise.email"),
    ],
)
def test_a_label_reads_as_its_element(label: str, element: str) -> None:
    assert ref(label) == element


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("手机", "代理人"), ("移动电话", "代理人")),
        (("居民身份证号码", "母亲"), ("公民身份号码", "母亲")),
        (("证件种类", "法定代表人"), ("身份证件类型", "法定代表人")),
        (("法人代表", ""), ("法定代表人（姓名）", "")),
        (("注册资本（元）", ""), ("注册资本（万元）", "")),
        (("邮编", "住所（注册地址）"), ("邮政编码", "基本信息")),
    ],
)
def test_two_wordings_of_one_datum_are_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert ref(*one) == ref(*other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("现任职务", "董事长"), ("拟任职务", "董事长")),
        (("固定电话", "代理人"), ("移动电话", "代理人")),
        (("联系电话", "代理人"), ("移动电话", "代理人")),
        (("身份证号", "代理人"), ("身份证件号码", "代理人")),
        (("户籍地址", "母亲"), ("居住地址", "母亲")),
        (("通讯地址", ""), ("住所", "")),
        (("单位缴存比例", ""), ("个人缴存比例", "")),
        (("生产经营地址", ""), ("经营场所", "")),
        (("初次领证日期", ""), ("驾驶证有效期止", "")),
    ],
)
def test_what_only_looks_alike_is_two(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert ref(*one) is not None
    assert ref(*other) is not None
    assert ref(*one) != ref(*other)


@pytest.mark.parametrize(
    ("label", "section", "why"),
    [
        ("姓名", "", "没有写是谁的，不会是企业的"),
        ("姓名", "看不懂的栏目", "没有写是谁的，栏目“看不懂的栏目”也读不懂"),
        ("统一社会信用代码/身份证号", "", "词典里没有“/”"),
        ("统一社会信用代码（身份证号码）", "", "括号里写的是另一个特性"),
        ("法定代表人（股东）姓名", "", "括号里写的股东（发起人）和法定代表人不是一个对象"),
        ("母亲母亲姓名", "", "写了母亲和母亲两个对象，分不清是谁的"),
        ("股东法定代表人姓名", "", "写了股东（发起人）和法定代表人两个对象，分不清是谁的"),
        ("法定代表人姓名", "股东", "“股东”下面的法定代表人，分不清是不是股东（发起人）的法定代表人"),
        ("单位开户银行", "上级单位", "“上级单位”是上级单位的，分不清是上级单位的还是企业的"),
        ("日期", "", "没有写是谁的，不会是企业的"),
        ("宠物姓名", "", "词典里没有“宠物”"),
        ("公告情况", "", "词典里没有“公告情况”"),
        ("户籍", "", "没有写要填什么"),
        ("", "", "没有文字"),
        ("名称" * 70, "", "超过 120 个字，不像字段名"),
    ],
)
def test_what_is_not_certain_stays_apart_and_says_why(label: str, section: str, why: str) -> None:
    found = reads(label, section)
    assert (found.ref, found.doubts) == (None, (why,))


def test_a_bare_label_needs_to_know_whom_the_form_is_about() -> None:
    assert reads("出生日期", "", None).doubts == ("没有写是谁的，这张表也没有写是为谁填的（about）",)
    assert ref("出生日期", "", "newborn") == "newborn.birth-date"


def test_the_father_below_the_guardian_is_the_father() -> None:
    assert ref("父亲身份证号", "监护人", "newborn") == "father.citizen-number"


def test_a_unit_and_a_note_are_kept_beside_the_reading() -> None:
    found = reads("*注册资本（万元）（必填）")
    assert (found.unit, found.notes) == ("万元", ("必填",))
    assert [row["role"] for row in found.trace()] == ["标点", "特性", "计量单位", "说明"]


def in_turn(section: str, *labels: str, about: str = "enterprise") -> list[str | None]:
    return [one.ref for one in read_sections([(section, labels)], about, shipped())[0]]


def test_the_telephone_after_a_contact_is_his_and_the_postcode_is_not() -> None:
    found = in_turn("基本信息", "名称", "联系人", "联系电话", "邮政编码")
    assert found == ["enterprise.name", "contact.name", "contact.phone", "enterprise.postcode"]


def test_what_follows_the_legal_representative_may_be_the_units() -> None:
    assert in_turn("企业", "法定代表人姓名", "联系电话") == ["legal-representative.name", None]


def test_particulars_follow_each_parent_in_turn() -> None:
    found = in_turn("监护人", "父亲姓名", "身份证号", "母亲姓名", "身份证号", about="newborn")
    assert found == ["father.name", "father.citizen-number", "mother.name", "mother.citizen-number"]


def test_the_applicant_is_whom_the_form_is_about_unless_that_one_is_named() -> None:
    assert in_turn("申领人", "姓名", about="newborn") == ["newborn.name"]
    sections = [("死者", ["姓名"]), ("申领人", ["姓名"])]
    found = read_sections(sections, "deceased", shipped())
    assert [part[0].ref for part in found] == ["deceased.name", "benefit-claimant.name"]


def test_nobody_can_tell_the_applicant_below_headings_that_are_not_understood() -> None:
    found = read_sections([("看不懂的栏目", ["备注"]), ("申领人", ["姓名"])], "deceased", shipped())
    assert found[1][0].ref is None


def test_two_labels_of_one_section_are_two_data() -> None:
    assert in_turn("基本信息", "联系电话", "单位电话") == [None, None]


def test_a_relation_is_to_whom_the_form_is_about() -> None:
    assert in_turn("监护人", "姓名", "与申领人关系", about="newborn")[1] == "guardian.relation-to-newborn"
    assert in_turn("监护人", "姓名", "关系", about="newborn")[1] == "guardian.relation-to-newborn"


def test_an_author_may_declare_the_wider_datum_and_no_other() -> None:
    number = reads("身份证号", "代理人")
    assert agrees(number, "agent.identity-number", shipped())
    assert not agrees(number, "agent.mobile", shipped())
    assert not agrees(number, "operator.citizen-number", shipped())
    assert agrees(reads("住址", "母亲"), "mother.address.household", shipped())
    assert not agrees(reads("居住地址", "母亲"), "mother.address.household", shipped())


def test_two_kinds_of_a_telephone_are_not_one_and_a_kind_is_with_the_whole() -> None:
    mobile, landline, phone = (reads(label, "代理人") for label in ("手机", "固定电话", "联系电话"))
    assert not are_one(mobile, landline, shipped())
    assert are_one(mobile, phone, shipped())
