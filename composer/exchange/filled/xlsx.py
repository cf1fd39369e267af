"""A filled workbook: every datum has its cells by name, so that moved cells and renamed sheets do no harm."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from composer.exchange.filled.refusals import refused
from composer.exchange.filled.tables import Table, lines_of, table_of
from composer.exchange.spreadsheet import Area, Book, Sheet, address_of, area_of
from composer.exchange.spreadsheet.book import DAMAGED
from composer.forms.naming import STAMP_NAME, datum_of
from composer.forms.raw import Cell, Entry, RawForm, Stamp
from composer.model.element import ElementRef

_PRINT_AREA = "print_area"
_DELETED = Cell(None, "原来的格已经删去")


def read(data: bytes, name: str) -> RawForm:
    """The raw values of a workbook that was made for a table; raises UsageError where it is damaged or is none."""
    try:
        with Book.opened(data) as book:
            found = _named(book)
            raw = _Reading(book, found).form() if found.areas else None
    except DAMAGED as error:
        raise refused("filled-damaged", name, "工作簿已损坏，打不开", "请用原来的程序打开，另存一份再交") from error
    if raw is None:
        way_out = "请用本站给的表填写，不要把内容复制到新的工作簿里"
        raise refused("filled-no-form", name, "这个工作簿不是一张表单：里面没有表单的格名", way_out)
    return raw


@dataclass
class _Names:
    """Data and lines with the cells that carry their names; what is known everywhere stands before what a sheet knows.

    `printed` is what each sheet prints, `deleted` are data of which no cell is left.
    """

    areas: dict[tuple[ElementRef, int | None], list[Area]] = field(default_factory=dict)
    printed: dict[str, Area] = field(default_factory=dict)
    deleted: set[ElementRef] = field(default_factory=set)


def _named(book: Book) -> _Names:
    found = _Names()
    deleted = set()
    for named in book.names:
        area = area_of(named.means)
        there = area is not None and area.sheet in book.sheet_names
        if named.name.lower().endswith(_PRINT_AREA) and there and area is not None:
            found.printed[area.sheet] = area
        place = datum_of(named.name)
        if place is None:
            continue
        if there and area is not None:
            found.areas.setdefault(place, []).append(area)
        elif place[1] is None:
            deleted.add(place[0])
    found.deleted = {datum for datum in deleted if (datum, None) not in found.areas}
    return found


class _Reading:
    def __init__(self, book: Book, names: _Names) -> None:
        self.book, self.names = book, names
        self.used: dict[str, set[tuple[int, int]]] = {}
        self.strays: list[Cell] = []

    def form(self) -> RawForm:
        """Everything that stands in the cells of a table, and in cells beside them."""
        cells = {datum: self.single(areas) for (datum, entry), areas in self.names.areas.items() if entry is None}
        cells |= dict.fromkeys(sorted(self.names.deleted), _DELETED)
        entries = self.entries()
        self.strays += list(self.beside())
        stamp = Stamp.read(self.book.properties.get(STAMP_NAME, ""))
        return RawForm(stamp, cells, entries, tuple(self.strays))

    def single(self, areas: Sequence[Area]) -> Cell:
        """The cell of a datum; of several, where a sheet was copied, the first that says something."""
        found = [self.cell(self.book.sheet(area.sheet), area.first_row, area.first_column) for area in areas]
        said = [cell for cell in found if cell.raw is not None]
        self.strays += [cell for cell in said[1:] if cell.raw != said[0].raw]
        return (said or found)[0]

    def cell(self, sheet: Sheet, row: int, column: int) -> Cell:
        self.used.setdefault(sheet.name, set()).add((row, column))
        given = sheet.at(row, column)
        return Cell(given.raw if given else None, f"{sheet.name} {address_of(row, column)}")

    def entries(self) -> dict[str, list[Entry]]:
        """The lines of every repeating group that say something, those of its further sheets behind the first ones."""
        tables: dict[tuple[str, str], Table] = {}
        for (datum, entry), areas in self.names.areas.items():
            for area in areas if entry is not None else ():
                table = tables.setdefault((datum.partition(".")[0], area.sheet), table_of(self.book.sheet(area.sheet)))
                table.add(datum, entry or 1, area)
        entries: dict[str, list[Entry]] = {}
        seen: dict[str, dict[int, Mapping[ElementRef, object]]] = {}
        for (group, _), table in sorted(tables.items(), key=lambda one: (one[0][0], min(one[1].lines))):
            for entry, places in lines_of(table):
                line = {datum: self.cell(table.sheet, *place) for datum, place in places.items()}
                said = {datum: cell.raw for datum, cell in line.items() if cell.raw is not None}
                if said and (entry is None or seen.setdefault(group, {}).get(entry) != said):
                    entries.setdefault(group, []).append(self.with_merged(table, line, places))
                    if entry is not None:
                        seen.setdefault(group, {})[entry] = said
        return entries

    def with_merged(
        self, table: Table, line: Mapping[ElementRef, Cell], places: Mapping[ElementRef, tuple[int, int]]
    ) -> Entry:
        """`line` with what is written once for several lines, in a cell that is merged with that of a line above."""
        whole = dict(line)
        for datum, place in places.items():
            owner = table.sheet.owner(*place)
            if line[datum].raw is None and owner != place and table.data.get(owner) == datum:
                whole[datum] = self.cell(table.sheet, *owner)
        return whole

    def beside(self) -> Iterator[Cell]:
        """What was written into open cells that belong to no datum, or outside of what is printed."""
        for name, used in self.used.items():
            printed = self.names.printed.get(name)
            for row, cells in self.book.sheet(name).rows.items():
                for column, given in cells.items():
                    outside = printed and not (row <= printed.last_row and column <= printed.last_column)
                    if (given.unlocked or outside) and (row, column) not in used:
                        yield Cell(given.raw, f"{name} {address_of(row, column)}")
