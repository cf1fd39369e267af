"""What the items of a package name: documents that they ask for or issue, and each of their demands."""

from collections.abc import Mapping

from composer.proof.guarded import Guarded
from composer.situations.diagrams import Diagram

Demanded = tuple[str, str]
"""An item and the name of one of its demands."""


def materials_named(theme: Guarded, items: Mapping[str, Diagram]) -> dict[str, Diagram]:
    """When a package accepts, issues or takes as a letter each material; what is withdrawn does not count."""
    named: dict[str, Diagram] = {}

    def name(ref: str, when: Diagram) -> None:
        named[ref] = named[ref] | when if ref in named else when

    condition, never = theme.space.condition, theme.space.diagrams.never
    for item in theme.items.values():
        there = items[item.id]
        for result in item.results:
            name(result.material, there)
        for requirement in item.requires:
            if requirement.withdrawn is None:
                when, letter = there & condition(requirement.when), requirement.commitment
                promised = condition(letter.when) if letter else never
                for ref in requirement.any_of:
                    name(ref, when & ~promised)
                if letter:
                    name(letter.material, when & promised)
    return named


def demands_made(theme: Guarded, items: Mapping[str, Diagram]) -> dict[Demanded, Diagram]:
    """When each demand that is not withdrawn is made."""
    made: dict[Demanded, Diagram] = {}
    for item in theme.items.values():
        for requirement in item.requires:
            if requirement.withdrawn is None:
                key = (item.id, requirement.name)
                when = items[item.id] & theme.space.condition(requirement.when)
                made[key] = made[key] | when if key in made else when
    return made
