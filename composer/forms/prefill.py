"""What an earlier filled file already says: the same datum is taken over, shown, and can be changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from composer.forms.raw import Cell, Entry, RawForm
from composer.forms.specs import is_written
from composer.model.element import ElementRef, FormPart
from composer.model.package import FieldRow, MergedForm


@dataclass(frozen=True)
class Taken:
    """A datum that was taken over, with what it says and where that stood."""

    row: ElementRef
    label: str
    entry: int | None
    cell: Cell


def taken_over(form: MergedForm, earlier: RawForm) -> tuple[RawForm, tuple[Taken, ...]]:
    """The part of `earlier` that is the same datum in `form`, to be read and checked as if it were written there.

    Promises, signatures and what belongs to one matter alone (its dates, its quantities) are written anew.
    """
    rows = {row.id: row for group in form.groups if group.part not in (FormPart.PROMISE, FormPart.MATTER)
            for row in group.rows if is_written(row)}  # fmt: skip
    repeating = {group.id for group in form.groups if group.repeats}
    cells = {ref: cell for ref, cell in earlier.cells.items() if ref in rows and not rows[ref].element.object.repeats}
    entries = {
        group: [{ref: cell for ref, cell in entry.items() if ref in rows} for entry in lines]
        for group, lines in earlier.entries.items()
        if group in repeating
    }
    raw = RawForm(None, cells, {group: lines for group, lines in entries.items() if any(lines)})
    return raw, tuple(_taken(raw, rows))


def beneath(raw: RawForm, earlier: RawForm) -> RawForm:
    """`raw` with what `earlier` says where it says nothing itself."""
    entries: dict[str, list[Entry]] = {group: list(lines) for group, lines in earlier.entries.items()}
    entries |= {group: list(lines) for group, lines in raw.entries.items() if lines}
    return RawForm(raw.stamp, {**earlier.cells, **raw.cells}, entries, raw.strays)


def _taken(raw: RawForm, rows: dict[ElementRef, FieldRow]) -> Iterator[Taken]:
    for ref, cell in raw.cells.items():
        yield Taken(ref, rows[ref].label, None, cell)
    for lines in raw.entries.values():
        for number, entry in enumerate(lines, start=1):
            for ref, cell in entry.items():
                yield Taken(ref, rows[ref].label, number, cell)
