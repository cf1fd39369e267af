"""Rules over a library, each giving findings; a family of rules is one file of this folder."""

from collections.abc import Iterator, Mapping

from composer.checks.references import Excused, sound_part, unresolved
from composer.checks.registry import CHECKS
from composer.errors import Finding
from composer.model.theme import Library

__all__ = ["CHECKS", "Excused", "check_library", "check_references"]

CHECKS.discover(__name__, __path__)


def check_references(library: Library, excused: Mapping[str, Excused] | None = None) -> Iterator[Finding]:
    """Findings of ids that do not exist; without any, a library can be composed.

    `excused` holds, by kind of thing, ids that were written but could not be read: their absence is no second fault.
    """
    yield from unresolved(library, excused or {})


def check_library(library: Library, excused: Mapping[str, Excused] | None = None) -> Iterator[Finding]:
    """All findings. The other rules see only the items and themes whose references all hold."""
    yield from check_references(library, excused)
    sound = sound_part(library)
    for name, check in CHECKS.items():
        if name != "references":
            yield from check(sound)
