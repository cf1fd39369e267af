"""One row a document and holder, with as many sheets as its demands ask for."""

from composer.compose import compose
from composer.model.package import MaterialRow, Supply
from tests.examples import FACT, demand, item, library

LETTER = {"material": "letter", "name": "承诺书", **FACT}


def rows(*items: object, **more: object) -> dict[str, MaterialRow]:
    content = library(items, ["want"], **more)  # type: ignore[arg-type]
    return {row.id: row for row in compose(content.themes["t"], content.catalogue).materials}


def test_one_letter_stands_for_many_sheets() -> None:
    found = rows(item("goal", "want", requires=[demand("proof", copies=3, commitment=LETTER)]))
    assert {name: (row.originals, row.copies) for name, row in found.items()} == {"letter": (1, 0)}


def test_a_letter_that_another_item_demands_as_a_document_is_one_row_handed_in() -> None:
    pledged = demand("proof", commitment=LETTER)
    first = item("first", "a", requires=[demand("letter", carrier="复印件", copies=2)])
    found = rows(first, item("goal", "want", requires=[pledged, demand("a")]))
    assert found["letter"].supply is Supply.APPLICANT
    assert (found["letter"].originals, found["letter"].copies) == (1, 2)
    assert [demand.supply for demand in found["letter"].demands] == [Supply.APPLICANT, Supply.COMMITMENT]


def test_two_demands_of_one_item_for_one_document_are_one_row() -> None:
    twice = [demand("card", carrier="原件"), demand("card", carrier="复印件", copies=2)]
    found = rows(item("goal", "want", requires=twice))
    assert [(name, row.originals, row.copies, len(row.demands)) for name, row in found.items()] == [("card", 1, 2, 2)]


def test_copies_that_items_keep_add_up_and_others_are_shown_again() -> None:
    kept = demand("card", carrier="复印件", copies=2, own_copy=True)
    shown = demand("card", carrier="复印件", copies=3)
    items = [item("first", "a", requires=[kept]), item("second", "b", requires=[kept])]
    found = rows(*items, item("goal", "want", requires=[shown, demand("a"), demand("b")]))
    assert found["card"].copies == 3 + 2 + 2


def test_a_document_that_one_item_must_have_is_not_optional_because_another_may_do_without() -> None:
    first = item("first", "a", requires=[demand("card")])
    found = rows(first, item("goal", "want", requires=[demand("card", necessity="非必要"), demand("a")]))
    assert not found["card"].optional


def test_an_alternative_is_offered_where_every_demand_accepts_it() -> None:
    first = item("first", "a", requires=[demand("card", "passport", "permit")])
    found = rows(first, item("goal", "want", requires=[demand("card", "permit"), demand("a")]))
    assert found["card"].alternatives == ("材料permit",)


def test_no_alternative_is_offered_where_one_demand_insists_on_the_document() -> None:
    first = item("first", "a", requires=[demand("card")])
    found = rows(first, item("goal", "want", requires=[demand("card", "passport"), demand("a")]))
    assert found["card"].alternatives == ()
