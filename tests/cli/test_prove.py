"""`onething prove`: numbers and findings as data, and in the words of an official."""

import json
from pathlib import Path

import pytest

from composer.situations import diagrams


@pytest.fixture
def hall(content) -> Path:
    """A folder whose theme leads nowhere for whoever opens in the hall."""
    return content("want_only_reached_sometimes")


def test_a_sound_theme_is_proved_in_a_few_lines(onething) -> None:
    done = onething("prove", "open-company")
    assert (done.code, done.err) == (0, "")
    assert "走不通的回答  没有" in done.out
    assert done.out.endswith("以上对每一种回答都成立，已经证明。\n")


def test_json_has_the_promised_names(onething) -> None:
    proof = json.loads(onething("prove", "open-restaurant", "--json").out)
    assert set(proof) == {
        "theme", "given", "proved", "combinations", "packages", "packages_exact", "dead_combinations", "dead_ends",
        "dead_ends_complete", "useless_questions", "unreachable_options", "items_never", "materials_never",
        "demands_never", "unproved",
    }  # fmt: skip
    assert proof["proved"] is True
    assert 1 < proof["packages"] <= proof["combinations"]


def test_an_answer_narrows_the_proof(onething) -> None:
    proof = json.loads(onething("prove", "open-restaurant", "-a", "经营主体类型=公司", "--json").out)
    assert proof["given"] == {"principal-type": ["company"]}
    assert "sole-trader-registration" in proof["items_never"]


def test_a_dead_end_is_told_with_the_answers_that_show_it_and_its_reason(onething, hall: Path) -> None:
    done = onething("prove", "open-kiosk", "--themes", hall)
    assert done.code == 0
    assert (
        "  走不通的回答  4 种，只要这样回答，其余怎样答都走不通：\n"
        "    1. “开在哪里”选“商场”\n"
        "       -a place=hall\n"
        "       open-kiosk/theme.yaml:11:5: 错误 [want-unreachable] kiosk-permit：想要的结果没有事项能办出来"
    ) in done.out
    assert "       只要让“小店许可”（kiosk-permit）也进来，就走得通\n" in done.out


def test_a_dead_end_as_data_can_be_given_to_compose(onething, hall: Path) -> None:
    (dead_end,) = json.loads(onething("prove", "open-kiosk", "--themes", hall, "--json").out)["dead_ends"]
    assert dead_end["answers"] == {"place": ["hall"]}
    assert [finding["rule"] for finding in dead_end["findings"]] == ["want-unreachable"]
    assert dead_end["example"] == {"place": ["hall"], "extras": []}
    assert [[thing["id"] for thing in way["items"]] for way in dead_end["ways"]] == [["kiosk-permit"]]
    words = [f"{name}={option}" for name, options in dead_end["answers"].items() for option in options]
    composed = onething("compose", "open-kiosk", "--themes", hall, *(part for word in words for part in ("-a", word)))
    assert composed.code == 1


def test_a_theme_or_an_answer_that_does_not_exist_is_refused(onething) -> None:
    assert onething("prove", "open-restraunt").code == 3
    assert onething("prove", "open-restaurant", "-a", "place=moon").code == 3


def test_a_proof_without_room_says_what_to_do(onething, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagrams, "NODES", 400)
    done = onething("prove", "open-restaurant")
    assert done.code == 4
    assert done.err == (
        "错误 [proof-too-large] open-restaurant：各个问题互相牵连太多，超出了证明可用的内存。"
        "请用 -a 固定几个回答，分开证明。\n"
    )


def test_the_same_theme_gives_the_same_bytes(onething) -> None:
    assert onething("prove", "newborn", "--json").out == onething("prove", "newborn", "--json").out
