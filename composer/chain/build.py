"""From a theme's case to the network: what the chain pass asks of the choice, and how to read its answer back.

What decides where a document may come from:

- A candidate other than the demanding item issues it: it must be issued; the applicant is not supposed to have it.
- Nobody else issues it: the applicant has it at hand, unless it is a kind that only an item issues.
- The item renews it (demands what it issues): the applicant may have the old one at hand.
- Government shares it and no candidate issues it: it is there, whatever its kind.
- It is an alternative at hand, written after one that a candidate issues: it is a spare, counted on only where there is
  no way without spares. The order in which a department writes its alternatives is a preference.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from composer.chain.costs import WHOLE, Costs
from composer.chain.graph import is_mandatory, is_met_by_chain
from composer.chain.network import Goal, Network, Work
from composer.model.item import Requirement, ServiceItem
from composer.model.material import MaterialKind
from composer.model.objective import Measure, Terms
from composer.model.package import Case, Timing
from composer.model.theme import Catalogue

HANDED_IN = "hand/"
"""Before a material reference: the document that the applicant hands in, not the one that an item issues."""
SHARED = "shared/"
"""Before a material reference: the document that government fetches by itself."""
DONE = "done/"
"""Before an item id: that the item is finished, which those wait for that name it as a prerequisite."""


@dataclass(frozen=True)
class Built:
    """A network, the goals in it, and the way back: `group` numbers the group of a requirement by item and position."""

    network: Network
    goals: tuple[Goal, ...]
    costs: Costs
    group: Mapping[tuple[str, int], int]


def build(case: Case, catalogue: Catalogue, timings: Mapping[str, Timing], terms: Terms) -> Built:
    """The network of the candidates of `case` that `terms` leave, with what is wanted of them."""
    return _Builder(case, catalogue, timings, terms).built


class _Builder:
    def __init__(self, case: Case, catalogue: Catalogue, timings: Mapping[str, Timing], terms: Terms) -> None:
        self.case, self.catalogue, self.have = case, catalogue, frozenset(terms.have)
        self.items = {item.id: item for item in case.items if item.id not in terms.without}
        self.forced = {candidate.item for candidate in case.theme.items if candidate.forced}
        self.costs = Costs.of(self.items, timings, terms.objectives or case.theme.objectives)
        self.issued_by: dict[str, set[str]] = {}
        for item in self.items.values():
            for result in item.results:
                self.issued_by.setdefault(result.material, set()).add(item.id)

    @cached_property
    def built(self) -> Built:
        works = [self.work(item) for item in self.items.values()]
        network = Network.of(
            works,
            held=[ref for work in works for group in (*work.needs, *work.owes) for ref in group if _is_there(ref)],
            wanted=[(want.material,) for want in self.case.wants if want.material not in self.have],
            excludes=[(name, other) for name in self.items for other in self.excluded(name)],
            shared=dict.fromkeys((Measure.TRIPS, f"{Measure.TRIPS}{WHOLE}"), self.windows),
            handed={Measure.MATERIALS: self.handed_in(works)},
        )
        index = {refs: number for number, refs in enumerate(network.named_groups)}
        group = {
            (item.id, position): index[frozenset(refs)]
            for item in self.items.values()
            for position, requirement in enumerate(item.requires)
            if is_mandatory(requirement) and (refs := self.alternatives(requirement, item))
        }
        return Built(network, self.costs.goals, self.costs, group)

    def work(self, item: ServiceItem) -> Work:
        needs: list[tuple[str, ...]] = []
        owes: list[tuple[str, ...]] = []
        for requirement in item.requires:
            if is_mandatory(requirement):
                (needs if is_met_by_chain(requirement) else owes).append(self.alternatives(requirement, item))
        before = ((DONE + one.item,) for one in item.prerequisites if self.is_to_be_done(one.item))
        return Work(
            name=item.id,
            needs=(*needs, *before),
            gives=(DONE + item.id, *item.issued),
            owes=tuple(owes),
            costs=self.costs.of_item[item.id],
            forced=item.id in self.forced,
        )

    def is_to_be_done(self, name: str) -> bool:
        """Whether a prerequisite is waited for: where all that it issues is at hand, it was done before."""
        return name in self.items and not self.have.issuperset(one.material for one in self.items[name].results)

    def alternatives(self, requirement: Requirement, item: ServiceItem) -> tuple[str, ...]:
        """The ways in which the requirement can be met; none where it cannot."""
        found: dict[str, None] = {}
        issued = False
        for one in requirement.any_of:
            ways = self.ways(one, requirement, item)
            found |= dict.fromkeys(way for way in ways if not issued or one in self.have or not _is_there(way))
            issued = issued or one in found
        return tuple(found)

    def ways(self, ref: str, requirement: Requirement, item: ServiceItem) -> Iterator[str]:
        issuers = self.issued_by.get(ref, set())
        others = issuers - {item.id}
        if ref in self.have:
            yield HANDED_IN + ref
            return
        if others:
            yield ref
        elif requirement.shared:
            yield SHARED + ref
        if (not others or item.id in issuers) and not self.kind(ref).only_issued:
            yield HANDED_IN + ref

    @property
    def windows(self) -> list[list[str]]:
        return [[name for name in one if name in self.items] for one in self.case.theme.windows]

    def excluded(self, name: str) -> Iterator[str]:
        return (other for other in self.items[name].excludes if other in self.items)

    def handed_in(self, works: Iterable[Work]) -> dict[str, int]:
        """One for each document that the applicant hands in; forms become the one form, which is no choice."""
        refs = {ref for work in works for group in (*work.needs, *work.owes) for ref in group}
        own = sorted(ref for ref in refs if ref.startswith(HANDED_IN))
        return {ref: 1 for ref in own if not self.kind(ref.removeprefix(HANDED_IN)).form}

    def kind(self, ref: str) -> MaterialKind:
        return self.catalogue.kinds[ref.partition("@")[0]]


def _is_there(ref: str) -> bool:
    return ref.startswith((HANDED_IN, SHARED))
