"""Codes: what people write comes to one spelling, and a message says what is wrong."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path

import playwright
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from composer.values import ValueFormat, ValueSpec, check, format_ids, read, value_format
from composer.values.formats import resident_id
from composer.values.formats.uscc import organisation_check
from composer.values.patterns import found, portable

FORMATS = [value_format(id) for id in format_ids()]
_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_codes = st.text("0123456789XHMAZ-.()@/:军字第号年月 +转", max_size=30)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.id)
def test_an_example_is_valid_tidy_and_matches(one: ValueFormat) -> None:
    assert one.tidy(one.example) == one.example
    assert one.fault(one.example) is None
    assert found(one.pattern, one.example)
    assert len(one.example) <= one.max_length


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.id)
@given(text=_texts | _codes)
def test_what_is_tidy_stays_and_what_is_valid_matches(one: ValueFormat, text: str) -> None:
    tidied = one.tidy(text)
    assert one.tidy(tidied) == tidied
    for candidate in (text, tidied):
        valid = one.fault(candidate) is None
        matches = found(one.pattern, candidate) and len(candidate) <= one.max_length
        assert matches or not valid
        assert valid == matches or not one.exact


@pytest.mark.parametrize(
    ("format", "written", "kept"),
    [
        ("resident-id", "１１０１０５１９４９１２３１００２ｘ", "11010519491231002X"),
        ("resident-id", "110105 19491231 002x", "11010519491231002X"),
        ("resident-id", "110105-19491231-002х", "11010519491231002X"),
        ("resident-id", "\u200b11010519491231002X\u202c", "11010519491231002X"),
        ("resident-id", 440524188001010014, "440524188001010014"),
        ("resident-id", "34052419800101001X", "34052419800101001X"),
        ("uscc", "1145 0721 0081 1537 18", "114507210081153718"),
        ("uscc", "11450721mb15580811", "11450721MB15580811"),
        ("uscc", "12441500196720244T", "12441500196720244T"),
        ("mobile", "+86 138-1234-5678", "13812345678"),
        ("mobile", "（86）13812345678", "13812345678"),
        ("mobile", "手机：138 1234 5678", "13812345678"),
        ("mobile", 13812345678, "13812345678"),
        ("mobile", 13812345678.0, "13812345678"),
        ("landline", "（010）6277 1234", "010-62771234"),
        ("landline", "+86 10 62771234", "010-62771234"),
        ("landline", "01062771234转801", "010-62771234-801"),
        ("landline", "0731－8888888—12", "0731-8888888-12"),
        ("phone", "0086-13812345678", "13812345678"),
        ("phone", "021 6277 1234", "021-62771234"),
        ("postcode", "１０００８４", "100084"),
        ("email", "ＮＡＭＥ＠Example.COM", "NAME@example.com"),
        ("email", "mailto:a.b@c.cn", "a.b@c.cn"),
        ("bank-card", "6222 0212 3456 7890 128", "6222021234567890128"),
        ("bank-account", "1001 - 2345 - 6789", "1001-2345-6789"),
        ("region", "110105 ", "110105"),
        ("passport", "e 12345678", "E12345678"),
        ("hk-macao-permit", "h1234567800", "H1234567800"),
        ("taiwan-permit", "1234567801（b）", "1234567801(B)"),
        ("officer-id", "军字第 1234567 号", "军字第1234567号"),
        ("identity-number", "11010519491231002x", "11010519491231002X"),
        ("identity-number", "军字第1234567号", "军字第1234567号"),
        ("url", "www.example.com/a", "http://www.example.com/a"),
        ("url", "HTTPS://政务.cn", "https://政务.cn"),
        ("year", "二〇二六年", "2026"),
        ("year-month", "2026年3月", "2026-03"),
        ("year-month", "202603", "2026-03"),
    ],
)
def test_what_people_write_is_read(format: str, written: str | int | float, kept: str) -> None:
    assert read(written, ValueSpec(format=format)).value == kept


@pytest.mark.parametrize(
    ("format", "written", "message"),
    [
        ("resident-id", "11010519491231002", "身份证号码应为18位，这里只有17位，请对照证件重填"),
        ("resident-id", "110105491231002", "这是15位的旧号码，身份证号码应为18位，请按现在的证件填写"),
        ("resident-id", "110105194912310021", "身份证号码有一位填错了（校验码不符），请对照证件重填"),
        ("resident-id", "110105194902300021", "身份证号码第7至14位应是出生日期，“19490230”没有这一天，请对照证件重填"),
        ("resident-id", "110105177012310021", "身份证号码第7至14位应是出生日期，“17701231”没有这一天，请对照证件重填"),
        ("resident-id", "990105194912310021", "身份证号码开头的“99”不是任何省份的代码，请对照证件重填"),
        ("resident-id", "1101051949123100A2", "身份证号码前17位是数字，最后一位是数字或X，这里有“A”，请对照证件重填"),
        ("uscc", "11450721008115371", "统一社会信用代码应为18位，这里只有17位，请对照营业执照或登记证书重填"),
        (
            "uscc",
            "1145072100811537O8",
            "统一社会信用代码不用字母O，这里有“O”，可能是数字0，请对照营业执照或登记证书重填",
        ),
        ("uscc", "114507210081153719", "统一社会信用代码有一位填错了（校验码不符），请对照营业执照或登记证书重填"),
        (
            "uscc",
            "C14507210081153718",
            "统一社会信用代码第1位应是登记管理部门的代码，不会是“C”，请对照营业执照或登记证书重填",
        ),
        ("mobile", "1381234567", "手机号码应为11位，这里只有10位，请核对后重填"),
        ("mobile", "12812345678", "手机号码以13至19开头，这里是“12”，请核对后重填"),
        ("mobile", "138O2345678", "手机号码只有数字，这里有“O”，请只填11位号码"),
        ("landline", "62771234", "固定电话缺少区号，请写成“区号-号码”，如010-62771234"),
        ("landline", "13812345678", "这是手机号码，这里要填固定电话，如010-62771234"),
        ("postcode", "10000", "邮政编码应为6位，这里只有5位；若以0开头，请补上0"),
        ("postcode", "000000", "没有000000这个邮政编码，请填写当地的邮政编码"),
        ("email", "name.example.com", "电子邮箱要有一个@，如 name@example.com，请重填"),
        ("email", "张三@example.com", "电子邮箱只用英文字母、数字和符号，请重填"),
        (
            "bank-card",
            "6222021234567890127",
            "银行卡号有一位填错了（校验码不符），请对照银行卡重填；若要填的是单位账户，请填在账号一栏",
        ),
        ("bank-account", "1001--2345", "银行账号里的短横线要在数字之间，请对照开户证明重填"),
        ("region", "990105", "行政区划代码开头的“99”不是任何省份的代码，请核对后重填"),
        ("year", "26", "年份应是四位数字，在1800至2199之间，如2026，请重填"),
        (
            "hk-macao-permit",
            "K12345678",
            "港澳居民来往内地通行证号码应是H或M加8位或10位数字，如H12345678，请对照证件重填",
        ),
        ("identity-number", "110105194912310021", "身份证号码有一位填错了（校验码不符），请对照证件重填"),
        ("url", "example", "“example”不像网址，应如 https://www.example.com，请核对后重填"),
    ],
)
def test_a_fault_says_what_is_wrong_and_what_to_do(format: str, written: str, message: str) -> None:
    (fault,) = read(written, ValueSpec(format=format)).faults
    assert (fault.code, fault.message) == (f"format-{format}", message)


@given(
    region=st.sampled_from(["110105", "650102", "830000"]),
    born=st.dates(date(1880, 1, 1), date(2099, 12, 31)),
    order=st.integers(0, 999),
    at=st.integers(0, 17),
    other=st.sampled_from("0123456789"),
)
def test_one_wrong_digit_of_a_resident_id_is_always_found(
    region: str, born: date, order: int, at: int, other: str
) -> None:
    first = f"{region}{born:%Y%m%d}{order:03d}"
    number = first + ric.calc_check_digit(f"{first}0")
    assert resident_id.fault(number) is None
    slip = number[:at] + other + number[at + 1 :]
    assert (resident_id.fault(slip) is None) == (slip == number)


def test_a_birth_that_is_to_come_is_refused_where_today_is_given() -> None:
    first = "11010520300101001"
    number, spec = first + ric.calc_check_digit(f"{first}0"), ValueSpec(format="resident-id")
    assert check(number, spec) == ()
    (fault,) = check(number, spec, today=date(2026, 3, 1))
    assert fault.message == "身份证号码里的出生日期2030-01-01还没有到，请对照证件重填"
    assert check(number, spec, today=date(2030, 1, 1)) == ()


def test_birth_sex_and_region_are_derived_from_a_resident_id() -> None:
    assert resident_id.facts("11010519491231002X") == resident_id.ResidentFacts(
        birth="1949-12-31", sex="女", region="110105", region_name="北京市朝阳区"
    )
    assert resident_id.facts("440524188001010014").sex == "男"


def test_no_facts_are_derived_from_a_number_that_is_not_valid() -> None:
    with pytest.raises(ValueError, match="校验码不符"):
        resident_id.facts("110105194912310021")


@pytest.mark.parametrize("code", ["008115371", "MB1558081", "196720244", "M000100Y4"])
def test_organisation_codes_in_use_have_the_check_character_that_is_computed(code: str) -> None:
    assert organisation_check(code[:8]) == code[8]


def test_an_unknown_format_is_no_specification() -> None:
    with pytest.raises(ValueError, match="no format 'passpport'"):
        ValueSpec(format="passpport")


_SCRIPT = """
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const test = ([pattern, text]) => ["u", "v"].map((flag) => new RegExp(pattern, flag).test(text));
process.stdout.write(JSON.stringify(asked.map(test)));
"""


def test_a_browser_understands_every_pattern_as_python_does() -> None:
    node = Path(playwright.__file__).parent / "driver" / "node"
    texts = ["", "\n", " ", "１２", "a\u00a0b", "𠮷", "X", *(one.example for one in FORMATS)]
    texts += [f"{text}{more}" for text in texts for more in ("\n", "0", "é", "\u2028")]
    patterns = [portable(one.pattern) for one in FORMATS]
    patterns += [
        portable(own) for own in (r"^\w+$", r"\s", r"[^\d-]", r"^[\w.-]+\/\#$", r"^.{2}$", "[[({|/]", r"\D\S\W")
    ]
    asked = [(pattern, text) for pattern in patterns for text in texts]
    run = subprocess.run([node, "-e", _SCRIPT], input=json.dumps(asked), capture_output=True, text=True, check=True)
    ours = [[re.search(pattern, text) is not None] * 2 for pattern, text in asked]
    assert json.loads(run.stdout) == ours
