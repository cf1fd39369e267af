"""免提交: the office fetches a document that another already has."""

from collections.abc import Iterator

from composer.model.policy import Sharing
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import Edit, changed, of_demands
from composer.policies.registry import KINDS


@KINDS.register("sharing")
def sharing(policy: Sharing, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """The rows are shared; whether that is verified is as certain as the policy."""
    provider = catalogue.departments[policy.provider].name
    fetched = f"{provider}（{policy.system}）" if policy.system else provider
    for item, row, requirement, named in of_demands(policy.demands, theme, catalogue):
        unchecked = {one for one in requirement.unchecked if one != "shared"} | (
            set() if policy.certain else {"shared"}
        )
        facts = {"shared": True, "fetched_from": fetched, "unchecked": tuple(sorted(unchecked))}
        yield from changed(item, row, facts, named)
