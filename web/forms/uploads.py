"""A file that was filled elsewhere: read, and laid beside the table that is to be filled now."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from composer.errors import Finding, UsageError
from composer.exchange.filled import read_filled
from composer.forms.fill import Leftover, fill, leftovers, read_is_something
from composer.forms.prefill import taken_over
from composer.forms.raw import RawForm
from composer.forms.specs import is_written
from composer.model.theme import Catalogue
from composer.model.value import ValueType
from web.forms.fields import label_of
from web.forms.part_views import FaultView, fault_views
from web.forms.table import Table
from web.forms.turns import is_wrong
from web.forms.written import Written, from_raw, raw_of, sendable

FILE = "您的文件"
"""What messages call it: the name that it has on the visitor's disk is nobody's business."""

_MOST_UNPACKED = 30 << 20
_SHOWN = 60


@dataclass(frozen=True)
class TakenView:
    """A datum that was found in a file, with what it says."""

    label: str
    text: str


@dataclass(frozen=True)
class UploadView:
    """What a file has for a table. `same`: it was filled for this theme, or does not say for which.

    `remark` says what it was made for where that differs; `left` is what no page of this table asks.
    """

    same: bool
    remark: str
    taken: tuple[TakenView, ...]
    wrong: tuple[FaultView, ...]
    left: tuple[TakenView, ...]


def read_upload(data: bytes) -> RawForm:
    """What stands in a file; raises UsageError where it is none of ours, or would unpack to more than pages can hold.

    An archive cannot be unpacked to more than it claims: its readers stop there.
    """
    if data.startswith(b"PK"):
        try:
            claimed = sum(one.file_size for one in zipfile.ZipFile(io.BytesIO(data)).infolist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            claimed = 0
        if claimed > _MOST_UNPACKED:
            reason = f"展开后超过 {_MOST_UNPACKED >> 20} MB"
            raise UsageError([Finding("filled-too-big", FILE, reason, "这不像填好的表，请检查来源")])
    return read_filled(data, FILE)


def laid_beside(table: Table, raw: RawForm, catalogue: Catalogue, today: date) -> tuple[Written, UploadView]:
    """What a file says for the fields of a table, and what is to be said about it."""
    theme = table.asked.theme
    same = raw.stamp is None or raw.stamp.theme == theme.id
    used = raw if same else taken_over(table.form, raw)[0]
    written = from_raw(table.form, used)
    filled = fill(table.form, raw_of(table.form, written), today)
    left = (*leftovers(table.form, raw), *_signed(table, raw)) if same else ()
    return written, UploadView(
        same=same,
        remark=_remark(table, raw),
        taken=_taken(table, written),
        wrong=fault_views(table.form, (fault for fault in filled.faults if is_wrong(fault))),
        left=tuple(_left(one, catalogue) for one in left[:_SHOWN]),
    )


def _remark(table: Table, raw: RawForm) -> str:
    if raw.stamp is None:
        return "文件里没有注明是为哪件事填的，已按格名对上，请核对。"
    if raw.stamp.theme == table.asked.theme.id and raw.stamp.version != table.version:
        return "文件是照另一版的表，或另一组回答填的。对得上的都取来了，请核对。"
    return ""


def _taken(table: Table, written: Written) -> tuple[TakenView, ...]:
    views = []
    for group in table.form.groups:
        lines = written.lines.get(group.id, ()) if group.repeats else (written.single,)
        for number, line in enumerate(lines, start=1):
            for row in group.rows:
                if is_written(row) and (texts := [text for text in line.get(row.id, ()) if text.strip()]):
                    views.append(TakenView(label_of(row, number if group.repeats else None), "、".join(texts)))
    return tuple(views)


def _signed(table: Table, raw: RawForm) -> Iterator[Leftover]:
    """What was typed where a hand has to sign: no page asks it."""
    signed = {row.id for row in table.form.rows if row.spec.type is ValueType.SIGNATURE}
    for ref, cell in raw.cells.items():
        if ref in signed and read_is_something(cell):
            yield Leftover(ref, None, cell)
    for lines in raw.entries.values():
        for number, line in enumerate(lines, start=1):
            for ref, cell in line.items():
                if ref in signed and read_is_something(cell):
                    yield Leftover(ref, number, cell)


def _left(leftover: Leftover, catalogue: Catalogue) -> TakenView:
    try:
        label = catalogue.element(leftover.datum).label if leftover.datum else "认不出的一项"
    except (KeyError, ValueError):
        label = "认不出的一项"
    text = sendable(str(leftover.cell.raw)[:60])
    return TakenView(f"第 {leftover.entry} 条的{label}" if leftover.entry else label, text)
