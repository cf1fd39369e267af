"""Functions of the answers that say something, and options that nobody can choose."""

from collections.abc import Iterable, Iterator

from composer.situations.diagrams import Diagram, both
from composer.situations.symbolic import AnswerSpace, Choice


def unreachable_options(space: AnswerSpace) -> Iterator[Choice]:
    """Options that no legal answers contain: their question is never asked."""
    for name, option in space.choices:
        if name not in space.given and not both(space.chosen(name, option), space.legal):
            yield name, option


def differing(functions: Iterable[Diagram], world: Diagram, never: Diagram) -> list[Diagram]:
    """The functions, each once, that are not the same throughout `world`; a function and its opposite are one."""
    known = {world, never}
    kept = []
    for one in functions:
        there = one & world
        if there not in known:
            known |= {there, world & ~one}
            kept.append(one)
    return kept
