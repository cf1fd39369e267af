"""The second checker finds each way in which a plan can be broken."""

from dataclasses import replace
from typing import Any

import pytest

from composer.chain.best import Choice, choose, replay
from composer.chain.network import Goal, Network, Work

GOALS = [Goal("items"), Goal("days", "critical-path")]
NETWORK = Network.of(
    [
        Work("name", needs=(("idea",),), gives=("notice",), costs={"days": 2}),
        Work("licence", needs=(("notice",),), gives=("paper",), costs={"days": 3}, forced=True),
        Work("other", gives=("paper",), costs={"days": 9}),
    ],
    held=["idea"],
    wanted=[("paper",)],
    excludes=[("licence", "other")],
)
PAPER, NOTICE, IDEA = (NETWORK.materials.index(name) for name in ("paper", "notice", "idea"))


@pytest.fixture
def choice() -> Choice:
    return choose(NETWORK, GOALS)


def test_a_sound_plan_passes(choice: Choice) -> None:
    assert replay(NETWORK, choice, GOALS) == ()


def broken(choice: Choice, **changes: Any) -> tuple[str, ...]:
    return replay(NETWORK, replace(choice, **changes), GOALS)


def test_a_forced_item_is_missed(choice: Choice) -> None:
    assert "licence is forced and not chosen" in broken(choice, items=(0,))


def test_items_that_exclude_each_other_are_seen(choice: Choice) -> None:
    assert "licence and other exclude each other" in broken(choice, items=(0, 1, 2))


def test_a_repeated_item_is_seen(choice: Choice) -> None:
    assert broken(choice, items=(0, 0, 1)) == ("the items are not an ascending selection",)


def test_a_demand_that_nothing_meets_is_seen(choice: Choice) -> None:
    met = {key: supply for key, supply in choice.met.items() if key[0] != 1}
    assert "what is met is not what the chosen items and the wants ask for" in broken(choice, met=met)


def test_a_document_from_an_item_that_does_not_issue_it_is_seen(choice: Choice) -> None:
    assert "paper is not issued by name" in broken(choice, wanted=dict.fromkeys(choice.wanted, (PAPER, 0)))


def test_a_document_that_is_not_held_is_seen(choice: Choice) -> None:
    assert "paper is not held" in broken(choice, wanted=dict.fromkeys(choice.wanted, (PAPER, None)))


def test_a_document_that_is_no_alternative_is_seen(choice: Choice) -> None:
    group = NETWORK.wanted[0]
    complaints = broken(choice, wanted=dict.fromkeys(choice.wanted, (NOTICE, 0)))
    assert f"notice is no alternative of group {group}" in complaints


def test_an_item_before_what_it_waits_for_is_seen(choice: Choice) -> None:
    assert broken(choice, stages={0: 1, 1: 1}) == ("licence stands at stage 1, not 2",)


def test_missing_stages_are_seen(choice: Choice) -> None:
    assert broken(choice, stages={0: 1}) == ("the stages are not those of the chosen items",)


def test_wrong_figures_are_seen(choice: Choice) -> None:
    assert broken(choice, values=(1, 4), bounds=(1, 4)) == (
        "items over sum is 2, not 1",
        "days over critical-path is 5, not 4",
    )


def test_figures_for_other_goals_are_seen(choice: Choice) -> None:
    assert broken(choice, values=(2,)) == ("1 values stand against 2 goals",)


def test_a_gap_is_not_called_proved(choice: Choice) -> None:
    assert broken(choice, bounds=(2, 4)) == ("days over critical-path is called proved with a gap",)


def test_a_value_below_its_bound_is_seen(choice: Choice) -> None:
    assert "days over critical-path is 5, below its bound 6" in broken(choice, bounds=(2, 6))
