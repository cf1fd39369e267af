"""Verdicts as content: what is written is read with the same effect."""

import shutil
from pathlib import Path

from composer import assets
from composer.exchange.content import load_library
from composer.exchange.content.verdicts import verdicts_text
from composer.materials.review.effect import with_verdicts
from composer.model.theme import Library
from composer.model.verdict import Said
from tests.materials.review.small import judged


def test_what_is_written_has_the_same_effect_when_it_is_read_as_content(tmp_path: Path, library: Library) -> None:
    verdicts = [
        judged("~学员户籍登记薄影印本", Said.SAME, "household-register", why="“薄”：错字，#1"),
        judged("~- 家庭合影: 1", Said.SAME, "~全家照片"),
        judged("~全家照片", Said.PART_OF, "~家庭相册汇编"),
        judged("~拿不准的", Said.UNSURE, "~全家照片"),
    ]
    themes = shutil.copytree(assets.THEMES, tmp_path / "themes")
    (themes / "catalogue/verdicts").mkdir()
    (themes / "catalogue/verdicts/first.yaml").write_text(verdicts_text(verdicts), encoding="utf-8")
    read = load_library(themes).catalogue
    assert read.model_dump() == with_verdicts(library.catalogue, verdicts).model_dump()


def test_a_file_says_of_each_verdict_who_gave_it_when_and_why() -> None:
    text = verdicts_text([judged("~户籍簿", Said.SAME, "household-register", why="同一本")])
    rows = text.partition("\n- ")[2].splitlines()
    assert [row.strip() for row in rows[:4]] == [
        "one: ~户籍簿", "said: same", "other: household-register", "by: 王敏",
    ]  # fmt: skip
    assert rows[-1].strip() == "why: 同一本"
