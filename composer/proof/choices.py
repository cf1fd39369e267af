"""Where the answers leave a choice, taken apart into clusters that have nothing to do with one another.

An item that may be chosen stands together with all that it competes with, calls for, excludes or may wait for. What
decides a cluster is a few conditions on the answers; all answers that agree on them get the same choice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx

from composer.model.objective import Measure, Objective, Over
from composer.proof.certain import certain
from composer.proof.guarded import Demand, Guarded, is_issuer
from composer.situations.diagrams import Diagram, both

_SPREAD = frozenset({Measure.TRIPS, Measure.MATERIALS})
"""Measures of which one item's share depends on which others are chosen."""

_COUNTED = frozenset({Measure.ITEMS, Measure.STAGES, Measure.MATERIALS})
"""Measures that no statement of a limit, fee or number of visits changes."""


@dataclass(frozen=True)
class Call:
    """Demands that ask alike, who can meet them, and when one of them has a say.

    `consumer` is the item of the cluster that demands. Without demands, an item of the cluster is called for by being
    there in any case.
    """

    consumer: str | None
    demands: tuple[Demand, ...]
    ways: Mapping[str, Diagram]
    says: Diagram


@dataclass(frozen=True)
class Cluster:
    """Items that must be chosen together, the items around them that are there or not, and what decides the choice.

    `calls`: what calls for an item inside, is called for by one, or may close a loop. `fixed`: conditions of which
    it is not known which way they draw the choice. `entangled`: what a choice costs is no sum over its items.
    """

    inside: frozenset[str]
    around: frozenset[str]
    calls: tuple[Call, ...]
    fixed: tuple[Diagram, ...]
    entangled: bool


def clusters(theme: Guarded, present: Mapping[str, Diagram], objectives: Sequence[Objective]) -> list[Cluster]:
    """The choices that are left where the items that are `present` in any case do not settle them.

    They can be taken apart where every objective is a sum of what each item costs by itself; else there is one
    cluster of all items.
    """
    entangled = any(one.over is Over.CRITICAL_PATH or one.measure in _SPREAD for one in objectives)
    choices = _Choices(theme, present, entangled)
    if not choices.optional:
        return []
    costs_vary = any(one.measure not in _COUNTED for one in objectives)
    parts = [_Part(frozenset(theme.items))] if entangled else choices.parts()
    return [choices.cluster(part, costs_vary) for part in parts]


class _Part(NamedTuple):
    """Items that decide something for one another, and the loops (by number) in which they or their consumers stand."""

    inside: frozenset[str]
    loops: frozenset[int] = frozenset()


class _Choices:
    """Demands that can be met in several ways, and the items that may be chosen for them."""

    def __init__(self, theme: Guarded, present: Mapping[str, Diagram], entangled: bool) -> None:
        self.theme, self.present, self.entangled = theme, present, entangled
        self.diagrams, self.legal = theme.space.diagrams, theme.space.legal
        self.certain = [] if entangled else certain(theme, present)
        new = [one.standing_in() for one in self.certain if one.follows]
        self.demands = (*theme.demands, *new)
        self.open = {id(one): one.when if entangled else one.when & ~self._settled(one) for one in self.demands}
        self.optional = self._optional()
        self.loop_sizes: dict[int, int] = {}
        for loop in theme.tangled.values():
            self.loop_sizes[loop] = self.loop_sizes.get(loop, 0) + 1

    def _settled(self, demand: Demand) -> Diagram:
        """When the demand has no say: an item that is there anyway meets it, or whoever meets another demand does."""
        by_presence = self.diagrams.any_of(
            when & self.present[name] for name, when in demand.ways.items() if self._is_free(name, demand)
        )
        return by_presence | self._settled_by_another(demand)

    def _settled_by_another(self, demand: Demand) -> Diagram:
        """When every way to meet what is certain meets this demand too.

        One that an item makes that is there in any case is what makes it certain, unless the theme stands in for it.
        """
        settled = self.diagrams.never
        if demand.consumer is None:
            return settled
        for other in self.certain:
            if other.ways and all(name in demand.ways and self._is_free(name, demand) for name, _ in other.ways):
                covered = self.diagrams.all_of(~when | demand.ways[name] for name, when in other.ways)
                holds = other.when if other.follows else other.when & ~self.present[demand.consumer]
                settled = settled | (holds & covered)
        return settled

    def _is_free(self, name: str, demand: Demand) -> bool:
        """Whether meeting the demand by `name` closes no loop."""
        if is_issuer(name) and not demand.before:
            return True
        return is_issuer(name) and self.theme.tangled[name] != self.theme.tangled.get(demand.consumer or "")

    def _optional(self) -> dict[str, Diagram]:
        """When each item may be chosen without being there anyway; only items that ever may."""
        may = dict.fromkeys(self.theme.items, self.diagrams.never)
        links = []
        for demand in self.demands:
            for name in sorted(demand.issuers):
                left = self.open[id(demand)] & demand.ways[name] & ~self.present[name] & self.legal
                if left.satisfiable():
                    others = self.diagrams.any_of(when for other, when in demand.ways.items() if other != name)
                    several = left if demand.carrier else left & others  # else the one way is there in any case
                    links.append((demand.consumer, name, left, several))
        grown = True
        while grown:
            grown = False
            for consumer, name, left, several in links:
                called = several if consumer is None else (self.present[consumer] & several) | (may[consumer] & left)
                if (may[name] | called) != may[name]:
                    may[name], grown = may[name] | called, True
        return {name: when for name, when in may.items() if when.satisfiable()}

    def there(self, name: str | None) -> Diagram:
        """When an item may be in the package; the theme's own wants always are."""
        if name is None:
            return self.diagrams.always
        return self.present[name] | self.optional[name] if name in self.optional else self.present[name]

    def says(self, demand: Demand) -> Diagram:
        """When the demand has a say in the choice."""
        return self.open[id(demand)] & self.there(demand.consumer)

    def parts(self) -> list[_Part]:
        """Optional items taken apart into sets that decide nothing for one another."""
        graph: nx.Graph[str | int] = nx.Graph()
        graph.add_nodes_from(self.optional)
        graph.add_edges_from((name, loop) for name in self.optional if (loop := self._loop(name)) is not None)
        for demand in self.demands:
            says = self.says(demand) & self.legal
            together: list[str | int] = [name for name in sorted(demand.issuers) if self._may_meet(name, demand, says)]
            if together and demand.consumer is not None:
                together += [demand.consumer] if demand.consumer in self.optional else []
                together += [loop] if (loop := self._loop(demand.consumer)) is not None else []
            nx.add_path(graph, together)
        graph.add_edges_from(pair for pair in self.theme.excludes if self.optional.keys() >= set(pair))
        rank = {name: number for number, name in enumerate(self.theme.items)}
        parts = [
            _Part(
                frozenset(one for one in part if isinstance(one, str)),
                frozenset(one for one in part if isinstance(one, int)),
            )
            for part in nx.connected_components(graph)
        ]
        return sorted((part for part in parts if part.inside), key=lambda part: min(rank[one] for one in part.inside))

    def _loop(self, name: str) -> int | None:
        """The number of the item's loop where it is one of several items in it."""
        loop = self.theme.tangled[name]
        return loop if self.loop_sizes[loop] > 1 else None

    def _may_meet(self, name: str, demand: Demand, says: Diagram) -> bool:
        return name in self.optional and both(says, demand.ways[name])

    def cluster(self, part: _Part, costs_vary: bool) -> Cluster:
        """The items with what tells answers apart for their choice."""
        inside = part.inside
        mates = {name for name in self.theme.items if self._loop(name) in part.loops} - inside
        shut_out = {name for pair in self.theme.excludes if inside.intersection(pair) for name in pair} - inside
        calls = self._calls(inside, inside | mates)
        calls += [
            Call(None, (), {name: self.theme.admitted[name]}, self.present[name])
            for name in self.theme.items
            if name in inside and both(self.present[name], self.legal)
        ]
        consumers = {one.consumer for call in calls for one in call.demands if one.consumer is not None}
        fixed = {self.present[name]: None for name in self.theme.items if name in mates | shut_out}
        for name, item in self.theme.items.items():
            if name in inside and costs_vary:
                fixed |= {self.theme.space.condition(one.when) & self.there(name): None for one in item.stated}
        around = (consumers | mates | shut_out) - inside
        return Cluster(inside, frozenset(around), tuple(calls), tuple(fixed), self.entangled)

    def _calls(self, inside: frozenset[str], own: frozenset[str]) -> list[Call]:
        """The demands of items in `own`, each, and those from outside for what is inside, alike ones as one."""
        calls: dict[object, Call] = {}
        for demand in self.demands:
            says = self.says(demand)
            concerns = demand.consumer in own or inside & demand.issuers
            if concerns and both(says, self.legal):
                consumer = demand.consumer if demand.consumer in own else None
                ways = tuple(sorted(demand.ways.items(), key=lambda way: way[0]))
                key: object = (demand.consumer, demand.key, demand.position) if consumer else ways
                known = calls.get(key, Call(consumer, (), demand.ways, self.diagrams.never))
                calls[key] = Call(consumer, (*known.demands, demand), demand.ways, known.says | says)
        return list(calls.values())
