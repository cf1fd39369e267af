"""The lines of a repeating group on one sheet: those that have names, and those that a person put between or below."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from composer.exchange.spreadsheet import Area, Sheet
from composer.model.element import ElementRef

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass
class Table:
    """The named cells of a group on a sheet, by line; `listed` where names stand for whole columns of lines."""

    sheet: Sheet
    lines: dict[int, dict[ElementRef, Place]] = field(default_factory=dict)
    data: dict[Place, ElementRef] = field(default_factory=dict)
    listed: bool = False

    def add(self, datum: ElementRef, entry: int, area: Area) -> None:
        """Take the cells of a name: one cell, or below one another those of `entry` and the lines after it."""
        last = self.sheet.owner(area.last_row, area.last_column)
        alone = last == (area.first_row, area.first_column)
        self.listed |= not alone
        for row in range(area.first_row, area.first_row + 1 if alone else area.last_row + 1):
            self.lines.setdefault(entry + row - area.first_row, {})[datum] = (row, area.first_column)
            self.data[row, area.first_column] = datum


def table_of(sheet: Sheet) -> Table:
    """A table of nothing yet."""
    return Table(sheet)


def lines_of(table: Table) -> Iterator[tuple[int | None, Mapping[ElementRef, Place]]]:
    """Every line with its number, in order; None for one without names that was put in.

    Lines can be put in where each takes one row: between the others, and below the last one of a list.
    """
    columns = _columns(table)
    if columns is None:
        yield from sorted(table.lines.items())
        return
    numbers = {next(iter(places.values()))[0]: entry for entry, places in table.lines.items()}
    first, last = min(numbers), max(numbers)
    if table.listed:
        while any(table.sheet.at(last + 1, column) for column in columns.values()):
            last += 1
    rows = {row for row in table.sheet.rows if first <= row <= last} | set(numbers)
    for row in sorted(rows):
        entry = numbers.get(row)
        places = table.lines[entry] if entry is not None else {}
        yield entry, {datum: (row, column) for datum, column in columns.items()} | dict(places)


def _columns(table: Table) -> Mapping[ElementRef, int] | None:
    """The column of each datum, None where a line takes several rows or its cells were moved apart."""
    columns: dict[ElementRef, int] = {}
    for places in table.lines.values():
        if len({row for row, _ in places.values()}) != 1:
            return None
        for datum, (_, column) in places.items():
            if columns.setdefault(datum, column) != column:
                return None
    return columns if len(set(columns.values())) == len(columns) else None
