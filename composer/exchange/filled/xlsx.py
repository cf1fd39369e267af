"""A filled workbook: every datum has its cells by name, so that moved cells and renamed sheets do no harm."""

import io
import re
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.defined_name import DefinedName

from composer.errors import Finding, UsageError
from composer.forms.naming import STAMP_NAME, datum_of
from composer.forms.raw import Cell, RawForm, Stamp, sorted_entries

_AREA = re.compile(r"^'?((?:[^']|'')+)'?!\$([A-Z]{1,3})\$(\d{1,7})$")


def read(data: bytes, name: str) -> RawForm:
    """The raw values of a workbook that was made for a table; raises UsageError where it is damaged or is none."""
    try:
        saved = load_workbook(io.BytesIO(data), data_only=True)
        meant = load_workbook(io.BytesIO(data))
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError) as error:
        raise _refused("filled-damaged", name, "工作簿已损坏，打不开", "请用原来的程序打开，另存一份再交") from error
    cells: dict[str, Cell] = {}
    lines: dict[tuple[str, int], dict[str, Cell]] = {}
    for key, named in saved.defined_names.items():
        place, cell = datum_of(key), _cell(named, saved, meant)
        if place is None or cell is None:
            continue
        datum, entry = place
        if entry is None:
            cells[datum] = cell
        else:
            lines.setdefault((datum.partition(".")[0], entry), {})[datum] = cell
    if not cells and not lines:
        way_out = "请用本站给的表填写，不要把内容复制到新的工作簿里"
        raise _refused("filled-no-form", name, "这个工作簿不是一张表单：里面没有表单的格名", way_out)
    return RawForm(_stamp(saved), cells, sorted_entries(lines))


def _cell(named: DefinedName, saved: Workbook, meant: Workbook) -> Cell | None:
    """The cell of a name, None where its row was deleted; a formula is what it came to, or an error."""
    match = _AREA.match(named.attr_text or "")
    if match is None or (sheet := match[1].replace("''", "'")) not in saved.sheetnames:
        return None
    address = f"{match[2]}{match[3]}"
    value, formula = saved[sheet][address].value, meant[sheet][address]
    raw = "#VALUE!" if value is None and formula.data_type == "f" else value
    return Cell(raw, f"{sheet} {address}")


def _stamp(workbook: Workbook) -> Stamp | None:
    for one in workbook.custom_doc_props.props:  # type: ignore[attr-defined]
        if one.name == STAMP_NAME:
            return Stamp.read(str(one.value))
    return None


def _refused(rule: str, name: str, reason: str, way_out: str) -> UsageError:
    return UsageError([Finding(rule, name, reason, way_out)])
