"""压缩时限: a department promises to be quicker."""

from collections.abc import Iterator

from composer.model.policy import Faster
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import Edit, changed
from composer.policies.registry import KINDS


@KINDS.register("faster")
def faster(policy: Faster, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """The promised limit is another."""
    yield from changed(policy.item, None, {"promised": policy.promised})
