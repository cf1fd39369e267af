"""The prose of a theme arrives in every typesetter with its structure and without its markup."""

import pytest

from composer.render.guide.prose import Run, prose_blocks


def test_paragraphs_and_headings_keep_their_order():
    blocks = prose_blocks("## 先看\n\n一段\n\n又一段\n")
    assert [(block.kind, block.runs[0].text) for block in blocks] == [
        ("heading", "先看"),
        ("paragraph", "一段"),
        ("paragraph", "又一段"),
    ]


def test_strong_words_are_told_apart():
    assert prose_blocks("**先领证。** 再*落户*")[0].runs == (
        Run(text="先领证。", strong=True),
        Run(text=" 再"),
        Run(text="落户", emphasis=True),
    )


def test_entries_of_a_list_carry_their_marker_and_depth():
    blocks = prose_blocks("3. 甲\n4. 乙\n   - 丙\n")
    assert [(block.marker, block.depth, block.runs[0].text) for block in blocks] == [
        ("3.", 1, "甲"),
        ("4.", 1, "乙"),
        ("•", 2, "丙"),
    ]


@pytest.mark.parametrize("markdown", ["<b>粗</b>", "#let x = 1", "`码`", "$a$"])
def test_what_is_markup_elsewhere_is_text_here(markdown: str):
    assert "".join(run.text for block in prose_blocks(markdown) for run in block.runs) == markdown.replace("`", "")


def test_no_prose_is_no_blocks():
    assert prose_blocks("") == ()
