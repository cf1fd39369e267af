"""Reading a list: which encoding, which columns, and every row, or what is wrong with which row."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from composer.errors import Finding, Place, UsageError
from composer.exchange.lists import sheet, text

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "材料名称", "材料", "申请材料", "申请材料名称"),
    "item": ("item", "事项", "事项名称"),
    "department": ("department", "部门", "实施主体", "部门名称"),
    "holder": ("holder", "持有人", "材料持有人"),
}
"""What the columns that mean something are headed, the first that is there.

Capitals, wide letters and blanks around make no difference.
"""


@dataclass(frozen=True, slots=True)
class ListedRows:
    """A list that was opened: its headings as they stand, which of them mean what, and how it was encoded.

    `sheets` of a workbook, the one that is read first.
    """

    path: Path
    columns: tuple[str, ...]
    meaning: Mapping[str, str]
    encoding: str
    sheets: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row as wide as the headings, with its number in the file.

        A row on which nothing is written is an empty one, unless nothing is written below it either.
        Raises UsageError where a row has more cells than there are headings, MachineError where it cannot be read.
        """
        source = _written_rows(self.path, self.encoding)
        next(source)
        width = len(self.columns)
        for number, cells in source:
            if len(cells) > width:
                if any(cells[width:]):
                    raise UsageError([_too_wide(self.path, number, len(cells), width)])
                del cells[width:]
            cells.extend([""] * (width - len(cells)))
            yield number, cells


def read_list(path: Path) -> ListedRows:
    """Open a list, a CSV file or a workbook (.xlsx), whose first row has the headings.

    Raises MachineError where it cannot be read, UsageError where it is no list or has no column of names.
    """
    sheets = sheet.names(path) if sheet.is_workbook(path) else ()
    encoding = "" if sheets else text.encoding_of(path, _has_name)
    first = next(_written_rows(path, encoding), None)
    if first is None:
        raise UsageError([Finding("list-empty", str(path), "是空的，没有表头", "第一行请写列名，至少有一列 name")])
    columns = tuple(cell.strip() for cell in first[1])
    meaning = _meaning(columns)
    _refuse(path, columns, meaning)
    return ListedRows(path, columns, meaning, encoding, sheets)


def _meaning(columns: Sequence[str]) -> Mapping[str, str]:
    plain = {_plain(column): column for column in reversed(columns)}
    found = {key: next((plain[one] for one in headings if one in plain), None) for key, headings in HEADINGS.items()}
    return {key: column for key, column in found.items() if column is not None}


def _plain(heading: str) -> str:
    """A heading as it is compared; a mark of the encoding gets into it where files were put together."""
    return unicodedata.normalize("NFKC", heading).strip("\ufeff\u200b \t\r\n").casefold()


def _has_name(headings: Sequence[str]) -> bool:
    return "name" in _meaning(headings)


def _written_rows(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The rows from the headings to the last on which something is written."""
    blank: list[tuple[int, list[str]]] = []
    seen = False
    for row in sheet.rows(path) if sheet.is_workbook(path) else text.rows(path, encoding):
        if not row[1]:
            blank.append(row)
            continue
        if seen:
            yield from blank
        blank.clear()
        seen = True
        yield row


def _refuse(path: Path, columns: Sequence[str], meaning: Mapping[str, str]) -> None:
    place = Place(str(path), 1, 1)
    if "name" not in meaning:
        there = "、".join(column or "（空）" for column in columns[:12])
        reason = f"没有材料名称这一列，只有：{there}"
        way_out = "请把这一列的列名写成 name 或 材料名称；第一行是标题的，请删去标题那几行"
        raise UsageError([Finding("list-column", "", reason, way_out, place)])
    twice = sorted({column for column in columns if column and columns.count(column) > 1})
    if twice:
        reason = f"列名写了两次：{'、'.join(twice)}"
        raise UsageError([Finding("list-column", "", reason, "请给每一列一个自己的列名", place)])


def _too_wide(path: Path, number: int, cells: int, width: int) -> Finding:
    reason = f"这一行有 {cells} 格，表头只有 {width} 格"
    return Finding("list-row", "", reason, "内容里有逗号的请加英文双引号，或补上列名", Place(str(path), number, 1))
