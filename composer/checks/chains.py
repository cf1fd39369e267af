"""Themes lead somewhere: results are needed, demands can be met, nothing waits for itself."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from composer.chain import chain
from composer.checks.registry import CHECKS
from composer.errors import ContentError, Finding, Place, Severity
from composer.measure import timing
from composer.model.objective import USUAL
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Library, Theme
from composer.policies import case_of
from composer.proof.dead_ends import smallest_dead_ends
from composer.proof.world import world
from composer.situations.diagrams import TooEntangled
from composer.situations.worlds import worlds
from composer.why import with_ways_out

TRIED = 400
"""How many combinations of answers are composed for each theme at most, those nearest to the ordinary ones first."""

LOOKED_AT = 20_000
"""Among how many combinations those that lead nowhere are looked for, before the smallest dead ends come in turn."""


@CHECKS.register("chains")
def chains(library: Library) -> Iterator[Finding]:
    """`result-unneeded`, `prerequisite-missing`, and what composing finds: loops, unreachable wants, exclusions."""
    for theme in library.themes.values():
        yield from _needed(theme, library.catalogue)
        yield from _prerequisites(theme, library.catalogue)
        yield from _composed(theme, library.catalogue)


def _needed(theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    wanted = {want.material for want in theme.wants}
    items = [catalogue.items[candidate.item] for candidate in theme.items]
    wanted |= {ref for item in items for requirement in item.requires for ref in requirement.any_of}
    prerequisites = {prerequisite.item for item in items for prerequisite in item.prerequisites}
    for candidate, item in zip(theme.items, items, strict=True):
        if item.id not in prerequisites and not any(result.material in wanted for result in item.results):
            reason = f"事项 {item.id} 的结果没有人想要，也没有事项需要"
            suggestion = "请把结果加进 wants，或从 items 里删去这个事项"
            yield Finding("result-unneeded", theme.id, reason, suggestion, candidate.at, Severity.ERROR)


def _prerequisites(theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    listed = {candidate.item for candidate in theme.items}
    for name in sorted(listed):
        for prerequisite in catalogue.items[name].prerequisites:
            if prerequisite.item not in listed:
                reason = f"要先办 {prerequisite.item}，主题 {theme.id} 却没有列它"
                suggestion = f"请在 {theme.id} 的 items 里加上 {prerequisite.item}"
                yield Finding("prerequisite-missing", name, reason, suggestion, prerequisite.at)


def _composed(theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    """What composing finds, each once; where the ordinary answers are no such case, with answers that are."""
    seen: set[tuple[str, str, Place | None]] = set()
    ordinary = next(worlds(theme, catalogue))
    for answers in _suspected(theme, catalogue):
        try:
            case = case_of(theme, catalogue, answers)
            chain(case, catalogue, {item.id: timing(item) for item in case.items}, USUAL)
        except ContentError as error:
            for finding in error.findings:
                key = (finding.rule, finding.subject, finding.place)
                if key not in seen and finding.rule != "policy-conflict":  # which the check of policies reports
                    seen.add(key)
                    mended = with_ways_out(finding, theme, catalogue, answers)
                    yield replace(mended, reason=finding.reason + _when(answers, ordinary))


def _suspected(theme: Theme, catalogue: Catalogue) -> Iterator[Answers]:
    """Answers that lead nowhere, some for every dead end; where there is no proof, those nearest to the ordinary."""
    try:
        known = world(theme, catalogue)
    except TooEntangled:
        yield from islice(worlds(theme, catalogue), TRIED)
        return
    space = known.space
    if space.count(known.unknown):
        yield from islice(worlds(theme, catalogue), TRIED)
    if space.count(known.dead):
        near = islice(worlds(theme, catalogue), LOOKED_AT)
        yield from islice((answers for answers in near if space.is_true(known.dead, answers)), TRIED)
        for taken in smallest_dead_ends(space, known.dead):
            yield from filter(None, [space.example(known.dead & space.diagrams.cube(dict(taken)))])


def _when(answers: Answers, ordinary: Answers) -> str:
    """The answers that differ from the ordinary ones, as a remark."""
    said = [f"{name}={'、'.join(options)}" for name, options in answers.items() if ordinary.get(name) != options]
    return f"（回答 {'，'.join(said)} 时）" if said else ""
