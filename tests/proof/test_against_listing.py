"""A proof says of all answers what going through them says, on random themes and on the shipped ones."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from composer.model.situation import Answers
from composer.model.theme import Candidate, Library
from composer.proof.prove import prove
from composer.situations.symbolic import AnswerSpace
from tests.examples import demand, item
from tests.examples import library as library_of
from tests.proof import listing
from tests.proof.themes import layered_libraries, tangled_libraries
from tests.shipped import THEMES
from tests.strategies import libraries

Test = Callable[..., Any]


def tries(count: int) -> Callable[[Test], Test]:
    return settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))


def agrees(content: Library) -> None:
    theme, catalogue = content.themes["t"], content.catalogue
    made = listing.packages(theme, catalogue)
    by_answers = listing.outcomes(made)
    proof = prove(theme, catalogue)
    alive = [package for package in made.values() if package]
    assert proof.proved
    assert proof.combinations == len(made)
    assert proof.packages == len(set(by_answers.values()) - {None})
    assert proof.dead_combinations == len(made) - len(alive)
    assert list(proof.useless_questions) == listing.useless(theme, catalogue, by_answers)
    there = {planned.item.id for package in alive for planned in package.items}
    assert list(proof.items_never) == [one.item for one in theme.items if one.item not in there]


@given(tangled_libraries())
@tries(25)
def test_a_theme_full_of_choices_is_proved_as_listed(content: Library) -> None:
    agrees(content)


def test_a_choice_that_a_waiting_item_demands_knows_who_else_is_in_its_loop() -> None:
    """The goal waits for the permit, which either needs nothing from it or would wait for it in turn."""
    content = library_of(
        [
            item("start", "letter"),
            item("goal", "proof", requires=[demand("permit")], excludes=["rival"]),
            item("office", "permit", requires=[demand("letter", "proof")]),
            item("rival", "permit"),
        ],
        ["letter", "proof", "permit"],
        questions=[{"id": "apart", "options": ["yes", "no"]}],
        forced=["office"],
    )
    agrees(content)
    assert prove(content.themes["t"], content.catalogue).dead_combinations == 0


def test_a_choice_is_not_taken_for_one_that_would_wait_for_itself() -> None:
    """Once the cheap issuer demands what the goal issues, the goal can no longer wait for its paper alone."""
    content = library_of(
        [
            item("cheap", "paper", requires=[demand("seal", when={"strict": "yes"})]),
            item("plain", "stamp"),
            item("both", "stamp", "seal"),
            item("goal", "seal", "proof", requires=[demand("stamp"), demand("paper")]),
        ],
        ["proof"],
        questions=[{"id": "strict", "options": ["yes", "no"]}],
        kinds=[{"id": kind, "only_issued": True} for kind in ("stamp", "seal", "proof")],
    )
    agrees(content)
    proof = prove(content.themes["t"], content.catalogue)
    assert (proof.dead_combinations, proof.packages) == (0, 2)


@pytest.mark.parametrize("options", [["yes", "no"], ["no", "yes"]])
def test_an_exclusion_beside_a_choice_does_not_make_it_impossible(options: list[str]) -> None:
    """Two that may not be in one package call for the same paper, which has two issuers."""
    content = library_of(
        [
            item("guest", "visit", requires=[demand("paper")]),
            item("host", "seal", requires=[demand("paper")], excludes=["guest"]),
            item("cheap", "paper"),
            item("plain", "paper"),
        ],
        ["seal", {"material": "visit", "when": {"visiting": "yes"}}],
        questions=[{"id": "visiting", "options": options}],
        kinds=[{"id": "paper", "only_issued": True}],
    )
    agrees(content)
    assert prove(content.themes["t"], content.catalogue).dead_combinations == 1


@given(layered_libraries())
@tries(12)
def test_a_theme_of_layers_of_choices_is_proved_as_listed(content: Library) -> None:
    agrees(content)


def test_the_one_way_to_meet_what_all_issuers_demand_is_taken() -> None:
    """Both who issue the proof demand the paper, and each answer leaves one who issues that, or none."""
    content = library_of(
        [item("a", "paper"), item("b", "paper"), *(item(name, "proof", requires=[demand("paper")]) for name in "cd")],
        ["proof"],
        questions=[{"id": "q", "options": ["a", "b", "neither"]}],
    )
    theme = content.themes["t"]
    candidates = tuple(
        Candidate.model_validate({"item": one.item, "when": {"q": one.item} if one.item in "ab" else None})
        for one in theme.items
    )
    agrees(content.model_copy(update={"themes": {"t": theme.model_copy(update={"items": candidates})}}))


@given(libraries())
@tries(8)
def test_a_theme_full_of_forms_is_proved_as_listed(content: Library) -> None:
    agrees(content)


@given(tangled_libraries())
@tries(12)
def test_what_a_package_shows_settles_its_flows_and_supplies(content: Library) -> None:
    shown: dict[Any, Any] = {}
    for package in listing.packages(content.themes["t"], content.catalogue).values():
        if package:
            flows = {(one.material, one.producer, one.consumer) for one in package.flows}
            supplies = {(one.item, one.material, one.supply, one.producer) for one in package.supplies}
            parts = listing.package_parts(package)
            assert shown.setdefault(parts, (flows, supplies)) == (flows, supplies)


@given(tangled_libraries())
@tries(20)
def test_dead_ends_are_dead_least_and_all(content: Library) -> None:
    theme, catalogue = content.themes["t"], content.catalogue
    dead = {name for name, package in listing.packages(theme, catalogue).items() if package is None}
    everything = [
        (raw, listing.effective(theme, catalogue, raw) in dead) for raw in listing.raw_answers(theme, catalogue)
    ]
    sets = []
    for one in prove(theme, catalogue).dead_ends:
        taken = [(name, option, True) for name, options in one.answers.items() for option in options]
        taken += [(name, option, False) for name, options in one.avoided.items() for option in options]
        sets.append(taken)
        assert one.findings
        assert listing.key(one.example) in dead
        assert all(
            (option in one.example.get(name, ())) is there for name, option, there in taken if name in one.example
        )
        assert all(is_dead for raw, is_dead in everything if holds(raw, taken))
        for left_out in taken:
            fewer = [part for part in taken if part != left_out]
            assert not all(is_dead for raw, is_dead in everything if holds(raw, fewer))
    assert all(is_dead == any(holds(raw, taken) for taken in sets) for raw, is_dead in everything)


def holds(raw: Answers, taken: list[tuple[str, str, bool]]) -> bool:
    return all((option in raw[name]) is chosen for name, option, chosen in taken)


@pytest.mark.parametrize("name", THEMES)
def test_a_shipped_theme_is_proved_and_leads_everybody_somewhere(name: str, library: Library) -> None:
    proof = prove(library.themes[name], library.catalogue)
    assert proof.proved
    assert proof.packages > 1
    assert (proof.dead_ends, proof.useless_questions, dict(proof.unreachable_options)) == ((), (), {})
    assert (proof.items_never, proof.materials_never, proof.demands_never) == ((), (), ())


FEW = 40
"""Combinations of answers that are gone through for each shipped theme."""


@pytest.mark.parametrize("name", THEMES)
def test_a_part_of_a_shipped_theme_is_proved_as_listed(name: str, library: Library) -> None:
    theme, catalogue = library.themes[name], library.catalogue
    fixed: dict[str, tuple[str, ...]] = {}
    for asked in theme.questions:
        space = AnswerSpace(theme, catalogue, fixed)
        if space.count(space.diagrams.always) > FEW:
            fixed[asked.question] = asked.ordinary(catalogue.questions[asked.question])
    made = listing.packages(theme, catalogue, fixed)
    proof = prove(theme, catalogue, fixed)
    assert proof.combinations == len(made)
    assert proof.packages == len(set(listing.outcomes(made).values()))
