"""Every plan that the chain chooses is sound to a second program, which shares no code with the search."""

from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.chain.best import Unreachable, choose, replay
from composer.chain.build import build
from composer.measure import timing
from composer.model.objective import Objective, Terms
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Library, Theme
from composer.policies import case_of
from composer.situations.worlds import worlds
from tests.strategies import libraries

OBJECTIVES = [(), ("days-promised", "trips"), ("materials", "fees", "stages")]


def complaints(theme: Theme, catalogue: Catalogue, answers: Answers, measures: tuple[str, ...]) -> tuple[str, ...]:
    terms = Terms(objectives=tuple(Objective.model_validate(one) for one in measures))
    case = case_of(theme, catalogue, answers, terms)
    built = build(case, catalogue, {item.id: timing(item) for item in case.items}, terms)
    return replay(built.network, choose(built.network, built.goals), built.goals)


@pytest.mark.parametrize("measures", OBJECTIVES)
def test_plans_of_shipped_themes_are_sound(library: Library, measures: tuple[str, ...]) -> None:
    for theme in library.themes.values():
        for answers in islice(worlds(theme, library.catalogue), 40):
            assert complaints(theme, library.catalogue, answers, measures) == ()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=libraries(), measures=st.sampled_from(OBJECTIVES))
def test_plans_of_random_themes_are_sound(content: Library, measures: tuple[str, ...]) -> None:
    theme = content.themes["t"]
    for answers in islice(worlds(theme, content.catalogue), 4):
        try:
            assert complaints(theme, content.catalogue, answers, measures) == ()
        except Unreachable:
            continue
