"""What a policy does, taken apart: edits of single facts, so that two policies can be held against each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from composer.model.item import Commitment, Requirement, Supervision
from composer.model.material import MaterialRef
from composer.model.policy import Demanded, Letter, PolicyFacts
from composer.model.theme import Catalogue, Theme

GONE: Final = "gone"
"""Edit of an item that is no longer handled; its value is the item that issues its results instead, or None."""

WINDOW: Final = "window"
"""Edit of an item that is accepted together with others; its value is the set of them."""

WAIT: Final = "wait"
"""Edit of an item that no longer waits for the item of that name."""

ISSUES: Final = "issues"
"""Edit of an item that issues one result more."""

ASKS: Final = "asks"
"""Edit of an item that asks for one document more."""

CARRIES: Final = "carries"
"""Edit of an item whose application takes over a form; its value is the data that are no longer asked for."""


@dataclass(frozen=True)
class Edit:
    """One fact of an item, or of its requirement at position `row`, gets a new value.

    `about` tells facts of one name apart: which wait, which result, which form. `named`: the policy names the place;
    otherwise the edit follows from a word about all items, and gives way where another policy takes the item away.
    """

    item: str
    row: int | None
    fact: str
    value: Any
    about: str = ""
    named: bool = True

    @property
    def target(self) -> tuple[str, int | None, str, str]:
        """What is changed; two edits of one target must agree on the value."""
        return self.item, self.row, self.fact, self.about


def same(one: Any, other: Any) -> bool:
    """Whether two values of a fact say the same, wherever they were written."""
    return bool(_plain(one) == _plain(other))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump()
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def rows_of(demand: Demanded, theme: Theme, catalogue: Catalogue) -> Iterator[tuple[str, int, Requirement]]:
    """Item, position and requirement of each row that asks for the document and is not withdrawn."""
    for candidate in theme.items:
        if demand.item in (None, candidate.item) and candidate.item in catalogue.items:
            for position, requirement in enumerate(catalogue.items[candidate.item].requires):
                if demand.material in requirement.any_of and requirement.withdrawn is None:
                    yield candidate.item, position, requirement


def of_demands(
    demands: Iterable[Demanded], theme: Theme, catalogue: Catalogue
) -> Iterator[tuple[str, int, Requirement, bool]]:
    """The rows of several demands, each with whether its item is named."""
    for demand in demands:
        for item, position, requirement in rows_of(demand, theme, catalogue):
            yield item, position, requirement, demand.item is not None


def of_item(item: str, refs: Iterable[MaterialRef]) -> tuple[Demanded, ...]:
    """The demands of one item for these documents."""
    return tuple(Demanded(material=ref, item=item) for ref in refs)


def commitment(letter: Letter, supervision: Supervision, policy: PolicyFacts) -> Commitment:
    """What an item knows of a letter, as certain as the policy that allows it."""
    return Commitment(
        material=letter.material,
        name=letter.name,
        wording=letter.wording,
        supervision=supervision,
        source=policy.source,
        certain=policy.certain,
    )


def changed(item: str, row: int | None, facts: Mapping[str, Any], named: bool = True) -> Iterator[Edit]:
    """One edit for each of `facts`."""
    for fact, value in facts.items():
        yield Edit(item, row, fact, value, named=named)
