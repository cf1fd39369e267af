"""Lists as the first sheet of a workbook: rows of cells as text."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook

from composer.errors import Finding, MachineError, Place, UsageError
from composer.exchange.lists.text import unreadable

_BLOCK = 1 << 20
_FORMULA: Final = (b"<f>", b"<f ", b"<f/", b":f>", b":f ")


def is_workbook(path: Path) -> bool:
    """Whether a path ends as that of a workbook."""
    return path.suffix.lower() in (".xlsx", ".xlsm")


def names(path: Path) -> tuple[str, ...]:
    """The names of the sheets, in their order; raises UsageError where it is no workbook, MachineError."""
    with _opened(path, values=True) as workbook:
        return tuple(one.title for one in workbook.worksheets)


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Every row of the first sheet with its number, one on which nothing is written without cells.

    Formulas are what they came to when the workbook was saved; UsageError where it was saved without.
    """
    if _has_formulas(path):
        source: Iterator[Sequence[Any]] = _come_to(path)
    else:
        source = _values(path)
    for number, row in enumerate(source, 1):
        cells = ["" if value is None else _text(value) for value in row]
        yield number, cells if any(cells) else []


def _values(path: Path) -> Iterator[Sequence[Any]]:
    with _opened(path, values=True) as workbook:
        first = workbook.worksheets[0]
        first.reset_dimensions()
        yield from first.iter_rows(values_only=True)


def _come_to(path: Path) -> Iterator[Sequence[Any]]:
    """The values where there are formulas: the workbook is read beside itself, for neither reading shows both."""
    with _opened(path, values=True) as saved, _opened(path, values=False) as meant:
        sheets = saved.worksheets[0], meant.worksheets[0]
        for one in sheets:
            one.reset_dimensions()
        for number, (cells, formulas) in enumerate(zip(*(one.iter_rows() for one in sheets), strict=True), 1):
            for cell, formula in zip(cells, formulas, strict=True):
                if formula.data_type == "f" and cell.value is None and cell.data_type == "n":
                    reason = f"{cell.coordinate} 是公式，文件里没有存它算出的结果"
                    way_out = "请先用 Excel 或 LibreOffice 打开，保存一次再来"
                    raise UsageError(
                        [Finding("list-formula", "", reason, way_out, Place(str(path), number, cell.column))]
                    )
            yield [cell.value for cell in cells]


def _text(value: Any) -> str:
    """A cell as text; a day that was typed without a time is kept without one."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def _has_formulas(path: Path) -> bool:
    """Whether any sheet may have one; a look at the bytes, which costs less than reading everything once more."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                end = b""
                with archive.open(name) as part:
                    while block := part.read(_BLOCK):
                        if any(mark in end + block for mark in _FORMULA):
                            return True
                        end = block[-2:]
    return False


@contextmanager
def _opened(path: Path, *, values: bool) -> Iterator[Workbook]:
    """A workbook while it is read; whatever is found broken in it, at once or on the way, makes it none."""
    try:
        workbook = load_workbook(path, read_only=True, data_only=values)
        try:
            if not workbook.worksheets:
                raise UsageError([_no_workbook(path)])
            yield workbook
        finally:
            workbook.close()
    except OSError as error:
        raise MachineError([unreadable(path, error)]) from error
    except (BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError) as error:
        raise UsageError([_no_workbook(path)]) from error


def _no_workbook(path: Path) -> Finding:
    way_out = "请在 Excel 里重新另存为 .xlsx 或“CSV UTF-8”"
    return Finding("list-workbook", str(path), "不是能打开的 Excel 工作簿", way_out)
