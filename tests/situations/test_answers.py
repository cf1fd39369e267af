"""Answers that are not given."""

from composer.compose import compose
from tests.examples import item, library

QUESTION = {"id": "q", "options": ["a", "b", "c"], "multiple": True, "default": ["c", "a"]}


def test_the_default_is_the_same_answer_as_its_options_given() -> None:
    content = library([item("goal", "want")], ["want"], questions=[QUESTION])
    theme = content.themes["t"]
    assert compose(theme, content.catalogue) == compose(theme, content.catalogue, {"q": ["c", "a"]})


def test_the_default_of_a_theme_is_the_same_answer_as_its_options_given() -> None:
    asked = [{"question": "q", "default": ["b", "a"]}]
    content = library([item("goal", "want")], ["want"], questions=[QUESTION], asked=asked)
    theme = content.themes["t"]
    assert compose(theme, content.catalogue) == compose(theme, content.catalogue, {"q": ["b", "a"]})
