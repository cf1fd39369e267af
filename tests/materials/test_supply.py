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
