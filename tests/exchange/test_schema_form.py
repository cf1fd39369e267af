"""The one form's JSON Schema, held against a validator that is not ours."""

from itertools import islice
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from composer.compose import compose
from composer.exchange.schema import form_schema, package_to_schema
from composer.forms.specs import must_be_filled
from composer.model.package import FieldRow, FieldSource, ThemePackage
from composer.model.theme import Library
from composer.model.value import ValueType
from composer.outputs import FORMATS
from composer.situations.worlds import worlds
from tests.forms.filling import CATALOGUE, documents, merged_forms
from tests.shipped import THEMES

FEW = settings(max_examples=25, deadline=None)


def errors(schema: dict[str, Any], document: Any) -> list[ValidationError]:
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return list(validator.iter_errors(document))


def schema_of(library: Library, form: Any) -> dict[str, Any]:
    package = compose(library.themes["open-restaurant"], library.catalogue)
    return form_schema(package.model_copy(update={"form": form}), CATALOGUE)


def packages(library: Library, theme: str) -> list[ThemePackage]:
    answers = islice(worlds(library.themes[theme], library.catalogue), 0, 200, 40)
    return [compose(library.themes[theme], library.catalogue, given) for given in answers]


@pytest.mark.parametrize("theme", THEMES)
def test_the_schema_is_a_schema_and_names_every_row(library: Library, theme: str) -> None:
    for package in packages(library, theme):
        schema = form_schema(package, library.catalogue)
        Draft202012Validator.check_schema(schema)
        for group in package.form.groups:
            held = schema["properties"][group.id]
            held = held["items"] if group.repeats else held
            for row in group.rows:
                named = held["properties"][row.element.key]
                assert named["title"] == row.label
                assert len(named["x-uses"]) == len(row.uses)
                must = row.required and row.source is FieldSource.APPLICANT and row.spec.type is not ValueType.SIGNATURE
                assert (row.element.key in held["required"]) == must


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_a_filled_form_of_a_shipped_theme_is_valid(library: Library, theme: str, data: st.DataObject) -> None:
    package = compose(library.themes[theme], library.catalogue)
    document = data.draw(documents(package.form))
    assert errors(form_schema(package, library.catalogue), document) == []


@FEW
@given(data=st.data())
def test_a_filled_form_is_valid(library: Library, data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    assert errors(schema_of(library, form), data.draw(documents(form))) == []


@FEW
@given(data=st.data())
def test_a_form_with_a_key_that_is_not_in_it_is_refused(library: Library, data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    document = data.draw(documents(form, whole=True))
    group = data.draw(st.sampled_from(form.groups))
    assume(document[group.id])
    entry = document[group.id][0] if group.repeats else document[group.id]
    entry["something-else"] = 1
    assert errors(schema_of(library, form), document)


@FEW
@given(data=st.data())
def test_a_form_without_a_required_value_is_refused(library: Library, data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    needed = [row for row in form.rows if must_be_filled(row)]
    assume(needed)
    document = data.draw(documents(form))
    row = data.draw(st.sampled_from(needed))
    about, trait = row.id.split(".")
    entry = document[about][0] if row.element.object.repeats else document[about]
    del entry[trait]
    assert errors(schema_of(library, form), document)


@FEW
@given(data=st.data())
def test_a_value_that_its_row_may_not_take_is_refused(library: Library, data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    document = data.draw(documents(form, whole=True))
    row = data.draw(st.sampled_from(form.rows))
    about, trait = row.id.split(".")
    assume(document[about])
    entry = document[about][0] if row.element.object.repeats else document[about]
    entry[trait] = data.draw(wrong_values(row))
    assert errors(schema_of(library, form), document)


def wrong_values(row: FieldRow) -> st.SearchStrategy[Any]:
    """Values that the row may not take, by its representation."""
    match row.spec.type:
        case ValueType.DATE:
            return st.sampled_from(["2026-13-01", "2026年3月1日", "", 20260301])
        case ValueType.DATE_TIME:
            return st.sampled_from(["2026-03-01", "2026-03-01T25:00", "2026-03-01 08:30"])
        case ValueType.INTEGER:
            return st.sampled_from(["3", 3.5, None])
        case ValueType.NUMBER:
            return st.sampled_from(["3", None, [3]])
        case ValueType.AMOUNT:
            return st.sampled_from([-1, "3", None])
        case ValueType.CHOICE:
            return st.sampled_from(["不在其中", "", ["甲"]])
        case ValueType.CHOICES:
            return st.sampled_from([["不在其中"], [row.options[0], row.options[0]], row.options[0]])
        case _:
            too_long = ["长" * (row.spec.max_length + 1)] if row.spec.max_length else []
            return st.sampled_from([*too_long, 1, None, ["a"]])


def test_more_entries_than_a_table_takes_are_refused(library: Library) -> None:
    package = compose(library.themes["open-company"], library.catalogue)
    schema = form_schema(package, library.catalogue)
    entry = {"identity-type": "居民身份证"}
    found = errors(schema["properties"]["director"], [entry] * 31)
    assert "maxItems" in {error.validator for error in found}
    assert "maxItems" not in {error.validator for error in errors(schema["properties"]["director"], [entry] * 30)}


def test_other_answers_give_another_id_and_the_same_answers_the_same_bytes(library: Library) -> None:
    theme = library.themes["open-restaurant"]
    company = compose(theme, library.catalogue, {"principal-type": "company"})
    trader = compose(theme, library.catalogue, {"principal-type": "sole-trader"})
    assert form_schema(company, library.catalogue)["$id"] != form_schema(trader, library.catalogue)["$id"]
    assert package_to_schema(company, library.catalogue) == package_to_schema(company, library.catalogue)


def test_schema_is_registered_as_a_format() -> None:
    assert FORMATS["schema"].make is package_to_schema
