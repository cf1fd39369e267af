"""Leaves of a network what there is to choose: items that can be carried out, serve a demand, and are not settled.

Every step keeps all best plans: what it takes away is in none of them, or never the first to meet a group.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from composer.chain.best.choice import Unreachable
from composer.chain.best.fire import Firing, fire
from composer.chain.network import Network


@dataclass
class Demand:
    """A group that nothing meets for nothing: items that can issue it, held materials that can be handed in for it."""

    suppliers: set[int]
    handed: set[int]


@dataclass
class Narrowed:
    """What is left, by indices of the network.

    `items` are the candidates, `must` those that are in every plan, `sure` those of them that rest on nothing but each
    other, `handed` the charged materials that every plan hands in. `earliest`: by critical path, when an item can be
    finished at best, `surely`: when it is finished at the latest if it is `sure`.
    """

    items: set[int]
    must: set[int]
    sure: set[int]
    handed: set[int]
    demands: dict[int, Demand]
    needs: dict[int, list[int]]
    owes: dict[int, list[int]]
    earliest: list[dict[int, int]] = field(default_factory=list)
    surely: list[dict[int, int]] = field(default_factory=list)


def narrow(network: Network, charged: frozenset[int], paths: Sequence[list[int]]) -> Narrowed:
    """What there is to choose; raises Unreachable where no plan can be.

    `charged`: held materials whose use costs something. `paths`: durations by item, for each critical path that
    counts; where there is one, suppliers that may be earlier than others are kept.
    """
    return _Narrowing(network, charged, paths).run()


class _Narrowing:
    def __init__(self, network: Network, charged: frozenset[int], paths: Sequence[list[int]]) -> None:
        self.network = network
        self.charged = charged
        self.free = frozenset(network.held.tolist()) - charged
        self.timed = bool(paths)
        self.durations = paths or [[0] * len(network.items)]
        self.alive = set(range(len(network.items)))
        self.must = set(network.forced.tolist())
        self.sure: set[int] = set()
        self.handed: set[int] = set()
        self.wanted: list[int] = network.wanted.tolist()
        self.rivals: dict[int, set[int]] = {}
        for a, b in network.excludes.tolist():
            self.rivals.setdefault(a, set()).add(b)
            self.rivals.setdefault(b, set()).add(a)

    def run(self) -> Narrowed:
        self.reach()
        self.read()
        while True:
            before = self.size()
            self.keep_what_serves()
            self.settle()
            if self.size() == before:
                break
            self.reach()
            for demand in self.demands.values():
                demand.suppliers &= self.alive
        return Narrowed(
            self.alive,
            self.must,
            self.sure,
            self.handed,
            self.demands,
            {item: self.needs[item] for item in self.alive},
            {item: self.owes[item] for item in self.alive},
            [best.finish for best in self.best],
            [firing.finish for firing in self.surely],
        )

    def size(self) -> tuple[int, ...]:
        left = sum(len(demand.suppliers) + len(demand.handed) for demand in self.demands.values())
        return len(self.alive), len(self.must), len(self.sure), len(self.handed), left

    def reach(self) -> None:
        """Forget items that cannot be carried out, or that owe what nothing can meet."""
        there = (self.free, self.charged)
        while True:
            first = fire(self.network, self.alive, there, self.durations[0])
            left = {item for item in first.finish if all(group in first.met for group in self.network.owes[item])}
            if len(left) == len(self.alive):
                break
            self.alive = left
        if not self.must <= self.alive or any(group not in first.met for group in self.wanted):
            raise Unreachable
        self.best = [first, *(fire(self.network, self.alive, there, one) for one in self.durations[1:])]

    def read(self) -> None:
        """The demands of the items that are left, without those that are met for nothing."""
        network = self.network
        givers: dict[int, set[int]] = {}
        for item in self.alive:
            for material in network.gives[item]:
                givers.setdefault(material, set()).add(item)
        self.needs = {item: network.needs[item] for item in self.alive}
        self.owes = {item: network.owes[item] for item in self.alive}
        asked = {group for rows in (self.needs, self.owes) for groups in rows.values() for group in groups}
        self.demands: dict[int, Demand] = {}
        for group in asked.union(self.wanted):
            row = network.groups[group]
            if self.free.isdisjoint(row):
                suppliers = set().union(*(givers.get(material, ()) for material in row))
                self.demands[group] = Demand(suppliers, set(self.charged.intersection(row)))
        for rows in (self.needs, self.owes):
            for item, groups in rows.items():
                rows[item] = [group for group in groups if group in self.demands]
        self.wanted = [group for group in self.wanted if group in self.demands]

    def keep_what_serves(self) -> None:
        """Forget items that no demand leads to, back from what is wanted and what is forced."""
        todo = list(self.must)
        seen = set(todo)
        asked: set[int] = set()

        def ask(groups: Iterable[int]) -> None:
            for group in groups:
                if group not in asked:
                    asked.add(group)
                    new = self.demands[group].suppliers - seen
                    seen.update(new)
                    todo.extend(new)

        ask(self.wanted)
        while todo:
            item = todo.pop()
            ask(self.needs[item])
            ask(self.owes[item])
        self.alive &= seen
        self.demands = {group: self.demands[group] for group in sorted(asked)}
        for demand in self.demands.values():
            demand.suppliers &= seen

    def settle(self) -> None:
        """Draw what follows: the only supplier of a demand is in every plan, its rivals are in none."""
        todo = list(self.must)
        self.follow(self.wanted, None, todo)
        while todo:
            item = todo.pop()
            self.follow(self.needs[item], item, todo)
            self.follow(self.owes[item], None, todo)
            rivals = self.rivals.get(item, set())
            if rivals & self.must:
                raise Unreachable
            self.alive -= rivals
        there = (self.free, self.handed)
        self.surely = [fire(self.network, self.must, there, one) for one in self.durations]
        self.sure = set(self.surely[0].finish)
        for demand in self.demands.values():
            self.trim(demand)

    def follow(self, groups: Iterable[int], consumer: int | None, todo: list[int]) -> None:
        for group in groups:
            demand = self.demands[group]
            suppliers = (demand.suppliers & self.alive) - {consumer}
            if not suppliers and not demand.handed:
                raise Unreachable
            if len(suppliers) == 1 and not demand.handed and not suppliers <= self.must:
                self.must |= suppliers
                todo.extend(suppliers)
            elif not suppliers and len(demand.handed) == 1:
                self.handed |= demand.handed

    def trim(self, demand: Demand) -> None:
        """Forget suppliers that are never earlier than one that is sure."""
        if demand.handed & self.handed:
            demand.suppliers &= set() if self.timed else self.sure
            demand.handed &= self.handed
            return
        if not self.timed and demand.suppliers & self.sure:
            demand.suppliers &= self.sure
            demand.handed.clear()
            return
        for known in sorted(demand.suppliers & self.sure):
            late = {item for item in demand.suppliers - self.sure if self.is_never_earlier(item, known)}
            demand.suppliers -= late

    def is_never_earlier(self, item: int, known: int) -> bool:
        times: Iterable[tuple[Firing, Firing]] = zip(self.surely, self.best, strict=True)
        return all(sure.finish[known] <= best.finish.get(item, 0) for sure, best in times)
