"""What would make an unreachable want reachable: documents at hand, or items of the catalogue taken into the theme."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

from composer.chain.graph import is_mandatory, is_met_by_chain
from composer.chain.mend import Addition, additions
from composer.chain.network import Network, Work
from composer.compose import compose
from composer.errors import ContentError, Finding
from composer.model.item import Requirement, ServiceItem
from composer.model.objective import USUAL, Terms
from composer.model.package import Case
from composer.model.situation import Answers
from composer.model.theme import Candidate, Catalogue, Theme
from composer.policies import reform
from composer.situations.answers import Given, resolve_answers
from composer.situations.select import narrow
from composer.why.model import Thing, ThingKind, Way

_HAND = "hand/"
"""Before a material: the document that the applicant has or government shares, as long as no item issues it."""
_KEPT = "kept/"
"""Before a material: the document that is at hand whoever issues it."""
_DONE = "done/"
"""Before an item: that it is finished."""


def ways_out(
    theme: Theme,
    catalogue: Catalogue,
    answers: Answers,
    wants: Iterable[str] | None = None,
    terms: Terms = USUAL,
) -> list[Way]:
    """The smallest sets of additions that make the wants (by default all of these answers) reachable, smallest first.

    An item may be added that the theme does not list, or that the answers switch off; a document that only an item
    issues, or that an item of the theme issues, may be at hand, but none that is itself wanted. Empty where nothing
    helps, or nothing need be added.
    """
    resolved = resolve_answers(theme, catalogue, answers)
    try:
        reformed = reform(theme, catalogue, resolved.answers, terms)
    except ContentError:  # policies that contradict each other: no addition mends that
        return []
    inside = narrow(reformed.theme, reformed.catalogue, resolved)
    every = tuple(Candidate(item=name) for name in sorted({*reformed.catalogue.items} - {*terms.without}))
    wide = narrow(reformed.theme.model_copy(update={"items": every}), reformed.catalogue, resolved)
    wanted = (
        [want.material for want in inside.wants if want.material not in terms.have] if wants is None else list(wants)
    )
    widened = _Widened.of(inside, wide, reformed.catalogue, terms)
    network = widened.network(wanted)
    holdable = {ref for item in widened.items for one in item.requires for ref in one.any_of} - set(wanted)
    found = additions(
        network,
        items=[number for number, name in enumerate(network.items) if name not in widened.inside],
        materials=[number for number, ref in enumerate(network.materials) if ref in holdable],
        displaces=widened.displaced(network),
    )
    ways = [_way(one, network, catalogue) for one in found.sets if one.items or one.materials]
    of_these = theme.model_copy(update={"wants": tuple(one for one in theme.wants if one.material in wanted)})
    return [way for way in ways if _leads_there(way, of_these if of_these.wants else theme, catalogue, answers, terms)]


def _leads_there(way: Way, theme: Theme, catalogue: Catalogue, answers: Answers, terms: Terms) -> bool:
    """Whether the package comes about with the additions: a prerequisite that an added item brings may close a loop."""
    added = {item.id for item in way.items}
    items = (*(one for one in theme.items if one.item not in added), *(Candidate(item=name) for name in sorted(added)))
    have = (*terms.have, *(one.id for one in way.materials))
    try:
        compose(theme.model_copy(update={"items": items}), catalogue, answers, terms.model_copy(update={"have": have}))
    except ContentError:
        return False
    return True


def with_ways_out(
    finding: Finding, theme: Theme, catalogue: Catalogue, answers: Answers, terms: Terms = USUAL
) -> Finding:
    """The finding with the smallest additions as its way out, where it is one of the chain that additions can mend."""
    if finding.rule not in ("want-unreachable", "requirement-unsupplied"):
        return finding
    wants = [finding.subject] if finding.subject in {want.material for want in theme.wants} else None
    ways = ways_out(theme, catalogue, answers, wants, terms)
    if not ways:
        return finding
    return replace(finding, suggestion=f"{finding.suggestion}；{said(ways)}")


@contextmanager
def ways_out_in_errors(theme: Theme, catalogue: Catalogue, given: Given, terms: Terms = USUAL) -> Iterator[None]:
    """Give the findings of a ContentError that is raised inside their ways out."""
    try:
        yield
    except ContentError as error:
        answers = resolve_answers(theme, catalogue, given).answers
        findings = [with_ways_out(one, theme, catalogue, answers, terms) for one in error.findings]
        raise ContentError(findings) from error


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
    have: frozenset[str]
    catalogue: Catalogue

    @classmethod
    def of(cls, case: Case, wide: Case, catalogue: Catalogue, terms: Terms) -> "_Widened":
        listed = {one.item: one for one in case.theme.items}
        issuers: dict[str, set[str]] = {}
        left = [item for item in case.items if item.id not in terms.without]
        for item in left:
            for result in item.results:
                issuers.setdefault(result.material, set()).add(item.id)
        return cls(
            items=wide.items,
            inside=frozenset(item.id for item in left),
            forced=frozenset(item.id for item in left if listed[item.id].forced),
            issuers={ref: frozenset(names) for ref, names in issuers.items()},
            have=frozenset(terms.have),
            catalogue=catalogue,
        )

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(item.id for item in self.items)

    def network(self, wanted: list[str]) -> Network:
        works = [self.work(item) for item in self.items]
        groups = [group for work in works for group in (*work.needs, *work.owes)]
        held = {ref for group in groups for ref in group if ref.startswith((_HAND, _KEPT))}
        return Network.of(
            works,
            held=held,
            wanted=[(ref,) for ref in wanted],
            excludes=[(item.id, name) for item in self.items for name in item.excludes if name in self.known],
        )

    def work(self, item: ServiceItem) -> Work:
        needs: list[tuple[str, ...]] = []
        owes: list[tuple[str, ...]] = []
        for requirement in filter(is_mandatory, item.requires):
            (needs if is_met_by_chain(requirement) else owes).append(tuple(self.ways(requirement, item)))
        before = (tuple(self.before(one.item, item)) for one in item.prerequisites if one.item in self.known)
        return Work(
            name=item.id,
            needs=(*needs, *before),
            gives=(_DONE + item.id, *item.issued),
            owes=tuple(owes),
            forced=item.id in self.forced,
        )

    def before(self, name: str, item: ServiceItem) -> Iterator[str]:
        """A prerequisite is done; an item of the theme goes without as long as the theme does not list it."""
        yield _DONE + name
        if item.id in self.inside and name not in self.inside:
            yield _HAND + _DONE + name

    def ways(self, requirement: Requirement, item: ServiceItem) -> Iterator[str]:
        """The document from an item or by addition, or as the chain lets the applicant have it."""
        for ref in requirement.any_of:
            yield ref
            issuers = self.issuers.get(ref, frozenset())
            own = not self.catalogue.kinds[ref.partition("@")[0]].only_issued
            renewed = own and ref in item.issued
            if ref in self.have or renewed:
                yield _KEPT + ref
            elif not issuers - {item.id} and (own or requirement.shared):
                yield _HAND + ref

    def displaced(self, network: Network) -> dict[int, list[int]]:
        """What is at hand only as long as nobody of the theme issues it: not beside an item that is added and does."""
        index = {ref: number for number, ref in enumerate(network.materials)}
        return {
            number: [index[ref] for ref in self.displaced_by(item) if ref in index]
            for number, item in enumerate(self.items)
            if item.id not in self.inside
        }

    def displaced_by(self, item: ServiceItem) -> Iterator[str]:
        yield from (_HAND + one.material for one in item.results)
        yield _HAND + _DONE + item.id


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
