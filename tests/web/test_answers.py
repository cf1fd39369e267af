"""Answers in query strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.model.theme import Library
from composer.situations.answers import resolve_answers
from composer.situations.worlds import worlds
from tests.shipped import THEMES
from web.answers import MAX_FIELDS, canonical_query, read_answers


@pytest.mark.parametrize("theme_id", THEMES)
def test_canonical_answers_read_back_as_themselves(library: Library, theme_id: str) -> None:
    theme, catalogue = library.themes[theme_id], library.catalogue
    for number, answers in enumerate(worlds(theme, catalogue)):
        query = canonical_query(theme, catalogue, answers)
        assert resolve_answers(theme, catalogue, read_answers(query.encode()))[0] == answers
        if number == 500:
            break


def test_choosing_nothing_can_be_said_where_the_ordinary_answer_is_something(library: Library) -> None:
    theme, catalogue = library.themes["open-restaurant"], library.catalogue
    last = theme.questions[-1]
    usual = last.model_copy(update={"default": ("ready-to-eat",)})
    changed = theme.model_copy(update={"questions": (*theme.questions[:-1], usual)})
    answers, _, _ = resolve_answers(changed, catalogue, read_answers(f"{last.question}=".encode()))
    assert answers[last.question] == ()
    query = canonical_query(changed, catalogue, answers)
    assert query.endswith(f"{last.question}=")
    assert resolve_answers(changed, catalogue, read_answers(query.encode()))[0] == answers


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(query: bytes) -> None:
    for options in read_answers(query).values():
        assert len(options) == len(set(options))


def test_more_fields_than_a_form_has_are_refused() -> None:
    with pytest.raises(ValueError, match="fields"):
        read_answers(b"&".join(b"a=1" for _ in range(MAX_FIELDS + 1)))
