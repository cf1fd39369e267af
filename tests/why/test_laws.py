"""Laws of explanations: all that a package holds hangs on a want; all that it does not hold has its reason."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from composer.model.theme import Library
from composer.situations.worlds import worlds
from composer.why import Scene, explain
from composer.why.model import Explanation, StepKind, ThingKind
from composer.why.things import things
from tests.shipped import THEMES
from tests.strategies import answers, libraries

NOT_OF_WANTS = (ThingKind.QUESTION, ThingKind.POLICY)
"""What is there because of the answers, not because something is wanted."""


def hangs_on_a_want(explanation: Explanation) -> None:
    assert explanation.uses
    for use in explanation.uses:
        assert use.chain[0].kind in (StepKind.WANT, StepKind.FORCED)
        assert use.chain[1].kind is StepKind.ITEM


def hold(scene: Scene) -> None:
    package = scene.package
    assert package is not None
    there = {
        ThingKind.ITEM: {planned.item.id for planned in package.items},
        ThingKind.MATERIAL: {row.material for row in package.materials}
        | {demand.material for row in package.materials for demand in row.demands}
        | {result.material for planned in package.items for result in planned.item.results},
        ThingKind.FIELD: {row.id for row in package.form.rows},
        ThingKind.QUESTION: set(package.answers),
        ThingKind.POLICY: {policy.id for policy in package.policies},
    }
    seen: dict[ThingKind, set[str]] = {kind: set() for kind in ThingKind}
    for thing in things(scene.theme, scene.catalogue):
        explanation = explain(thing, scene)
        assert explanation.summary
        if explanation.present:
            seen[thing.kind].add(thing.id)
            if thing.kind not in NOT_OF_WANTS:
                hangs_on_a_want(explanation)
        else:
            assert explanation.causes
    assert seen == there


@pytest.mark.parametrize("theme_id", THEMES)
def test_every_item_document_and_datum_of_shipped_themes_hangs_on_a_want(library: Library, theme_id: str) -> None:
    theme = library.themes[theme_id]
    for chosen in islice(worlds(theme, library.catalogue), 0, 240, 12):
        hold(Scene.of(theme, library.catalogue, chosen))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=libraries(), chosen=answers)
def test_the_same_holds_in_random_catalogues(content: Library, chosen: Mapping[str, Any]) -> None:
    scene = Scene.of(content.themes["t"], content.catalogue, chosen)
    if scene.package is not None:
        hold(scene)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=libraries(), chosen=answers)
def test_what_cannot_be_composed_still_answers_why(content: Library, chosen: Mapping[str, Any]) -> None:
    scene = Scene.of(content.themes["t"], content.catalogue, chosen)
    if scene.package is None:
        for thing in things(scene.theme, scene.catalogue):
            explanation = explain(thing, scene)
            assert explanation.obstacles
            assert not explanation.present or thing.kind in NOT_OF_WANTS
