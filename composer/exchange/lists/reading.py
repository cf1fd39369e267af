"""Reading a list: which columns, and every row, or what is wrong with which row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Final

from composer.errors import Finding, Place, UsageError
from composer.exchange.lists.headings import joined, meaning_of
from composer.exchange.lists.refusals import empty, without_names
from composer.exchange.lists.source import Source, open_source

_SHOWN: Final = 5
_TALLEST: Final = 3
"""So many rows at most are headings."""


@dataclass(frozen=True, slots=True)
class ListedRows:
    """A list that was opened: its headings as they stand, which of them mean what, and the row on which they end."""

    source: Source
    columns: tuple[str, ...]
    meaning: Mapping[str, str]
    headings_end: int

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row below the headings, as wide as they are, with its number in the file.

        A row on which nothing is written is an empty one, unless nothing is written below it either.
        Raises UsageError where a row has more cells than there are headings, MachineError where it cannot be read.
        """
        width = len(self.columns)
        for number, cells in self.source.rows():
            if number <= self.headings_end:
                continue
            if len(cells) > width:
                if any(cells[width:]):
                    raise UsageError([_too_wide(self.source.path, number, len(cells), width)])
                del cells[width:]
            cells.extend([""] * (width - len(cells)))
            yield number, cells

    def notes(self) -> Iterator[str]:
        """What whoever gave the list should know of how it was read."""
        sheet, head = self.source.sheet, self.source.head
        if sheet and sheet.others:
            yield f"只读了工作表“{sheet.name}”，没有读：{'、'.join(sheet.others)}"
        if head > 1:
            yield f"表头是第 {head} 行，上面的没有读"
        merged = [one.address for one in sheet.merged if one.last > self.headings_end] if sheet else []
        if merged:
            shown = "、".join(merged[:_SHOWN])
            more = " 等" if len(merged) > _SHOWN else ""
            yield f"合并的单元格有 {len(merged)} 处（{shown}{more}），每一处的内容都算在它的各行上"


def read_list(path: Path, sheet_name: str | None = None, head: int = 1) -> ListedRows:
    """Open a list, a CSV file or a workbook (.xlsx), whose headings stand on row `head`, or the next that is written.

    Of a workbook the sheet of that name is read, or the first. Headings that are merged downwards end where the
    lowest of them ends. Raises MachineError where the file cannot be read, UsageError where it is no list or has no
    column of names.
    """
    source = open_source(path, sheet_name, head)
    first = next(source.rows(), None)
    if first is None:
        raise UsageError([empty(source)])
    end = _headings_end(source, first[0])
    columns = joined([cells for _, cells in takewhile(lambda row: row[0] <= end, source.rows())])
    meaning = meaning_of(columns)
    if "name" not in meaning:
        raise UsageError([without_names(source, first[0], columns)])
    twice = sorted({column for column in columns if column and columns.count(column) > 1})
    if twice:
        place = Place(str(path), first[0], 1)
        reason = f"列名写了两次：{'、'.join(twice)}"
        raise UsageError([Finding("list-column", "", reason, "请给每一列一个自己的列名", place)])
    return ListedRows(source, columns, meaning, end)


def _headings_end(source: Source, first: int) -> int:
    merged = source.sheet.merged if source.sheet else ()
    return max((one.last for one in merged if one.first == first and one.last < first + _TALLEST), default=first)


def _too_wide(path: Path, number: int, cells: int, width: int) -> Finding:
    reason = f"这一行有 {cells} 格，表头只有 {width} 格"
    return Finding("list-row", "", reason, "内容里有逗号的请加英文双引号，或补上列名", Place(str(path), number, 1))
