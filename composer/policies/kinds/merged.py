"""多证合一: several results on one certificate, so that the items that issued them are no longer handled."""

from collections.abc import Iterator

from composer.model.policy import Merged
from composer.model.theme import Catalogue, Theme
from composer.policies.edits import ASKS, CARRIES, GONE, ISSUES, Edit, of_demands, of_item
from composer.policies.registry import KINDS


@KINDS.register("merged")
def merged(policy: Merged, theme: Theme, catalogue: Catalogue) -> Iterator[Edit]:
    """The items go; `into` issues what they issued, takes over their forms and asks for the documents that are kept."""
    asked = {ref for requirement in catalogue.items[policy.into].requires for ref in requirement.any_of}
    for name in sorted(policy.items):
        yield Edit(name, None, GONE, policy.into)
        for result in catalogue.items[name].results:
            yield Edit(policy.into, None, ISSUES, result, about=result.material)
        form = catalogue.items[name].form
        if form is not None and form != catalogue.items[policy.into].form:
            yield Edit(policy.into, None, CARRIES, tuple(sorted(policy.drops)), about=form)
        for _, _, requirement, _ in of_demands(of_item(name, policy.keeps), theme, catalogue):
            if not asked.intersection(requirement.any_of):
                yield Edit(policy.into, None, ASKS, requirement, about=requirement.any_of[0])
