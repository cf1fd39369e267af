"""The laws of the pipeline over every shipped theme and every combination of answers; of thousands, one in a few.

With EVERY_COMBINATION=1 in the environment, over every one of those too.
"""

import os

import pytest

from composer.compose import compose
from composer.model.theme import Library
from composer.situations.worlds import worlds
from tests.laws.checks import hold_all

PARTS = 4

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

STRIDES = {} if os.environ.get("EVERY_COMBINATION") else {"open-restaurant": 7, "open-convenience-store": 5}
"""Of themes with thousands of combinations one in so many is tried.

It shares no factor with the number of combinations, so that no option of a question is passed over.
"""


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("theme_id", COMBINATIONS)
def test_every_law_holds_for_combinations_of_answers(library: Library, theme_id: str, part: int) -> None:
    theme, stride = library.themes[theme_id], STRIDES.get(theme_id, 1)
    tried = walked = 0
    for number, answers in enumerate(worlds(theme, library.catalogue)):
        walked += 1
        if number % stride == 0 and number // stride % PARTS == part:
            package = compose(theme, library.catalogue, answers)
            assert package.answers == answers
            hold_all(package, library.catalogue)
            tried += 1
    assert walked == COMBINATIONS[theme_id]
    assert tried == len(range(part * stride, walked, PARTS * stride))


def test_every_shipped_theme_is_held_to_the_laws(library: Library) -> None:
    assert set(library.themes) == set(COMBINATIONS)
