"""Demands that every package has to meet, whichever items are chosen.

What the wants and the items that are there in any case demand is certain. So is what every way to meet a certain demand
demands in its turn: whoever is chosen, it comes up. This takes layers of choices apart, each of which would else stand
together with all that may come before it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from composer.proof.guarded import Demand, Guarded
from composer.situations.diagrams import Diagram, both

Ways = tuple[tuple[str, Diagram], ...]
"""Who can meet a demand and when, in the order of their names; only those who ever can."""


@dataclass(frozen=True)
class Certain:
    """Something that every package must meet in one of these `ways` while `when` holds.

    `demand`: one of the demands that ask for it. `follows`: it is certain, sometimes, only because all who may meet
    another demand make this one.
    """

    ways: Ways
    demand: Demand
    when: Diagram
    follows: bool

    def standing_in(self) -> Demand:
        """A demand of the theme that says the same; `carrier` is an item that makes it."""
        return replace(self.demand, consumer=None, when=self.when, carrier=self.demand.consumer)


def certain(theme: Guarded, present: Mapping[str, Diagram]) -> list[Certain]:
    """What is certain where the items that are `present` are there in any case; alike demands are one."""
    return _Certain(theme, present).find()


class _Certain:
    def __init__(self, theme: Guarded, present: Mapping[str, Diagram]) -> None:
        self.never, self.always = theme.space.diagrams.never, theme.space.diagrams.always
        self.legal, self.all_of = theme.space.legal, theme.space.diagrams.all_of
        self.demands: dict[Ways, Demand] = {}
        self.made: dict[str, dict[Ways, Diagram]] = {}
        self.base: dict[Ways, Diagram] = {}
        for demand in theme.demands:
            ways, there = self.ways(demand), demand.when
            if demand.consumer is not None:
                made = self.made.setdefault(demand.consumer, {})
                there = demand.when & present[demand.consumer]
                if _means_the_same_to_all(theme, demand):
                    made[ways] = made.get(ways, self.never) | demand.when
                    self.demands[ways] = demand
            self.base[ways] = self.base.get(ways, self.never) | there
            self.demands.setdefault(ways, demand)

    def ways(self, demand: Demand) -> Ways:
        return tuple((name, when) for name, when in sorted(demand.ways.items(), key=_name) if both(when, self.legal))

    def find(self) -> list[Certain]:
        known = dict(self.base)
        changed = list(known)
        while changed:
            source = changed.pop()
            for ways, when in self.following(source, known[source]):
                if when & self.legal & ~known[ways] != self.never:
                    known[ways] = known[ways] | when
                    changed.append(ways)
        return [
            Certain(ways, self.demands[ways], when, both(when & ~self.base[ways], self.legal))
            for ways, when in known.items()
            if both(when, self.legal)
        ]

    def following(self, source: Ways, when: Diagram) -> Iterator[tuple[Ways, Diagram]]:
        """What all ways to meet one demand demand themselves, while it is certain."""
        if not source or not all(name in self.made for name, _ in source):
            return
        first, _ = source[0]
        for ways in self.made[first]:
            made = (~there | self.made[name].get(ways, self.never) for name, there in source)
            yield ways, when & self.all_of(made)


def _name(way: tuple[str, Diagram]) -> str:
    return way[0]


def _means_the_same_to_all(theme: Guarded, demand: Demand) -> bool:
    """Whether it is a demand for documents none of which its own item issues: those it may have from before."""
    if demand.key != "requires" or demand.consumer is None:
        return False
    item = theme.items[demand.consumer]
    issued = set(item.issued)
    return issued.isdisjoint(item.requires[demand.position].any_of)
