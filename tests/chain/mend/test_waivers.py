"""The fewest demands to waive, against every set of demands."""

from collections.abc import Iterable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from composer.chain.mend import Knot, waivers


@st.composite
def knots(draw: st.DrawFn) -> Knot:
    """Items that each have at least one demand which only the others meet."""
    size = draw(st.integers(2, 5))
    makers = [*range(size), *draw(st.lists(st.integers(0, size - 1), max_size=3))]
    some = st.frozensets(st.integers(0, size - 1), min_size=1, max_size=2)
    return Knot(frozenset(range(size)), {number: (item, draw(some)) for number, item in enumerate(makers)})


def opens(knot: Knot, waived: Iterable[int]) -> bool:
    left = {number: one for number, one in knot.demands.items() if number not in set(waived)}
    done: set[int] = set()
    while True:
        ready = {
            item
            for item in knot.items - done
            if all(issuers & done for maker, issuers in left.values() if maker == item)
        }
        if not ready:
            return done == knot.items
        done |= ready


@settings(max_examples=150, deadline=None)
@given(knots())
def test_all_smallest_sets_of_waivers_are_found_and_no_other(knot: Knot) -> None:
    sizes = range(1, len(knot.demands) + 1)
    expected = next(
        sets
        for size in sizes
        if (sets := [some for some in combinations(sorted(knot.demands), size) if opens(knot, some)])
    )
    found = waivers(knot, limit=1000)
    assert (found.least, found.complete) == (True, True)
    assert list(found.sets) == expected


def test_sets_that_are_not_listed_are_not_passed_over_in_silence() -> None:
    ring = Knot(frozenset(range(6)), {item: (item, frozenset({(item + 1) % 6})) for item in range(6)})
    found = waivers(ring, limit=2)
    assert (len(found.sets), found.least, found.complete) == (2, True, False)
