"""联合办理: one acceptance, one set of forms, and what the departments need of each other they pass on themselves."""

from collections.abc import Iterator

from composer.model.policy import Joint, Unwaited
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import WAIT, WINDOW, Edit, changed
from composer.policies.registry import KINDS


@KINDS.register("joint")
def joint(policy: Joint, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """The items share a window; waits that fall away go, and the document waited for follows inside."""
    for item in policy.items:
        yield Edit(item, None, WINDOW, frozenset(policy.items), named=False)  # one that is gone is simply not there
    for wait in policy.parallel:
        yield from _unwaited(wait, catalogue)


def _unwaited(wait: Unwaited, catalogue: Catalogue) -> Iterator[Edit]:
    item, after = catalogue.items[wait.item], catalogue.items[wait.after]
    issued = set(after.issued)
    if any(before.item == wait.after for before in item.prerequisites):
        yield Edit(wait.item, None, WAIT, None, about=wait.after)
    for position, requirement in enumerate(item.requires):
        if issued.intersection(requirement.any_of):
            yield from changed(wait.item, position, {"passed_by": wait.after})
