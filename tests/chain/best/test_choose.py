"""The best choice is what looking at every subset finds, whatever the goals; and it is told how it was found."""

import subprocess
import sys
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.chain.best import Choice, Unreachable, choose, chooser, replay
from composer.chain.network import Goal, Network, Work
from tests.chain.best.small import best, goals, networks, scattered, shuffled

ITEMS, FEES, MATERIALS = Goal("items"), Goal("fees"), Goal("materials")
STAGES, DAYS = Goal("stages", "critical-path"), Goal("days", "critical-path")


def names(network: Network, choice: Choice) -> list[str]:
    return [network.items[item] for item in choice.items]


def handed(network: Network, choice: Choice, wanted: Sequence[Goal]) -> tuple[int, ...]:
    """The held materials of the plan that cost something under these goals."""
    used = {material for material, issuer in [*choice.met.values(), *choice.wanted.values()] if issuer is None}
    tables = [network.handed.get(goal.measure, {}) for goal in wanted if goal.over == "sum"]
    return tuple(sorted(material for material in used if any(table.get(material) for table in tables)))


@settings(max_examples=1500, deadline=None)
@given(st.integers(0, 10**9).map(scattered), goals)
def test_no_subset_is_better_and_none_that_is_as_good_is_preferred(network: Network, wanted: list[Goal]) -> None:
    hold(network, wanted)


@settings(max_examples=150, deadline=None)
@given(networks(), goals)
def test_nor_on_networks_that_can_be_made_smaller_when_they_fail(network: Network, wanted: list[Goal]) -> None:
    hold(network, wanted)


def hold(network: Network, wanted: list[Goal]) -> None:
    """The choice is what looking at every subset finds, and the second checker agrees."""
    expected = best(network, wanted)
    if expected is None:
        with pytest.raises(Unreachable):
            choose(network, wanted)
        return
    choice = choose(network, wanted)
    assert (choice.values, choice.items, handed(network, choice, wanted)) == expected
    assert choice.proved
    assert replay(network, choice, wanted) == ()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9).map(scattered), goals, st.randoms(use_true_random=False))
def test_the_order_of_needs_materials_and_wants_changes_nothing(
    network: Network, wanted: list[Goal], random: Random
) -> None:
    try:
        choice = choose(network, wanted)
    except Unreachable:
        return
    assert choose(shuffled(network, random), wanted) == choice


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**9).map(scattered), goals)
def test_it_is_the_same_when_the_network_is_reduced_first(network: Network, wanted: list[Goal]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chooser, "SMALL", 0)
        hold(network, wanted)


def test_what_every_plan_hands_in_is_counted_where_something_else_is_to_choose() -> None:
    works = [Work("a", needs=(("deed",),), gives=("x",)), Work("b", gives=("y",)), Work("c", gives=("y",))]
    network = Network.of(works, held=["deed"], wanted=[("x",), ("y",)], handed={"materials": {"deed": 1}})
    choice = choose(network, [MATERIALS])
    assert (names(network, choice), choice.values) == (["a", "b"], (1,))


def test_an_item_never_supplies_itself() -> None:
    with pytest.raises(Unreachable):
        choose(Network.of([Work("renew", needs=(("licence",),), gives=("licence",))], wanted=[("licence",)]), [])


def test_two_items_that_wait_for_each_other_support_nothing() -> None:
    ring = [Work("a", needs=(("y",),), gives=("x",)), Work("b", needs=(("x",),), gives=("y",))]
    with pytest.raises(Unreachable):
        choose(Network.of(ring, wanted=[("x",)]), [])


def test_what_is_owed_may_come_later() -> None:
    works = [Work("a", gives=("x",), owes=(("y",),)), Work("b", needs=(("x",),), gives=("y",))]
    network = Network.of(works, wanted=[("x",)])
    choice = choose(network, [STAGES])
    assert names(network, choice) == ["a", "b"]
    assert choice.stages == {0: 1, 1: 2}


def test_a_dear_document_is_handed_in_where_issuing_it_is_dearer() -> None:
    works = [Work("copy", gives=("deed",), costs={"fees": 3}), Work("sell", needs=(("deed",),), gives=("sold",))]
    network = Network.of(works, held=["deed"], wanted=[("sold",)], handed={"fees": {"deed": 2}})
    choice = choose(network, [FEES])
    assert names(network, choice) == ["sell"]
    assert choice.values == (2,)


def test_a_dear_document_stays_at_home_where_issuing_it_is_cheaper() -> None:
    works = [Work("copy", gives=("deed",), costs={"fees": 1}), Work("sell", needs=(("deed",),), gives=("sold",))]
    network = Network.of(works, held=["deed"], wanted=[("sold",)], handed={"fees": {"deed": 2}})
    choice = choose(network, [FEES])
    assert names(network, choice) == ["copy", "sell"]
    assert choice.met[1, network.needs[1][0]] == (network.materials.index("deed"), 0)


def test_items_of_one_window_cost_what_the_dearest_costs() -> None:
    works = [
        Work("a", gives=("x",), costs={"trips": 1}),
        Work("b", gives=("y",), costs={"trips": 2}),
        Work("c", gives=("x", "y"), costs={"trips": 2}),
    ]
    network = Network.of(works, wanted=[("x",), ("y",)], shared={"trips": [["a", "b"]]})
    assert choose(network, [Goal("trips")]).values == (2,)


def test_days_of_the_critical_path_may_call_for_more_items() -> None:
    works = [
        Work("slow", gives=("x",), costs={"days": 9}),
        Work("first", gives=("w",), costs={"days": 2}),
        Work("then", needs=(("w",),), gives=("x",), costs={"days": 3}),
    ]
    network = Network.of(works, wanted=[("x",)])
    assert names(network, choose(network, [DAYS])) == ["first", "then"]
    assert names(network, choose(network, [ITEMS, DAYS])) == ["slow"]


def test_the_first_alternative_to_be_there_is_used() -> None:
    works = [
        Work("late", gives=("x",), costs={"days": 5}, forced=True),
        Work("soon", gives=("y",), costs={"days": 1}, forced=True),
        Work("end", needs=(("x", "y"),), gives=("z",), costs={"days": 1}),
    ]
    network = Network.of(works, wanted=[("z",)])
    choice = choose(network, [DAYS])
    assert choice.met[2, network.needs[2][0]] == (network.materials.index("y"), 1)


def test_of_equal_plans_the_preferred_items_are_taken() -> None:
    works = [Work("a", gives=("x",)), Work("b", gives=("x", "y")), Work("c", gives=("y",)), Work("d", gives=("x", "y"))]
    network = Network.of(works, wanted=[("x",), ("y",)])
    assert names(network, choose(network, [])) == ["b"]


def test_what_leaves_nothing_to_choose_is_called_forced() -> None:
    works = [Work("a", gives=("x",)), Work("b", needs=(("x",),), gives=("y",)), Work("c", gives=("z",))]
    choice = choose(Network.of(works, wanted=[("y",)]), [ITEMS, DAYS])
    assert (choice.items, choice.way, choice.proved) == ((0, 1), "forced", True)


def test_nothing_wanted_needs_nothing() -> None:
    assert choose(Network.of([Work("a", gives=("x",))]), [ITEMS]).items == ()


def test_no_solver_is_loaded_where_nothing_is_to_choose() -> None:
    program = (
        "import sys; from composer.chain.best import choose; from composer.chain.network import Network, Work;"
        "choose(Network.of([Work('a', gives=('x',))], wanted=[('x',)]), []);"
        "sys.exit(bool({'clingo', 'ortools'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
