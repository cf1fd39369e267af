"""Rules over a library, each giving findings; a family of rules is one file of this folder."""

from collections.abc import Iterator

from composer.checks.registry import CHECKS
from composer.errors import Finding
from composer.model.theme import Library

CHECKS.discover(__name__, __path__)


def check_references(library: Library) -> Iterator[Finding]:
    """Findings of ids that do not exist; without any, a library can be composed."""
    yield from CHECKS["references"](library)


def check_library(library: Library) -> Iterator[Finding]:
    """All findings. The other rules see only a library whose references hold."""
    broken = list(check_references(library))
    yield from broken
    if not broken:
        for name, check in CHECKS.items():
            if name != "references":
                yield from check(library)
