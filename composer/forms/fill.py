"""A filled file to the values of the one table: read, checked, completed; nothing that stands in it is lost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from composer.forms.raw import Cell, Entry, RawForm
from composer.forms.specs import must_be_filled, spec_of
from composer.forms.told import told
from composer.model.element import ElementRef
from composer.model.package import FieldGroup, FieldRow, FieldSource, MergedForm
from composer.values import Value, ValueSpec, check, read, written

Document: TypeAlias = dict[str, Any]
"""Values as they are kept: group to key to value; of a repeating group a list of such, one an entry."""

MISSING, DIFFERS, TOO_MANY, TOO_FEW = "missing", "differs", "too-many-rows", "too-few-rows"


@dataclass(frozen=True)
class FieldFault:
    """What is wrong with one datum, where it stands, and what to do; `entry` counts the lines of a group from 1."""

    row: ElementRef
    label: str
    entry: int | None
    place: str
    code: str
    message: str

    def __str__(self) -> str:
        where = f"{self.place}：" if self.place else ""
        line = f"第 {self.entry} 条的" if self.entry else ""
        colon = "" if self.code in (MISSING, DIFFERS, TOO_MANY, TOO_FEW) else "："
        return f"{where}{line}“{self.label}”{colon}{self.message}"


@dataclass(frozen=True)
class Leftover:
    """Something that stands in the file and has no row in this table: of another version, theme or answer."""

    datum: str
    entry: int | None
    cell: Cell


@dataclass(frozen=True)
class Filled:
    """The values of a table, what is wrong with them, and what the file says besides."""

    document: Document
    faults: tuple[FieldFault, ...]
    leftovers: tuple[Leftover, ...]


def fill(form: MergedForm, raw: RawForm, today: date | None = None) -> Filled:
    """The values that `raw` gives to `form`: what other rows tell is worked out, and checked where it was written too.

    `today` is needed to refuse births that are still to come.
    """
    filling = _Filling(today)
    document: Document = {}
    for group in form.groups:
        if group.repeats:
            lines = [line for line in filling.lines(group, raw.entries.get(group.id, ())) if line]
            if lines:
                document[group.id] = lines
        else:
            values = filling.line(group, raw.cells, None)
            if values:
                document[group.id] = values
    return Filled(document, tuple(filling.faults), tuple(leftovers(form, raw)))


class _Filling:
    def __init__(self, today: date | None) -> None:
        self.today = today
        self.faults: list[FieldFault] = []

    def lines(self, group: FieldGroup, entries: Sequence[Entry]) -> list[dict[str, Value]]:
        """The entries of a repeating group; what is wholly empty is none."""
        asked = {row.id for row in group.rows if row.source is FieldSource.APPLICANT}
        kept = [
            entry for entry in entries if any(read_is_something(cell) for ref, cell in entry.items() if ref in asked)
        ]
        lines = [self.line(group, entry, number) for number, entry in enumerate(kept, start=1)]
        first = group.rows[0]
        needed = max(group.min_rows, 1 if any(must_be_filled(row) for row in group.rows) else 0)
        if len(kept) > group.max_rows:
            message = f"最多 {group.max_rows} 条，这里有 {len(kept)} 条；请留下 {group.max_rows} 条，其余另附"
            self.faults.append(FieldFault(first.id, group.name, None, "", TOO_MANY, message))
        elif len(kept) < needed:
            message = f"至少要填 {needed} 条，这里有 {len(kept)} 条；请补上"
            self.faults.append(FieldFault(first.id, group.name, None, "", TOO_FEW, message))
        return lines

    def line(self, group: FieldGroup, cells: Entry, entry: int | None) -> dict[str, Value]:
        """The values of one group, by key."""
        values: dict[str, Value] = {}
        for row in group.rows:
            value = self.value(row, cells.get(row.id), entry)
            if value is not None:
                values[row.element.key] = value
        for row in group.rows:
            self.work_out(row, values)
        for row in group.rows:
            self.judge(row, cells.get(row.id), values, entry)
            self.govern(row, group, cells, values, entry)
        return values

    def value(self, row: FieldRow, cell: Cell | None, entry: int | None) -> Value | None:
        """What the applicant wrote for `row`; what others give is not read."""
        if cell is None or row.source is not FieldSource.APPLICANT:
            return None
        reading = read(cell.raw, spec_of(row), self.today)
        for fault in reading.faults:
            self.report(row, cell, entry, fault.code, fault.message)
        return reading.value

    def work_out(self, row: FieldRow, values: dict[str, Value]) -> None:
        """Add what others of `values` tell, who may have to be worked out first themselves."""
        if row.element.key not in values:
            known = next(iter(_told(row, values)), None)
            if known is not None:
                values[row.element.key] = known

    def judge(self, row: FieldRow, cell: Cell | None, values: Mapping[str, Value], entry: int | None) -> None:
        """Say what differs from what others tell, and what is missing."""
        given = values.get(row.element.key)
        faulty = any(fault.row == row.id and fault.entry == entry for fault in self.faults)
        if given is None:
            if must_be_filled(row) and not faulty:
                self.report(row, cell, entry, MISSING, "还没有填写")
            return
        for known in _told(row, values):
            if known != given:
                spec = spec_of(row)
                message = f"填的是{written(given, spec)}，证件号码里是{written(known, spec)}，请核对这两项"
                self.report(row, cell, entry, DIFFERS, message)
                return

    def govern(
        self, row: FieldRow, group: FieldGroup, cells: Entry, values: Mapping[str, Value], entry: int | None
    ) -> None:
        """Hold the number that goes with a choice (居民身份证) to the format of that choice."""
        chosen = values.get(row.element.key)
        rule = next((one.format for one in row.spec.choices if one.label == chosen), None)
        if rule is None:
            return
        for governed in group.rows:
            value = values.get(governed.element.key)
            if governed.element.trait.id == row.element.trait.governs and isinstance(value, str):
                for fault in check(value, ValueSpec(format=rule), self.today):
                    self.report(governed, cells.get(governed.id), entry, fault.code, fault.message)

    def report(self, row: FieldRow, cell: Cell | None, entry: int | None, code: str, message: str) -> None:
        self.faults.append(FieldFault(row.id, row.label, entry, cell.place if cell else "", code, message))


def _told(row: FieldRow, values: Mapping[str, Value]) -> Iterator[str]:
    """What others of `values` tell of `row`."""
    for one in row.derived:
        known = told(one.rule, values.get(one.of.partition(".")[2]))
        if known is not None:
            yield known


def read_is_something(cell: Cell) -> bool:
    """Whether anything at all was written."""
    raw = cell.raw
    return bool(raw.strip()) if isinstance(raw, str) else raw is not None and raw not in ([], ())


def leftovers(form: MergedForm, raw: RawForm) -> Iterator[Leftover]:
    """What stands in the file for data that `form` does not ask of the applicant, or for no datum at all."""
    asked = {row.id for row in form.rows if row.source is FieldSource.APPLICANT}
    single = {row.id for group in form.groups if not group.repeats for row in group.rows}
    for datum, cell in raw.cells.items():
        if read_is_something(cell) and not (datum in asked and datum in single):
            yield Leftover(datum, None, cell)
    for entries in raw.entries.values():
        for number, entry in enumerate(entries, start=1):
            for datum, cell in entry.items():
                if read_is_something(cell) and (datum not in asked or datum in single):
                    yield Leftover(datum, number, cell)
    for cell in raw.strays:
        if read_is_something(cell):
            yield Leftover("", None, cell)


def filled_in(document: Mapping[str, Any], row: FieldRow) -> list[Value]:
    """The values that `document` has for `row`, one an entry; none where nothing is written."""
    lines = lines_in(document, row.element.object.id)
    return [line[row.element.key] for line in lines if row.element.key in line]


def lines_in(document: Mapping[str, Any], group: str) -> Sequence[Mapping[str, Any]]:
    """The lines that `document` has for a group: one, or those of a repeating group."""
    held = document.get(group, {})
    return held if isinstance(held, list) else [held]
