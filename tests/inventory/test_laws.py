"""What holds for the three lists of any library."""

from collections import Counter
from typing import Any

from hypothesis import given, settings

from composer.inventory import material_standard, of_department
from composer.inventory.model import Mode, Use, Way
from composer.inventory.narrow import departments
from composer.model.theme import Catalogue, Library
from tests.strategies import libraries

LAWS = settings(max_examples=40, deadline=None)


def requirements(library: Library) -> Counter[str]:
    """Every requirement of every item, as the lists name them."""
    items = library.catalogue.items.values()
    return Counter(f"{item.id}#{row}" for item in items for row, _ in enumerate(item.requires, start=1))


def turned(library: Library) -> Library:
    """The same library with all its parts in the opposite order."""

    def backwards(things: Any) -> Any:
        return dict(reversed(things.items()))

    parts = {name: backwards(getattr(library.catalogue, name)) for name in Catalogue.model_fields}
    return Library(catalogue=Catalogue(**parts), themes=backwards(library.themes))


@LAWS
@given(libraries())
def test_every_requirement_is_demanded_and_reviewed_exactly_once(library: Library) -> None:
    standard = material_standard(library)
    assert Counter(name for row in standard.supplies for name in row.demands) == requirements(library)
    assert Counter(row.demand for row in standard.reviews) == requirements(library)
    assert standard.by_id.keys() == requirements(library).keys()


@LAWS
@given(libraries())
def test_every_material_has_one_row_and_every_result_an_issuer(library: Library) -> None:
    standard = material_standard(library)
    assert max(Counter(row.material for row in standard.supplies).values()) == 1
    issued = {(ref, item.id) for item in library.catalogue.items.values() for ref in item.issued}
    assert {(row.material, one.id) for row in standard.supplies for one in row.issuers} == issued
    assert all(row.demands == () for row in standard.supplies if row.use is not Use.DEMANDED)


@LAWS
@given(libraries())
def test_what_an_item_fetches_it_is_never_handed(library: Library) -> None:
    standard = material_standard(library)
    fetched = {name for row in standard.reuses if row.mode is Mode.FETCHED and not row.theme for name in row.demands}
    assert fetched == {one.id for one in standard.demands if one.way is Way.FETCHED}
    for row in standard.supplies:
        handed_in = [standard.by_id[name] for name in row.demands if name not in fetched]
        assert row.originals + row.copies <= sum(2 * one.copies for one in handed_in)


@LAWS
@given(libraries())
def test_in_one_theme_a_document_that_is_passed_on_is_not_handed_in_as_well(library: Library) -> None:
    standard = material_standard(library)
    for theme in library.themes:
        rows = [row for row in standard.reuses if row.theme and row.theme.id == theme]
        passed = {name for row in rows if row.mode is Mode.PASSED for name in row.demands}
        reused = {name for row in rows if row.mode is Mode.REUSED for name in row.demands}
        assert passed.isdisjoint(reused)
        assert all(standard.by_id[name].way is Way.HANDED_IN for name in reused)


@LAWS
@given(libraries())
def test_the_order_of_content_changes_nothing(library: Library) -> None:
    assert material_standard(turned(library)).model_dump_json() == material_standard(library).model_dump_json()


@LAWS
@given(libraries())
def test_the_departments_share_out_the_reviews_and_lose_no_supply(library: Library) -> None:
    standard = material_standard(library)
    parts = [of_department(standard, one) for one in departments(standard)]
    assert Counter(row.demand for part in parts for row in part.reviews) == requirements(library)
    assert [part.requirements for part in parts] == [len(part.reviews) for part in parts]
    concerned = {row.material for row in standard.supplies if row.demands or row.alternative_for or row.issuers}
    assert {row.material for part in parts for row in part.supplies} == concerned
