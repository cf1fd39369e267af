"""A theme under all answers, worked out once: when there is a package, and what it shows."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from composer.model.condition import Condition, atoms
from composer.model.objective import USUAL, Terms
from composer.model.policy import Merged
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme
from composer.proof.choices import clusters
from composer.proof.decide import MOST_ASKED, decide
from composer.proof.differing import differing
from composer.proof.features import Part, theme_parts
from composer.proof.guarded import guarded
from composer.proof.named import Demanded, demands_made, materials_named
from composer.proof.presence import breakdowns, unavoidable
from composer.proof.regimes import Regime, regimes
from composer.situations.diagrams import Diagram, both
from composer.situations.symbolic import AnswerSpace

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class World:
    """Functions of effective answers, legal ones being those of `space`.

    `dead`: there is no package; `unknown`: whether there is one, and which, was not worked out. The others count only
    where there is one and it is known: when the package holds an item, shows a part, names a material, makes a demand.
    """

    space: AnswerSpace
    items: Mapping[str, Diagram]
    parts: Mapping[Part, Diagram]
    materials: Mapping[str, Diagram]
    demands: Mapping[Demanded, Diagram]
    dead: Diagram
    unknown: Diagram

    @property
    def alive(self) -> Diagram:
        """When there is a package, and it is known."""
        return ~(self.dead | self.unknown)

    def is_ever_asked(self, question: str) -> bool:
        """Whether some answers lead to the question."""
        return both(self.space.asked[question], self.space.legal)

    @cached_property
    def raw_differences(self) -> list[Diagram]:
        """What can differ between two packages, or between one and none, as functions of raw answers, each once."""
        known = self.space.legal & ~self.unknown
        functions = [~self.dead, *(when & ~self.dead for when in self.parts.values())]
        found = differing(functions, known, self.space.diagrams.never)
        return self.space.raw([self.space.simplest(one) for one in found])


def world(theme: Theme, catalogue: Catalogue, given: Answers | None = None, terms: Terms = USUAL) -> World:
    """Everything that the answers decide under `terms`; `given` are raw answers that are fixed.

    Raises AnswerError for terms that cannot be.
    """
    space = AnswerSpace(theme, catalogue, given, _together(theme, catalogue))
    parts, left = [], MOST_ASKED
    for regime in regimes(theme, catalogue, space, terms):
        part, asked = _under(regime, space, terms, left)
        left -= asked
        parts.append((regime.where, part))
    whole = parts[0][1] if len(parts) == 1 else _joined(space, parts)
    left_out = space.legal & ~space.diagrams.any_of(where for where, _ in parts)
    unknown = whole.unknown | left_out
    return World(space, whole.items, whole.parts, whole.materials, whole.demands, space.simplest(whole.dead), unknown)


def _under(regime: Regime, space: AnswerSpace, terms: Terms, most: int) -> tuple[World, int]:
    """The theme under one regime, and how often the chain pass was asked."""
    never, always = space.diagrams.never, space.diagrams.always
    if regime.reform is None:
        return World(space, {}, {}, {}, {}, always, never), 0
    theme, catalogue = regime.reform.theme, regime.reform.catalogue
    seen = guarded(theme, catalogue, space, terms)
    items = unavoidable(seen)
    impossible, unknown, asked = never, never, 0
    for cluster in clusters(seen, items, terms.objectives or theme.objectives):
        chosen = decide(cluster, theme, catalogue, seen, items, regime.where, terms, most - asked)
        asked += chosen.asked
        items = {**items, **chosen.items}
        impossible, unknown = impossible | chosen.impossible, unknown | chosen.unknown
    dead = (breakdowns(seen, items) | impossible) & ~unknown
    parts = theme_parts(seen, catalogue, items, [policy.id for policy in regime.reform.applied])
    materials = materials_named(seen, items)
    return World(space, items, parts, materials, demands_made(seen, items), dead, unknown), asked


def _joined(space: AnswerSpace, worlds: Iterable[tuple[Diagram, World]]) -> World:
    """The worlds as one, each where it holds."""
    listed = list(worlds)
    never = space.diagrams.never

    def join(mappings: Iterable[tuple[Diagram, Mapping[Key, Diagram]]]) -> dict[Key, Diagram]:
        found: dict[Key, Diagram] = {}
        for where, mapping in mappings:
            for name, when in mapping.items():
                found[name] = found.get(name, never) | (where & when)
        return found

    return World(
        space,
        join((where, one.items) for where, one in listed),
        join((where, one.parts) for where, one in listed),
        join((where, one.materials) for where, one in listed),
        join((where, one.demands) for where, one in listed),
        space.diagrams.any_of(where & one.dead for where, one in listed),
        space.diagrams.any_of(where & one.unknown for where, one in listed),
    )


def _together(theme: Theme, catalogue: Catalogue) -> set[frozenset[str]]:
    """Questions that have a say in the same part of a package."""
    groups = {_mentioned(one.when) for one in (*theme.wants, *theme.policies)}
    admits = {candidate.item: candidate.when for candidate in theme.items}
    into = {name: admits.get(one.into) for one in theme.policies if isinstance(one, Merged) for name in one.items}
    for candidate in theme.items:
        item = catalogue.items[candidate.item]
        admitted = [candidate.when]
        for requirement in item.requires:
            letter = requirement.commitment
            groups.add(_mentioned(*admitted, requirement.when, letter.when if letter else None))
        groups |= {_mentioned(*admitted, one.when) for one in item.stated}
        for section in catalogue.forms[item.form].sections if item.form else ():
            groups |= {_mentioned(*admitted, section.when, field.when) for field in section.fields}
            groups |= {_mentioned(into.get(item.id), section.when, field.when) for field in section.fields}
    return groups


def _mentioned(*conditions: Condition | None) -> frozenset[str]:
    return frozenset(atom.question for condition in conditions for atom in atoms(condition))
