"""Items of a catalogue that can only wait for one another."""

import random
from collections.abc import Iterable
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.model.item import ServiceItem
from composer.model.theme import Catalogue, Library
from composer.why import loops
from tests.examples import FACT, demand, item, library

QUESTIONS = [{"id": "place", "options": ["street", "hall"]}]


def catalogue(*items: ServiceItem, only_issued: Iterable[str] = (), **more: Any) -> Catalogue:
    kinds = [{"id": ref, "only_issued": True} for ref in only_issued]
    return library([*items, item("goal", "want")], ["want"], kinds=kinds, **more).catalogue


def test_two_items_that_ask_for_each_others_document_are_a_loop_that_either_waiver_opens() -> None:
    (loop,) = loops(catalogue(item("a", "ra", requires=[demand("rb")]), item("b", "rb", requires=[demand("ra")])))
    assert loop.items == ("a", "b")
    assert [(one.item, one.name, one.issuers) for one in loop.demands] == [
        ("a", "要求 rb", ("b",)), ("b", "要求 ra", ("a",)),
    ]  # fmt: skip
    assert (loop.waivers, loop.least, loop.complete) == (((0,), (1,)), True, True)


def test_a_prerequisite_closes_a_loop_too() -> None:
    before = {"item": "b", "via": "公告", **FACT}
    (loop,) = loops(catalogue(item("a", "ra", prerequisites=[before]), item("b", "rb", requires=[demand("ra")])))
    assert [(one.prerequisite, one.name) for one in loop.demands] == [(True, "公告"), (False, "要求 ra")]


def test_the_waiver_that_opens_two_rings_at_once_is_the_smallest() -> None:
    (loop,) = loops(
        catalogue(
            item("a", "ra", requires=[demand("rb"), demand("rc")]),
            item("b", "rb", requires=[demand("ra")]),
            item("c", "rc", requires=[demand("ra")]),
        )
    )
    assert [(one.item, one.name) for one in loop.demands][2:] == [("b", "要求 ra"), ("c", "要求 ra")]
    assert loop.waivers == ((0, 1), (0, 3), (1, 2), (2, 3))


def test_an_alternative_that_the_applicant_has_closes_no_loop() -> None:
    made = catalogue(item("a", "ra", requires=[demand("rb", "own")]), item("b", "rb", requires=[demand("ra")]))
    assert loops(made) == ()


def test_an_alternative_that_an_item_outside_issues_closes_no_loop() -> None:
    made = catalogue(
        item("a", "ra", requires=[demand("rb", "rc")]),
        item("b", "rb", requires=[demand("ra")]),
        item("c", "rc"),
    )
    assert loops(made) == ()


def test_what_may_follow_is_promised_shared_or_withdrawn_closes_no_loop() -> None:
    letter = {"material": "letter", "name": "承诺书", **FACT}
    for mild in (
        {"necessity": "容缺后补"}, {"necessity": "非必要"}, {"shared": True}, {"commitment": letter},
        {"withdrawn": "已取消"},
    ):  # fmt: skip
        made = catalogue(item("a", "ra", requires=[demand("rb", **mild)]), item("b", "rb", requires=[demand("ra")]))
        assert loops(made) == ()


def test_an_item_that_renews_its_document_waits_for_itself_only_where_nobody_can_have_an_old_one() -> None:
    renewal = item("a", "ra", requires=[demand("ra")])
    assert loops(catalogue(renewal)) == ()
    assert [loop.items for loop in loops(catalogue(renewal, only_issued=["ra"]))] == [("a",)]


def test_demands_under_answers_that_exclude_each_other_close_no_loop() -> None:
    made = catalogue(
        item("a", "ra", requires=[demand("rb", when={"place": "street"})]),
        item("b", "rb", requires=[demand("ra", when={"place": "hall"})]),
        questions=QUESTIONS,
    )
    assert loops(made) == ()


def test_a_loop_that_closes_only_under_some_answers_says_which() -> None:
    made = catalogue(
        item("a", "ra", requires=[demand("rb", when={"place": "street"})]),
        item("b", "rb", requires=[demand("ra", when={"place": "street"}), demand("rc", when={"place": "hall"})]),
        item("c", "rc"),
        questions=QUESTIONS,
    )
    (loop,) = loops(made)
    assert {one.when for one in loop.demands} == {"“问题place”选“选项street”"}


def test_the_content_that_ships_has_no_loop(library: Library) -> None:
    assert loops(library.catalogue) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16))
def test_where_every_document_has_one_issuer_the_loops_are_the_strongly_connected_parts(
    edges: list[tuple[int, int]],
) -> None:
    graph = nx.DiGraph([(f"i{before}", f"i{after}") for before, after in edges if before != after])
    items = [
        item(f"i{number}", f"r{number}", requires=[demand(f"r{name[1:]}") for name in graph.predecessors(f"i{number}")])
        for number in range(8)
        if f"i{number}" in graph
    ]
    expected = sorted(tuple(sorted(part)) for part in nx.strongly_connected_components(graph) if len(part) > 1)
    assert [loop.items for loop in loops(catalogue(*items))] == expected


def test_the_order_of_the_catalogue_does_not_change_the_loops() -> None:
    items = [item(f"i{number}", f"r{number}", requires=[demand(f"r{(number + 1) % 4}")]) for number in range(4)]
    assert loops(catalogue(*items)) == loops(catalogue(*reversed(items)))


def test_loops_are_found_among_thousands_of_items() -> None:
    chance = random.Random(4)
    items = []
    for number in range(3000):
        asked = {chance.randrange(number) for _ in range(3)} if number else set()
        asked |= {number + 30} if number in (100, 2000) else {number - 30} if number in (130, 2030) else set()
        items.append(item(f"i{number}", f"r{number}", requires=[demand(f"r{one}") for one in sorted(asked)]))
    found = loops(catalogue(*items))
    for start in (100, 2000):
        assert any({f"i{start}", f"i{start + 30}"} <= set(loop.items) for loop in found)
    assert all(loop.least for loop in found)
