"""Answers must lead somewhere."""

import pytest

from composer.compose import compose
from composer.errors import ContentError
from tests.examples import item, library

QUESTIONS = [{"id": "place", "options": ["street", "hall"]}]


def test_answers_under_which_nothing_is_wanted_are_a_fault_of_the_theme() -> None:
    wants = [{"material": "want", "when": {"place": "street"}}]
    content = library([item("goal", "want")], wants, questions=QUESTIONS)
    with pytest.raises(ContentError, match="want-unreachable"):
        compose(content.themes["t"], content.catalogue, {"place": "hall"})
