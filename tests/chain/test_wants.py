"""Answers must lead somewhere."""

import pytest

from composer.compose import compose
from composer.errors import ContentError
from tests.examples import demand, item, library

QUESTIONS = [{"id": "place", "options": ["street", "hall"]}]


def test_answers_under_which_nothing_is_wanted_are_a_fault_of_the_theme() -> None:
    wants = [{"material": "want", "when": {"place": "street"}}]
    content = library([item("goal", "want")], wants, questions=QUESTIONS)
    with pytest.raises(ContentError, match="want-unreachable"):
        compose(content.themes["t"], content.catalogue, {"place": "hall"})


def test_a_loop_is_shown_beside_an_item_that_renews_what_it_alone_issues() -> None:
    renewal = item("renewal", "want", "card", requires=[demand("card")])
    one, other = item("one", "a", requires=[demand("b")]), item("other", "b", requires=[demand("a")])
    content = library([renewal, one, other], ["want", "a"])
    with pytest.raises(ContentError, match="chain-loop"):
        compose(content.themes["t"], content.catalogue)
