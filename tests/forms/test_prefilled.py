"""Data that a document of the chain carries are filled in for the applicant, but only where it is there in time."""

from composer.compose import compose
from composer.model.package import FieldSource, ThemePackage
from composer.model.theme import Library
from tests.examples import demand, field, form, item, library

CARRIED = [{"id": "firm.code", "provided_by": "licence"}]


def composed(content: Library) -> ThemePackage:
    return compose(content.themes["t"], content.catalogue)


def sources(package: ThemePackage) -> dict[str, FieldSource]:
    return {row.id: row.source for row in package.form.rows}


def test_a_datum_is_prefilled_where_its_document_is_issued_before_the_form_is_due() -> None:
    first = item("first", "licence")
    second = item("second", "want", requires=[demand("licence")], form="f")
    package = composed(library([first, second], ["want"], forms=[form("f", field("firm.code"))], elements=CARRIED))
    assert sources(package) == {"firm.code": FieldSource.CHAIN}


def test_the_form_of_the_item_that_issues_the_document_is_filled_by_the_applicant() -> None:
    issuer = item("issuer", "licence", form="f")
    package = composed(library([issuer], ["licence"], forms=[form("f", field("firm.code"))], elements=CARRIED))
    assert sources(package) == {"firm.code": FieldSource.APPLICANT}


def test_a_form_beside_the_item_that_issues_the_document_is_filled_by_the_applicant() -> None:
    items = [item("issuer", "licence"), item("other", "want", form="f")]
    forms = [form("f", field("firm.code"))]
    package = composed(library(items, ["licence", "want"], forms=forms, elements=CARRIED))
    assert sources(package) == {"firm.code": FieldSource.APPLICANT}


def test_a_datum_that_one_early_form_wants_is_filled_by_the_applicant_for_all() -> None:
    first = item("first", "licence", form="early")
    second = item("second", "want", requires=[demand("licence")], form="late")
    forms = [form("early", field("firm.code")), form("late", field("firm.code"))]
    package = composed(library([first, second], ["want"], forms=forms, elements=CARRIED))
    assert sources(package) == {"firm.code": FieldSource.APPLICANT}


def test_what_the_department_writes_into_an_early_form_keeps_no_datum_from_being_prefilled() -> None:
    first = item("first", "licence", form="early")
    second = item("second", "want", requires=[demand("licence")], form="late")
    forms = [form("early", field("firm.code", filled_by="部门")), form("late", field("firm.code"))]
    package = composed(library([first, second], ["want"], forms=forms, elements=CARRIED))
    assert sources(package) == {"firm.code": FieldSource.CHAIN}


def test_a_form_of_two_items_is_prefilled_where_the_document_is_there_for_both() -> None:
    first = item("first", "licence", form="f")
    second = item("second", "want", requires=[demand("licence")], form="f")
    package = composed(library([first, second], ["want"], forms=[form("f", field("firm.code"))], elements=CARRIED))
    assert sources(package) == {"firm.code": FieldSource.APPLICANT}
    assert package.form.serves == {"f": ("first", "second")}
