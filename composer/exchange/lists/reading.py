"""Reading a list: which encoding, which columns, and every row, or what is wrong with which row."""

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile

from openpyxl import load_workbook

from composer.errors import Finding, MachineError, Place, UsageError

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "材料名称", "材料", "申请材料", "申请材料名称"),
    "item": ("item", "事项", "事项名称"),
    "department": ("department", "部门", "实施主体", "部门名称"),
    "holder": ("holder", "持有人", "材料持有人"),
}
"""What the columns that mean something are headed, the first that is there."""
_BLOCK = 1 << 20
_LONGEST_CELL = 1 << 24
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class ListedRows:
    """A list that was opened: its headings as they stand, which of them mean what, and how it was encoded."""

    path: Path
    columns: tuple[str, ...]
    meaning: Mapping[str, str]
    encoding: str

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row as wide as the headings, with its number in the file; empty rows are none.

        Raises UsageError where a row has more cells than there are headings, MachineError where it cannot be read.
        """
        source = _sheet_rows(self.path) if _is_workbook(self.path) else _csv_rows(self.path, self.encoding)
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
    encoding = "" if _is_workbook(path) else _encoding(path)
    source = _sheet_rows(path) if _is_workbook(path) else _csv_rows(path, encoding)
    first = next(source, None)
    if first is None:
        raise UsageError([Finding("list-empty", str(path), "是空的，没有表头", "第一行请写列名，至少有一列 name")])
    columns = tuple(cell.strip() for cell in first[1])
    meaning = {
        key: next(heading for heading in headings if heading in columns)
        for key, headings in HEADINGS.items()
        if any(heading in columns for heading in headings)
    }
    _refuse(path, columns, meaning)
    return ListedRows(path, columns, meaning, encoding)


def _refuse(path: Path, columns: Sequence[str], meaning: Mapping[str, str]) -> None:
    place = Place(str(path), 1, 1)
    if "name" not in meaning:
        there = "、".join(column or "（空）" for column in columns[:12])
        reason = f"没有材料名称这一列，只有：{there}"
        raise UsageError([Finding("list-column", "", reason, "请把这一列的列名写成 name 或 材料名称", place)])
    twice = sorted({column for column in columns if column and columns.count(column) > 1})
    if twice:
        reason = f"列名写了两次：{'、'.join(twice)}"
        raise UsageError([Finding("list-column", "", reason, "请给每一列一个自己的列名", place)])


def _too_wide(path: Path, number: int, cells: int, width: int) -> Finding:
    reason = f"这一行有 {cells} 格，表头只有 {width} 格"
    return Finding("list-row", "", reason, "内容里有逗号的请加英文双引号，或补上列名", Place(str(path), number, 1))


def _unreadable(path: Path, error: OSError) -> Finding:
    reason = "没有这个文件" if isinstance(error, FileNotFoundError) else f"读不了（{error.strerror}）"
    return Finding("list-unreadable", str(path), reason, "请检查路径和权限")


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in (".xlsx", ".xlsm")


def _encoding(path: Path) -> str:
    """UTF-8 where all of the file is, by its mark or by its bytes; else GB 18030, as Excel writes it in China."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
            marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
            tried: list[tuple[str, int]] = []
            for name in (marked,) if marked else ("utf-8", "gb18030"):
                file.seek(0)
                fault = _first_fault(file, name)
                if fault is None:
                    return name
                tried.append((name, fault))
    except OSError as error:
        raise MachineError([_unreadable(path, error)]) from error
    line = tried[0][1]
    reason = f"第 {line} 行起既不是 UTF-8 也不是 GB18030，读不出文字"
    way_out = "请在 Excel 里另存为“CSV UTF-8”，或直接用 .xlsx"
    raise UsageError([Finding("list-encoding", str(path), reason, way_out)])


def _first_fault(file: BinaryIO, name: str) -> int | None:
    """The line on which a file stops being in encoding `name`; None where all of it is."""
    decoder = codecs.getincrementaldecoder(name)()
    line = 1
    while True:
        block = file.read(_BLOCK)
        try:
            line += decoder.decode(block, final=not block).count("\n")
        except UnicodeDecodeError as error:
            return line + bytes(error.object[: error.start]).count(b"\n")
        if not block:
            return None


def _csv_rows(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding=encoding, newline="") as file:
            first = file.readline()
            file.seek(0)
            delimiter = max(",\t;", key=first.count)
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            for cells in reader:
                if cells:
                    yield reader.line_num, cells
    except csv.Error as error:
        place = Place(str(path), reader.line_num, 1)
        reason = "这一行的引号没有成对，或者格子太长"
        raise UsageError([Finding("list-row", "", reason, "请检查这一行的英文双引号", place)]) from error
    except OSError as error:
        raise MachineError([_unreadable(path, error)]) from error


def _sheet_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet, as text; formulas as what they came to when the workbook was saved."""
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
    except OSError as error:
        raise MachineError([_unreadable(path, error)]) from error
    except (BadZipFile, KeyError, ValueError, TypeError) as error:
        way_out = "请在 Excel 里重新另存为 .xlsx 或“CSV UTF-8”"
        raise UsageError([Finding("list-workbook", str(path), "不是能打开的 Excel 工作簿", way_out)]) from error
    try:
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = ["" if value is None else str(value) for value in row]
            if any(cells):
                yield number, cells
    finally:
        workbook.close()
