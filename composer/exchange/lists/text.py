"""Lists as text: which encoding, and rows of cells."""

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from composer.errors import Finding, MachineError, Place, UsageError

_BLOCK = 1 << 20
_HEAD = 1 << 12
_LONGEST_CELL = 1 << 24
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(path: Path, is_headings: Callable[[Sequence[str]], bool], head: int) -> str:
    """UTF-8 where all of the file is, by its mark or by its bytes; else GB 18030, as Excel writes it in China.

    UTF-16 without its mark is known by line `head`: read so, and only so, it has headings.
    Raises UsageError where it is none of these, MachineError where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD)
            marked = next((name for mark, name in _MARKS if start.startswith(mark)), None) or _unmarked(
                start, is_headings, head
            )
            tried: list[tuple[str, int]] = []
            for name in (marked,) if marked else ("utf-8", "gb18030"):
                file.seek(0)
                fault = _first_fault(file, name)
                if fault is None:
                    return name
                tried.append((name, fault))
    except OSError as error:
        raise MachineError([unreadable(path, error)]) from error
    line = tried[0][1]
    reason = f"第 {line} 行起既不是 UTF-8 也不是 GB18030，读不出文字"
    way_out = "请在 Excel 里另存为“CSV UTF-8”，或直接用 .xlsx"
    raise UsageError([Finding("list-encoding", str(path), reason, way_out)])


def _unmarked(start: bytes, is_headings: Callable[[Sequence[str]], bool], head: int) -> str | None:
    if b"\0" not in start:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        lines = io.StringIO(start[: len(start) & ~1].decode(name, errors="replace"), newline=None)
        line = next(islice(lines, head - 1, None), "").strip("\n")
        if is_headings(next(csv.reader([line], delimiter=_delimiter(line)), [])):
            return name
    return None


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


def _delimiter(headings: str) -> str:
    return max(",\t;", key=headings.count)


def rows(path: Path, encoding: str, head: int) -> Iterator[tuple[int, list[str]]]:
    """Every row with the number of its line; one of a blank line has no cells. Line `head` tells the delimiter.

    Raises UsageError where quotation marks have no pair, MachineError where the file cannot be read.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding=encoding, newline="") as file:
            headings = next(filter(str.strip, islice(file, head - 1, None)), "")
            file.seek(0)
            reader = csv.reader(file, delimiter=_delimiter(headings), strict=True)
            for cells in reader:
                yield reader.line_num, cells
    except csv.Error as error:
        place = Place(str(path), reader.line_num, 1)
        reason = "这一行的引号没有成对，或者格子太长"
        raise UsageError([Finding("list-row", "", reason, "请检查这一行的英文双引号", place)]) from error
    except OSError as error:
        raise MachineError([unreadable(path, error)]) from error


def unreadable(path: Path, error: OSError) -> Finding:
    """What the machine said when it was asked for the file."""
    reason = "没有这个文件" if isinstance(error, FileNotFoundError) else f"读不了（{error.strerror}）"
    return Finding("list-unreadable", str(path), reason, "请检查路径和权限")
