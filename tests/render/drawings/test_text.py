"""Breaking text into lines."""

from hypothesis import given
from hypothesis import strategies as st

from composer.render.drawing.text import plain, width, wrap

TEXTS = st.text(max_size=200) | st.text(alphabet="中文（）《》、，。ab W1※😀", max_size=80)


@given(TEXTS, st.integers(60, 300), st.integers(1, 5), st.booleans())
def test_no_line_is_wider_than_the_room(text: str, room: int, most: int, bold: bool) -> None:
    fit = wrap(text, 12, room, most, bold)
    assert 1 <= len(fit.lines) <= most
    assert all(width(line, 12, bold) <= room for line in fit.lines)


@given(TEXTS, st.integers(60, 300))
def test_what_is_not_cut_is_all_there(text: str, room: int) -> None:
    fit = wrap(text, 12, room, 10_000)
    assert not fit.cut
    assert "".join(fit.lines).replace(" ", "") == plain(text).replace(" ", "")


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    fit = wrap("中" * 100, 12, 120, 2)
    assert fit.cut
    assert fit.lines == ("中" * 10, "中" * 9 + "…")


def test_closing_punctuation_does_not_begin_a_line() -> None:
    assert wrap("一二三四五，六七", 12, 60, 3).lines == ("一二三四", "五，六七")


def test_opening_punctuation_does_not_end_a_line() -> None:
    assert wrap("一二三四《五六七》", 12, 60, 3).lines == ("一二三四", "《五六七》")


def test_words_of_letters_hold_together() -> None:
    assert wrap("税务 Ukey 证书", 12, 60, 3).lines[1].startswith("Ukey")


def test_a_short_remark_in_brackets_holds_together() -> None:
    assert wrap("法定代表人证明（原件）", 12, 96, 3).lines == ("法定代表人证明", "（原件）")


def test_a_last_line_is_not_one_character_alone() -> None:
    assert wrap("一二三四五六", 12, 60, 3).lines == ("一二三四", "五六")


def test_characters_that_turn_or_hide_text_are_left_out() -> None:
    assert plain("甲\u202e乙\u200b丙\n丁\x00") == "甲乙丙 丁"


def test_a_remark_takes_along_the_sign_behind_it() -> None:
    assert wrap("从业人员健康检查表（原件）※", 12, 156, 3).lines == ("从业人员健康检查表", "（原件）※")
