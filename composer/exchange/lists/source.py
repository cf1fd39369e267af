"""Where the rows of a list come from: a text of some encoding, or a sheet of a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from composer.errors import Finding, MachineError, UsageError
from composer.exchange.lists import text
from composer.exchange.lists.headings import has_name
from composer.exchange.lists.sheet import Sheet, sheets_of

_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVE: Final = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Source:
    """A list to be read from row `head` on: text in `encoding`, or one of `sheets`."""

    path: Path
    head: int
    encoding: str = ""
    sheet: Sheet | None = None
    sheets: tuple[Sheet, ...] = ()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows with their numbers in the file, from the first to the last on which something is written."""
        blank: list[tuple[int, list[str]]] = []
        seen = False
        for row in self.sheet.rows() if self.sheet else text.rows(self.path, self.encoding, self.head):
            if row[0] < self.head:
                continue
            if not row[1]:
                blank.append(row)
                continue
            if seen:
                yield from blank
            blank.clear()
            seen = True
            yield row


def open_source(path: Path, sheet_name: str | None, head: int) -> Source:
    """The sheet of that name, or the first, of a workbook; or a text, whose encoding is found out.

    Raises MachineError where it cannot be read, UsageError where it is neither or has no such sheet.
    """
    is_workbook = path.suffix.lower() in (".xlsx", ".xlsm")
    _refuse_other_formats(path, is_workbook)
    if not is_workbook:
        if sheet_name is not None:
            raise UsageError([Finding("list-sheet", str(path), "不是工作簿，没有工作表", "请去掉 --sheet")])
        return Source(path, head, text.encoding_of(path, has_name, head))
    sheets = sheets_of(path)
    found = next((one for one in sheets if sheet_name in (None, one.name)), None)
    if found is None:
        there = "、".join(one.name for one in sheets)
        raise UsageError([Finding("list-sheet", str(path), f"没有工作表“{sheet_name}”", f"里面有：{there}")])
    return Source(path, head, sheet=found, sheets=sheets)


def _refuse_other_formats(path: Path, is_workbook: bool) -> None:
    """Raise UsageError for what is another format than the name of the file says."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLD_WORKBOOK))
    except OSError as error:
        raise MachineError([text.unreadable(path, error)]) from error
    if start == _OLD_WORKBOOK:
        reason = "是旧的 Excel 格式（.xls）或 WPS 格式（.et），或者加了密码"
        way_out = "请用 Excel 或 WPS 打开，取消密码，另存为 .xlsx"
        raise UsageError([Finding("list-workbook", str(path), reason, way_out)])
    if start.startswith(_ARCHIVE) and not is_workbook:
        ending = path.suffix or "没有结尾"
        if _holds_workbook(path):
            reason, way_out = f"是 Excel 工作簿，文件名的结尾却是 {ending}", "请把文件名的结尾改成 .xlsx"
        else:
            reason, way_out = "是压缩文件，不是清单", "请先解压，再用里面的 CSV 或 .xlsx"
        raise UsageError([Finding("list-workbook", str(path), reason, way_out)])


def _holds_workbook(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            return any(name.startswith("xl/") for name in archive.namelist())
    except (BadZipFile, OSError):
        return False
