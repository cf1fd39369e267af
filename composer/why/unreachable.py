"""What would make an unreachable want reachable: documents at hand, or items of the catalogue taken into the theme."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from composer.chain.graph import is_mandatory, is_met_by_chain
from composer.chain.mend import Addition, additions
from composer.chain.network import Network, Work
from composer.errors import Finding
from composer.model.item import Requirement, ServiceItem
from composer.model.package import Case
from composer.model.situation import Answers
from composer.model.theme import Candidate, Catalogue, Theme
from composer.policies import case_of
from composer.situations.select import select
from composer.why.model import Thing, ThingKind, Way

_HAND = "hand/"
_DONE = "done/"


def ways_out(
    theme: Theme,
    catalogue: Catalogue,
    answers: Answers,
    wants: Iterable[str] | None = None,
    without: Collection[str] = (),
) -> list[Way]:
    """The smallest sets of additions that make the wants (by default all of these answers) reachable, smallest first.

    An item may be added that the theme does not list, or that the answers switch off; a document that only an item
    issues, or that an item of the theme issues, may be at hand, but none that is itself wanted. The items `without`
    are no part of it. Empty where nothing helps, or nothing need be added.
    """
    inside = case_of(theme, catalogue, answers)
    wanted = [want.material for want in inside.wants] if wants is None else list(wants)
    widened = _Widened.of(inside, catalogue, without)
    network = widened.network(wanted)
    holdable = {ref for item in widened.items for one in item.requires for ref in one.any_of} - set(wanted)
    found = additions(
        network,
        items=[number for number, name in enumerate(network.items) if name not in widened.inside],
        materials=[number for number, ref in enumerate(network.materials) if ref in holdable],
    )
    return [_way(one, network, catalogue) for one in found.sets if one.items or one.materials]


def with_ways_out(finding: Finding, theme: Theme, catalogue: Catalogue, answers: Answers) -> Finding:
    """The finding with the smallest additions as its way out, where it is one of the chain that additions can mend."""
    if finding.rule not in ("want-unreachable", "requirement-unsupplied", "chain-loop"):
        return finding
    wants = [finding.subject] if finding.subject in {want.material for want in theme.wants} else None
    ways = ways_out(theme, catalogue, answers, wants)
    if not ways:
        return finding
    return replace(finding, suggestion=f"{finding.suggestion}；{said(ways)}")


def said(ways: Iterable[Way], most: int = 3) -> str:
    """The first few ways in one clause: "只要让“注销税务登记”也进来，或手上先有“清税证明”，就走得通"."""
    return f"只要{'，或'.join([way.text for way in ways][:most])}，就走得通"


@dataclass(frozen=True)
class _Widened:
    """All items of the catalogue under the answers, and which of them the theme has already."""

    items: tuple[ServiceItem, ...]
    inside: frozenset[str]
    forced: frozenset[str]
    issuers: dict[str, frozenset[str]]
    catalogue: Catalogue

    @classmethod
    def of(cls, case: Case, catalogue: Catalogue, without: Collection[str]) -> "_Widened":
        listed = {one.item: one for one in case.theme.items}
        every = tuple(Candidate(item=name) for name in sorted({*catalogue.items} - {*without}))
        wide = select(case.theme.model_copy(update={"items": every}), catalogue, case.answers)
        issuers: dict[str, set[str]] = {}
        left = [item for item in case.items if item.id not in without]
        for item in left:
            for result in item.results:
                issuers.setdefault(result.material, set()).add(item.id)
        return cls(
            items=wide.items,
            inside=frozenset(item.id for item in left),
            forced=frozenset(item.id for item in left if listed[item.id].forced),
            issuers={ref: frozenset(names) for ref, names in issuers.items()},
            catalogue=catalogue,
        )

    def network(self, wanted: list[str]) -> Network:
        works = [self.work(item) for item in self.items]
        known = {item.id for item in self.items}
        groups = [group for work in works for group in (*work.needs, *work.owes)]
        held = {ref for group in groups for ref in group if ref.startswith(_HAND)}
        return Network.of(
            works,
            held=held,
            wanted=[(ref,) for ref in wanted],
            excludes=[(item.id, name) for item in self.items for name in item.excludes if name in known],
        )

    def work(self, item: ServiceItem) -> Work:
        needs: list[tuple[str, ...]] = []
        owes: list[tuple[str, ...]] = []
        for requirement in filter(is_mandatory, item.requires):
            (needs if is_met_by_chain(requirement) else owes).append(tuple(self.ways(requirement, item)))
        before = [one.item for one in item.prerequisites if self.counts(one.item, item)]
        return Work(
            name=item.id,
            needs=(*needs, *((_DONE + name,) for name in before)),
            gives=(_DONE + item.id, *(result.material for result in item.results)),
            owes=tuple(owes),
            forced=item.id in self.forced,
        )

    def counts(self, before: str, item: ServiceItem) -> bool:
        """Whether a prerequisite must be done: of an item that is to be added always, else where the theme has it."""
        return before in (self.catalogue.items if item.id not in self.inside else self.inside)

    def ways(self, requirement: Requirement, item: ServiceItem) -> Iterator[str]:
        """The document from an item or by addition, or as the chain lets the applicant have it."""
        for ref in requirement.any_of:
            yield ref
            issuers = self.issuers.get(ref, frozenset())
            alone = not issuers - {item.id}
            at_hand = (alone or item.id in issuers) and not self.catalogue.kinds[ref.partition("@")[0]].only_issued
            if at_hand or (requirement.shared and alone):
                yield _HAND + ref


def _way(one: Addition, network: Network, catalogue: Catalogue) -> Way:
    items = tuple(
        Thing(kind=ThingKind.ITEM, id=name, name=catalogue.items[name].name)
        for name in (network.items[number] for number in one.items)
    )
    materials = tuple(
        Thing(kind=ThingKind.MATERIAL, id=ref, name=catalogue.material(ref).name)
        for ref in (network.materials[number] for number in one.materials)
    )
    parts = []
    if items:
        parts.append(f"让{''.join(f'“{item.name}”（{item.id}）' for item in items)}也进来")
    if materials:
        parts.append(f"手上先有{''.join(f'“{material.name}”（{material.id}）' for material in materials)}")
    return Way(materials=materials, items=items, text="，并".join(parts))
