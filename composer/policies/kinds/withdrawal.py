"""取消材料: a document without legal basis may no longer be asked for."""

from collections.abc import Iterator

from composer.model.policy import Withdrawal
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import Edit, changed, of_demands
from composer.policies.registry import KINDS


@KINDS.register("withdrawal")
def withdrawal(policy: Withdrawal, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """The rows are withdrawn, with the policy's own reason."""
    for item, row, _, named in of_demands(policy.demands, theme, catalogue):
        yield from changed(item, row, {"withdrawn": policy.reason}, named)
