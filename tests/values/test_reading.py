"""What a cell, a field or a program gives becomes a value or a fault; nothing is cut, nothing is executed."""

import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.values import ValueSpec, ValueType, check, read, written
from tests.values.random_values import SPECS

LINE, LINES = ValueSpec(), ValueSpec(ValueType.LONG_TEXT)
_raw: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=1),
    st.text(),
    st.text("0123456789年月日-/.:至起长期元万亿整零壹拾☑☐男女、 ", max_size=16),
    st.lists(st.text(max_size=5) | st.integers() | st.none(), max_size=3),
)


@given(spec=st.sampled_from(SPECS), raw=_raw)
def test_whatever_is_given_is_read_or_refused_and_what_is_read_has_no_fault(spec: ValueSpec, raw: Any) -> None:
    reading = read(raw, spec)
    assert reading.value is None or reading.faults == ()
    if reading.value is not None:
        assert check(reading.value, spec) == ()
        again = list(reading.value) if isinstance(reading.value, tuple) else reading.value
        assert read(again, spec) == reading
        assert read(written(reading.value, spec), spec) == reading


@given(spec=st.sampled_from(SPECS), raw=_raw)
def test_a_message_says_what_to_do_and_ends_without_a_full_stop(spec: ValueSpec, raw: Any) -> None:
    for fault in read(raw, spec).faults:
        assert str(fault) == fault.message
        assert not fault.message.endswith("。")
        assert len(fault.message) < 200
        assert fault.code.isascii()


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]), min_size=1))
def test_what_can_be_seen_is_kept(text: str) -> None:
    shown = unicodedata.normalize("NFC", text).strip("".join(_BLANKS))
    reading = read(text, LINE)
    assert reading.value == (shown or None) or reading.faults[0].code in ("character", "cell-error")


_BLANKS = [chr(code) for code in range(0x3001) if unicodedata.category(chr(code)) == "Zs"]


@pytest.mark.parametrize(
    ("raw", "spec", "value"),
    [
        (" 张三\u3000", LINE, "张三"),
        ("张\u200b三\ufeff\x00\u202e", LINE, "张三"),
        ("一\t二", LINE, "一 二"),
        ("一 \r\n\n 二", LINE, "一 二"),
        ("一\r\n二\r三\u2028四\n", LINES, "一\n二\n三\n四"),
        ("e\u0301", LINE, "é"),
        ("Ⅷ①㎡ＡＢ", LINE, "Ⅷ①㎡ＡＢ"),
        ("ئۇيغۇر\u200cچە", LINE, "ئۇيغۇر\u200cچە"),
        ("葛\U000e0100", LINE, "葛\U000e0100"),
        ("=HYPERLINK(1)", LINE, "=HYPERLINK(1)"),
        ("<script>alert(1)</script>", LINE, "<script>alert(1)</script>"),
        (12.5, LINE, "12.5"),
        (100.0, LINE, "100"),
        (date(2026, 3, 1), LINE, "2026-03-01"),
        (datetime(2026, 3, 1), LINE, "2026-03-01"),
        (110105194912310021, LINE, "110105194912310021"),
    ],
)
def test_a_text_is_tidied_and_keeps_its_characters(raw: Any, spec: ValueSpec, value: str) -> None:
    assert read(raw, spec).value == value


@pytest.mark.parametrize(
    ("raw", "spec", "code", "message"),
    [
        ("一二三四", ValueSpec(max_length=3), "too-long", "最多3个字，这里有4个，请删去1个"),
        ("一", ValueSpec(min_length=3), "too-short", "至少3个字，这里只有1个，请写得详细些"),
        ("abc", ValueSpec(patterns=("^[0-9]+$",)), "pattern", "写法不符合要求，请对照填表说明重填"),
        ("\ud800", LINE, "character", "内容里有损坏的字符，请重新填写"),
        ("张\ufffd", LINE, "character", "内容里有损坏的字符，请重新填写"),
        ("#REF!", LINE, "cell-error", "单元格里的公式出错（#REF!），请直接填写内容"),
        (
            1.1010519491231e17,
            ValueSpec(format="resident-id"),
            "digits-lost",
            "号码被存成了数，第15位以后已经丢失，请把单元格格式设为“文本”，再重新填写",
        ),
        (
            110105194912310000,
            ValueSpec(format="resident-id"),
            "digits-lost",
            "号码被存成了数，第15位以后已经丢失，请把单元格格式设为“文本”，再重新填写",
        ),
        (True, LINE, "wrong-type", "这里不能填“是”或“否”，请重填"),
        ({"a": 1}, LINE, "wrong-type", "这里不能填这样的内容，请重填"),
        (time(9, 30), ValueSpec(ValueType.DATE), "wrong-type", "这里不能填这样的内容，请重填"),
        (["a"], LINE, "wrong-type", "这里不能填几个值，请重填"),
    ],
)
def test_a_text_that_cannot_be_taken_is_refused_whole(raw: Any, spec: ValueSpec, code: str, message: str) -> None:
    reading = read(raw, spec)
    assert reading.value is None
    assert [(fault.code, fault.message) for fault in reading.faults] == [(code, message)]


def test_a_length_counts_code_points() -> None:
    assert read("𠮷𠮷𠮷", ValueSpec(max_length=3)).value == "𠮷𠮷𠮷"
    assert read("葛\U000e0100", ValueSpec(max_length=1)).faults[0].code == "too-long"


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("", ["empty"]),
        (" a", ["outer-blank"]),
        ("a\n", ["newline", "outer-blank"]),
        ("a\u200bb", ["character"]),
        ("\ud800", ["character"]),
        (1, ["wrong-type"]),
        (None, ["wrong-type"]),
    ],
)
def test_a_text_that_nobody_tidied_has_faults(value: object, codes: list[str]) -> None:
    assert [fault.code for fault in check(value, LINE)] == codes


def test_a_value_is_read_with_the_day_of_today() -> None:
    spec = ValueSpec(format="resident-id")
    assert read("110105203001010014", spec, today=date(2026, 3, 1)).faults[0].code == "format-resident-id"


def test_a_whole_number_is_an_integer_and_any_other_a_decimal() -> None:
    assert type(read("3", ValueSpec(ValueType.INTEGER)).value) is int
    assert type(read("3", ValueSpec(ValueType.AMOUNT)).value) is Decimal
