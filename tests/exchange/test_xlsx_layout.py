"""Room for text, columns of tables, ends of pages, patterns as formulas."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.exchange.workbook.breaks import PAGE_POINTS, page_ends
from composer.exchange.workbook.patterns import simple_pattern
from composer.exchange.workbook.tables import lines_of
from composer.exchange.workbook.text import circled, halves, line_count
from composer.model.package import MergedForm
from composer.wording import chinese_number
from tests.forms.filling import merged_forms

HEIGHTS = st.lists(st.floats(10, 300), min_size=1, max_size=60)


@given(merged_forms(), st.integers(12, 30))
def test_each_line_of_a_table_is_exactly_as_wide_as_the_page_and_no_column_is_lost(form: MergedForm, room: int) -> None:
    for group in form.groups:
        lines = lines_of(group.rows, room)
        assert [row for line in lines for row, _ in line] == list(group.rows)
        assert all(sum(width for _, width in line) == room for line in lines)
        assert all(width > 0 for line in lines for _, width in line)


@given(HEIGHTS)
def test_no_page_holds_more_than_fits(heights: list[float]) -> None:
    edges = [0, *page_ends(heights, [], 20), len(heights)]
    assert edges == sorted(set(edges))
    assert all(sum(heights[first:last]) <= PAGE_POINTS for first, last in pairwise(edges))


@given(HEIGHTS, st.data())
def test_what_fits_on_a_page_is_kept_together(heights: list[float], data: st.DataObject) -> None:
    first = data.draw(st.integers(1, len(heights)))
    last = data.draw(st.integers(first, len(heights)))
    ends = page_ends(heights, [(first, last)], 20)
    if sum(heights[first - 1 : last]) <= PAGE_POINTS - 20:
        assert not any(first <= end < last for end in ends)


def test_text_is_measured_by_chinese_characters() -> None:
    assert halves("营业执照A1") == 10
    assert line_count("一二三四五六七八九十", 50, 10) == 2
    assert line_count("甲\n乙", 500, 10) == 2


@pytest.mark.parametrize(("number", "shown"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九")])
def test_headings_are_numbered_in_chinese(number: int, shown: str) -> None:
    assert chinese_number(number) == shown


def test_departments_are_numbered_beyond_the_circled_numbers() -> None:
    assert [circled(1), circled(20), circled(21)] == ["①", "⑳", "(21)"]


def test_simple_patterns_are_said_in_words() -> None:
    said = {
        "^[0-9]{6}$": "6位数字",
        "^[0-9A-HJ-NPQRTUWXY]{18}$": "18位，数字或大写字母",
        "^[0-9a-z]{4,8}$": "4至8位，数字或小写字母",
        "^[A-Z]{2}$": "2位，大写字母",
    }
    for pattern, words in said.items():
        simple = simple_pattern(pattern)
        assert simple is not None
        assert simple.words == words


@pytest.mark.parametrize(
    "pattern", ["", "[0-9]{6}", "^[0-9]+$", "^[^0-9]{3}$", "^(a|b)$", "^[0-9]{5,2}$", "^[9-0]{2}$"]
)
def test_other_patterns_are_not_taken_for_simple_ones(pattern: str) -> None:
    assert simple_pattern(pattern) is None
