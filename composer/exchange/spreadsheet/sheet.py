"""One sheet: its cells that say something, and its merged cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from composer.exchange.spreadsheet.addresses import Area, area_of, cell_at
from composer.exchange.spreadsheet.parts import Parts, kind_of
from composer.exchange.spreadsheet.values import NO_RESULT, Format, Given, Raw, iso_day, number, text_of, unescaped

_MOST_SPREAD = 5000
"""Cells of a merged area that are looked up one by one; a person merges fewer."""


@dataclass(frozen=True)
class Surroundings:
    """What the cells of all sheets refer to: the strings, the styles, and the day from which days are counted."""

    strings: Sequence[str]
    formats: Sequence[Format]
    since_1904: bool


class Sheet:
    """The cells of a sheet by row and column (from 1)."""

    def __init__(self, name: str, rows: Mapping[int, Mapping[int, Given]], merged: Sequence[Area]) -> None:
        self.name, self.rows, self.merged = name, rows, merged
        self._owners: dict[tuple[int, int], tuple[int, int]] = {}
        for area in merged:
            if (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1) <= _MOST_SPREAD:
                for row in range(area.first_row, area.last_row + 1):
                    for column in range(area.first_column, area.last_column + 1):
                        self._owners[row, column] = area.first_row, area.first_column

    def at(self, row: int, column: int) -> Given | None:
        """What a cell says; None where it says nothing."""
        return self.rows.get(row, {}).get(column)

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """The cell that is seen there: the first of merged ones, or the cell itself."""
        return self._owners.get((row, column), (row, column))


def read_sheet(parts: Parts, part: str, name: str, around: Surroundings) -> Sheet:
    """The sheet called `name`. Raises SyntaxError, LookupError and ValueError where the part is damaged."""
    rows: dict[int, dict[int, Given]] = {}
    merged: list[Area | None] = []
    row = 0
    for element in parts.elements(part, "row", "mergeCell"):
        if kind_of(element) == "mergeCell":
            merged.append(area_of(f"x!{element.get('ref', '')}"))
            continue
        row = int(element.get("r") or row + 1)
        cells = _cells(element, around)
        if cells:
            rows[row] = cells
    return Sheet(name, rows, [area for area in merged if area is not None])


def _cells(row: Element, around: Surroundings) -> dict[int, Given]:
    found: dict[int, Given] = {}
    column = 0
    for cell in row:
        address = cell.get("r")
        column = cell_at(address)[1] if address else column + 1
        if not len(cell):
            continue
        style = int(cell.get("s") or 0)
        form = around.formats[style] if style < len(around.formats) else Format()
        raw = _value(cell, form, around)
        if raw is not None and raw != "":
            found[column] = Given(raw, form.unlocked)
    return found


def _value(cell: Element, form: Format, around: Surroundings) -> Raw:
    parts: dict[str, Any] = {kind_of(child): child for child in cell}
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return text_of(parts["is"]) if "is" in parts else None
    written = parts["v"].text if "v" in parts else None
    if not written:
        return NO_RESULT if "f" in parts and kind != "str" else None
    match kind:
        case "s":
            return around.strings[int(written)]
        case "b":
            return written.strip() in ("1", "true")
        case "d":
            return iso_day(written)
        case "n":
            return number(written.strip(), form, around.since_1904)
    return unescaped(written)
