"""The front holds every trade-off between two goals, and no other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.chain.best import Unreachable, front, replay
from composer.chain.network import Goal, Network, Work
from tests.chain.best.hard import covers
from tests.chain.best.small import GOALS, plans, scattered

ITEMS, FEES, DAYS = Goal("items"), Goal("fees"), Goal("days", "critical-path")
pairs = st.lists(st.sampled_from(GOALS), min_size=2, max_size=3, unique=True)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9).map(scattered), pairs)
def test_it_is_what_is_left_of_all_plans_when_the_worse_are_struck_out(network: Network, goals: list[Goal]) -> None:
    ends = {values[:2] for values in plans(network, goals)}
    best = sorted(one for one in ends if not any(other[0] <= one[0] and other[1] <= one[1] for other in ends - {one}))
    if not best:
        with pytest.raises(Unreachable):
            front(network, goals[0], goals[1], rest=goals[2:])
        return
    choices = front(network, goals[0], goals[1], rest=goals[2:])
    assert [choice.values[:2] for choice in choices] == best
    assert all(choice.proved and choice.stopped is None for choice in choices)
    assert not any(replay(network, choice, goals) for choice in choices)


def test_quicker_is_dearer() -> None:
    works = [Work(f"w{days}", gives=("x",), costs={"days": days, "fees": 10 - days}) for days in (1, 3, 5)]
    choices = front(
        Network.of([*works, Work("bad", gives=("x",), costs={"days": 5, "fees": 9})], wanted=[("x",)]), DAYS, FEES
    )
    assert [choice.values for choice in choices] == [(1, 9), (3, 7), (5, 5)]


def test_a_front_that_time_cuts_off_says_so() -> None:
    choices = front(covers(100, 50), ITEMS, FEES, seconds=1)
    assert choices[-1].stopped == "time"
