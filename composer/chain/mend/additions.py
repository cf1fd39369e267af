"""The smallest sets of items and held materials that make everything wanted of a network reachable."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import clingo

from composer.chain.mend.program import ground
from composer.chain.network import Network

MOST = 4
"""Largest set that is looked for: who needs more than this has another plan to make."""
LIMIT = 12
"""How many sets are listed."""
_CONFLICTS = 200_000
"""How much work one size may take; counted in conflicts, not seconds, so that the answer is the same on every run."""


@dataclass(frozen=True, order=True)
class Addition:
    """Items and materials, by number, that together make the wants reachable; no part of it does."""

    items: tuple[int, ...]
    materials: tuple[int, ...]


@dataclass(frozen=True)
class Additions:
    """Sets by size, then by number; `complete` where there are no others of up to `MOST` parts."""

    sets: tuple[Addition, ...]
    complete: bool


def additions(
    network: Network,
    *,
    items: Collection[int],
    materials: Collection[int],
    displaces: Mapping[int, Collection[int]] | None = None,
    most: int = MOST,
    limit: int = LIMIT,
) -> Additions:
    """The smallest sets out of `items` (of the network, but not in yet) and `materials` (not held yet).

    `displaces`: held materials that are held no longer once an item is added, by item.
    A single empty set where nothing need be added; none where nothing helps. Every set is minimal: without any part
    of it something wanted stays out of reach.
    """
    facts = [*_facts(network, frozenset(items), frozenset(materials))]
    facts += [("displaces", item, material) for item, gone in sorted((displaces or {}).items()) for material in gone]
    options = (f"--models={limit + 1}", "--project=show", f"--solve-limit={_CONFLICTS}")
    return _Search(ground("additions", facts, *options), limit).run(most)


class _Search:
    def __init__(self, control: clingo.Control, limit: int) -> None:
        self.control, self.limit = control, limit
        self.found: list[Addition] = []

    def run(self, most: int) -> Additions:
        for size in range(most + 1):
            enough = self.of_size(size)
            if not enough:
                return Additions(tuple(sorted(self.found[: self.limit], key=_by_size)), complete=False)
            if size == 0 and self.found:
                break
        return Additions(tuple(sorted(self.found, key=_by_size)), complete=True)

    def of_size(self, size: int) -> bool:
        """Find every set of `size` parts that holds none of those found before; false where some may be missing."""
        self.control.ground([("size", [clingo.Number(size)])])
        asked = clingo.Function("asked", [clingo.Number(size)])
        self.control.assign_external(asked, True)
        with self.control.solve(yield_=True) as handle:
            models = [model.symbols(shown=True) for model in handle]
            exhausted = bool(handle.get().exhausted)
        self.control.release_external(asked)
        self.found += [_addition(symbols) for symbols in models]
        self.forbid(models)
        return exhausted and len(self.found) <= self.limit

    def forbid(self, models: Iterable[Iterable[clingo.Symbol]]) -> None:
        """Let no later set hold one of these."""
        known = self.control.symbolic_atoms
        literals = [[atom.literal for symbol in symbols if (atom := known[symbol])] for symbols in models]
        with self.control.backend() as backend:
            for body in literals:
                backend.add_rule([], body)


def _addition(symbols: Iterable[clingo.Symbol]) -> Addition:
    parts = [symbol.arguments[0] for symbol in symbols]
    return Addition(
        items=tuple(sorted(part.arguments[0].number for part in parts if part.name == "item")),
        materials=tuple(sorted(part.arguments[0].number for part in parts if part.name == "material")),
    )


def _by_size(one: Addition) -> tuple[int, Addition]:
    return len(one.items) + len(one.materials), one


def _facts(
    network: Network, addable: frozenset[int], holdable: frozenset[int]
) -> Iterator[tuple[str, int] | tuple[str, int, int]]:
    """The part of the network that the wants may come to need, as facts."""
    items, materials, groups = _relevant(network)
    for item in sorted(items):
        yield "item", item
        if item in addable:
            yield "addable", item
        for name, rows in (("need", network.needs), ("owe", network.owes), ("give", network.gives)):
            yield from ((name, item, number) for number in rows[item])
    for group in sorted(groups):
        yield from (("alt", group, material) for material in network.groups[group])
    for name, numbers in (("held", set(network.held.tolist())), ("holdable", holdable)):
        yield from ((name, material) for material in sorted(materials & numbers))
    yield from (("wanted", group) for group in network.wanted.tolist())
    yield from (("forced", item) for item in network.forced.tolist())
    for one, other in network.excludes.tolist():
        if one in items and other in items:
            yield "exclude", one, other


def _relevant(network: Network) -> tuple[set[int], set[int], set[int]]:
    """Items, materials and groups that lie backward of what is wanted and forced."""
    issuers: dict[int, list[int]] = {}
    for item in range(len(network.items)):
        for material in network.gives[item]:
            issuers.setdefault(material, []).append(item)
    items: set[int] = set()
    materials: set[int] = set()
    groups: set[int] = set()
    todo: list[int] = network.forced.tolist()
    fresh: list[int] = network.wanted.tolist()
    while todo or fresh:
        while fresh:
            group = fresh.pop()
            if group not in groups:
                groups.add(group)
                new = set(network.groups[group]) - materials
                materials |= new
                todo += [item for material in new for item in issuers.get(material, ())]
        item = todo.pop() if todo else -1
        if item >= 0 and item not in items:
            items.add(item)
            fresh += [*network.needs[item], *network.owes[item]]
    return items, materials, groups
