from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.chain.network import Goal, Network, Work
from composer.chain.reduce import (
    Links,
    closure,
    landmarks,
    least_sum,
    matter,
    reduce,
    restrict,
    undominated,
    usable,
    without_repeats,
)
from composer.chain.reduce import tables as walking
from tests.chain.reduce.networks import best_plan, best_value, goals, naive_closure, networks

relaxed = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(params=["lists", "rows", "wide"], scope="module")
def way(request):
    """Small networks walked as lists, as arrays row by row, and in array operations only."""
    small, wide = {"lists": (10**9, 0), "rows": (0, 10**9), "wide": (0, -1)}[request.param]
    modules = ("tables", "closure", "prune")
    patches = [patch(f"composer.chain.reduce.{module}.SMALL", small) for module in modules if module != "tables"]
    patches += [patch(f"composer.chain.reduce.{module}.WIDE", wide) for module in modules if module != "prune"]
    for one in patches:
        one.start()
    yield request.param
    for one in patches:
        one.stop()


@relaxed
@given(networks(items=9))
def test_closure_finds_what_firing_stage_after_stage_finds(way, network):
    found = closure(network)
    assert (found.items.tolist(), found.materials.tolist()) == naive_closure(network)


@relaxed
@given(networks(), st.data())
def test_closure_with_some_items_is_that_of_the_network_of_only_these(way, network, data):
    allowed = np.array(data.draw(st.lists(st.booleans(), min_size=len(network.items), max_size=len(network.items))))
    found = closure(network, allowed, Links.of(network))
    everything = matter(network, closure(network))
    everything.items[:], everything.materials[:], everything.groups[:] = allowed, True, True
    less, kept = restrict(network, everything)
    assert found.items[kept].tolist() == closure(less).items.tolist()
    assert found.materials.tolist() == closure(less).materials.tolist()
    assert (found.items[~allowed] == -1).all()


@settings(relaxed, max_examples=150)
@given(networks(), goals)
def test_reduction_leaves_the_best_plan_as_it_is(way, network, goals):
    assert best_plan(reduce(network, goals).network, goals) == best_plan(network, goals)


@settings(relaxed, max_examples=150)
@given(networks(), goals)
def test_dominance_alone_leaves_the_best_plan_as_it_is(network, goals):
    stays = undominated(network, landmarks(network), goals)
    every = matter(network, usable(network), goals)
    every.items[:], every.materials[:], every.groups[:] = stays, True, True
    assert best_plan(restrict(network, every)[0], goals) == best_plan(network, goals)


@settings(relaxed, max_examples=150)
@given(networks(), goals)
def test_dropping_repeats_leaves_the_best_plan_as_it_is(network, goals):
    assert best_plan(without_repeats(network, landmarks(network)), goals) == best_plan(network, goals)


@relaxed
@given(networks())
def test_what_comes_before_an_item_is_what_no_closure_can_do_without(network):
    for item, known in enumerate(landmarks(network).before):
        for group in range(len(network.groups)):
            assert bool(known >> group & 1) == (not _begins_without(network, item, group)), (item, group)


def _begins_without(network: Network, item: int, group: int) -> bool:
    """Whether the item can begin when everything that meets the group is taken away."""
    members = set(network.groups[group])
    gone = np.array([bool(members & set(network.gives[other])) for other in range(len(network.items))])
    held = np.array([one for one in network.held.tolist() if one not in members], np.int32)
    without = closure(replace(network, held=held), ~gone | (np.arange(len(gone)) == item))
    return bool(without.items[item] >= 0)


def test_what_an_item_gives_back_to_those_it_waits_for_is_dropped():
    network = Network.of(
        [
            Work("first", gives=("a",)),
            Work("second", needs=(("a",),), gives=("a", "b")),
            Work("user", needs=(("a",), ("b",)), gives=("x",)),
        ],
        wanted=[("x",)],
    )
    less = without_repeats(network, landmarks(network))
    assert less.gives[1] == [network.materials.index("b")]


def test_what_another_need_brings_along_is_not_asked_for_again():
    network = Network.of(
        [
            Work("first", gives=("a",)),
            Work("second", needs=(("a",),), gives=("b",)),
            Work("third", needs=(("a",), ("b",)), gives=("x",)),
        ],
        wanted=[("x",), ("b",)],
    )
    less = without_repeats(network, landmarks(network))
    assert [network.groups[group] for group in less.needs[2]] == [[network.materials.index("b")]]
    assert [network.groups[group] for group in less.wanted] == [[network.materials.index("x")]]


@settings(relaxed, max_examples=200)
@given(networks(), st.sampled_from(["items", "days", "fees"]))
def test_no_plan_goes_below_the_bound(network, measure):
    goal = Goal(measure)
    plan = best_plan(network, [goal])
    if plan is not None:
        assert least_sum(network, measure) <= best_value(network, goal)


def test_the_bound_counts_what_every_plan_needs_and_the_cheaper_of_two():
    network = Network.of(
        [
            Work("a", gives=("x",), costs={"fees": 3}),
            Work("b", gives=("x",), costs={"fees": 5}),
            Work("c", needs=(("x",),), gives=("y", "z"), costs={"fees": 7}),
            Work("d", needs=(("z",),), gives=("w",), costs={"fees": 0}),
        ],
        wanted=[("y",), ("w",)],
    )
    assert least_sum(network, "fees") == 10
    assert least_sum(network, "unknown") == 0


@relaxed
@given(networks(), goals)
def test_reducing_what_is_reduced_changes_nothing(network, goals):
    once = reduce(network, goals).network
    assert reduce(once, goals).network.items == once.items


def test_what_falls_with_the_last_repeated_demand_falls_at_once():
    works = [
        Work("i0", gives=("m2",), forced=True),
        Work("i1", gives=("m0",)),
        *(Work(f"i{number}", gives=("m0",), forced=True) for number in range(2, 5)),
        Work("i5", gives=("m0",), owes=(("m0", "m2"),), forced=True),
    ]
    network = Network.of(works, wanted=[("m0",), ("m1",)])
    once = reduce(network).network
    assert once.items == ("i0", "i2", "i3", "i4", "i5")
    assert reduce(once).network.items == once.items


@relaxed
@given(networks(), goals)
def test_reduction_says_where_each_item_stood_and_how_early_it_can_be(network, goals):
    reduced = reduce(network, goals)
    assert reduced.network.items == tuple(network.items[item] for item in reduced.items)
    assert list(reduced.items) == sorted(reduced.items)
    earliest = closure(network).items[reduced.items]
    assert all(stage == -1 or stage >= early for stage, early in zip(reduced.stages, earliest, strict=True))


def test_an_item_whose_debt_nothing_can_meet_falls_with_all_that_lives_on_it():
    network = Network.of(
        [
            Work("debtor", gives=("a",), owes=(("never",),)),
            Work("heir", needs=(("a",),), gives=("b",)),
            Work("other", gives=("b",)),
        ],
        wanted=[("b",)],
    )
    assert usable(network).items.tolist() == [-1, -1, 1]


def test_an_item_that_a_forced_one_excludes_falls():
    network = Network.of(
        [Work("a", gives=("x",)), Work("b", gives=("x",)), Work("c", gives=("y",), forced=True)],
        wanted=[("x",)],
        excludes=[("c", "a")],
    )
    assert reduce(network).network.items == ("b", "c")


def test_the_earlier_of_two_equal_items_stays():
    network = Network.of([Work("first", gives=("x",)), Work("second", gives=("x",))], wanted=[("x",)])
    assert reduce(network).network.items == ("first",)


def test_a_later_item_that_is_better_in_one_goal_stays():
    network = Network.of(
        [Work("near", gives=("x",), costs={"days": 2}), Work("quick", gives=("x",), costs={"days": 1})],
        wanted=[("x",)],
    )
    assert reduce(network, [Goal("days")]).network.items == ("near", "quick")
    assert reduce(network).network.items == ("near",)


def test_a_later_item_that_shares_its_cost_with_another_stays():
    network = Network.of(
        [
            Work("alone", gives=("x",), costs={"trips": 1}),
            Work("together", gives=("x",), costs={"trips": 1}),
            Work("needed", gives=("y",), costs={"trips": 1}),
        ],
        wanted=[("x",), ("y",)],
        shared={"trips": [["together", "needed"]]},
    )
    assert reduce(network, [Goal("trips")]).network.items == ("alone", "together", "needed")


def test_a_want_that_cannot_be_met_stays_as_a_group_without_material():
    left = reduce(Network.of([Work("a", gives=("x",))], wanted=[("never",)])).network
    assert left.items == ()
    assert [left.groups[group] for group in left.wanted] == [[]]


def test_what_is_held_at_no_cost_asks_for_nobody_who_issues_it():
    works = [Work("issuer", gives=("card",)), Work("user", needs=(("card",),), gives=("x",))]
    free = Network.of(works, held=["card"], wanted=[("x",)], handed={"materials": {"card": 1}})
    assert reduce(free).network.items == ("user",)
    assert reduce(free, [Goal("materials")]).network.items == ("issuer", "user")


def test_comparing_stops_at_its_limit_and_keeps_what_was_not_compared():
    network = Network.of([Work(f"i{number}", gives=("x",)) for number in range(9)], wanted=[("x",)])
    assert undominated(network, landmarks(network), pairs=3).tolist() == [True] + [False] * 3 + [True] * 5


@relaxed
@given(st.lists(st.lists(st.integers(0, 6), unique=True).map(sorted), max_size=8))
def test_the_inverse_of_a_table_is_the_same_as_lists_and_as_arrays(rows):
    table = walking.Rows.of(rows)
    assert walking.inverse(table, 7).lists == walking.inverse_lists(table.lists, 7)
