"""Where time or Ctrl-C ends the search, the best plan so far comes back, marked, with what no plan can go below."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from composer.chain.best import OutOfTime, Unreachable, anytime, choose, replay, search, stepwise, windows
from composer.chain.best.question import Answer, Question
from composer.chain.best.waiting import wait
from composer.chain.network import Goal, Network, Work
from tests.chain.best.hard import covers
from tests.chain.best.small import best, goals, scattered

ITEMS, FEES = Goal("items"), Goal("fees")
HARD = covers(100, 50)
SIMPLE = Network.of(
    [Work("a", gives=("x",)), Work("b", gives=("x",)), Work("c", needs=(("x",),), gives=("y",))], wanted=[("y",)]
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9).map(scattered), goals)
def test_cp_sat_finds_what_clingo_finds(network: Network, wanted: list[Goal]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stepwise, "SHARE", 0)
        patch.setattr(anytime, "WORKERS", 1)
        try:
            choice = choose(network, wanted, seconds=60)
        except Unreachable:
            assert best(network, wanted) is None
            return
    assume(choice.stopped is None)  # a machine so busy that a minute is not enough tells nothing
    expected = best(network, wanted)
    assert expected is not None
    assert (choice.values, choice.items) == expected[:2]
    assert choice.proved
    assert replay(network, choice, wanted) == ()


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**9).map(scattered), goals)
def test_times_that_are_too_many_to_go_through_change_nothing(network: Network, wanted: list[Goal]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(windows, "MANY", 0)
        patch.setattr(anytime, "WORKERS", 1)
        try:
            choice = choose(network, wanted, seconds=60)
        except Unreachable:
            return
    assert choice == choose(network, wanted)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9).map(scattered), goals)
def test_without_any_time_what_is_said_is_still_true(network: Network, wanted: list[Goal]) -> None:
    expected = best(network, wanted)
    try:
        choice = choose(network, wanted, seconds=0)
    except OutOfTime:
        return
    except Unreachable:
        assert expected is None
        return
    assert expected is not None
    assert choice.bounds <= expected[0] <= choice.values
    assert choice.values == expected[0] or not choice.proved
    assert replay(network, choice, wanted) == ()


def test_a_plan_that_is_not_proved_says_how_far_it_may_be_off() -> None:
    choice = choose(HARD, [ITEMS], seconds=1)
    assert (choice.proved, choice.way, choice.stopped) == (False, "any-time", "time")
    assert 0 < choice.bounds[0] < choice.values[0] == len(choice.items)
    assert replay(HARD, choice, [ITEMS]) == ()


def test_nothing_superfluous_is_in_a_plan_that_is_not_proved() -> None:
    choice = choose(HARD, [FEES, ITEMS], seconds=0)
    for item in choice.items:
        rest = [HARD.gives[other] for other in choice.items if other != item]
        met = {material for row in rest for material in row}
        asked = [*HARD.wanted.tolist(), *(g for other in choice.items if other != item for g in HARD.needs[other])]
        assert not all(met.intersection(HARD.groups[group]) for group in asked)


def pressing(times: list[bool]) -> Callable[..., object]:
    """Waiting in which Ctrl-C comes at the turns that are true."""

    def pressed(is_done: Callable[[float], bool], cancel: Callable[[], None], deadline: float) -> object:
        def interrupted(seconds: float) -> bool:
            if times.pop(0):
                raise KeyboardInterrupt
            return False

        return wait(interrupted, cancel, deadline)

    return pressed


def test_ctrl_c_brings_the_best_plan_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "wait", pressing([False, True]))
    choice = choose(HARD, [ITEMS])
    assert (choice.proved, choice.way, choice.stopped) == (False, "any-time", "interrupt")
    assert replay(HARD, choice, [ITEMS]) == ()


def test_ctrl_c_ends_cp_sat_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepwise, "SHARE", 0)
    monkeypatch.setattr(anytime, "wait", pressing([False, True]))
    assert choose(HARD, [ITEMS]).stopped == "interrupt"


@pytest.mark.parametrize("presses", [1, 3])
def test_a_real_ctrl_c_while_cp_sat_runs_brings_the_best_plan_so_far(
    monkeypatch: pytest.MonkeyPatch, presses: int
) -> None:
    monkeypatch.setattr(stepwise, "SHARE", 0)
    running = Event()
    begin = cp_model.CpSolver.solve

    def begins(solver: cp_model.CpSolver, model: cp_model.CpModel) -> object:
        running.set()
        return begin(solver, model)

    def press() -> None:
        running.wait()
        for _ in range(presses):
            sleep(0.2)
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(cp_model.CpSolver, "solve", begins)
    pressing = Thread(target=press)
    pressing.start()
    try:
        choice = choose(HARD, [ITEMS], seconds=60)
    finally:
        while pressing.is_alive():
            with suppress(KeyboardInterrupt):
                sleep(0.05)
    assert (choice.proved, choice.way, choice.stopped) == (False, "any-time", "interrupt")
    assert replay(HARD, choice, [ITEMS]) == ()


def test_ctrl_c_before_any_plan_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepwise, "greedy", lambda *_: None)
    monkeypatch.setattr(search, "search", lambda *_: Answer(stopped="interrupt"))
    with pytest.raises(KeyboardInterrupt):
        choose(HARD, [ITEMS])


def test_no_time_before_any_plan_is_not_called_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepwise, "greedy", lambda *_: None)
    monkeypatch.setattr(search, "search", lambda *_: Answer(stopped="time"))
    monkeypatch.setattr(anytime, "carry_on", lambda *_: Answer(stopped="time"))
    with pytest.raises(OutOfTime):
        choose(HARD, [ITEMS])


def test_where_the_plan_found_first_is_none_the_solver_finds_one() -> None:
    works = [Work("a", gives=("x",)), Work("b", gives=("x",)), Work("c", needs=(("x",),), gives=("y",))]
    network = Network.of(works, wanted=[("y",)], excludes=[("a", "b"), ("a", "c")])
    assert [network.items[item] for item in choose(network, []).items] == ["b", "c"]


def test_both_solvers_are_asked_shortly_before_either_has_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[tuple[str, bool]] = []

    def clingo(_: Question, deadline: float) -> Answer:
        turns.append(("clingo", deadline - monotonic() > 10))
        return Answer(stopped="time")

    def cp_sat(_: Question, __: object, ___: object, deadline: float) -> Answer:
        turns.append(("cp-sat", deadline - monotonic() > 10))
        return Answer(stopped="time")

    monkeypatch.setattr(search, "search", clingo)
    monkeypatch.setattr(anytime, "carry_on", cp_sat)
    choose(HARD, [ITEMS], seconds=3600)
    assert turns == [("clingo", False), ("cp-sat", False), ("clingo", True), ("cp-sat", True)]


def test_a_later_turn_that_knows_less_takes_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "search", lambda *_: Answer(floors={0: 1}, stopped="time"))
    monkeypatch.setattr(anytime, "carry_on", lambda *_: Answer(floors={0: 9}, stopped="time"))
    monkeypatch.setattr(stepwise, "_floors", lambda *_: {0: 0, 1: 0})
    assert choose(HARD, [ITEMS]).bounds == (9,)


def test_a_plan_as_low_as_the_bound_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    optimum = choose(SIMPLE, [ITEMS])
    monkeypatch.setattr(search, "search", lambda *_: Answer(floors={0: optimum.values[0]}, stopped="time"))
    monkeypatch.setattr(anytime, "carry_on", lambda *_: Answer(stopped="time"))
    choice = choose(SIMPLE, [ITEMS])
    assert (choice.proved, choice.way, choice.values) == (True, "any-time", optimum.values)
