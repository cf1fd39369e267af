"""A JSON Schema reader of another author agrees with `check`."""

import json
import random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from composer.values import ValueSpec, ValueType, as_json, check, json_schema, read
from tests.values.other_author import knowing, plain
from tests.values.random_values import OPTIONS, SPECS, random_value

_VALUES = 10_000

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_json = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    _texts,
    st.lists(_texts, max_size=3),
)
_specs = st.one_of(
    st.sampled_from(SPECS),
    st.builds(
        ValueSpec,
        type=st.sampled_from([ValueType.TEXT, ValueType.LONG_TEXT]),
        min_length=st.none() | st.integers(0, 4),
        max_length=st.none() | st.integers(1, 8),
        patterns=st.lists(st.sampled_from([r"\d", r"^\S+$", "a|b", r"[^\x61]$", r"^\W*\w"]), max_size=2).map(tuple),
    ),
    st.builds(
        ValueSpec,
        type=st.sampled_from([ValueType.INTEGER, ValueType.NUMBER, ValueType.AMOUNT]),
        least=st.none() | st.decimals(-1000, 0, places=3),
        most=st.none() | st.decimals(0, 1000, places=3),
        decimals=st.none() | st.integers(0, 8),
    ),
)


def _sides(value: Any, spec: ValueSpec) -> tuple[bool, bool, bool]:
    schema = json_schema(spec)
    return not check(value, spec), knowing(schema).is_valid(value), plain(schema).is_valid(value)


@given(spec=_specs, value=_json)
@example(ValueSpec(), "a\n")
@example(ValueSpec(ValueType.LONG_TEXT), "a\nb")
@example(ValueSpec(ValueType.INTEGER), 1.0)
@example(ValueSpec(ValueType.INTEGER), True)
@example(ValueSpec(patterns=(r"\d",)), "１")
def test_another_author_accepts_what_check_finds_no_fault_with(spec: ValueSpec, value: Any) -> None:
    ours, knowing_one, plain_one = _sides(value, spec)
    assert ours == knowing_one
    assert plain_one or not ours


def test_another_author_agrees_on_ten_thousand_random_values() -> None:
    rng = random.Random(20260301)
    readers = [(spec, knowing(json_schema(spec)), plain(json_schema(spec))) for spec in SPECS]
    differing, accepted = [], 0
    for number in range(_VALUES):
        spec, knowing_one, plain_one = readers[number % len(readers)]
        value = random_value(spec, rng)
        ours = not check(value, spec)
        accepted += ours
        if ours != knowing_one.is_valid(value) or (ours and not plain_one.is_valid(value)):
            differing.append((spec, value))
    assert differing == []
    assert 0.2 * _VALUES < accepted < 0.8 * _VALUES


@pytest.mark.parametrize("spec", SPECS, ids=str)
def test_each_specification_meets_valid_and_invalid_values(spec: ValueSpec) -> None:
    rng = random.Random(7)
    assert {bool(check(random_value(spec, rng), spec)) for _ in range(300)} == {True, False}


@pytest.mark.parametrize("spec", SPECS, ids=str)
def test_a_schema_is_one_and_stands_in_json(spec: ValueSpec) -> None:
    schema = json_schema(spec)
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema, allow_nan=False)) == schema


@given(spec=_specs, value=_json)
def test_what_is_read_is_accepted_when_it_is_written_as_json(spec: ValueSpec, value: Any) -> None:
    reading = read(value, spec)
    if reading.value is not None:
        written = json.loads(json.dumps(as_json(reading.value)))
        assert knowing(json_schema(spec)).is_valid(written)
        assert read(written, spec) == reading


def test_options_are_codes_with_their_labels_as_titles() -> None:
    assert json_schema(ValueSpec(ValueType.CHOICE, options=OPTIONS[:2])) == {
        "type": "string",
        "oneOf": [{"const": "1", "title": "男"}, {"const": "2", "title": "女"}],
    }


def test_options_whose_codes_are_their_labels_are_listed() -> None:
    assert json_schema(ValueSpec(ValueType.CHOICE, options=(("男", "男"),))) == {"type": "string", "enum": ["男"]}


def test_decimals_are_not_asked_for_as_multiples() -> None:
    schema = json_schema(ValueSpec(ValueType.AMOUNT))
    assert "multipleOf" not in schema
    assert plain(schema).is_valid(0.07)
