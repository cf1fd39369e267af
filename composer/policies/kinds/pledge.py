"""告知承诺: a letter is handed in instead of a document, and is checked afterwards."""

from collections.abc import Iterator

from composer.model.item import Commitment
from composer.model.policy import Pledge
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import Edit, changed, of_demands
from composer.policies.registry import KINDS


@KINDS.register("pledge")
def pledge(policy: Pledge, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """One letter for all the documents."""
    letter = Commitment(
        material=policy.letter.material,
        name=policy.letter.name,
        supervision=policy.supervision,
        source=policy.source,
        certain=policy.certain,
    )
    for item, row, _, named in of_demands(policy.demands, theme, catalogue):
        yield from changed(item, row, {"commitment": letter}, named)
