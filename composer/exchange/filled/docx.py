"""A filled Word document: every datum has its content controls by name, wherever they were moved to."""

from collections.abc import Iterable, Mapping
from zipfile import BadZipFile

from composer.exchange.controls.names import names_in
from composer.exchange.controls.parts import DamagedError, Parts, TooBigError
from composer.exchange.controls.placeholders import said
from composer.exchange.controls.reading import Control, ControlReader
from composer.exchange.filled.refusals import refused
from composer.forms.naming import STAMP_NAME
from composer.forms.raw import Cell, RawForm, Stamp, sorted_entries
from composer.model.element import ElementRef


def read(data: bytes, name: str) -> RawForm:
    """The raw values of a document that was made for a table; raises UsageError where it is damaged or is none."""
    try:
        parts = Parts(data)
        properties = parts.properties()
        reader = ControlReader(names_in(properties), parts.heading_styles())
        found = [control for root in (parts.main, *parts.pages()) for control in reader.controls(root)]
    except (DamagedError, BadZipFile) as error:
        raise refused("filled-damaged", name, "文档已损坏，打不开", "请用原来的程序打开，另存一份再交") from error
    except TooBigError as error:
        raise refused("filled-too-big", name, "文档里的文字超过 40 MB", "这不像填好的表，请检查来源") from error
    if not found:
        way_out = "请用本站给的表填写，不要把内容复制到新的文档里"
        raise refused("filled-no-form", name, "这个文档不是一张表单：里面没有表单的填写处", way_out)
    return raw_of(found, Stamp.read(properties.get(STAMP_NAME, "")))


def raw_of(controls: Iterable[Control], stamp: Stamp | None) -> RawForm:
    """The values of `controls`: single ones by datum, lines of repeating groups in the order of the page.

    A single datum that stands in several places takes the first that is filled; what differs from it is a stray.
    A line that was copied is a line of its own.
    """
    single: dict[ElementRef, list[Control]] = {}
    lines: list[_Line] = []
    current: dict[str, _Line] = {}
    for control in controls:
        place = control.place
        if not place.repeats:
            single.setdefault(place.datum, []).append(control)
            continue
        group = place.datum.partition(".")[0]
        line = current.get(group)
        if line is None or not line.takes(control):
            line = current[group] = _Line(group)
            lines.append(line)
        line.add(control)
    cells: dict[ElementRef, Cell] = {}
    strays: list[Cell] = []
    for datum, own in single.items():
        several = [_cell(own)] if own[0].option is not None else [_cell([one]) for one in own]
        filled = [cell for cell in several if cell.raw] or several
        cells[datum] = filled[0]
        strays += [cell for cell in filled[1:] if cell.raw != filled[0].raw]
    entries = {(line.group, number): line.cells() for number, line in enumerate(lines, start=1)}
    return RawForm(stamp, cells, sorted_entries(entries), tuple(strays))


class _Line:
    """One entry of a repeating group, as far as it has been read."""

    def __init__(self, group: str) -> None:
        self.group = group
        self._entry: int | None = None
        self._controls: dict[ElementRef, list[Control]] = {}

    def takes(self, control: Control) -> bool:
        """Whether `control` belongs to this line: same number, and a place that is still free."""
        if control.place.entry is not None and self._entry is not None and control.place.entry != self._entry:
            return False
        own = self._controls.get(control.place.datum, [])
        return not own or (control.option is not None and control.option not in {one.option for one in own})

    def add(self, control: Control) -> None:
        self._entry = self._entry or control.place.entry
        self._controls.setdefault(control.place.datum, []).append(control)

    def cells(self) -> Mapping[ElementRef, Cell]:
        return {datum: _cell(own) for datum, own in self._controls.items()}


def _cell(controls: list[Control]) -> Cell:
    """One value: the text of a control, or the options that are ticked."""
    first = controls[0]
    if first.option is not None:
        return Cell([one.option or "" for one in controls if one.ticked], first.heading)
    return Cell(said(first.text), first.heading)
