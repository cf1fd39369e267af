"""Which items are brought in, where a document can be had in several ways or in none."""

import pytest

from composer.compose import compose
from composer.errors import ContentError
from composer.model.package import Supply, ThemePackage
from composer.model.theme import Library
from tests.examples import demand, item, library

ONLY_ISSUED = {"only_issued": True}


def composed(content: Library) -> ThemePackage:
    return compose(content.themes["t"], content.catalogue)


def test_an_alternative_that_nobody_can_have_gives_way_to_one_that_an_item_issues() -> None:
    package = composed(
        library(
            [item("goal", "want", requires=[demand("old", "new")]), item("helper", "new")],
            ["want"],
            kinds=[{"id": "old", **ONLY_ISSUED}],
        )
    )
    assert [planned.item.id for planned in package.items] == ["helper", "goal"]
    assert [(row.id, row.supply) for row in package.materials] == [("new", Supply.CHAIN)]


def test_an_alternative_that_nobody_can_have_gives_way_to_one_that_the_applicant_has() -> None:
    package = composed(
        library([item("goal", "want", requires=[demand("old", "own")])], ["want"], kinds=[{"id": "old", **ONLY_ISSUED}])
    )
    assert [(row.id, row.supply) for row in package.materials] == [("own", Supply.APPLICANT)]


def test_a_loop_over_the_only_alternative_within_reach_is_refused() -> None:
    goal = item("goal", "want", requires=[demand("old", "new")])
    helper = item("helper", "new", requires=[demand("want")])
    with pytest.raises(ContentError, match="chain-loop"):
        composed(library([goal, helper], ["want"], kinds=[{"id": "old", **ONLY_ISSUED}]))


def test_an_item_cannot_meet_its_own_demand_for_what_only_items_issue() -> None:
    goal = item("goal", "want", requires=[demand("want")])
    with pytest.raises(ContentError, match="chain-loop"):
        composed(library([goal], ["want"], kinds=[{"id": "want", **ONLY_ISSUED}]))


def test_an_item_that_renews_what_only_items_issue_comes_after_the_one_that_issues_it_first() -> None:
    renewal = item("renewal", "want", "more", requires=[demand("want")])
    content = library([renewal, item("first", "want")], ["want", "more"], kinds=[{"id": "want", **ONLY_ISSUED}])
    assert [(planned.item.id, planned.requires) for planned in composed(content).items] == [
        ("first", ()),
        ("renewal", ("first",)),
    ]


def test_a_renewal_is_left_out_where_the_one_that_issues_first_is_enough() -> None:
    renewal = item("renewal", "want", requires=[demand("want")])
    content = library([renewal, item("first", "want")], ["want"], kinds=[{"id": "want", **ONLY_ISSUED}])
    assert [planned.item.id for planned in composed(content).items] == ["first"]


def test_an_item_that_renews_what_the_applicant_has_takes_it_from_the_applicant() -> None:
    package = composed(library([item("renewal", "want", requires=[demand("want")])], ["want"]))
    assert [(row.id, row.supply) for row in package.materials] == [("want", Supply.APPLICANT)]


def test_a_shared_document_brings_in_no_item_for_its_alternatives() -> None:
    goal = item("goal", "want", requires=[demand("old", "new", shared=True)])
    package = composed(library([goal, item("helper", "new")], ["want"], kinds=[{"id": "old", **ONLY_ISSUED}]))
    assert [planned.item.id for planned in package.items] == ["goal"]
    assert [(row.id, row.supply) for row in package.materials] == [("old", Supply.SHARED)]
