"""容缺后补: accepted without a document, which follows by a day."""

from collections.abc import Iterator

from composer.model.material import Necessity
from composer.model.policy import Deferral
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import Edit, changed, of_demands
from composer.policies.registry import KINDS


@KINDS.register("deferral")
def deferral(policy: Deferral, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """The documents may follow. One that is optional stays so: nobody is made to bring it into being."""
    for item, row, requirement, named in of_demands(policy.demands, theme, catalogue):
        if requirement.necessity is Necessity.REQUIRED:
            yield from changed(item, row, {"necessity": Necessity.DEFERRABLE}, named)
        yield from changed(item, row, {"due": policy.due}, named)
