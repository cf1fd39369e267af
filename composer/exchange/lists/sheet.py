"""Lists as a sheet of a workbook: rows of cells as text."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook

from composer.errors import Finding, MachineError, Place, UsageError
from composer.exchange.lists.merged import Merged, filled, merged_cells
from composer.exchange.lists.text import unreadable

_BLOCK = 1 << 20
_FORMULA: Final = (b"<f>", b"<f ", b"<f/", b":f>", b":f ")


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: its name, those of the others, and the part of the archive that it is."""

    path: Path
    name: str
    others: tuple[str, ...]
    part: str

    @cached_property
    def merged(self) -> tuple[Merged, ...]:
        """Its merged cells: reading row by row knows of none, its source does."""
        with _read_through(self.path), ZipFile(self.path) as archive, archive.open(self.part) as source:
            return merged_cells(source)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row with its number, one on which nothing is written without cells; what is merged, on all its rows.

        Formulas are what they came to when the workbook was saved; UsageError where it was saved without.
        """
        return filled(self._written(), self.merged)

    def _written(self) -> Iterator[tuple[int, list[str]]]:
        source: Iterator[Sequence[Any]] = self._come_to() if self._has_formulas() else self._values()
        for number, row in enumerate(source, 1):
            cells = ["" if value is None else _text(value) for value in row]
            yield number, cells if any(cells) else []

    def _has_formulas(self) -> bool:
        """Whether it may have one; a look at the bytes, which costs less than reading everything once more."""
        with _read_through(self.path), ZipFile(self.path) as archive, archive.open(self.part) as source:
            end = b""
            while block := source.read(_BLOCK):
                if any(mark in end + block for mark in _FORMULA):
                    return True
                end = block[-2:]
        return False

    def _values(self) -> Iterator[Sequence[Any]]:
        with _opened(self.path, values=True) as workbook:
            sheet = workbook[self.name]
            sheet.reset_dimensions()
            yield from sheet.iter_rows(values_only=True)

    def _come_to(self) -> Iterator[Sequence[Any]]:
        """The values where there are formulas: the workbook is read beside itself, for neither reading shows both."""
        with _opened(self.path, values=True) as saved, _opened(self.path, values=False) as meant:
            sheets = saved[self.name], meant[self.name]
            for one in sheets:
                one.reset_dimensions()
            for number, (cells, formulas) in enumerate(zip(*(one.iter_rows() for one in sheets), strict=True), 1):
                for cell, formula in zip(cells, formulas, strict=True):
                    if formula.data_type == "f" and cell.value is None and cell.data_type == "n":
                        reason = f"{cell.coordinate} 是公式，文件里没有存它算出的结果"
                        way_out = "请先用 Excel 或 LibreOffice 打开，保存一次再来"
                        place = Place(str(self.path), number, cell.column)
                        raise UsageError([Finding("list-formula", "", reason, way_out, place)])
                yield [cell.value for cell in cells]


def sheets_of(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook in their order; raises UsageError where it is no workbook, MachineError."""
    with _opened(path, values=True) as workbook:
        worksheets: list[Any] = workbook.worksheets
        parts = {one.title: one._worksheet_path.lstrip("/") for one in worksheets}
        return tuple(
            Sheet(path, name, tuple(other for other in parts if other != name), part) for name, part in parts.items()
        )


def _text(value: Any) -> str:
    """A cell as text; a day that was typed without a time is kept without one."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


@contextmanager
def _opened(path: Path, *, values: bool) -> Iterator[Workbook]:
    """A workbook while it is read; raises as `_read_through`."""
    with _read_through(path):
        workbook = load_workbook(path, read_only=True, data_only=values)
        try:
            if not workbook.worksheets:
                raise UsageError([_no_workbook(path)])
            yield workbook
        finally:
            workbook.close()


@contextmanager
def _read_through(path: Path) -> Iterator[None]:
    """Whatever is found broken in a workbook, at once or on the way, makes it none: UsageError; MachineError."""
    try:
        yield
    except OSError as error:
        raise MachineError([unreadable(path, error)]) from error
    except (BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError) as error:
        raise UsageError([_no_workbook(path)]) from error


def _no_workbook(path: Path) -> Finding:
    way_out = "请在 Excel 里重新另存为 .xlsx 或“CSV UTF-8”"
    return Finding("list-workbook", str(path), "不是能打开的 Excel 工作簿", way_out)
