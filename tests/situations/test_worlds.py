"""All combinations of answers, each once, those nearest to the ordinary ones first."""

from itertools import islice

from hypothesis import HealthCheck, given, settings

from composer.model.theme import Library
from composer.situations.answers import resolve_answers
from composer.situations.worlds import worlds
from tests.examples import item, library
from tests.strategies import libraries

MANY = [f"o{number}" for number in range(60)]


def theme_with(*questions: dict[str, object], asked: list[object] | None = None) -> Library:
    return library([item("goal", "want")], ["want"], questions=questions, asked=asked)


def test_the_first_worlds_hold_every_option_of_every_question() -> None:
    content = theme_with(
        *({"id": f"q{number}", "options": ["a", "b", "c"]} for number in range(20)),
        {"id": "many", "options": MANY, "multiple": True},
    )
    tried = list(islice(worlds(content.themes["t"], content.catalogue), 1 + 20 * 2 + 60))
    for number in range(20):
        assert {one[f"q{number}"] for one in tried} == {("a",), ("b",), ("c",)}
    assert {option for one in tried for option in one["many"]} == set(MANY)


def test_the_first_world_is_the_ordinary_one() -> None:
    content = theme_with(
        {"id": "q", "options": ["a", "b"], "default": ["b"]},
        {"id": "r", "options": ["a", "b", "c"], "multiple": True},
        asked=["q", {"question": "r", "default": ["c", "a"]}],
    )
    assert next(worlds(content.themes["t"], content.catalogue)) == {"q": ("b",), "r": ("a", "c")}


def test_a_question_that_is_not_asked_takes_no_part() -> None:
    content = theme_with(
        {"id": "q", "options": ["a", "b"]},
        {"id": "r", "options": ["a", "b"]},
        asked=["q", {"question": "r", "when": {"q": "b"}}],
    )
    assert list(worlds(content.themes["t"], content.catalogue)) == [
        {"q": ("a",)},
        {"q": ("b",), "r": ("a",)},
        {"q": ("b",), "r": ("b",)},
    ]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=libraries())
def test_every_world_comes_once_and_is_what_answers_resolve_to(content: Library) -> None:
    theme, catalogue = content.themes["t"], content.catalogue
    found = list(worlds(theme, catalogue))
    assert len(found) == len({tuple(one.items()) for one in found}) == 3 * 8 * 3
    assert all(resolve_answers(theme, catalogue, one)[0] == one for one in found)
