"""The chains of wants of a package: from each result wanted, item by item, down to whatever is asked about."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from composer.chain.graph import is_mandatory
from composer.model.item import Prerequisite, Requirement, ServiceItem
from composer.model.package import Supplied, Supply
from composer.why.model import Chain, Step, StepKind
from composer.why.scene import Scene
from composer.why.switches import on

_DETOUR = 1000
"""What a step over a document that nobody must have counts for: taken only where nothing else leads to a want."""


@dataclass(frozen=True)
class _Edge:
    """`producer` serves `consumer` by a document that flows or follows, or because it must come first."""

    producer: str
    consumer: str
    through: Requirement | Prerequisite

    @property
    def length(self) -> int:
        optional = isinstance(self.through, Requirement) and not is_mandatory(self.through)
        return _DETOUR if optional else 1


class Uses:
    """Who wants what in one package. The same package gives the same chains."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.answers = scene.case.answers
        self.questions = scene.catalogue.questions

    def of_item(self, item_id: str) -> list[Chain]:
        """One chain for each reason that the item is there: a want, an item that needs it, the theme's own word."""
        own = list(self._starts(item_id))
        others = [chain for edge in self._edges_from(item_id) if (chain := self._through(edge))]
        return own + others

    def shortest(self, item_id: str) -> Chain:
        """The shortest of those chains; empty for an item that no package holds."""
        return self._shortest.get(item_id, ())

    def demand(self, demand: Supplied) -> Chain:
        """The shortest chain down to one requirement of an item."""
        item = self.scene.planned[demand.item]
        return (*self.shortest(item.id), self.demand_step(item, demand.requirement))

    def demand_step(self, item: ServiceItem, requirement: Requirement) -> Step:
        """The requirement as the department words it."""
        return Step(
            kind=StepKind.DEMAND,
            id=item.id,
            name=requirement.name,
            text=f"“{item.name}”要求“{requirement.name}”",
            place=requirement.at,
            source=requirement.source,
            certain=requirement.certain,
            basis=requirement.basis,
            because=on(requirement.when, self.answers, self.questions),
        )

    def between(self, producer: str, consumer: str) -> Chain:
        """The step by which the consumer waits for the producer, and that by which it gets what it waits for."""
        edge = next(edge for edge in self._edges_from(producer) if edge.consumer == consumer)
        return self._steps(edge)

    @cached_property
    def _edges(self) -> dict[str, list[_Edge]]:
        """What each item serves, in the order of the package."""
        edges: dict[str, list[_Edge]] = {}
        for edge in self._all_edges():
            own = edges.setdefault(edge.producer, [])
            if edge not in own:
                own.append(edge)
        return edges

    def _all_edges(self) -> Iterator[_Edge]:
        package, planned = self.scene.package, self.scene.planned
        if package is None:
            return
        for flow in package.flows:
            yield _Edge(flow.producer, flow.consumer, planned[flow.consumer].requires[flow.requirement])
        for one in package.items:
            for before in one.item.prerequisites:
                if before.item in one.requires:
                    yield _Edge(before.item, one.item.id, before)
        issuers = {result.material: item.id for item in planned.values() for result in item.results}
        for supplied in package.supplies:
            if supplied.supply is Supply.DEFERRED:
                for ref in supplied.requirement.any_of:
                    if issuers.get(ref, supplied.item) != supplied.item:
                        yield _Edge(issuers[ref], supplied.item, supplied.requirement)

    def _edges_from(self, item_id: str) -> list[_Edge]:
        return self._edges.get(item_id, [])

    @cached_property
    def _shortest(self) -> dict[str, Chain]:
        """Shortest chains outward from the wants; of equals the first in the order of the package."""
        found: dict[str, tuple[int, Chain]] = {}
        for name in self.scene.planned:
            start = next(self._starts(name), None)
            if start:
                found[name] = (0, start)
        changed = True
        while changed:
            changed = False
            for name in self.scene.planned:
                for edge in self._edges_from(name):
                    if edge.consumer in found:
                        length = found[edge.consumer][0] + edge.length
                        if name not in found or length < found[name][0]:
                            found[name] = (length, (*found[edge.consumer][1], *self._steps(edge)))
                            changed = True
        return {name: chain for name, (_, chain) in found.items()}

    def _through(self, edge: _Edge) -> Chain | None:
        start = self._shortest.get(edge.consumer)
        passed = {step.id for step in start or () if step.kind is StepKind.ITEM}
        return (*start, *self._steps(edge)) if start and edge.producer not in passed else None

    def _starts(self, item_id: str) -> Iterator[Chain]:
        """The chains that begin with the item itself: wanted results, and where the theme says that it must be done."""
        item, candidate = self.scene.planned[item_id], self.scene.candidates.get(item_id)
        for result in item.results:
            want = self.scene.wants.get(result.material)
            if want is not None:
                because = on(want.when, self.answers, self.questions)
                yield (
                    Step(
                        kind=StepKind.WANT,
                        id=want.material,
                        name=result.name,
                        text=f"您要“{result.name}”",
                        place=want.at,
                        because=because,
                    ),
                    self._issues(item, result.name),
                )
        if candidate is not None and candidate.forced:
            forced = Step(
                kind=StepKind.FORCED,
                id=item_id,
                name=item.name,
                text=f"“{self.scene.theme.name}”规定“{item.name}”必须办",
                place=candidate.at,
                because=on(candidate.when, self.answers, self.questions),
            )
            yield (forced, self._issues(item, item.results[0].name))

    def _steps(self, edge: _Edge) -> Chain:
        producer, consumer, through = self.scene.planned[edge.producer], self.scene.planned[edge.consumer], edge.through
        if isinstance(through, Requirement):
            issued = {result.material: result.name for result in producer.results}
            result = next(issued[ref] for ref in through.any_of if ref in issued)
            return (self.demand_step(consumer, through), self._issues(producer, result))
        before = Step(
            kind=StepKind.PREREQUISITE,
            id=consumer.id,
            name=through.via,
            text=f"“{consumer.name}”要求先办“{producer.name}”（{through.via}）",
            place=through.at,
            source=through.source,
            certain=through.certain,
        )
        return (before, self._issues(producer, producer.results[0].name))

    def _issues(self, item: ServiceItem, result: str) -> Step:
        basis = item.bases[0] if item.bases else None
        return Step(
            kind=StepKind.ITEM,
            id=item.id,
            name=item.name,
            text=f"由“{item.name}”办出“{result}”",
            place=item.at,
            source=basis.source if basis else None,
            certain=basis.certain if basis else None,
            basis=basis.cited if basis else None,
        )
