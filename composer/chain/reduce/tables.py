"""Walking ragged tables: row by row where few rows are asked for, in array operations where many are."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from composer.chain.network import Indices, Rows

Table = Rows | list[list[int]]
"""Rows as arrays, or as lists: lists are quicker to walk one by one, and cost more to make."""

Frontier = Sequence[int] | Indices
Flags = NDArray[np.bool_]

SMALL = 4_000
"""Tables with fewer entries in all are walked as lists; measured, both ways take the same time near this size."""

WIDE = 48
"""So many rows at once are worth array operations; measured."""


def inverse(rows: Rows, width: int) -> Rows:
    """For each value under `width`, the rows that hold it, in order."""
    # Sorting one whole number each is several times as fast as sorting indices by their values.
    keys = rows.values.astype(np.int64)
    keys <<= 32
    keys |= np.repeat(np.arange(len(rows)), rows.lengths)
    keys.sort()
    keys &= 0xFFFFFFFF
    return Rows(offsets(np.bincount(rows.values, minlength=width)), keys.astype(np.int32))


def inverse_lists(rows: list[list[int]], width: int) -> list[list[int]]:
    """The same of plain lists."""
    found: list[list[int]] = [[] for _ in range(width)]
    for row, values in enumerate(rows):
        for value in values:
            found[value].append(row)
    return found


def offsets(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where rows of these lengths start, and where the last one ends."""
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def take(rows: Rows, index: Indices) -> Rows:
    """The rows of `index`, in its order."""
    begins = rows.starts[index]
    lengths = rows.starts[index + 1] - begins
    starts = offsets(lengths)
    where = np.repeat(begins - starts[:-1], lengths)
    where += np.arange(len(where))
    return Rows(starts, rows.values[where])


def picked(rows: Rows, stays: Flags) -> Rows:
    """The rows without the values that do not stay; `stays` is by place among all values."""
    counted = np.zeros(len(rows.values) + 1, np.int64)
    np.cumsum(stays, out=counted[1:])
    return Rows(counted[rows.starts], rows.values[stays])


def distinct(values: Indices, scratch: Indices) -> Indices:
    """Each value once; `scratch` is as wide as the values go, its content of no meaning before and after."""
    places = np.arange(len(values), dtype=np.int32)
    scratch[values] = places
    once: Indices = values[scratch[values] == places]
    return once


def counted(values: Indices) -> tuple[Indices, NDArray[np.int64]]:
    """Each value once, ascending, and how often it stands there."""
    ordered = np.sort(values)
    firsts = np.flatnonzero(np.diff(ordered, prepend=np.int32(-1)))
    return ordered[firsts], np.diff(firsts, append=len(ordered))


class Walk:
    """Which of `size` things were met already, and which are met for the first time by following a table."""

    def __init__(self, size: int) -> None:
        self.seen: Flags = np.zeros(size, np.bool_)
        # Through the buffer a single flag is read in half the time.
        self._flags = self.seen.data
        self._scratch: Indices | None = None

    def add(self, values: Frontier) -> list[int]:
        """Those of `values` that are new, each once; they count as seen from now on."""
        flags = self._flags
        new = []
        for value in values.tolist() if isinstance(values, np.ndarray) else values:
            if not flags[value]:
                flags[value] = True
                new.append(value)
        return new

    def follow(self, table: Table, rows: Frontier) -> Frontier:
        """What these rows of `table` lead to that is new, each once; it counts as seen from now on."""
        if isinstance(table, Rows) and len(rows) > WIDE:
            found = take(table, np.asarray(rows, np.int32)).values
            found = found[~self.seen[found]]
            self.seen[found] = True
            if self._scratch is None:
                self._scratch = np.empty(len(self.seen), np.int32)
            return distinct(found, self._scratch)
        flags = self._flags
        new = []
        for row in rows.tolist() if isinstance(rows, np.ndarray) else rows:
            for value in table[row]:
                if not flags[value]:
                    flags[value] = True
                    new.append(value)
        return new
