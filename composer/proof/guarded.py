"""The theme under all answers at once: candidates and demands, each with the answers under which it counts.

It says what the chain pass would be asked for each answer; the two are held together by tests over random themes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from composer.chain.graph import is_mandatory, is_met_by_chain
from composer.model.item import Requirement, ServiceItem
from composer.model.material import MaterialRef, Necessity
from composer.model.objective import Terms
from composer.model.theme import Catalogue, Theme
from composer.situations.diagrams import Diagram
from composer.situations.symbolic import AnswerSpace

AT_HAND = "hand/"
"""Before a material reference, in place of an issuer: the applicant has the document."""
SHARED = "shared/"
"""Before a material reference, in place of an issuer: government fetches the document."""


def is_issuer(way: str) -> bool:
    """Whether a way to meet a demand is an item."""
    return not way.startswith((AT_HAND, SHARED))


@dataclass(frozen=True)
class Demand:
    """What an item, or the theme itself (`consumer` None), cannot do without while `when` holds.

    `ways`: who can meet it, and under which answers. `before`: it must be met before the item begins. `key` and
    `position` say where it is written: among the wants, or the item's prerequisites or requirements. `carrier`: the
    item where it is written, if it is a demand of the theme because all who may be chosen make it.
    """

    consumer: str | None
    when: Diagram
    ways: Mapping[str, Diagram]
    key: Literal["wants", "prerequisites", "requires"]
    position: int
    before: bool = True
    carrier: str | None = None

    @property
    def issuers(self) -> frozenset[str]:
        """The items among its ways."""
        return frozenset(filter(is_issuer, self.ways))


@dataclass(frozen=True)
class Guarded:
    """Candidates in order of preference with the answers that admit them, their demands, and who excludes whom."""

    space: AnswerSpace
    items: Mapping[str, ServiceItem]
    admitted: Mapping[str, Diagram]
    forced: frozenset[str]
    demands: tuple[Demand, ...]
    excludes: tuple[tuple[str, str], ...]
    wanted: Diagram
    tangled: Mapping[str, int]
    """Item to the number of its loop: items that may have to wait for one another."""

    def of(self, consumer: str | None) -> Iterator[Demand]:
        """The demands of one item, or of the theme."""
        return (one for one in self.demands if one.consumer == consumer)


def guarded(theme: Theme, catalogue: Catalogue, space: AnswerSpace, terms: Terms) -> Guarded:
    """Everything that decides which items a package holds, as functions of the answers."""
    return _Reader(theme, catalogue, space, terms).read()


class _Reader:
    def __init__(self, theme: Theme, catalogue: Catalogue, space: AnswerSpace, terms: Terms) -> None:
        self.theme, self.catalogue, self.space, self.have = theme, catalogue, space, frozenset(terms.have)
        left = [candidate for candidate in theme.items if candidate.item not in terms.without]
        self.items = {candidate.item: catalogue.items[candidate.item] for candidate in left}
        self.admitted = {candidate.item: space.condition(candidate.when) for candidate in left}
        self.issuers: dict[MaterialRef, list[str]] = {}
        for item in self.items.values():
            for ref in dict.fromkeys(item.issued):
                self.issuers.setdefault(ref, []).append(item.id)

    def read(self) -> Guarded:
        demands = [*self.wants(), *(one for item in self.items.values() for one in self.demands(item))]
        return Guarded(
            space=self.space,
            items=self.items,
            admitted=self.admitted,
            forced=frozenset(one.item for one in self.theme.items if one.forced and one.item in self.items),
            demands=tuple(demands),
            excludes=tuple(sorted(self.excludes())),
            wanted=self.space.diagrams.any_of(self.space.condition(want.when) for want in self.theme.wants),
            tangled=_loops(self.items, demands),
        )

    def excludes(self) -> set[tuple[str, str]]:
        pairs = ((item.id, other) for item in self.items.values() for other in item.excludes if other in self.items)
        return {(min(pair), max(pair)) for pair in pairs}

    def wants(self) -> Iterator[Demand]:
        for position, want in enumerate(self.theme.wants):
            if want.material in self.have:
                continue
            ways = {name: self.admitted[name] for name in self.issuers.get(want.material, ())}
            yield Demand(None, self.space.condition(want.when), ways, "wants", position)

    def demands(self, item: ServiceItem) -> Iterator[Demand]:
        for position, one in enumerate(item.prerequisites):
            if one.item in self.items and not self.have.issuperset(self.items[one.item].issued):
                when = self.admitted[one.item]
                yield Demand(item.id, when, {one.item: when}, "prerequisites", position)
        for position, requirement in enumerate(item.requires):
            if requirement.withdrawn is None and requirement.necessity is not Necessity.OPTIONAL:
                letter = requirement.commitment
                when = self.space.condition(requirement.when)
                if letter is not None:
                    when = when & ~self.space.condition(letter.when)
                bare = requirement.model_copy(update={"commitment": None})
                assert is_mandatory(bare)
                ways = self.ways(item, requirement)
                yield Demand(item.id, when, ways, "requires", position, is_met_by_chain(bare))

    def ways(self, item: ServiceItem, requirement: Requirement) -> dict[str, Diagram]:
        """An admitted item other than `item` issues it; else it is shared, or at hand if it is not only issued.

        What is shared or at hand does not count behind an alternative that another item issues. Who renews a document
        may have the old one at hand, whoever else issues it. What may follow later may be the new one, where it is to
        be issued at all.
        """
        ways: dict[str, Diagram] = {}
        first = self.space.diagrams.always
        for ref in requirement.any_of:
            if ref in self.have:
                _add(ways, AT_HAND + ref, self.space.diagrams.always)
                continue
            others = [name for name in self.issuers.get(ref, ()) if name != item.id]
            for name in others:
                _add(ways, name, self.admitted[name])
            nobody = ~self.space.diagrams.any_of(self.admitted[name] for name in others)
            if item.id in self.issuers.get(ref, ()) and requirement.necessity is Necessity.DEFERRABLE:
                _add(ways, item.id, ~nobody)
            if requirement.shared:
                _add(ways, SHARED + ref, nobody & first)
            if not self.catalogue.kinds[ref.partition("@")[0]].only_issued:
                renews = item.id in self.issuers.get(ref, ())
                _add(ways, AT_HAND + ref, first if renews else nobody & first)
            first = first & nobody
        return ways


def _add(ways: dict[str, Diagram], name: str, when: Diagram) -> None:
    ways[name] = ways[name] | when if name in ways else when


def _loops(items: Mapping[str, ServiceItem], demands: list[Demand]) -> dict[str, int]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(items)
    for demand in demands:
        if demand.consumer is not None and demand.before:
            graph.add_edges_from((name, demand.consumer) for name in sorted(demand.issuers))
    return {name: number for number, part in enumerate(nx.strongly_connected_components(graph)) for name in part}
