"""Laws of the one form: nothing is lost on the way in, every original comes back filled."""

from collections import Counter
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.compose import compose
from composer.forms.specs import must_be_filled
from composer.forms.split import missing, split, values_of
from composer.model.form import FilledBy
from composer.model.package import FieldSource, MergedForm
from composer.model.theme import Library
from composer.model.value import ValueType
from composer.situations.worlds import worlds
from tests.forms.filling import documents, merged_forms
from tests.shipped import THEMES


def assert_no_field_is_lost(form: MergedForm) -> None:
    there = Counter(
        (original.id, at, number)
        for original in form.originals.values()
        for at, section in enumerate(original.sections)
        for number in range(len(section.fields))
    )
    assert Counter((use.form, use.section, use.field) for row in form.rows for use in row.uses) == there


def assert_required_fields_are_filled(form: MergedForm, document: dict[str, object]) -> None:
    values = values_of(form, document)
    assert missing(form, values) == ()
    filled = split(form, values)
    for original in form.originals.values():
        for at, section in enumerate(original.sections):
            for number, field in enumerate(section.fields):
                if field.required and field.filled_by is FilledBy.APPLICANT:
                    assert filled[original.id][at, number] not in (None, "", [])
                    assert filled[original.id][at, number] == values[field.element]


@pytest.mark.parametrize("theme", THEMES)
def test_merge_loses_no_field_of_a_shipped_theme(library: Library, theme: str) -> None:
    for answers in islice(worlds(library.themes[theme], library.catalogue), 0, 200, 40):
        assert_no_field_is_lost(compose(library.themes[theme], library.catalogue, answers).form)


@given(merged_forms())
def test_merge_loses_no_field_of_any_forms(form: MergedForm) -> None:
    assert_no_field_is_lost(form)


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_split_fills_every_required_field_of_a_shipped_theme(library: Library, theme: str, data: st.DataObject) -> None:
    form = compose(library.themes[theme], library.catalogue).form
    assert_required_fields_are_filled(form, data.draw(documents(form, whole=True)))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_split_fills_every_required_field_of_any_forms(data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    assert_required_fields_are_filled(form, data.draw(documents(form, whole=True)))


@given(merged_forms())
def test_a_row_is_as_strict_as_its_strictest_place(form: MergedForm) -> None:
    for row in form.rows:
        places = [form.originals[use.form].sections[use.section].fields[use.field] for use in row.uses]
        by_applicant = [place for place in places if place.filled_by is FilledBy.APPLICANT]
        assert row.required == any(place.required for place in by_applicant)
        assert all(
            row.spec.max_length <= place.max_length for place in places if row.spec.max_length and place.max_length
        )
        if row.id not in {conflict.element for conflict in form.conflicts}:
            assert all(set(row.options) <= set(place.options) for place in places if place.options)


@given(merged_forms())
def test_each_datum_has_one_row_and_its_place_says_who_fills_it(form: MergedForm) -> None:
    assert len({row.id for row in form.rows}) == len(form.rows)
    for row in form.rows:
        only_office = all(use.filled_by is FilledBy.DEPARTMENT for use in row.uses)
        assert (row.source is FieldSource.DEPARTMENT) == only_office


@given(merged_forms())
def test_groups_of_signatures_and_dates_come_last(form: MergedForm) -> None:
    signing = {ValueType.SIGNATURE, ValueType.DATE}
    closes = [all(row.spec.type in signing for row in group.rows) for group in form.groups]
    assert closes == sorted(closes)


@given(merged_forms())
def test_nothing_given_leaves_every_required_row_missing(form: MergedForm) -> None:
    required = [row for row in form.rows if must_be_filled(row)]
    assert list(missing(form, {})) == required
    assert all(filled == {} for filled in split(form, {}).values())
