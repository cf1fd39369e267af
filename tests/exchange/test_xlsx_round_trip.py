"""What is written into a workbook is read back as the same document."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from composer.compose import compose
from composer.exchange.filled import read_filled
from composer.exchange.filled.json import raw_of
from composer.exchange.schema import version_of
from composer.exchange.workbook.book import form_workbook
from composer.exchange.xlsx import package_to_xlsx
from composer.forms.fill import TOO_MANY, Filled, fill
from composer.forms.raw import stamp_of
from composer.model.package import FieldSource, ThemePackage
from composer.model.theme import Catalogue, Library
from tests.exchange.awkward import awkward_package
from tests.exchange.samples import sample
from tests.forms.filling import CATALOGUE, documents, merged_forms
from tests.shipped import THEMES


def through_a_workbook(package: ThemePackage, catalogue: Catalogue, document: dict[str, Any]) -> Filled:
    raw = read_filled(form_workbook(package, catalogue, document), "form.xlsx")
    assert raw.stamp == stamp_of(package, version_of(package, catalogue))
    assert raw.strays == ()
    return fill(package.form, raw)


def said(filled: Filled) -> list[tuple[str, str, int | None, str]]:
    return [(fault.row, fault.code, fault.entry, fault.message) for fault in filled.faults]


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=3)
@given(data=st.data())
def test_a_filled_form_of_a_shipped_theme_comes_back_as_it_was(
    library: Library, theme: str, data: st.DataObject
) -> None:
    package = compose(library.themes[theme], library.catalogue)
    meant = fill(package.form, raw_of(data.draw(documents(package.form))))
    found = through_a_workbook(package, library.catalogue, meant.document)
    assert found.document == meant.document
    assert said(found) == said(fill(package.form, raw_of(meant.document)))


@pytest.fixture(scope="module")
def small(library: Library) -> tuple[ThemePackage, Catalogue]:
    """A package with few materials, whose form is to be another."""
    package, catalogue = awkward_package("某")
    departments = catalogue.departments | CATALOGUE.departments
    return package, catalogue.model_copy(
        update={"departments": departments, "kinds": catalogue.kinds | CATALOGUE.kinds}
    )


@settings(max_examples=40)
@given(data=st.data())
def test_a_filled_form_comes_back_as_it_was(small: tuple[ThemePackage, Catalogue], data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    assume(any(row.source is FieldSource.APPLICANT for row in form.rows))
    package, catalogue = small
    package = package.model_copy(
        update={"form": form.model_copy(update={"serves": dict.fromkeys(form.serves, ("item",))})}
    )
    meant = fill(form, raw_of(data.draw(documents(form))))
    assert through_a_workbook(package, catalogue, meant.document).document == meant.document


def test_a_blank_workbook_says_nothing(library: Library) -> None:
    for theme in THEMES:
        package = compose(library.themes[theme], library.catalogue)
        raw = read_filled(package_to_xlsx(package, library.catalogue), "form.xlsx")
        asked = {row.id for row in package.form.rows if row.source is FieldSource.APPLICANT}
        assert {ref for ref in asked if ref.partition(".")[0] not in repeating(package)} == set(raw.cells)
        assert all(cell.raw is None for cell in raw.cells.values())
        assert raw.entries == {}


def repeating(package: ThemePackage) -> set[str]:
    return {group.id for group in package.form.groups if group.repeats}


def test_more_lines_than_a_table_takes_are_all_written_and_read_and_said_to_be_too_many(library: Library) -> None:
    package = compose(library.themes["open-restaurant"], library.catalogue)
    document = sample(package.form)
    document["food-worker"] = document["food-worker"][:1] * 600
    found = through_a_workbook(package, library.catalogue, document)
    assert len(found.document["food-worker"]) == 600
    assert [fault.code for fault in found.faults if fault.row.startswith("food-worker")] == [TOO_MANY]


def test_days_that_spreadsheets_do_not_count_alike_come_back_as_they_were(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    for day in (date(1800, 1, 1), date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(2199, 12, 31)):
        document = {"newborn": {"birth-date": day.isoformat(), "birth-time": f"{day.isoformat()}T23:59"}}
        assert through_a_workbook(package, library.catalogue, document).document == document


def test_a_workbook_of_another_theme_gives_what_is_the_same_datum_and_keeps_the_rest(library: Library) -> None:
    restaurant = compose(library.themes["open-restaurant"], library.catalogue)
    company = compose(library.themes["open-company"], library.catalogue)
    raw = read_filled(form_workbook(restaurant, library.catalogue, sample(restaurant.form)), "form.xlsx")
    found = fill(company.form, raw)
    assert raw.stamp is not None
    assert raw.stamp.theme == "open-restaurant"
    assert found.document["enterprise"]["name"] == "王小明"
    used = len([ref for ref in raw.cells if ref in {row.id for row in company.form.rows}])
    assert used + len([one for one in found.leftovers if one.entry is None]) >= len(
        [cell for cell in raw.cells.values() if cell.raw is not None]
    )
