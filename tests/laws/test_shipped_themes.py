"""The laws of the pipeline over every shipped theme and every combination of answers."""

import pytest

from composer.compose import compose
from composer.model.theme import Library
from composer.situations.worlds import worlds
from tests.laws.checks import hold_all

PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("theme_id", ["close-company", "newborn", "open-company", "open-restaurant"])
def test_every_law_holds_for_every_combination_of_answers(library: Library, theme_id: str, part: int) -> None:
    theme = library.themes[theme_id]
    tried = 0
    for number, answers in enumerate(worlds(theme, library.catalogue)):
        if number % PARTS == part:
            package = compose(theme, library.catalogue, answers)
            assert package.answers == answers
            hold_all(package, library.catalogue)
            tried += 1
    assert tried > 40


def test_every_shipped_theme_is_held_to_the_laws(library: Library) -> None:
    assert set(library.themes) == {"close-company", "newborn", "open-company", "open-restaurant"}
