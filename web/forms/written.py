"""What a visitor has written so far, as it stands in the fields of a page: right or wrong, nothing is judged here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from composer.forms.fill import read_is_something
from composer.forms.naming import datum_of, input_name
from composer.forms.raw import Cell, RawForm
from composer.forms.specs import is_written, spec_of
from composer.model.element import ElementRef
from composer.model.package import FieldGroup, FieldRow, MergedForm
from composer.model.value import ValueType
from composer.values import Raw, read, written

Texts = tuple[str, ...]
"""What stands in one input; of check boxes one text each."""

Line = Mapping[ElementRef, Texts]


@dataclass(frozen=True)
class Written:
    """Texts by datum; of a repeating group one mapping a line, in order. Only what the table asks the applicant."""

    single: Line = field(default_factory=dict)
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)

    def texts(self, ref: ElementRef, entry: int | None) -> Texts:
        """What stands at a datum; of line `entry` (from 1) where its group repeats."""
        if entry is None:
            return self.single.get(ref, ())
        return self.lines[ref.partition(".")[0]][entry - 1].get(ref, ())

    def with_line(self, group: FieldGroup) -> "Written":
        """With one more line of a group, unless it is full."""
        lines = self.lines.get(group.id, ())
        return replace(self, lines={**self.lines, group.id: (*lines, {})}) if len(lines) < group.max_rows else self

    def without_line(self, group: FieldGroup, number: int) -> "Written":
        """Without line `number` of a group."""
        lines = self.lines.get(group.id, ())
        return replace(self, lines={**self.lines, group.id: (*lines[: number - 1], *lines[number:])})

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return not any(True for _ in self.fields())

    def fields(self, leaving_out: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
        """Everything that is not blank as fields of a form, but for some groups; blank lines are gone."""
        out = frozenset(leaving_out)
        for ref, texts in self.single.items():
            if ref.partition(".")[0] not in out:
                yield from ((input_name(ref), text) for text in texts if text.strip())
        for group, lines in self.lines.items():
            if group not in out:
                for number, line in enumerate((line for line in lines if _says_something(line)), start=1):
                    for ref, texts in line.items():
                        yield from ((input_name(ref, number), text) for text in texts if text.strip())


def lines_at_least(group: FieldGroup) -> int:
    """The lines of a repeating group that are shown where none is written."""
    return max(group.min_rows, 1 if any(is_written(row) and row.required for row in group.rows) else 0)


def read_fields(form: MergedForm, fields: Iterable[tuple[str, str]]) -> Written:
    """The fields of a page that `form` asks; lines keep their order and lose their gaps. `line` says that one exists.

    What the form does not ask is left behind: nothing stale goes on.
    """
    asked = {row.id for row in form.rows if is_written(row)}
    repeating = {group.id for group in form.groups if group.repeats}
    single: dict[ElementRef, list[str]] = {}
    lines: dict[str, dict[int, dict[ElementRef, list[str]]]] = {}
    for name, text in fields:
        group, number = _line_of(text) if name == "line" else ("", 0)
        if group in repeating:
            lines.setdefault(group, {}).setdefault(number, {})
        place = datum_of(name)
        if place is None or place[0] not in asked:
            continue
        ref, entry = place
        group = ref.partition(".")[0]
        if entry is None and group not in repeating:
            single.setdefault(ref, []).append(text)
        elif entry is not None and group in repeating:
            lines.setdefault(group, {}).setdefault(entry, {}).setdefault(ref, []).append(text)
    return Written(
        {ref: tuple(texts) for ref, texts in single.items()},
        {
            group: tuple({ref: tuple(texts) for ref, texts in by_number[at].items()} for at in sorted(by_number))
            for group, by_number in lines.items()
        },
    )


def line_field(group: str, number: int) -> str:
    """What the field `line` says of a line, and its name within the page."""
    return f"{group} {number}"


def _line_of(text: str) -> tuple[str, int]:
    group, _, number = text.partition(" ")
    return (group, int(number)) if number.isascii() and number.isdigit() and len(number) < 6 else ("", 0)


def from_raw(form: MergedForm, raw: RawForm) -> Written:
    """What a file says, as texts for the fields of pages; what cannot be read stands there as it was written."""
    rows = {row.id: row for row in form.rows if is_written(row)}
    repeating = {group.id for group in form.groups if group.repeats}

    def line(cells: Mapping[ElementRef, Cell]) -> Line:
        return {ref: _texts(cell.raw, rows[ref]) for ref, cell in cells.items() if ref in rows}

    single = {ref: cell for ref, cell in raw.cells.items() if ref.partition(".")[0] not in repeating}
    lines = {group: tuple(map(line, entries)) for group, entries in raw.entries.items() if group in repeating}
    return Written(line(single), {group: all_ for group, all_ in lines.items() if any(map(_says_something, all_))})


def raw_of(form: MergedForm, so_far: Written) -> RawForm:
    """What is written as `fill` reads it; the place of each datum is the name of its input, blank ones too."""
    cells: dict[ElementRef, Cell] = {}
    entries: dict[str, list[dict[ElementRef, Cell]]] = {}
    for group in form.groups:
        asked = [row for row in group.rows if is_written(row)]
        if not group.repeats:
            cells |= {row.id: _cell(row, so_far.single, None) for row in asked}
        else:
            entries[group.id] = [
                {row.id: _cell(row, line, number) for row in asked}
                for number, line in enumerate(so_far.lines.get(group.id, ()), start=1)
            ]
    return RawForm(None, cells, entries)


def _cell(row: FieldRow, line: Line, number: int | None) -> Cell:
    texts = [text for text in line.get(row.id, ()) if text.strip()]
    raw: Raw = list(texts) if spec_of(row).type is ValueType.CHOICES else next(iter(texts), "")
    return Cell(raw, input_name(row.id, number))


def _texts(raw: Raw, row: FieldRow) -> Texts:
    if not read_is_something(Cell(raw, "")):
        return ()
    spec = spec_of(row)
    value = read(raw, spec).value
    if value is None:
        several = raw if isinstance(raw, list | tuple) else (raw,)
        return tuple(sendable(str(one)) for one in several)
    return value if isinstance(value, tuple) else (written(value, spec),)


def sendable(text: str) -> str:
    """`text` with U+FFFD for halves of characters (JSON can carry them, UTF-8 cannot)."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _says_something(line: Line) -> bool:
    return any(text.strip() for texts in line.values() for text in texts)
