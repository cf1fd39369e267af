"""The smallest additions, against every subset of what may be added."""

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.chain.mend import Addition, additions
from composer.chain.network import Network, Work

MATERIALS = "abcdef"
relaxed = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

groups = st.lists(st.sampled_from(MATERIALS), min_size=1, max_size=2, unique=True).map(tuple)


Made = tuple[Network, list[int], list[int], dict[int, list[int]]]


@st.composite
def networks(draw: st.DrawFn) -> Made:
    """A network, the items of it that may be added, the materials that might be held, and what the items displace."""
    names = [f"i{number}" for number in range(draw(st.integers(1, 5)))]
    works = [
        Work(
            name,
            needs=tuple(draw(st.lists(groups, max_size=2))),
            gives=tuple(draw(st.lists(st.sampled_from(MATERIALS), min_size=1, max_size=2, unique=True))),
            owes=tuple(draw(st.lists(groups, max_size=1))) if draw(st.booleans()) else (),
            forced=draw(st.integers(0, 9)) == 0,
        )
        for name in names
    ]
    network = Network.of(
        works,
        held=draw(st.lists(st.sampled_from(MATERIALS), max_size=1)),
        wanted=draw(st.lists(groups, min_size=1, max_size=2)),
        excludes=[tuple(pair) for pair in draw(st.lists(st.permutations(names).map(lambda one: one[:2]), max_size=1))]
        if len(names) > 1
        else [],
    )
    items = draw(st.lists(st.sampled_from(range(len(names))), unique=True))
    materials = draw(st.lists(st.sampled_from(range(len(network.materials))), unique=True))
    held = sorted(network.held.tolist())
    displaces = {item: held for item in items if held and draw(st.booleans())}
    return network, sorted(items), sorted(materials), displaces


def reachable(network: Network, kept: set[int], held: set[int]) -> bool:
    """Whether some set of the items kept does everything, tried one set after the other."""
    return any(
        _plan_holds(network, set(some), held)
        for size in range(len(kept) + 1)
        for some in combinations(sorted(kept), size)
    )


def _plan_holds(network: Network, chosen: set[int], held: set[int]) -> bool:
    there, done = set(held), set()
    while True:
        ready = {
            item for item in chosen - done if all(there & set(network.groups[group]) for group in network.needs[item])
        }
        if not ready:
            break
        done |= ready
        there |= {material for item in ready for material in network.gives[item]}
    asked = [*network.wanted.tolist(), *(group for item in done for group in network.owes[item])]
    return (
        done == chosen
        and set(network.forced.tolist()) <= done
        and all(there & set(network.groups[group]) for group in asked)
        and not any(one in done and other in done for one, other in network.excludes.tolist())
    )


def least(made: Made, most: int) -> list[Addition]:
    network, items, materials, displaces = made
    parts = [("item", item) for item in items] + [("material", material) for material in materials]
    found: list[set[tuple[str, int]]] = []
    for size in range(most + 1):
        for some in combinations(parts, size):
            if any(smaller <= set(some) for smaller in found):
                continue
            kept = {item for item in range(len(network.items)) if item not in items or ("item", item) in some}
            gone = {material for kind, item in some if kind == "item" for material in displaces.get(item, ())}
            held = {*network.held.tolist()} - gone | {*(number for kind, number in some if kind == "material")}
            if reachable(network, kept, held):
                found.append(set(some))
    return [
        Addition(
            tuple(sorted(number for kind, number in one if kind == "item")),
            tuple(sorted(number for kind, number in one if kind == "material")),
        )
        for one in found
    ]


@relaxed
@given(networks())
def test_every_smallest_addition_is_found_and_nothing_else(made: Made) -> None:
    network, items, materials, displaces = made
    found = additions(network, items=items, materials=materials, displaces=displaces, most=3, limit=1000)
    assert found.complete
    assert sorted(found.sets) == sorted(least(made, 3))


def test_a_network_that_reaches_its_wants_needs_nothing() -> None:
    network = Network.of([Work("i", gives=("a",))], wanted=[("a",)])
    assert additions(network, items=[], materials=[0]).sets == (Addition((), ()),)


def test_sets_that_are_not_listed_are_not_passed_over_in_silence() -> None:
    works = [Work(f"i{number}", gives=("a",)) for number in range(9)]
    found = additions(Network.of(works, wanted=[("a",)]), items=range(9), materials=[], limit=4)
    assert (len(found.sets), found.complete) == (4, False)
