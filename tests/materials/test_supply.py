"""Which of several alternatives the applicant brings."""

from composer.compose import compose
from composer.model.package import Supply, ThemePackage
from tests.examples import demand, item, library


def composed(*items: object, **more: object) -> ThemePackage:
    content = library(items, ["want"], **more)  # type: ignore[arg-type]
    return compose(content.themes["t"], content.catalogue)


def brought(package: ThemePackage) -> list[str]:
    return [row.id for row in package.materials if row.supply is Supply.APPLICANT]


def test_the_usual_alternative_is_brought_where_no_other_is_needed() -> None:
    assert brought(composed(item("goal", "want", requires=[demand("card", "passport")]))) == ["card"]


def test_an_alternative_that_another_item_insists_on_serves_both() -> None:
    package = composed(
        item("first", "a", requires=[demand("passport")]),
        item("goal", "want", requires=[demand("card", "passport"), demand("a")]),
    )
    assert brought(package) == ["passport"]
    (row,) = (row for row in package.materials if row.id == "passport")
    assert [one.item for one in row.demands] == ["first", "goal"]
    assert row.alternatives == ()


def test_an_alternative_that_another_item_can_do_without_is_not_relied_on() -> None:
    package = composed(
        item("first", "a", requires=[demand("passport", necessity="非必要")]),
        item("goal", "want", requires=[demand("card", "passport"), demand("a")]),
    )
    assert brought(package) == ["passport", "card"]


def test_an_alternative_that_an_earlier_item_issues_is_not_brought() -> None:
    package = composed(
        item("first", "a"), item("goal", "want", requires=[demand("card", "a"), demand("a")]),
    )  # fmt: skip
    assert brought(package) == []


CARDS = [{"id": "card", "personal": True}, {"id": "id-card", "personal": True, "satisfies": ["card"]}]


def test_a_paper_that_must_be_brought_serves_a_demand_that_it_satisfies() -> None:
    package = composed(
        item("first", "a", requires=[demand("id-card@owner")]),
        item("goal", "want", requires=[demand("card@owner"), demand("a")]),
        kinds=CARDS,
    )
    assert brought(package) == ["id-card@owner"]


def test_a_paper_does_not_serve_a_demand_for_another_person_s() -> None:
    package = composed(
        item("first", "a", requires=[demand("id-card@owner")]),
        item("goal", "want", requires=[demand("card@agent"), demand("a")]),
        kinds=CARDS,
    )
    assert brought(package) == ["id-card@owner", "card@agent"]


def test_the_narrower_paper_serves_both_whoever_asks_first() -> None:
    package = composed(
        item("first", "a", requires=[demand("card")]),
        item("goal", "want", requires=[demand("id-card"), demand("a")]),
        kinds=CARDS,
    )
    assert brought(package) == ["id-card"]


def test_a_letter_that_satisfies_another_serves_no_other_matter() -> None:
    package = composed(
        item("first", "a", requires=[demand("bank-letter")]),
        item("goal", "want", requires=[demand("letter"), demand("a")]),
        kinds=[{"id": "letter"}, {"id": "bank-letter", "satisfies": ["letter"]}],
    )
    assert brought(package) == ["bank-letter", "letter"]


def test_an_alternative_of_another_part_is_not_what_must_be_brought() -> None:
    package = composed(
        item("first", "a", requires=[demand("licence", name="材料licence正本")]),
        item("goal", "want", requires=[demand("card", "licence"), demand("a")]),
    )
    assert brought(package) == ["licence/正本", "card"]
