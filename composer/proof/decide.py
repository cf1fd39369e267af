"""Asks the chain pass what it chooses for a cluster, once for all answers between which it cannot tell.

What is chosen for one set of answers is generalised to all for which it must be the same. The cluster is put to the
chain pass as a small theme of its own, in which the items around are there or not and have no demands but those that
concern the cluster.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from composer.errors import ContentError
from composer.model.item import Result, ServiceItem
from composer.model.material import MaterialKind
from composer.model.objective import Terms
from composer.model.situation import Answers
from composer.model.theme import Candidate, Catalogue, Theme, Want
from composer.proof.choices import Call, Cluster
from composer.proof.guarded import Demand, Guarded, is_issuer
from composer.proof.oracle import plan_for
from composer.situations.diagrams import Diagram, both

MOST_ASKED = 500
"""How often the chain pass is asked for one theme; what is left then is not proved."""

STAYS = "proof-of-presence"
"""Kind of a document that shows that an item is there; it is wanted where the item is there in any case."""


class NotProved(Exception):
    """The chain pass ran out of time before its choice was proved the best."""


@dataclass(frozen=True)
class Decided:
    """What a cluster's choice comes to: when each item is chosen, when none is possible, what was not asked."""

    items: Mapping[str, Diagram]
    impossible: Diagram
    unknown: Diagram
    asked: int


def decide(
    cluster: Cluster,
    theme: Theme,
    catalogue: Catalogue,
    guarded: Guarded,
    present: Mapping[str, Diagram],
    within: Diagram,
    terms: Terms,
    most: int,
) -> Decided:
    """Ask about the cluster, at most `most` times, until it is known for all answers `within` what is chosen."""
    space = guarded.space
    chosen = {name: [present[name]] for name in sorted(cluster.inside)}
    impossible: list[Diagram] = []
    unknown: list[Diagram] = []
    part = _Part(cluster, theme, catalogue, guarded, present, terms)
    alike = _Alike(cluster, guarded)
    left, asked = within, 0
    while asked < most and (answers := space.example(alike.easiest(left))) is not None:
        asked += 1
        where = space.exactly(answers)
        try:
            found = part.chosen(where, answers)
        except NotProved:
            unknown.append(where)
            left = left & ~where
            continue
        same = alike.same(where, found)
        left = left & ~same
        for name in cluster.inside.intersection(found or ()):
            chosen[name].append(same)
        if found is None:
            impossible.append(same)
    any_of = space.diagrams.any_of
    items = {name: any_of(when) for name, when in chosen.items()}
    return Decided(items, any_of(impossible), any_of([*unknown, left]), asked)


class _Alike:
    """Generalises what was chosen for some answers to all for which it must be the same.

    A best choice stays the best where nothing becomes easier: no item or way is added, no demand falls away. It stays
    possible where nothing that it uses falls away, and each further demand is none of its own or is met by it without
    waiting in a loop.
    """

    def __init__(self, cluster: Cluster, guarded: Guarded) -> None:
        self.cluster, self.space, self.tangled = cluster, guarded.space, guarded.tangled
        self.admitted = {name: guarded.admitted[name] for name in guarded.items if name in cluster.inside}

    def easiest(self, left: Diagram) -> Diagram:
        """Of the answers in `left`, those with as few demands and as many ways as can be: what holds there goes far."""
        helpful = [~call.says for call in self.cluster.calls] + list(self.admitted.values())
        helpful += [when for call in self.cluster.calls for when in call.ways.values()]
        for one in helpful:
            narrower = left & one
            if both(narrower, self.space.legal):
                left = narrower
        return left

    def same(self, where: Diagram, found: Collection[str] | None) -> Diagram:
        """The answers for which the choice is what was `found` for `where`, one set of answers; None: none."""
        result = self.space.diagrams.always
        for one in self.cluster.fixed:
            result = result & (one if both(one, where) else ~one)
        for name, when in self.admitted.items():
            result = self._narrow(result, where, when, used=found is not None and name in found)
        for call in self.cluster.calls:
            result = self._narrow_by(call, result, where, found)
        return result

    def _narrow_by(self, call: Call, result: Diagram, where: Diagram, found: Collection[str] | None) -> Diagram:
        own = found is not None and (call.consumer is None or call.consumer in found)
        used = {way for way in call.ways if own and found is not None and (way in found or not is_issuer(way))}
        meets = (way for way in used if both(call.ways[way], where) and self._waits_for_no_loop(call, way))
        stays_met = any(meets) and not self.cluster.entangled
        for way, when in call.ways.items():
            result = self._narrow(result, where, when, used=way in used)
        if both(call.says, where):
            return result & call.says
        return result & ~call.says if own and not stays_met else result

    def _waits_for_no_loop(self, call: Call, way: str) -> bool:
        """Whether whoever calls, if met by `way`, cannot come to wait for itself: what is there already may not do."""
        if call.consumer is None or not is_issuer(way) or not any(one.before for one in call.demands):
            return True
        return self.tangled[way] != self.tangled[call.consumer]

    def _narrow(self, result: Diagram, where: Diagram, when: Diagram, used: bool) -> Diagram:
        """What is not there must not be added; what is used must stay."""
        if not both(when, where):
            return result & ~when
        return result & when if used else result


class _Part:
    """The cluster as a theme of its own."""

    def __init__(
        self,
        cluster: Cluster,
        theme: Theme,
        catalogue: Catalogue,
        guarded: Guarded,
        present: Mapping[str, Diagram],
        terms: Terms,
    ) -> None:
        self.cluster, self.theme, self.present, self.terms = cluster, theme, present, terms
        self.guarded = guarded
        self.items = {name: item for name, item in guarded.items.items() if name in cluster.inside | cluster.around}
        kinds = {ref: MaterialKind.model_construct(id=ref, name=ref) for ref in map(_shows, self.items)}
        self.catalogue = catalogue.model_copy(update={"kinds": {**catalogue.kinds, **kinds}})

    def chosen(self, where: Diagram, answers: Answers) -> frozenset[str] | None:
        """The items chosen for these `answers`, which `where` holds alone; None where there is no way to choose.

        Raises NotProved where the chain pass cannot say that its choice is the best.
        """
        theme, catalogue = self.seen(where)
        if not theme.wants:
            return frozenset()
        try:
            plan = plan_for(theme, catalogue, answers, self.terms)
        except ContentError:
            return None
        if plan.best is not None and not plan.best.proved:
            raise NotProved
        return frozenset(planned.item.id for planned in plan.items)

    def seen(self, where: Diagram) -> tuple[Theme, Catalogue]:
        """The theme and catalogue of the cluster for the answers in `where`."""
        saying = [demand for call in self.cluster.calls if both(call.says, where) for demand in call.demands]
        rows: dict[tuple[str | None, str], list[int]] = {}
        for demand in saying:
            if demand.carrier is None:
                rows.setdefault((demand.consumer, demand.key), []).append(demand.position)
        carriers = {
            f"{STAYS}-{number}": _carrying(one, self.guarded) for number, one in enumerate(saying) if one.carrier
        }
        there = [name for name in self.items if both(self.present[name], where)]
        candidates = [
            one.model_copy(update={"when": None}) if one.item in there else one
            for one in self.theme.items
            if one.item in self.cluster.inside or one.item in there
        ]
        wants = [self.theme.wants[position] for position in rows.get((None, "wants"), ())]
        wants += [Want(material=_shows(name)) for name in (*there, *carriers)]
        candidates += [Candidate(item=name) for name in carriers]
        items = {name: _showing(item, rows, self._shut_out(item)) for name, item in self.items.items()}
        for name, item in carriers.items():
            items[name] = _showing(item.model_copy(update={"id": name}), {(name, "requires"): [0]}, ())
        theme = self.theme.model_copy(update={"items": tuple(candidates), "wants": tuple(wants)})
        shown = {ref: MaterialKind.model_construct(id=ref, name=ref) for ref in map(_shows, carriers)}
        kinds, known = {**self.catalogue.kinds, **shown}, {**self.catalogue.items, **items}
        return theme, self.catalogue.model_copy(update={"items": known, "kinds": kinds})

    def _shut_out(self, item: ServiceItem) -> tuple[str, ...]:
        """Whom the item excludes, as far as it concerns the choice: not what stands around for what does."""
        return (
            item.excludes
            if item.id in self.cluster.inside
            else tuple(one for one in item.excludes if one in self.cluster.inside)
        )


def _carrying(demand: Demand, guarded: Guarded) -> ServiceItem:
    """An item that does nothing but make a demand that all who may be chosen make."""
    assert demand.carrier is not None
    item = guarded.items[demand.carrier]
    asks = item.requires[demand.position].model_copy(update={"when": None, "commitment": None})
    return item.model_copy(update={"requires": (asks,), "results": (), "prerequisites": ()})


def _shows(name: str) -> str:
    return f"{STAYS}-{name}"


def _showing(
    item: ServiceItem, rows: Mapping[tuple[str | None, str], list[int]], excludes: tuple[str, ...]
) -> ServiceItem:
    """The item with the demands that have a say, and a document that shows that it is there."""
    shows = Result.model_construct(material=_shows(item.id), name=item.name, type="")
    return item.model_copy(
        update={
            "requires": tuple(item.requires[position] for position in rows.get((item.id, "requires"), ())),
            "prerequisites": tuple(item.prerequisites[at] for at in rows.get((item.id, "prerequisites"), ())),
            "results": (*item.results, shows),
            "excludes": excludes,
            "form": None,
        }
    )
