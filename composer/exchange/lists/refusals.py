"""What is said of a list without headings, with where they seem to stand instead."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from composer.errors import Finding, OneThingError, Place
from composer.exchange.lists.headings import has_name
from composer.exchange.lists.sheet import Sheet
from composer.exchange.lists.source import Source

_DEEPEST: Final = 20
"""So many rows are looked through for headings."""
_PLAIN: Final = re.compile(r"[\w.-]+")


def empty(source: Source) -> Finding:
    """There is nothing from the row of the headings on."""
    of = f"工作表“{source.sheet.name}”" if source.sheet else ""
    reason = f"{of}是空的，没有表头" if source.head == 1 else f"{of}从第 {source.head} 行起是空的，没有表头"
    way_out = _way_out(source, "第一行请写列名，至少有一列 name")
    return Finding("list-empty", str(source.path), reason, way_out)


def without_names(source: Source, row: int, columns: Sequence[str]) -> Finding:
    """The row of the headings has none that holds names of materials."""
    of = f"工作表“{source.sheet.name}”" if source.sheet else ""
    there = "、".join(column or "（空）" for column in columns[:12])
    way_out = _way_out(
        source, "请把这一列的列名写成 name 或 材料名称；表头不在第一行的，请用 --header-row 写明在第几行"
    )
    reason = f"{of}没有材料名称这一列，只有：{there}"
    return Finding("list-column", "", reason, way_out, Place(str(source.path), row, 1))


def _way_out(source: Source, otherwise: str) -> str:
    """Where headings are found, in this sheet or another; `otherwise`, and what the other sheets are called."""
    for sheet in (source.sheet, *(one for one in source.sheets if one != source.sheet)):
        row = _headings_row(replace(source, sheet=sheet, head=1))
        options = [*_sheet_option(source, sheet), *([f"--header-row {row}"] if (row, source.head) != (1, 1) else [])]
        if row is not None and options:
            where = f"工作表“{sheet.name}”的" if sheet and sheet != source.sheet else ""
            return f"{where}第 {row} 行像是表头，请用 {' '.join(options)}"
    others = source.sheet.others if source.sheet else ()
    return f"{otherwise}；还有工作表：{'、'.join(others)}，请用 --sheet 写明读哪一张" if others else otherwise


def _sheet_option(source: Source, sheet: Sheet | None) -> list[str]:
    """How the sheet is named, unless it is the one that is read anyway."""
    if sheet is None or (sheet == source.sheet and sheet == source.sheets[0]):
        return []
    return [f"--sheet {sheet.name if _PLAIN.fullmatch(sheet.name) else shlex.quote(sheet.name)}"]


def _headings_row(source: Source) -> int | None:
    try:
        return next((number for number, cells in islice(source.rows(), _DEEPEST) if has_name(cells)), None)
    except OneThingError:
        return None
