"""The fewest requirements of items that wait for one another whose waiver lets the wants of a case through.

Unlike `onething loops`, which looks at a whole catalogue and opens a loop for every item of it, this asks what the
wants need: an item of the loop that nobody needs any more may stay stuck.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from composer.chain.build import DONE, Built
from composer.chain.graph import is_mandatory, is_met_by_chain
from composer.chain.network import Network, Rows
from composer.model.item import ServiceItem


@dataclass(frozen=True)
class Tie:
    """A requirement or prerequisite that keeps an item waiting inside a loop; `group` is its row in the network."""

    item: ServiceItem
    name: str
    group: int
    deferrable: bool


@dataclass(frozen=True)
class Untied:
    """Smallest sets of ties; `deferrable` where it is enough that the documents follow later."""

    sets: tuple[tuple[Tie, ...], ...]
    deferrable: bool


def untie(built: Built, loop: Iterable[ServiceItem], others: Iterable[Iterable[ServiceItem]]) -> Untied:
    """All smallest sets of ties of `loop` without which everything wanted can be had, once `others` are open.

    No set where that does not help, or only a set of more than `additions` looks for does.
    """
    ties = list(_ties(built, list(loop)))
    given = [tie for other in others for tie in _ties(built, list(other))]
    dropped, deferred = (_smallest(built.network, ties, given, later) for later in (False, True))
    sets = tuple(tuple(ties[number] for number in one) for one in dropped)
    return Untied(sets, deferrable=dropped == deferred and any(tie.deferrable for one in sets for tie in one))


def _ties(built: Built, items: list[ServiceItem]) -> Iterator[Tie]:
    """What each of the items asks of one of them."""
    groups = {refs: number for number, refs in enumerate(built.network.named_groups)}
    names = {item.id for item in items}
    issued = {result.material for item in items for result in item.results}
    for item in items:
        for position, requirement in enumerate(item.requires):
            if is_mandatory(requirement) and is_met_by_chain(requirement) and issued.intersection(requirement.any_of):
                group = built.group.get((item.id, position), groups.get(frozenset()))
                if group is not None:
                    yield Tie(item, requirement.name, group, deferrable=True)
        for one in item.prerequisites:
            group = groups.get(frozenset({DONE + one.item}))
            if one.item in names and group is not None:
                yield Tie(item, one.via, group, deferrable=False)


def _smallest(network: Network, ties: Sequence[Tie], given: Sequence[Tie], later: bool) -> list[tuple[int, ...]]:
    """The smallest sets of ties, by number; with `later` what is waived must still come to be at some time."""
    from composer.chain.mend import additions  # noqa: PLC0415 - loads clingo, which only a loop needs here

    first = len(network.materials)
    waived = range(first, first + len(ties))
    found = additions(_loosened(network, [*ties, *given], len(ties), later), items=[], materials=waived)
    sets = [tuple(number - first for number in one.materials) for one in found.sets]
    return [one for one in sets if one and len(one) == len(sets[0])]


def _loosened(network: Network, ties: Sequence[Tie], waivable: int, later: bool) -> Network:
    """The network with one more material for each tie, that meets it; those beyond `waivable` are there already."""
    first, groups = len(network.materials), len(network.groups)
    index = {name: number for number, name in enumerate(network.items)}
    needs, owes = list(network.needs.lists), list(network.owes.lists)
    rows = list(network.groups.lists)
    for number, tie in enumerate(ties):
        item = index[tie.item.id]
        rows.append([*network.groups[tie.group], first + number])
        needs[item] = sorted({*needs[item], groups + number} - {tie.group})
        if later and tie.deferrable:
            owes[item] = sorted({*owes[item], tie.group})
    held = [*network.held.tolist(), *range(first + waivable, first + len(ties))]
    return replace(
        network,
        materials=(*network.materials, *(f"waived/{number}" for number in range(len(ties)))),
        needs=Rows.of(needs),
        owes=Rows.of(owes),
        groups=Rows.of(rows),
        held=np.array(held, np.int32),
    )
