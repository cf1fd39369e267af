"""`onething compose`: answers in every form that a person writes them, results on stdout, messages on stderr."""

import json

import pytest

COMPOSE = ("compose", "open-restaurant")
FIGURES = {"items", "materials", "forms", "fields", "trips", "days_statutory", "days_promised", "fees"}


def package(done):
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_without_answers_it_gives_the_ordinary_case_in_a_few_lines(onething) -> None:
    done = onething(*COMPOSE)
    assert done.code == 0
    assert done.out.startswith("开办餐饮店一件事\n")
    assert "一件事前后\n" in done.out


def test_a_theme_is_found_by_its_name_and_by_another_name(onething, library) -> None:
    theme = library.themes["open-restaurant"]
    for name in (theme.name, *theme.aliases):
        assert onething("compose", name).out.startswith(theme.name)


def test_json_has_the_promised_keys(onething) -> None:
    data = package(onething(*COMPOSE, "--json"))
    assert {"theme", "answers", "items", "materials", "form", "dropped", "measures"} <= set(data)
    assert all({"id", "name", "department", "stage", "requires"} <= set(item) for item in data["items"])
    assert all({"id", "name", "holder", "supply", "for"} <= set(material) for material in data["materials"])
    assert all({"id", "label", "for"} <= set(field) for field in data["form"]["fields"])
    for side in ("before", "after"):
        assert set(data["measures"][side]) == FIGURES
        assert all(isinstance(value, int | float) for value in data["measures"][side].values())
    assert isinstance(data["measures"]["unknown"], list)


def test_what_an_item_requires_stands_in_an_earlier_stage(onething) -> None:
    items = package(onething(*COMPOSE, "--json"))["items"]
    stages = {item["id"]: item["stage"] for item in items}
    assert any(item["requires"] for item in items)
    assert all(stages[before] < item["stage"] for item in items for before in item["requires"])


def test_labels_and_ids_give_the_same_package(onething) -> None:
    by_id = onething(*COMPOSE, "-a", "principal-type=company", "--json").out
    assert onething(*COMPOSE, "--answer", "经营主体类型=公司", "--json").out == by_id
    assert onething(*COMPOSE, "-a", " 经营主体类型？ = 公司 ", "--json").out == by_id
    assert '"principal-type": [\n      "company"' in by_id


def test_a_multiple_choice_is_answered_by_repeating_it(onething, library) -> None:
    question = library.catalogue.questions["restaurant-extras"]
    first, second = question.options[:2]
    done = onething(*COMPOSE, "-a", f"{question.id}={second.id}", "-a", f"{question.text}={first.label}", "--json")
    assert package(done)["answers"][question.id] == [first.id, second.id]


def test_an_answer_given_twice_counts_once(onething) -> None:
    done = onething(*COMPOSE, "-a", "principal-type=company", "-a", "principal-type=公司", "--json")
    assert package(done)["answers"]["principal-type"] == ["company"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("answers.yaml", "principal-type: company\nrestaurant-extras: [ready-to-eat]\n"),
        ("answers.json", '{"principal-type": "company", "restaurant-extras": ["ready-to-eat"]}'),
        ("answers", "经营主体类型: 公司\nrestaurant-extras: ready-to-eat\n"),
    ],
)
def test_answers_come_from_a_file(onething, tmp_path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    answers = package(onething(*COMPOSE, "--answers", tmp_path / name, "--json"))["answers"]
    assert (answers["principal-type"], answers["restaurant-extras"]) == (["company"], ["ready-to-eat"])


@pytest.mark.parametrize("question", ["principal-type", "经营主体类型？"])
def test_an_answer_in_words_replaces_that_of_the_file_whichever_name_it_uses(onething, tmp_path, question: str) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("principal-type: company\nrestaurant-extras: [ready-to-eat]\n", encoding="utf-8")
    answers = package(onething(*COMPOSE, "--answers", file, "-a", f"{question}=sole-trader", "--json"))["answers"]
    assert (answers["principal-type"], answers["restaurant-extras"]) == (["sole-trader"], ["ready-to-eat"])


def test_an_answer_to_a_question_that_is_not_asked_is_named_and_not_used(onething) -> None:
    done = onething(*COMPOSE, "-a", "principal-type=sole-trader", "-a", "prior-approval=needed", "--json")
    assert done.code == 0
    assert done.err.startswith("提醒 [answer-unused] prior-approval：只有")
    assert "prior-approval" not in json.loads(done.out)["answers"]


def test_chosen_formats_are_written_and_named_on_stdout(onething, tmp_path) -> None:
    done = onething(*COMPOSE, "--out", tmp_path / "new/folder", "--format", "json, schema,json")
    written = sorted(path for path in (tmp_path / "new/folder").iterdir())
    assert done.code == 0
    assert sorted(done.out.splitlines()) == [str(path) for path in written]
    assert len(written) == 2
    assert done.err.count("正在生成") == 2


def test_with_json_the_names_of_files_go_to_stderr(onething, tmp_path) -> None:
    done = onething(*COMPOSE, "--out", tmp_path, "--format", "json", "--json")
    assert json.loads(done.out)["theme"]["id"] == "open-restaurant"
    assert str(tmp_path / "package.json") in done.err
    assert (tmp_path / "package.json").read_text(encoding="utf-8") == done.out


def test_formats_without_a_folder_go_to_one_named_after_the_theme(onething, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert onething(*COMPOSE, "--format", "json").code == 0
    assert [path.name for path in tmp_path.glob("*/*")] == ["package.json"]


def test_the_same_answers_give_the_same_bytes(onething) -> None:
    assert onething(*COMPOSE, "--json").out == onething(*COMPOSE, "--json").out


def test_a_start_on_a_day_off_says_from_which_working_day_it_counts(onething) -> None:
    done = onething(*COMPOSE, "--start", "2026-10-01")
    assert "\n  2026年10月1日（周四）休息，按2026年10月8日（周四）提交算起\n" in done.out
    assert "\n  2026年10月8日（周四）提交\n" in onething(*COMPOSE, "--start", "2026-10-08").out
