"""The command called wrongly: in Chinese, with the rule, the word that is wrong and how it is written; code 2."""

import pytest
import typer
from typer.main import get_command

from composer.cli import app
from composer.cli.usage import translated

COMPOSE = ("compose", "open-restaurant")
COMMANDS = "serve、themes、compose、policies、prove、why、what-if、loops、check、schemas、form、materials"
SECONDS = "不是 0.01 到 86400 之间的数。请写成 --seconds 10 的样子。"
PORT = "不是 0 到 65535 之间的整数。请写成 --port 8000 的样子。"


def refused(done) -> str:
    assert (done.code, done.out) == (2, "")
    return done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("compos",), "[usage-command] compos：没有这个命令。是不是 onething compose。"),
        (("🦄",), f"[usage-command] 🦄：没有这个命令。可选：{COMMANDS}。"),
        (("",), f"[usage-command] 没有这个命令。可选：{COMMANDS}。"),
        (("--nope",), "[usage-option] --nope：没有这个选项。可选：--version、--help。"),
        (("--json", "themes"), "[usage-option] --json：命令前面不能写这个选项。请写在命令的后面。"),
        ((*COMPOSE, "--objectiv", "fees"), "[usage-option] --objectiv：没有这个选项。是不是 --objective。"),
        (("loops", "-x"), "[usage-option] -x：没有这个选项。可选：--themes、--json、--help。"),
        ((*COMPOSE, "--json=3"), "[usage-value] --json：这个选项后面不带值。请只写 --json。"),
        ((*COMPOSE, "--objective"), "[usage-missing] --objective：后面没有写值。请写成 --objective LIST。"),
        ((*COMPOSE, "-a"), "[usage-missing] -a：后面没有写值。请写成 -a 问题=选项。"),
        (("serve", "--port"), "[usage-missing] --port：后面没有写值。请写成 --port 8000。"),
        (("compose",), "[usage-missing] THEME：没有写主题的编号或名称。请写成 onething compose THEME。"),
        (
            ("why", "newborn"),
            "[usage-missing] ID：没有写事项、材料、字段、问题或改革举措的编号或名称。请写成 onething why THEME ID。",
        ),
        (
            ("prove", "newborn", "x", "y"),
            "[usage-extra] x y：不知道这是什么，前面的词已经写全了。"
            "请写成 onething prove THEME；含有空格的词要加引号。",
        ),
        (
            ("check", "themes", "more"),
            "[usage-extra] more：不知道这是什么，前面的词已经写全了。"
            "请写成 onething check [DIR]；含有空格的词要加引号。",
        ),
        (
            ("materials", "dedupe", "in.csv"),
            "[usage-missing] --out：没有写结果写到哪个 CSV 文件。请写成 onething materials dedupe IN -o OUT。",
        ),
        (
            ("materials", "parse"),
            "[usage-missing] NAME...：没有写材料名称，照办事指南的写法。请写成 onething materials parse NAME...。",
        ),
        (("materials", "pars"), "[usage-command] pars：没有这个命令。是不是 onething materials parse。"),
        (("materials", "🦄"), "[usage-command] 🦄：没有这个命令。可选：parse、dedupe、review、standard。"),
        (
            ("materials",),
            "[usage-command] materials：后面没有写要做什么。"
            "请写成 onething materials parse 的样子，可选：parse、dedupe、review、standard。",
        ),
        (("materials", "--json", "parse"), "[usage-option] --json：命令前面不能写这个选项。请写在命令的后面。"),
    ],
)
def test_a_word_that_does_not_belong_is_named_with_how_to_write_it(onething, words, said: str) -> None:
    assert refused(onething(*words)) == f"错误 {said}\n"


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "-1", "0", "abc", "1e99", "十"])
def test_seconds_that_are_no_time_are_refused(onething, value: str) -> None:
    assert refused(onething(*COMPOSE, "--seconds", value)) == f"错误 [usage-value] --seconds：“{value}”{SECONDS}\n"


@pytest.mark.parametrize("value", ["70000", "-1", "1.5", "http", "nan"])
def test_a_port_that_is_none_is_refused(onething, value: str) -> None:
    assert refused(onething("serve", "--port", value)) == f"错误 [usage-value] --port：“{value}”{PORT}\n"


@pytest.mark.parametrize(
    ("words", "name", "written"),
    [
        ((*COMPOSE, "--out"), "--out", "--out DIR"),
        ((*COMPOSE, "--answers"), "--answers", "--answers FILE"),
        ((*COMPOSE, "--themes"), "--themes", "--themes DIR"),
        ((*COMPOSE, "--seconds"), "--seconds", "--seconds 10"),
        (("serve", "--db"), "--db", "--db FILE"),
        (("check",), "DIR", "onething check [DIR]"),
        (("schemas",), "DIR", "onething schemas [DIR]"),
    ],
)
@pytest.mark.parametrize("blank", ["", " "])
def test_an_empty_path_or_number_is_not_taken_for_one(onething, words, name: str, written: str, blank: str) -> None:
    assert refused(onething(*words, blank)) == f"错误 [usage-value] {name}：值是空的。请写成 {written}。\n"


@pytest.mark.parametrize("option", ["--out", "--format"])
def test_trade_offs_write_no_files_and_say_so(onething, tmp_path, option: str) -> None:
    value = tmp_path / "out" if option == "--out" else "json"
    assert refused(onething(*COMPOSE, "--front", "fees,trips", option, value)) == (
        f"错误 [usage-together] --front {option}：--front 只列出取舍，不写文件。"
        "请去掉其中一个；看中一种后，用 --objective 再编一次，写出它的文件。\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_trade_offs_take_no_objectives_beside_their_own(onething) -> None:
    assert refused(onething(*COMPOSE, "--front", "fees,trips", "--objective", "items")) == (
        "错误 [usage-together] --front --objective：--front 已经写了目标，不能再写 --objective。请只留一个。\n"
    )


def test_a_message_never_passes_controls_on_to_the_terminal(onething) -> None:
    assert refused(onething("a\x1b[31mb")).startswith("错误 [usage-command] a\\x1b[31mb：没有这个命令。")


def test_no_command_at_all_shows_the_help(onething) -> None:
    assert "compose" in refused(onething())


def test_what_has_no_words_of_its_own_is_still_told_apart_from_a_fault_of_the_program() -> None:
    (finding,) = translated(typer.TyperException("Something new."), get_command(app)).findings
    assert str(finding) == "错误 [usage-other] 写法不对（Something new.）。请用 --help 看写法。"
