"""Objectives, trade-offs and the time given to the search, at the command line."""

import json
from dataclasses import replace
from typing import Any

import pytest

import composer.chain
from composer.chain.best import Choice, OutOfTime, choose, front
from composer.chain.explain import say_best
from composer.model.objective import Objective
from composer.model.package import Achieved, Best

COMPOSE = ("compose", "open-restaurant")


def test_the_summary_ends_with_what_was_made_least_and_that_it_is_proved(onething) -> None:
    done = onething(*COMPOSE, "--objective", "days-promised:sum,fees")
    last = done.out.rstrip().rpartition("\n")[2]
    assert last == (
        "选事项时承诺时限（合计）最少（12 天），其次费用最少（0 元），其次事项最少（4 个）：已证明没有更好的办法"
    )


def test_the_package_as_json_says_how_good_the_choice_is(onething) -> None:
    best = json.loads(onething(*COMPOSE, "--objective", "trips", "--json").out)["best"]
    assert (best["proved"], best["stopped"]) == (True, None)
    assert [(one["measure"], one["over"], one["unknown"]) for one in best["objectives"]] == [
        ("trips", "sum", 0),
        ("items", "sum", 0),
    ]


def test_a_theme_without_a_trade_off_says_so(onething) -> None:
    lines = onething(*COMPOSE, "--front", "days-promised,fees").out.splitlines()
    assert lines[0] == "“承诺时限”和“费用”之间的取舍：1 种"
    assert lines[1] == "  1. 承诺时限 6 天，费用 0 元，事项 4 个"
    assert lines[-1] == "  没有可取舍的：这一种在两个目标上都最好。"


def test_trade_offs_as_json_are_ways_with_their_items(onething) -> None:
    (way,) = json.loads(onething(*COMPOSE, "--front", "days-promised,fees", "--json").out)
    assert [one["measure"] for one in way["best"]["objectives"]] == ["days-promised", "fees", "items"]
    assert "food-business-licensing" in way["items"]


def test_a_trade_off_comes_to_what_the_package_comes_to(onething) -> None:
    lines = onething("compose", "open-company", "--front", "days-promised,fees").out.splitlines()
    assert lines[1] == "  1. 承诺时限 3.5 天，另有 1 项不明，费用 0 元，另有 2 项不明，事项 6 个"
    assert "  承诺时限（天）：至少 " in (summary := onething("compose", "open-company").out)
    assert "→ 至少 3.5\n" in summary


def test_interrupted_trade_offs_are_shown_and_marked(onething, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*words: Any, **more: Any) -> tuple[Choice, ...]:
        return tuple(replace(one, stopped="interrupt") for one in front(*words, **more))

    monkeypatch.setattr(composer.chain, "front", interrupted)
    done = onething(*COMPOSE, "--front", "days-promised,fees")
    assert done.code == 130
    assert done.out.splitlines()[-1] == "  中断了，没有找完：之后可能还有别的取舍。"


@pytest.mark.parametrize("pair", ["fees", "fees,fees", "fees,trips,items", ","])
def test_a_trade_off_needs_two_different_objectives(onething, pair: str) -> None:
    done = onething(*COMPOSE, "--front", pair)
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        f"错误 [front-two] {pair}：取舍要在两个目标之间比。请写两个不同的目标，中间用逗号，如 days-promised,fees。\n"
    )


def test_a_search_that_finds_nothing_in_time_asks_for_more(onething, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise OutOfTime

    monkeypatch.setattr(composer.chain, "choose", late)
    done = onething(*COMPOSE, "--seconds", "1")
    assert (done.code, done.out) == (4, "")
    assert done.err == (
        "错误 [search-time] open-restaurant：在 1 秒里既没有找到办法，也没有证明没有办法。请给更多时间（--seconds）。\n"
    )


def test_an_interrupted_search_shows_the_best_so_far_and_marks_it(onething, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*words: Any, **more: Any) -> Choice:
        return replace(choose(*words, **more), proved=False, way="any-time", stopped="interrupt")

    monkeypatch.setattr(composer.chain, "choose", interrupted)
    done = onething(*COMPOSE)
    assert done.code == 130
    assert done.out.startswith("开办餐饮店一件事\n")
    assert done.out.rstrip().endswith("这是目前找到的最好办法，还没有证明没有更好的（只差先后取舍没有比完）")


def test_a_choice_that_is_not_proved_says_how_much_better_one_could_be() -> None:
    days = Achieved(objective=Objective.model_validate("days-promised"), value=20, bound=12)
    items = Achieved(objective=Objective.model_validate("items"), value=7, bound=7)
    assert say_best(Best(achieved=(days, items), proved=False, way="any-time", stopped="interrupt")) == (
        "承诺时限最少（20 天），其次事项最少（7 个）：这是目前找到的最好办法，还没有证明没有更好的"
        "（承诺时限至少要 12 天）"
    )
