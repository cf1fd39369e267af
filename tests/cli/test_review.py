"""`onething materials review`: one key a verdict, in a terminal."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_materials import written

ROWS = [["材料名称", "部门", "事项"], ["全家照片册子", "某局", "甲事"], ["全家照片册", "某局", "乙事"],
        ["全家照片册", "另一局", ""], ["飞碟停放许可", "", ""], ["", "", ""]]  # fmt: skip

Review = Callable[..., tuple[int, str, str]]


@pytest.fixture
def few(content) -> tuple[object, ...]:
    """Content that knows few kinds, of which no name here is one."""
    return ("--themes", content("_base"))


@pytest.fixture
def review(onething, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few) -> Review:
    """Runs `onething materials review DB …` with keys typed into it."""
    database = tmp_path / "review.db"
    assert onething("materials", "review", database, "--add", written(tmp_path / "names.csv", ROWS), *few).code == 0

    def run(*words: object, keys: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        done = onething("materials", "review", database, *words, *few)
        return done.code, done.out, done.err

    return run


def test_a_pair_is_shown_with_its_names_and_a_key_judges_it(review: Review) -> None:
    code, out, err = review("--by", "王敏", keys="1\n")
    assert code == 0
    assert (
        "甲  全家照片册（目录里没有的）\n      全家照片册（2 行，某局：乙事；另一局）\n乙  全家照片册子（目录里没有的）"
        in out
    )
    assert "1 同一种  2 不是同一种  3 甲可以代替乙" in out
    assert "记下了第 1 条：同一种" in out
    assert "没有要判断的了。" in out
    assert err == "这次给了 1 条结论。\n"


def test_a_reason_is_kept_and_a_key_that_is_none_is_named(review: Review) -> None:
    _, out, _ = review("--by", "王敏", keys="x\nr同一本\n1\n")
    assert "没有 x 这个键。" in out
    _, out, _ = review("--list")
    assert out.endswith("：同一本\n")


def test_words_that_tell_apart_are_pointed_out(onething, tmp_path: Path, few, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["name"], ["甲乙丙丁生产证照"], ["甲乙丙丁证照"]]
    onething("materials", "review", tmp_path / "one.db", "--add", written(tmp_path / "two.csv", rows), *few)
    monkeypatch.setattr(sys, "stdin", io.StringIO("q"))
    done = onething("materials", "review", tmp_path / "one.db", "--by", "王敏", *few)
    assert "留意：只有" in done.out


def test_a_verdict_that_was_judged_again_says_so(review: Review) -> None:
    review("--by", "王敏", keys="1u2")
    _, out, _ = review("--list")
    assert "〔王敏已撤销，" in out


def test_a_database_that_is_not_there_is_not_made_by_a_slip(onething, tmp_path: Path, few) -> None:
    missing = tmp_path / "typo.db"
    way_out = "请检查路径；第一次用 onething materials review DB --add 清单 建立"
    for words in (("review", missing, "--list"), ("parse", "身份证", "--verdicts", missing)):
        done = onething("materials", *words, *few)
        assert (done.code, done.err) == (4, f"错误 [review-missing] {missing}：没有这个复核数据库。{way_out}。\n")
    assert not missing.exists()


def test_a_verdict_is_in_force_for_lists_and_names_at_once(review: Review, onething, tmp_path: Path, few) -> None:
    review("--by", "王敏", keys="1")
    source, verdicts = written(tmp_path / "in.csv", ROWS), ("--verdicts", tmp_path / "review.db")
    dedupe = ("materials", "dedupe", source, "-o", tmp_path / "out.csv", *few)
    assert "4 样材料" in onething(*dedupe).err
    assert "3 样材料" in onething(*dedupe, *verdicts).err
    parsed = onething("materials", "parse", "全家照片册子2份", *verdicts, *few).out
    assert "  全家照片册：份数 2\n" in parsed


def test_the_last_verdict_can_be_taken_back_with_a_key_and_any_by_its_number(review: Review) -> None:
    _, out, _ = review("--by", "王敏", keys="1u2")
    assert "撤销了第 1 条：“全家照片册”和“全家照片册子”是同一种（王敏，" in out
    _, _, err = review("--by", "李强", "--undo", "2")
    assert err.startswith("撤销了第 2 条：“全家照片册”和“全家照片册子”不是同一种（王敏，")
    _, out, _ = review("--list")
    assert out.count("〔") == 2
    assert "〔李强已撤销，" in out


def test_two_people_who_disagree_are_told_and_listed_first(review: Review) -> None:
    review("--by", "王敏", keys="0")
    review("--by", "李强", keys="1")
    _, out, _ = review("--by", "王敏", keys="2")
    assert "没有要判断的了。" in out
    _, out, _ = review("--list")
    assert [line.split("（")[0].strip() for line in out.splitlines()] == [
        "1  “全家照片册”和“全家照片册子”拿不准", "2  “全家照片册”和“全家照片册子”是同一种",
    ]  # fmt: skip


def test_a_file_of_verdicts_put_into_the_content_has_their_effect(
    review: Review, onething, tmp_path: Path, few
) -> None:
    review("--by", "王敏", keys="1")
    target = tmp_path / "themes/catalogue/verdicts/first.yaml"
    code, _, err = review("--out", target)
    assert (code, err) == (0, f"1 条结论：{target}\n")
    shutil.copytree(few[1], tmp_path / "themes", dirs_exist_ok=True)
    done = onething("materials", "parse", "全家照片册", "全家照片册子", "--json", "--themes", tmp_path / "themes")
    one, other = json.loads(done.out)
    assert one["groups"][0][0]["key"] == other["groups"][0][0]["key"]


def test_a_list_added_twice_counts_once(review: Review, tmp_path: Path) -> None:
    _, _, err = review("--add", tmp_path / "names.csv")
    assert err == f"{tmp_path / 'names.csv'}：4 行，以前已经加过，没有重复加\n"


def test_without_a_name_nobody_judges(review: Review) -> None:
    assert review(keys="1") == (2, "", "错误 [reviewer-unnamed] 没有写是谁判断的。请写姓名，命令行用 --by。\n")


def test_a_number_that_is_no_verdict_is_named(review: Review) -> None:
    assert review("--by", "王敏", "--undo", "7") == (
        2,
        "",
        "错误 [verdict-unknown] 7：没有这一条结论。请看清单里的编号。\n",
    )


def test_a_file_that_is_no_database_is_left_alone(onething, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("不是数据库" * 1000, encoding="utf-8")
    done = onething("materials", "review", tmp_path / "notes.txt", "--list")
    assert done.code == 4
    assert "[store-damaged]" in done.err
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "不是数据库" * 1000


def test_a_list_that_cannot_be_read_adds_nothing(onething, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.csv", [["name"], ["全家照片册", "多一格"]])
    assert onething("materials", "review", tmp_path / "one.db", "--add", bad).code == 2
    assert onething("materials", "review", tmp_path / "one.db", "--list").out.strip() == ""
