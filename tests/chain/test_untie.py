"""A loop names the fewest requirements whose waiver lets the wants through."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from composer.chain.build import build
from composer.chain.untie import untie
from composer.compose import compose
from composer.errors import ContentError
from composer.measure import timing
from composer.model.item import ServiceItem
from composer.model.objective import USUAL
from composer.model.theme import Library
from composer.policies import case_of
from tests.examples import FACT, demand, item, library

Named = frozenset[tuple[str, str]]


def looped(items: list[ServiceItem], *wants: str) -> Library:
    """Items whose results nobody can have from elsewhere."""
    kinds = [{"id": result.material, "only_issued": True} for one in items for result in one.results]
    return library(items, wants, kinds=kinds)


def message(content: Library) -> str:
    with pytest.raises(ContentError) as caught:
        compose(content.themes["t"], content.catalogue)
    return "\n".join(finding.suggestion for finding in caught.value.findings if finding.rule == "chain-loop")


def before(name: str) -> list[dict[str, Any]]:
    return [{"item": name, "via": f"先办{name}", **FACT}]


def test_each_requirement_of_a_simple_loop_opens_it() -> None:
    one, other = item("one", "a", requires=[demand("b")]), item("other", "b", requires=[demand("a")])
    assert message(looped([one, other], "a")) == (
        "只要免去“事项one”的《要求 b》，或“事项other”的《要求 a》，就走得通（免去就是去掉要求，或写成容缺后补）"
    )


def test_only_what_opens_two_loops_at_once_is_named() -> None:
    one = item("one", "a", requires=[demand("b")])
    other = item("other", "b", requires=[demand("a"), demand("c")])
    third = item("third", "c", requires=[demand("b")])
    assert "只要免去“事项one”的《要求 b》，就走得通（免去就是去掉要求）" in message(looped([one, other, third], "a"))


def test_two_requirements_that_must_go_together_are_named_together() -> None:
    one = item("one", "a", requires=[demand("b"), demand("c")])
    other, third = item("other", "b", requires=[demand("a")]), item("third", "c", requires=[demand("a")])
    assert "“事项one”的《要求 b》和“事项one”的《要求 c》" in message(looped([one, other, third], "a"))


def test_each_of_two_loops_is_opened_by_itself() -> None:
    items = [item(name, name, requires=[demand(after)]) for name, after in ("ab", "ba", "cd", "dc")]
    said = message(looped(items, "a", "c")).splitlines()
    assert len(said) == 2
    assert "“事项a”的《要求 b》，或“事项b”的《要求 a》" in said[0]
    assert "“事项c”的《要求 d》，或“事项d”的《要求 c》" in said[1]


def test_of_many_ways_to_open_a_loop_some_are_named_and_the_rest_is_not_hidden() -> None:
    items = [item(name, name, requires=[demand(after)]) for name, after in ("ab", "bc", "cd", "de", "ea")]
    said = message(looped(items, "a"))
    assert said.count("，或“") == 3
    assert "（还有别的，没有列完），就走得通" in said


def test_a_prerequisite_of_an_item_on_itself_is_named() -> None:
    assert message(looped([item("one", "a", prerequisites=before("one"))], "a")) == (
        "只要免去“事项one”的《先办one》，就走得通（免去就是去掉要求）"
    )


def test_a_document_that_an_item_asks_of_itself_is_named() -> None:
    said = message(looped([item("one", "a", requires=[demand("a")])], "a"))
    assert said == "只要免去“事项one”的《要求 a》，就走得通（免去就是去掉要求）"


def test_a_prerequisite_in_a_loop_may_be_waived_too() -> None:
    one, other = item("one", "a", prerequisites=before("other")), item("other", "b", requires=[demand("a")])
    assert "“事项one”的《先办other》，或“事项other”的《要求 a》" in message(looped([one, other], "a"))


REFS = "abcde"
asks = st.lists(st.sets(st.sampled_from(REFS), min_size=1, max_size=2).map(sorted), max_size=2, unique_by=tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(demands=st.tuples(*(asks for _ in REFS)))
def test_the_sets_are_all_the_smallest_whose_waiver_lets_the_want_through(
    demands: tuple[list[list[str]], ...],
) -> None:
    def of(waived: Named) -> Library:
        return looped([
            item(ref, ref, requires=[
                demand(*refs, name="或".join(refs)) for refs in rows if (ref, "或".join(refs)) not in waived
            ])
            for ref, rows in zip(REFS, demands, strict=True)
        ], "a")  # fmt: skip

    content = of(frozenset())
    assume(not comes_about(content))
    theme, catalogue = content.themes["t"], content.catalogue
    case = case_of(theme, catalogue, {})
    built = build(case, catalogue, {one.id: timing(one) for one in case.items}, USUAL)
    found = untie(built, case.items, [])
    every = [(ref, "或".join(refs)) for ref, rows in zip(REFS, demands, strict=True) for refs in rows]
    smallest: set[Named] = set()
    for size in range(1, len(every) + 1):
        smallest = {some for some in map(frozenset, combinations(every, size)) if comes_about(of(some))}
        if smallest:
            break
    assert {frozenset((tie.item.id, tie.name) for tie in one) for one in found.sets} == smallest


def comes_about(content: Library) -> bool:
    try:
        compose(content.themes["t"], content.catalogue)
    except ContentError:
        return False
    return True
