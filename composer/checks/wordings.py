"""No two kinds of document, and no two holders, have a wording in common."""

from collections.abc import Iterator

from composer.checks.registry import CHECKS
from composer.errors import Finding
from composer.materials.names.lexicon import ambiguous
from composer.model.theme import Library


@CHECKS.register("wordings")
def wordings(library: Library) -> Iterator[Finding]:
    """`alias-joins`."""
    yield from ambiguous(library.catalogue)
