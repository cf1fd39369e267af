"""互为前置: items of a catalogue that can only wait for one another, and what would have to be waived.

A demand closes a loop where nothing outside it could meet the demand: it must be met before the item begins, every
alternative is what another item issues, and every item that issues one stands in the loop itself. So what is reported
is stuck whatever else is done, save for an applicant who has one of the documents from before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from composer.chain.graph import is_mandatory, is_met_by_chain
from composer.chain.mend import Knot, waivers
from composer.model.base import Model
from composer.model.condition import All, Condition
from composer.model.item import Prerequisite, Requirement, ServiceItem
from composer.model.theme import Catalogue
from composer.situations.conditions import answers_told_apart, describe, holds, satisfiable
from composer.why.model import PlaceText


class Demanded(Model):
    """An edge of a loop: `item` cannot begin before one of `issuers` is done, and where that is written.

    `name` is the demand as the department words it; `when` its condition in words. `only_issued`: nobody can have the
    document from before.
    """

    item: str
    name: str
    issuers: tuple[str, ...]
    prerequisite: bool
    only_issued: bool
    place: PlaceText = None
    source: str | None = None
    certain: bool | None = None
    basis: str | None = None
    when: str | None = None


class Loop(Model):
    """Items that wait for one another, every demand that keeps them so, and the fewest that would have to be waived.

    `waivers` are sets of positions in `demands`; `least` where no smaller set opens the loop, `complete` where there
    are no others as small.
    """

    items: tuple[str, ...]
    names: tuple[str, ...]
    demands: tuple[Demanded, ...]
    waivers: tuple[tuple[int, ...], ...]
    least: bool
    complete: bool


@dataclass(frozen=True)
class _Demand:
    """A demand that only items can meet, with the items that would."""

    item: str
    issuers: frozenset[str]
    written: Requirement | Prerequisite

    @property
    def when(self) -> Condition | None:
        return self.written.when if isinstance(self.written, Requirement) else None


def loops(catalogue: Catalogue) -> tuple[Loop, ...]:
    """Every loop of the catalogue, by the ids of its items; conditions that exclude each other close none together."""
    return tuple(_loop(knot, catalogue) for knot in _Finder(catalogue).knots())


class _Finder:
    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.items = dict(sorted(catalogue.items.items()))

    @cached_property
    def issuers(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for item in self.items.values():
            for result in item.results:
                found.setdefault(result.material, set()).add(item.id)
        return {ref: frozenset(names) for ref, names in found.items()}

    def knots(self) -> Iterator[list[_Demand]]:
        """The demands of each loop, those of no loop left out."""
        demands = [demand for item in self.items.values() for demand in self.demands(item)]
        stuck = _stuck(demands)
        for part in _tangles([demand for demand in demands if demand.item in stuck]):
            yield from self.together(part)

    def demands(self, item: ServiceItem) -> Iterator[_Demand]:
        for prerequisite in item.prerequisites:
            if prerequisite.item in self.items:
                yield _Demand(item.id, frozenset({prerequisite.item}), prerequisite)
        for requirement in filter(_in_time, item.requires):
            ways = [self.ways(ref, item) for ref in requirement.any_of]
            if None not in ways and any(ways):
                yield _Demand(item.id, frozenset[str]().union(*filter(None, ways)), requirement)

    def ways(self, ref: str, item: ServiceItem) -> frozenset[str] | None:
        """The items that issue the document to `item`; None where it may be there without."""
        issuers = self.issuers.get(ref, frozenset())
        if self.catalogue.kinds[ref.partition("@")[0]].only_issued:
            return issuers
        return issuers if issuers and item.id not in issuers else None

    def together(self, demands: list[_Demand]) -> list[list[_Demand]]:
        """The loop as it is where its conditions can hold together, else the loops that some answers leave of it."""
        conditions = tuple(dict.fromkeys(one.when for one in demands if one.when is not None))
        worlds = answers_told_apart(All(parts=conditions), self.catalogue.questions) if conditions else None
        if worlds is None or satisfiable(All(parts=conditions), self.catalogue.questions):
            return [demands]
        left = {tuple(holds(one.when, answers) for one in demands) for answers in worlds}
        found: dict[frozenset[str], list[_Demand]] = {}
        for kept in sorted(left, reverse=True):
            for part in _tangles([one for one, stays in zip(demands, kept, strict=True) if stays]):
                found.setdefault(frozenset(one.item for one in part), part)
        return [found[items] for items in sorted(found, key=sorted)]


def _in_time(requirement: Requirement) -> bool:
    """Whether the document itself must be there before the item begins, and government does not hold it anyway."""
    met = is_mandatory(requirement) and is_met_by_chain(requirement)
    return met and requirement.withdrawn is None and not requirement.shared


def _stuck(demands: Iterable[_Demand]) -> frozenset[str]:
    """Items that can never be done, each counting from what those before it issue; linear in the demands."""
    waiting: dict[str, int] = {}
    asked: dict[str, list[int]] = {}
    listed = list(demands)
    for number, demand in enumerate(listed):
        waiting[demand.item] = waiting.get(demand.item, 0) + 1
        for issuer in demand.issuers:
            asked.setdefault(issuer, []).append(number)
    done = [name for name in asked if name not in waiting]
    met: set[int] = set()
    while done:
        for number in asked.get(done.pop(), ()):
            if number not in met:
                met.add(number)
                item = listed[number].item
                waiting[item] -= 1
                if not waiting[item]:
                    done.append(item)
    return frozenset(item for item, left in waiting.items() if left)


def _tangles(demands: list[_Demand]) -> list[list[_Demand]]:
    """The demands of each strongly connected set of items that is closed: all that would meet them is inside."""
    found: list[list[_Demand]] = []
    todo = [demands]
    while todo:
        some = todo.pop()
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_edges_from((issuer, demand.item) for demand in some for issuer in sorted(demand.issuers))
        part_of = {name: number for number, part in enumerate(nx.strongly_connected_components(graph)) for name in part}
        inside: dict[int, list[_Demand]] = {}
        for demand in some:
            own = part_of[demand.item]
            if all(part_of[issuer] == own for issuer in demand.issuers):
                inside.setdefault(own, []).append(demand)
        for part in inside.values():
            # A demand that went may have held the part together; what is whole is a loop.
            whole = len(part) == len(some)
            (found if whole else todo).append(part)
    return sorted(found, key=lambda part: sorted({one.item for one in part}))


def _loop(demands: list[_Demand], catalogue: Catalogue) -> Loop:
    ordered = sorted(demands, key=lambda one: (one.item, str(one.written.at or ""), _name(one)))
    names = sorted({one.item for one in ordered})
    index = {name: number for number, name in enumerate(names)}
    knot = Knot(
        items=frozenset(index.values()),
        demands={
            number: (index[one.item], frozenset(index[issuer] for issuer in one.issuers))
            for number, one in enumerate(ordered)
        },
    )
    least = waivers(knot)
    return Loop(
        items=tuple(names),
        names=tuple(catalogue.items[name].name for name in names),
        demands=tuple(_demanded(one, catalogue) for one in ordered),
        waivers=least.sets,
        least=least.least,
        complete=least.complete,
    )


def _name(demand: _Demand) -> str:
    return demand.written.name if isinstance(demand.written, Requirement) else demand.written.via


def _demanded(demand: _Demand, catalogue: Catalogue) -> Demanded:
    written = demand.written
    return Demanded(
        item=demand.item,
        name=_name(demand),
        issuers=tuple(sorted(demand.issuers)),
        prerequisite=isinstance(written, Prerequisite),
        only_issued=isinstance(written, Prerequisite) or _only_issued(written, catalogue),
        place=written.at,
        source=written.source,
        certain=written.certain,
        basis=written.basis if isinstance(written, Requirement) else None,
        when=describe(demand.when, catalogue.questions) if demand.when is not None else None,
    )


def _only_issued(requirement: Requirement, catalogue: Catalogue) -> bool:
    return all(catalogue.kinds[ref.partition("@")[0]].only_issued for ref in requirement.any_of)
