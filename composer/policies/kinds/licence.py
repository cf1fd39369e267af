"""证照分离 in its four ways: the licence goes, becomes a filing, is given on a promise, or is made easier."""

from collections.abc import Iterator

from composer.model.item import Statements
from composer.model.material import MaterialRef
from composer.model.policy import Abolished, Filing, Improved, LicenceByPledge
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import ASKS, GONE, Edit, changed, commitment, of_demands, of_item
from composer.policies.registry import KINDS


@KINDS.register("licence")
def licence(
    policy: Abolished | Filing | LicenceByPledge | Improved, theme: Theme, catalogue: Catalogue
) -> Iterator[Edit]:
    """What the way of the policy says of its item."""
    match policy:
        case Abolished():
            yield Edit(policy.item, None, GONE, None)
        case Filing():
            yield from changed(policy.item, None, {"type": policy.type})
            if policy.title:
                yield from changed(policy.item, None, {"name": policy.title})
            for requirement in policy.requires:
                yield Edit(policy.item, None, ASKS, requirement, about=requirement.any_of[0])
            yield from _limits(policy.item, policy.statutory, policy.promised)
            yield from _waived(policy, policy.waives, theme, catalogue)
        case LicenceByPledge():
            yield from _limits(policy.item, policy.statutory, policy.promised)
            letter = commitment(policy.letter, policy.supervision, policy)
            for item, row, _, _ in of_demands(of_item(policy.item, policy.waives), theme, catalogue):
                yield from changed(item, row, {"commitment": letter})
        case Improved():
            yield from _limits(policy.item, policy.statutory, policy.promised)
            yield from _waived(policy, policy.waives, theme, catalogue)


def _limits(item: str, statutory: Statements, promised: Statements) -> Iterator[Edit]:
    yield from changed(
        item, None, {name: said for name, said in (("statutory", statutory), ("promised", promised)) if said}
    )


def _waived(
    policy: Filing | Improved, refs: tuple[MaterialRef, ...], theme: Theme, catalogue: Catalogue
) -> Iterator[Edit]:
    for item, row, _, _ in of_demands(of_item(policy.item, refs), theme, catalogue):
        yield from changed(item, row, {"withdrawn": f"{policy.name}，不再要求"})
