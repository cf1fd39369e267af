"""Why nothing can be chosen: the first way that an author would try, and where it breaks.

Asked only when the choice has found that there is no way at all, so the way followed here breaks somewhere: at a want
that no item issues, at a document that only an item could issue, at items that exclude each other, or in a loop.
"""

from collections.abc import Collection, Iterable

import networkx as nx

from composer.chain.build import Built
from composer.chain.graph import is_mandatory, is_met_by_chain, issuers
from composer.chain.untie import Untied, untie
from composer.errors import Finding, Place
from composer.model.item import Requirement, ServiceItem
from composer.model.package import Case
from composer.model.theme import Catalogue, Theme, Want

_SHOWN = 4
"""How many ways to open a loop one message lists."""


def diagnose(
    case: Case, candidates: Iterable[ServiceItem], catalogue: Catalogue, built: Built, have: Collection[str] = ()
) -> list[Finding]:
    """What stands in the way of the wants, each with its place; never empty. The applicant holds what is in `have`.

    `built` is the network of the candidates, in which loops are opened.
    """
    greedy = _Greedy(list(candidates), catalogue, frozenset(have))
    wants = [want for want in case.wants if want.material not in greedy.have]
    greedy.run(wants, [one.item for one in case.theme.items if one.forced and one.item in greedy.items])
    return greedy.findings or greedy.loops(built) or [_no_way(case.theme)]


def _no_way(theme: Theme) -> Finding:
    reason = "想要的结果凑不成一条走得通的路：每一种办法都有互斥的事项或互为前置的材料"
    place = theme.at.of("items") if theme.at else None
    return Finding("want-unreachable", theme.id, reason, "请检查 items 的 excludes、必办事项和互为前置的要求", place)


class _Greedy:
    """Brings in, from the wants back, the first candidate that issues what is needed."""

    def __init__(self, candidates: list[ServiceItem], catalogue: Catalogue, have: frozenset[str]) -> None:
        self.have = have
        self.kinds = catalogue.kinds
        self.items = {item.id: item for item in candidates}
        self.issuers = issuers(candidates)
        self.chosen: dict[str, None] = {}
        self.issuer: dict[str, str] = {}
        self.awaited: list[tuple[str, ServiceItem, Requirement]] = []
        self.own: list[tuple[ServiceItem, Requirement]] = []
        """What an item demands and nobody but itself issues."""
        self.todo: list[ServiceItem] = []
        self.findings: list[Finding] = []

    def run(self, wants: list[Want], forced: Iterable[str]) -> None:
        for name in forced:
            self.add(self.items[name])
        for want in sorted(wants, key=lambda want: want.material):
            if want.material in self.issuers:
                self.bring(want.material, None)
            else:
                reason = "想要的结果没有事项能办出来"
                suggestion = "请在 items 里加上能产出它的事项，或给这个结果加上条件"
                self.findings.append(Finding("want-unreachable", want.material, reason, suggestion, want.at))
        while self.todo:
            self.follow(self.todo.pop(0))
        self.refuse_exclusions()

    def bring(self, ref: str, consumer: ServiceItem | None) -> None:
        """Make sure that some item issues `ref`; one that is chosen already comes before one that is not."""
        options = [item for item in self.issuers[ref] if item is not consumer]
        known = self.issuer.get(ref)
        renewed = consumer is not None and known == consumer.id and self.is_only_issued(ref)
        if not options or (known is not None and not renewed):
            return
        chosen = next((item for item in options if item.id in self.chosen), None) or next(
            (item for item in options if not self.is_excluded(item)), options[0]
        )
        self.issuer.setdefault(ref, chosen.id)
        self.add(chosen)

    def add(self, item: ServiceItem) -> None:
        if item.id not in self.chosen:
            self.chosen[item.id] = None
            self.todo.append(item)

    def follow(self, item: ServiceItem) -> None:
        """Bring in what `item` cannot do without."""
        for prerequisite in item.prerequisites:
            if self.is_to_be_done(prerequisite.item):
                self.add(self.items[prerequisite.item])
        for requirement in item.requires:
            if not is_mandatory(requirement):
                continue
            ref = self.within_reach(requirement, item)
            if ref is None and any(item in self.issuers.get(one, ()) for one in requirement.any_of):
                self.own.append((item, requirement))
                continue
            if ref is None:
                reason = f"材料《{requirement.name}》只能由事项办出，这里却没有事项能办出来"
                suggestion = "请在主题的 items 里加上能产出它的事项，或把它写成可共享、可承诺"
                self.findings.append(Finding("requirement-unsupplied", item.id, reason, suggestion, requirement.at))
                continue
            if ref in self.issuers and ref not in self.have:
                self.bring(ref, item)
                if is_met_by_chain(requirement):
                    self.awaited.append((ref, item, requirement))

    def is_to_be_done(self, name: str) -> bool:
        """Whether a prerequisite is waited for: where all that it issues is at hand, it was done before."""
        return name in self.items and not self.have.issuperset(one.material for one in self.items[name].results)

    def within_reach(self, requirement: Requirement, consumer: ServiceItem) -> str | None:
        """The first alternative that can be had before `consumer` begins; what is shared is had already."""
        if requirement.shared:
            return requirement.any_of[0]
        return next((ref for ref in requirement.any_of if self.can_be_had(ref, consumer)), None)

    def can_be_had(self, ref: str, consumer: ServiceItem) -> bool:
        return (
            ref in self.have
            or not self.is_only_issued(ref)
            or any(item is not consumer for item in self.issuers.get(ref, ()))
        )

    def is_only_issued(self, ref: str) -> bool:
        return self.kinds[ref.partition("@")[0]].only_issued

    def is_excluded(self, item: ServiceItem) -> bool:
        return any(item.id in self.items[other].excludes or other in item.excludes for other in self.chosen)

    def refuse_exclusions(self) -> None:
        for name in sorted(self.chosen):
            item = self.items[name]
            for other in item.excludes:
                if other in self.chosen:
                    reason = f"与“{self.items[other].name}”互斥，却同时需要"
                    suggestion = "请用条件（when）把两个事项分到不同的情形"
                    place = item.at.of("excludes") if item.at else None
                    self.findings.append(Finding("items-exclude", item.id, reason, suggestion, place))

    def loops(self, built: Built) -> list[Finding]:
        """One finding for each set of chosen items that wait for one another, showing the whole loop."""
        order = self.order()
        parts = [part for part in nx.strongly_connected_components(order) if _is_loop(part, order)]
        tangled = [[self.items[name] for name in sorted(part)] for part in parts]
        return [
            self.loop_finding(order.subgraph(part), untie(built, items, [one for one in tangled if one is not items]))
            for part, items in zip(parts, tangled, strict=True)
        ]

    def order(self) -> "nx.DiGraph[str]":
        """Edges from each chosen item to those that wait for it."""
        order: nx.DiGraph[str] = nx.DiGraph()
        for name in self.chosen:
            for one in self.items[name].prerequisites:
                if one.item in self.chosen and self.is_to_be_done(one.item):
                    _wait(order, one.item, name, one.via, one.at)
        for item, requirement in self.own:
            _wait(order, item.id, item.id, requirement.name, requirement.at)
        for ref, item, requirement in self.awaited:
            issuer = self.issuer.get(ref, item.id)  # an item that alone issues what it renews brought nobody in
            if issuer == item.id:
                issuer = next(
                    (other.id for other in self.issuers[ref] if other.id in self.chosen and other is not item), ""
                )
            if issuer:
                _wait(order, issuer, item.id, requirement.name, requirement.at)
        return order

    def loop_finding(self, order: "nx.DiGraph[str]", untied: Untied) -> Finding:
        loop = nx.find_cycle(order, min(order))
        start = min(range(len(loop)), key=lambda index: loop[index][0])
        turned = [*loop[start:], *loop[:start]]
        steps = []
        for before, after in turned:
            edge = order.edges[before, after]
            whose = "自己" if before == after else f"“{self.items[before].name}”"
            steps.append(f"“{self.items[after].name}”要先有{whose}的《{edge['via']}》（{edge['at'] or '无出处'}）")
        first = order.edges[turned[0]]["at"]
        head = "事项互为前置" if len(turned) > 1 else "事项以自己为前置"
        return Finding("chain-loop", turned[0][0], f"{head}：{'；'.join(steps)}", _way_out(untied), first)


def _is_loop(part: Collection[str], order: "nx.DiGraph[str]") -> bool:
    return len(part) > 1 or any(order.has_edge(name, name) for name in part)


def _wait(order: "nx.DiGraph[str]", before: str, after: str, via: str, at: Place | None) -> None:
    if not order.has_edge(before, after):
        order.add_edge(before, after, via=via, at=at)


def _way_out(untied: Untied) -> str:
    """The smallest sets of requirements to waive, the first few of them; where none is known, what to try."""
    if not untied.sets:
        return "请去掉其中一个要求，或把它写成容缺后补"
    ways = ["和".join(f"“{tie.item.name}”的《{tie.name}》" for tie in one) for one in untied.sets]
    more = "（还有别的，没有列完）" if len(ways) > _SHOWN else ""
    how = "去掉要求，或写成容缺后补" if untied.deferrable else "去掉要求"
    return f"只要免去{'，或'.join(ways[:_SHOWN])}{more}，就走得通（免去就是{how}）"
