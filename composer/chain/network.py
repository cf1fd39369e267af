"""The one network of items and materials: a theme, a whole catalogue and a benchmark set alike.

Everything is an index into `items` or `materials`; ragged tables are kept as two flat arrays, so that a million items
fit and closure runs in array operations. `Network.of` builds one from names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int32]
Amounts = NDArray[np.int64]


FEW = 10_000
"""Rows of a table with no more entries are read from plain lists, ten times as fast as from arrays."""


@dataclass(frozen=True, eq=False)
class Rows:
    """A ragged table of indices: row `i` is `values[starts[i]:starts[i + 1]]`."""

    starts: NDArray[np.int64]
    values: Indices

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> "Rows":
        """The table of these rows."""
        listed = list(rows)
        starts = np.zeros(len(listed) + 1, np.int64)
        np.cumsum([len(row) for row in listed], out=starts[1:])
        return cls(starts, np.fromiter((value for row in listed for value in row), np.int32, int(starts[-1])))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> list[int]:
        """The row as plain numbers."""
        if len(self.values) <= FEW:
            return self.lists[row][:]
        found: list[int] = self.values[self.starts[row] : self.starts[row + 1]].tolist()
        return found

    @cached_property
    def lists(self) -> list[list[int]]:
        """All rows as plain numbers, made once; not to be changed."""
        starts, values = self.starts.tolist(), self.values.tolist()
        return [values[start:end] for start, end in pairwise(starts)]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How long each row is."""
        return np.diff(self.starts)


@dataclass(frozen=True)
class Goal:
    """What is to be least: a measure summed over the chosen items, or along the longest path through them."""

    measure: str
    over: Literal["sum", "critical-path"] = "sum"


@dataclass(frozen=True)
class Work:
    """An item as the network knows it, by names.

    `needs`: before it begins, one material of each group must be there. `owes`: one of each group must come to be,
    at any time. `costs`: amount by measure, whole and not negative; a measure that is missing is 0. `forced` items are
    chosen always.
    """

    name: str
    needs: tuple[tuple[str, ...], ...] = ()
    gives: tuple[str, ...] = ()
    owes: tuple[tuple[str, ...], ...] = ()
    costs: Mapping[str, int] = field(default_factory=dict)
    forced: bool = False


@dataclass(frozen=True, eq=False)
class Network:
    """What may be done, with what, and what is wanted.

    `items` stand in order of preference: of plans that are equally good, the one with the first item in which they
    differ is the answer. `needs` and `owes` are rows of groups, `groups` rows of alternative materials; every group of
    `wanted` must be met. `excludes` are pairs of items of which at most one may be chosen.
    `shared`: by measure, sets of items that together cost what the dearest chosen one costs (a common window).
    `handed`: by measure, what it costs to hand in a held material, once however often it is used.
    """

    items: tuple[str, ...]
    materials: tuple[str, ...]
    needs: Rows
    owes: Rows
    gives: Rows
    groups: Rows
    held: Indices
    wanted: Indices
    forced: Indices
    excludes: NDArray[np.int32]
    costs: Mapping[str, Amounts]
    shared: Mapping[str, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    handed: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    @property
    def named_groups(self) -> list[frozenset[str]]:
        """The alternatives of each group, by name."""
        return [frozenset(self.materials[ref] for ref in self.groups[row]) for row in range(len(self.groups))]

    @classmethod
    def of(
        cls,
        works: Iterable[Work],
        *,
        held: Iterable[str] = (),
        wanted: Iterable[tuple[str, ...]] = (),
        excludes: Iterable[tuple[str, str]] = (),
        shared: Mapping[str, Iterable[Iterable[str]]] | None = None,
        handed: Mapping[str, Mapping[str, int]] | None = None,
    ) -> "Network":
        """The network of these items, in order of preference; materials are numbered by name.

        Raises ValueError for two items of one name, an excluded item that is none, and a negative cost.
        """
        return _build(list(works), list(held), list(wanted), list(excludes), shared or {}, handed or {})


def _build(
    works: list[Work],
    held: list[str],
    wanted: list[tuple[str, ...]],
    excludes: list[tuple[str, str]],
    shared: Mapping[str, Iterable[Iterable[str]]],
    handed: Mapping[str, Mapping[str, int]],
) -> Network:
    item = {work.name: position for position, work in enumerate(works)}
    if len(item) < len(works):
        raise ValueError("two items have one name")
    names = {ref for work in works for group in (*work.needs, *work.owes, work.gives) for ref in group}
    materials = tuple(sorted(names.union(held, *wanted)))
    index = {name: position for position, name in enumerate(materials)}
    groups: dict[tuple[int, ...], int] = {}

    def group(refs: tuple[str, ...]) -> int:
        return groups.setdefault(tuple(sorted({index[ref] for ref in refs})), len(groups))

    needs = Rows.of([sorted({group(refs) for refs in work.needs}) for work in works])
    owes = Rows.of([sorted({group(refs) for refs in work.owes}) for work in works])
    goals = sorted({group(refs) for refs in wanted})
    measures = sorted({measure for work in works for measure in work.costs})
    costs = {measure: np.array([work.costs.get(measure, 0) for work in works], np.int64) for measure in measures}
    if any((amounts < 0).any() for amounts in costs.values()):
        raise ValueError("a cost is negative")
    return Network(
        items=tuple(item),
        materials=materials,
        needs=needs,
        owes=owes,
        gives=Rows.of([sorted({index[ref] for ref in work.gives}) for work in works]),
        groups=Rows.of(groups),
        held=np.array(sorted({index[ref] for ref in held}), np.int32),
        wanted=np.array(goals, np.int32),
        forced=np.array([item[work.name] for work in works if work.forced], np.int32),
        excludes=np.array(sorted({tuple(sorted((item[a], item[b]))) for a, b in excludes}), np.int32).reshape(-1, 2),
        costs=costs,
        shared={
            measure: tuple(tuple(sorted(item[name] for name in one)) for one in sets)
            for measure, sets in shared.items()
        },
        handed={
            measure: {index[ref]: amount for ref, amount in amounts.items() if ref in index}
            for measure, amounts in handed.items()
        },
    )
