"""告知承诺: a letter is handed in instead of a document, and is checked afterwards."""

from collections.abc import Iterator

from composer.model.policy import Pledge
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import Edit, changed, commitment, of_demands
from composer.policies.registry import KINDS


@KINDS.register("pledge")
def pledge(policy: Pledge, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """One letter for all the documents."""
    letter = commitment(policy.letter, policy.supervision, policy)
    for item, row, _, named in of_demands(policy.demands, theme, catalogue):
        yield from changed(item, row, {"commitment": letter}, named)
