"""The laws of the pipeline over every shipped theme and every combination of answers."""

import pytest

from composer.compose import compose
from composer.model.theme import Library
from composer.situations.worlds import worlds
from tests.laws.checks import hold_all

PARTS = 8

COMBINATIONS = {
    "after-death": 572,
    "close-company": 1280,
    "newborn": 1024,
    "open-company": 384,
    "open-convenience-store": 2448,
    "open-restaurant": 10_368,
    "retirement": 120,
    "school-enrolment": 18,
    "utilities-connection": 900,
}
"""Of answers, for each theme: a question too many is seen here, before it is seen on the clock."""


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("theme_id", COMBINATIONS)
def test_every_law_holds_for_every_combination_of_answers(library: Library, theme_id: str, part: int) -> None:
    theme = library.themes[theme_id]
    tried = 0
    for number, answers in enumerate(worlds(theme, library.catalogue)):
        if number % PARTS == part:
            package = compose(theme, library.catalogue, answers)
            assert package.answers == answers
            hold_all(package, library.catalogue)
            tried += 1
    assert tried == len(range(part, COMBINATIONS[theme_id], PARTS))


def test_every_shipped_theme_is_held_to_the_laws(library: Library) -> None:
    assert set(library.themes) == set(COMBINATIONS)
