"""Chinese numerals before a unit, read as digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.numerals import numeral, with_digits

_DIGITS = "零一二三四五六七八九"
_UNITS = st.sampled_from(["个工作日", "工作日", "天", "日", "个月", "年", "小时", "次", "元", "万元"])


def _spoken(number: int) -> st.SearchStrategy[str]:
    """The ways in which a number up to 999 is said: 十五 or 一十五, 二 or 两 at its head, 零 or 〇."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    said += f"{_DIGITS[tens]}十" if tens else "零" if hundreds and ones else ""
    said += _DIGITS[ones] if ones or not number else ""
    ways = {said, said.replace("零", "〇")}
    ways |= {f"两{one[1:]}" for one in ways if one == "二" or one.startswith("二百")}
    ways |= {one.replace("百一十", "百十") for one in ways}
    ways |= {one[1:] for one in ways if one.startswith("一十")}
    return st.sampled_from(sorted(ways))


@given(number=st.integers(0, 999), unit=_UNITS, data=st.data())
def test_every_number_to_999_reads_back_before_a_unit(number: int, unit: str, data: st.DataObject) -> None:
    assert with_digits(data.draw(_spoken(number)) + unit) == f"{number}{unit}"


@given(low=st.integers(0, 999), high=st.integers(0, 999), data=st.data())
def test_both_ends_of_a_range_are_read(low: int, high: int, data: st.DataObject) -> None:
    text = f"自受理起{data.draw(_spoken(low))}至{data.draw(_spoken(high))}个工作日"
    assert with_digits(text) == f"自受理起{low}至{high}个工作日"


@pytest.mark.parametrize(
    "text",
    ["五月一日", "第三日", "同一天", "统一日", "每三日", "三万五百元", "十五六天", "五千元", "一网通办", "三五天"],
)
def test_what_counts_no_unit_or_is_no_numeral_to_999_stays(text: str) -> None:
    assert with_digits(text) == text


@given(number=st.integers(0, 999), data=st.data())
def test_every_number_to_999_is_known_by_itself(number: int, data: st.DataObject) -> None:
    assert numeral(data.draw(_spoken(number))) == number


@pytest.mark.parametrize("text", ["", "千", "三百五十五六", "3", "一一"])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert numeral(text) is None
