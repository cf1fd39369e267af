import numpy as np

from benchmarks.catalogues import ITEMS, STAGES, catalogue, dense
from benchmarks.peers import constraints, planning, searching
from composer.chain.best import choose
from composer.chain.network import Network, Work
from composer.chain.reduce import closure

SMALL = Network.of(
    [
        Work("long way", needs=(("b",),), gives=("c",), costs={"items": 1, "stages": 1}),
        Work("first", needs=(("a",),), gives=("b",), costs={"items": 1, "stages": 1}),
        Work("short way", needs=(("a",),), gives=("c", "d"), costs={"items": 1, "stages": 1}),
        Work("last", needs=(("c", "x"), ("a",)), gives=("d",), costs={"items": 1, "stages": 1}),
    ],
    held=["a"],
    wanted=[("d",)],
)


def test_cp_sat_alone_proves_what_we_prove():
    for network in (SMALL, dense(3, 4)):
        assert constraints.solve(network, 10) == choose(network, (ITEMS, STAGES)).values


def test_the_plain_search_finds_a_composition_that_is_not_smaller():
    assert searching.search(SMALL) == 1
    network = dense(3, 6)
    assert searching.search(network) >= choose(network, (ITEMS,)).values[0]


def test_a_planner_is_given_every_service_and_what_each_meets(tmp_path):
    domain, problem = planning.write_pddl(SMALL, tmp_path)
    assert domain.read_text().count("(:action ") == 4
    assert "(:action s2 :parameters ()\n  :precondition (and (g1))\n  :effect (and (g2) (g3)))" in domain.read_text()
    assert problem.read_text().endswith("(:init (g1))\n (:goal (and (g3))))\n")


def test_pyperplan_finds_the_fewest_services(tmp_path):
    found = planning.pyperplan(*planning.write_pddl(SMALL, tmp_path), seconds=60)
    assert found.count == 1


def test_everything_in_a_random_catalogue_can_be_reached():
    network = catalogue(500)
    assert (closure(network).items > 0).all()
    assert network.needs.lengths.tolist() == [10] * 500


def test_a_random_catalogue_is_the_same_for_the_same_seed():
    for make in (catalogue, lambda items, seed: dense(3, items // 50, seed=seed)):
        one, same, other = make(300, seed=7), make(300, seed=7), make(300, seed=8)
        assert np.array_equal(one.needs.values, same.needs.values)
        assert not np.array_equal(one.needs.values, other.needs.values)
