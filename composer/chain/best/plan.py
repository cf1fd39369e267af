"""A set of items as a plan: whether it can be carried out, what it hands in, and what it costs by goal."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from composer.chain.best.fire import Firing, fire
from composer.chain.best.scales import charged, fewest, scales
from composer.chain.network import Goal, Network


@dataclass(frozen=True)
class Plan:
    """Items that can be carried out, what they hand in, and their costs by goal, fewest items last."""

    items: tuple[int, ...]
    handed: tuple[int, ...]
    values: tuple[int, ...]
    firing: Firing


class Task:
    """A network with the prices of its goals, the last of which is the number of items.

    `caps`: by goal, what a plan may cost at most, however much it would save in others.
    """

    def __init__(self, network: Network, goals: Sequence[Goal], caps: Mapping[int, int] | None = None) -> None:
        self.network = network
        self.caps = caps or {}
        self.prices = prices = (*scales(network, goals), fewest(network))
        self.charged = charged(prices)
        self.free = frozenset(network.held.tolist()) - self.charged
        self.wanted: list[int] = network.wanted.tolist()
        self.rivals: list[tuple[int, int]] = [(a, b) for a, b in network.excludes.tolist()]
        self.paths = [place for place, scale in enumerate(prices) if scale.over_path]
        self.durations = {place: prices[place].costs.tolist() for place in self.paths}
        self.nothing = [0] * len(network.items)
        self.counted = list(range(len(prices) - self.counts_items()))
        """The places of the goals to ask for: the number of items needs no second question."""

    def counts_items(self) -> bool:
        """Whether a goal before the last is the number of items already."""
        last = self.prices[-1]
        return any(
            not scale.over_path and not scale.shared and not scale.handed and np.array_equal(scale.costs, last.costs)
            for scale in self.prices[:-1]
        )

    def plan(self, items: Collection[int], handed: Collection[int]) -> Plan | None:
        """These items as a plan that hands in no more than `handed`; None where they are none."""
        first = self.durations[self.paths[0]] if self.paths else self.nothing
        firing = fire(self.network, items, (self.free, handed), first)
        if not self.is_sound(items, firing):
            return None
        owed = {group for item in items for group in (*self.network.needs[item], *self.network.owes[item])}
        used = {firing.met[group] for group in owed.union(self.wanted)}
        given = tuple(sorted(material for material, issuer in used if issuer is None and material in self.charged))
        values = tuple(self.value(place, items, given, firing) for place in range(len(self.prices)))
        if any(values[place] > cap for place, cap in self.caps.items()):
            return None
        return Plan(tuple(sorted(items)), given, values, firing)

    def expect(self, items: Collection[int], handed: Collection[int]) -> Plan:
        """The same of items that are known to be a plan; raises LookupError where they are none."""
        plan = self.plan(items, handed)
        if plan is None:
            raise LookupError("what was found for a part of the network is no plan for the whole")
        return plan

    def is_sound(self, items: Collection[int], firing: Firing) -> bool:
        chosen = set(items)
        return (
            len(firing.finish) == len(chosen)
            and all(group in firing.met for group in self.wanted)
            and all(group in firing.met for item in items for group in self.network.owes[item])
            and chosen.issuperset(self.network.forced.tolist())
            and not any(a in chosen and b in chosen for a, b in self.rivals)
        )

    def value(self, place: int, items: Collection[int], handed: Sequence[int], first: Firing) -> int:
        scale = self.prices[place]
        if not scale.over_path:
            return scale.total(items, handed)
        firing = first
        if place != self.paths[0]:
            firing = fire(self.network, items, (self.free, handed), self.durations[place])
        return max(firing.finish.values(), default=0)
