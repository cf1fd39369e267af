"""What the command refuses, in which words and with which exit code; nothing is printed as a result."""

import pytest

from tests.shipped import THEMES

COMPOSE = ("compose", "open-restaurant")
WAY = "请写成 问题=选项，如 -a agent=by-agent。\n"


def refused(done, code: int) -> str:
    assert (done.code, done.out) == (code, "")
    assert "Traceback" not in done.err
    return done.err


def test_an_unknown_theme_gets_the_nearest(onething) -> None:
    said = refused(onething("compose", "open-restarant"), 3)
    assert said == "错误 [answer-theme] open-restarant：没有这个主题。是不是 open-restaurant。\n"


def test_a_theme_that_resembles_none_gets_the_list(onething) -> None:
    said = refused(onething("compose", "🦄"), 3)
    ways = f"可选：{'、'.join(THEMES)}"
    assert said == f"错误 [answer-theme] 🦄：没有这个主题。{ways}。\n"


@pytest.mark.parametrize("word", ["principal-type", "=company", "principal-type=", " = ", ""])
def test_an_answer_without_question_or_option_is_shown_how_to_write_it(onething, word: str) -> None:
    said = refused(onething(*COMPOSE, "-a", word), 3)
    assert said == f"错误 [answer-form] {word + '：' if word else ''}回答的写法不对。{WAY}"


def test_all_wrong_answers_are_reported_at_once(onething) -> None:
    said = refused(onething(*COMPOSE, "-a", "principal-typ=company", "-a", "principal-type=compny"), 3)
    assert said == (
        "错误 [answer-option] principal-type：没有选项“compny”。是不是“company”。\n"
        "错误 [answer-question] principal-typ：没有这个问题。是不是“principal-type”。\n"
    )


def test_two_answers_to_a_single_choice_contradict_each_other(onething) -> None:
    said = refused(onething(*COMPOSE, "-a", "principal-type=company", "-a", "经营主体类型=个体工商户"), 3)
    assert said == "错误 [answer-contradiction] principal-type：单选题却有几个回答（个体工商户、公司）。请只留一个。\n"


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("明天", "错误 [start-date] 明天：开始日期的写法不对。请写成 2026-12-01 这样的日期。\n"),
        ("2026-02-30", "错误 [start-date] 2026-02-30：日历上没有这一天。请检查月和日。\n"),
        ("", "错误 [start-date] 开始日期的写法不对。请写成 2026-12-01 这样的日期。\n"),
        (
            "2101-01-01",
            "错误 [start-range] 2101-01-01：只能推算 1990 年到 2100 年的日期。请换一个开始日期，或不写开始日期。\n",
        ),
    ],
)
def test_a_start_that_cannot_be_is_refused(onething, start: str, said: str) -> None:
    assert refused(onething(*COMPOSE, "--start", start), 3) == said


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", "- company\n", "{file}:1:1: 错误 [answer-file] a.yaml 里应当是“问题: 选项”。"),
        ("a.yaml", "", "{file}:1:1: 错误 [answer-file] a.yaml 里应当是“问题: 选项”。"),
        ("a.yaml", "x: 1\nagent: {a: b}\n", "{file}:2:8: 错误 [answer-file] a.yaml 里应当是“问题: 选项”。"),
        ("a.yaml", "a: b: c\n", "{file}:1:5: 错误 [yaml-syntax] YAML 写法有误：这里不能再有冒号。"),
        ("a.yaml", "a: b\na: c\n", "{file}:2:1: 错误 [yaml-duplicate-key] 键 a 重复了，上一处在第 1 行。"),
        ("a.json", "[1]", "{file}:1:1: 错误 [answer-file] a.json 里应当是“问题: 选项”。"),
        ("a.json", '{"agent": {"a": "b"}}', "{file}:1:1: 错误 [answer-file] a.json 里应当是“问题: 选项”。"),
        ("a.json", '{\n"agent": }', "{file}:2:10: 错误 [json-syntax] JSON 写法有误。"),
        ("a.json", '{"a": "b", "a": "c"}', "{file}:1:1: 错误 [json-duplicate-key] 键 a 重复了。"),
        ("a.json", "[" * 100_000, "{file}:1:1: 错误 [answer-file] a.json 里应当是“问题: 选项”。"),
    ],
)
def test_a_file_that_holds_no_answers_is_refused_with_its_place(onething, tmp_path, name, text, said) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert refused(onething(*COMPOSE, "--answers", file), 3).startswith(said.format(file=file))


def test_a_missing_file_of_answers_is_an_error_of_the_machine(onething, tmp_path) -> None:
    file = tmp_path / "none.yaml"
    said = f"错误 [file-missing] {file}：没有这个文件。请检查路径。\n"
    assert refused(onething(*COMPOSE, "--answers", file), 4) == said


def test_an_unreadable_file_of_answers_is_an_error_of_the_machine(onething, tmp_path, monkeypatch, library) -> None:
    file = tmp_path / "locked.yaml"
    file.write_text("a: b", encoding="utf-8")

    def read_bytes(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", read_bytes)
    monkeypatch.setattr("composer.exchange.content.load_library", lambda folder: library)
    said = f"错误 [file-unreadable] {file}：读不了这个文件（Permission denied）。请检查权限和路径。\n"
    assert refused(onething(*COMPOSE, "--answers", file), 4) == said


def test_an_unknown_format_gets_the_nearest(onething) -> None:
    assert refused(onething(*COMPOSE, "--format", "jsn"), 2) == (
        "错误 [format-unknown] jsn：没有这种格式。是不是 json。\n"
    )


@pytest.mark.parametrize("formats", [",", "", " , ，"])
def test_an_empty_list_of_formats_gets_the_list(onething, formats: str) -> None:
    said = refused(onething(*COMPOSE, "--format", formats), 2)
    assert said.startswith("错误 [format-unknown] 没有写格式。可选：")
    assert "json" in said


def test_content_with_errors_composes_nothing(onething, tmp_path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/theme.yaml").write_text("id: a\n", encoding="utf-8")
    said = refused(onething("compose", "a", "--themes", tmp_path), 1)
    assert said.startswith("a/theme.yaml:1:1: 错误 [schema-missing] a：缺少 audience。请补上 audience。\n")


def test_objectives_that_do_not_exist_get_what_is_near_or_the_list(onething) -> None:
    said = refused(onething(*COMPOSE, "--objective", "days-promise,speed,fees:total,stages:sum"), 3)
    measures = "items、stages、days-statutory、days-promised、trips、fees、materials"
    assert said == (
        "错误 [objective-unknown] days-promise：没有这个目标。是不是 days-promised。\n"
        "错误 [objective-unknown] fees:total：没有这个目标。冒号后可以写 sum、critical-path。\n"
        f"错误 [objective-unknown] speed：没有这个目标。可选：{measures}。\n"
        "错误 [objective-unknown] stages:sum：没有这个目标。stages 只能沿 critical-path 计算，materials 只能用 sum。\n"
    )


@pytest.mark.parametrize("words", [",", "", " ", "，、"])
def test_an_empty_list_of_objectives_gets_the_list(onething, words: str) -> None:
    said = refused(onething(*COMPOSE, "--objective", words), 3)
    measures = "items、stages、days-statutory、days-promised、trips、fees、materials"
    subject = f"{words.strip()}：" if words.strip() else ""
    assert said == f"错误 [objective-empty] {subject}没有写目标。请写上目标，几个之间用逗号，可选：{measures}。\n"


def test_an_objective_that_stands_twice_is_named_however_it_is_written(onething) -> None:
    said = refused(onething(*COMPOSE, "--objective", "fees,days-promised，fees,days-promised:critical-path"), 3)
    assert said == (
        "错误 [objective-twice] days-promised:critical-path：这个目标写了不止一次，后面的不起作用。请只留一次。\n"
        "错误 [objective-twice] fees：这个目标写了不止一次，后面的不起作用。请只留一次。\n"
    )
