"""Who issues what, and which requirements call for it."""

from collections.abc import Iterable

from composer.model.item import Requirement, ServiceItem
from composer.model.material import Necessity


def issuers(items: Iterable[ServiceItem]) -> dict[str, list[ServiceItem]]:
    """Material reference to the items that issue it, in the order given."""
    found: dict[str, list[ServiceItem]] = {}
    for item in items:
        for ref in dict.fromkeys(result.material for result in item.results):
            found.setdefault(ref, []).append(item)
    return found


def is_met_by_chain(requirement: Requirement) -> bool:
    """Whether a document must flow in before the item begins: not where a promise stands in or it may follow."""
    return requirement.commitment is None and requirement.necessity is not Necessity.DEFERRABLE


def is_mandatory(requirement: Requirement) -> bool:
    """Whether the requirement calls for its document to come into being."""
    return requirement.commitment is None and requirement.necessity is not Necessity.OPTIONAL
