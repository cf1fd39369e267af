"""One part of the table as a page: its groups, each with its lines of inputs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from composer.forms.fill import TOO_FEW, TOO_MANY, FieldFault
from composer.forms.naming import input_name
from composer.forms.order import parts_of
from composer.forms.specs import is_written
from composer.model.package import FieldGroup, FieldRow, MergedForm
from composer.values import Value
from web.forms.fields import ClosedView, Fields, FieldView, label_of
from web.forms.turns import REVIEW, Turn
from web.forms.written import line_field, lines_at_least

_MANY = 10
"""Lines from which on a page is no good place to write them."""


@dataclass(frozen=True)
class StepView:
    """A page in the list of pages."""

    page: str
    name: str
    current: bool


@dataclass(frozen=True)
class FaultView:
    """Something wrong, with the input to go to, and the page where that stands."""

    text: str
    target: str
    page: str


@dataclass(frozen=True)
class LineView:
    """The inputs of a group, or of one line of it; `mark` is what the field `line` says of it."""

    number: int | None
    mark: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class GroupView:
    """A group; `users` who uses most of it (a field says where it is others), `fault` what is wrong with the whole."""

    id: str
    name: str
    repeats: bool
    users: str
    lines: tuple[LineView, ...]
    closed: tuple[ClosedView, ...]
    next_number: int
    full: bool
    many: bool
    max_rows: int
    fault: str


@dataclass(frozen=True)
class PartView:
    """A page. `number` counts from 1 among `count` parts."""

    page: str
    name: str
    number: int
    count: int
    groups: tuple[GroupView, ...]
    faults: tuple[FaultView, ...]


def step_views(form: MergedForm, page: str) -> tuple[StepView, ...]:
    """All pages in order."""
    parts = [StepView(str(at), part.value, str(at) == page) for at, (part, _) in enumerate(parts_of(form), start=1)]
    return (*parts, StepView(REVIEW, "核对和下载", page == REVIEW))


def part_view(form: MergedForm, shown: Turn, fields: Fields) -> PartView:
    """The page of a part."""
    number = int(shown.page)
    parts = parts_of(form)
    part, groups = parts[number - 1]
    errors = errors_of(shown.faults)
    return PartView(
        page=shown.page,
        name=part.value,
        number=number,
        count=len(parts),
        groups=tuple(_group_view(group, shown, fields, errors) for group in groups),
        faults=fault_views(form, shown.faults),
    )


def errors_of(faults: Iterable[FieldFault]) -> dict[str, str]:
    """What is wrong, by the input, or by the id of a group that is wrong as a whole."""
    errors: dict[str, list[str]] = {}
    for fault in faults:
        errors.setdefault(place_of(fault), []).append(fault.message)
    return {place: "；".join(dict.fromkeys(messages)) for place, messages in errors.items()}


def place_of(fault: FieldFault) -> str:
    """The id of the element of a page that a fault is about."""
    return f"group.{fault.row.partition('.')[0]}" if fault.code in (TOO_FEW, TOO_MANY) else fault.place


def fault_views(form: MergedForm, faults: Iterable[FieldFault]) -> tuple[FaultView, ...]:
    """What is wrong as a summary says it, in the order of the table."""
    rows = {row.id: row for row in form.rows}
    pages = {group.id: str(at) for at, (_, groups) in enumerate(parts_of(form), start=1) for group in groups}
    views = []
    for fault in faults:
        label = fault.label if fault.code in (TOO_FEW, TOO_MANY) else label_of(rows[fault.row], _line(fault))
        text = f"{label}：{fault.message}"
        views.append(FaultView(text, place_of(fault), pages[fault.row.partition(".")[0]]))
    return tuple(dict.fromkeys(views))


def _line(fault: FieldFault) -> int | None:
    """The line as the page counts it, blank ones too: the input says it."""
    if fault.entry is None:
        return None
    head = fault.place.partition(".")[0].removeprefix("row")
    return int(head) if head.isdigit() else fault.entry


def values_of(document: Mapping[str, Any], group: FieldGroup, kept: int | None) -> Mapping[str, Value]:
    """The values of a group by key; of the line that is `kept` (from 0) where it repeats."""
    held = document.get(group.id)
    if isinstance(held, list):
        return held[kept] if kept is not None and kept < len(held) else {}
    return held or {}


def _group_view(group: FieldGroup, shown: Turn, fields: Fields, errors: Mapping[str, str]) -> GroupView:
    asked = [row for row in group.rows if is_written(row)]
    counted = Counter(fields.users(row) for row in asked).most_common(1)
    common = counted[0][0] if counted else ""
    document = shown.filled.document
    lines: list[LineView] = []
    if not group.repeats and asked:
        values = values_of(document, group, None)
        lines.append(LineView(None, "", _line_fields(asked, None, shown, fields, errors, values, common)))
    elif group.repeats:
        written = shown.so_far.lines.get(group.id, ())
        kept = 0
        for number in range(1, max(len(written), lines_at_least(group)) + 1):
            blank = number > len(written) or not any(
                text.strip() for one in written[number - 1].values() for text in one
            )
            values = {} if blank else values_of(document, group, kept)
            kept += not blank
            inputs = _line_fields(asked, number, shown, fields, errors, values, common)
            lines.append(LineView(number, line_field(group.id, number), inputs))
    return GroupView(
        id=group.id,
        name=group.name,
        repeats=group.repeats,
        users=common,
        lines=tuple(lines),
        closed=tuple(
            fields.closed(row, {} if group.repeats else values_of(document, group, None))
            for row in group.rows
            if not is_written(row)
        ),
        next_number=len(lines) + 1,
        full=len(lines) >= group.max_rows,
        many=group.max_rows > _MANY,
        max_rows=group.max_rows,
        fault=errors.get(f"group.{group.id}", ""),
    )


def _line_fields(
    rows: Iterable[FieldRow],
    number: int | None,
    shown: Turn,
    fields: Fields,
    errors: Mapping[str, str],
    values: Mapping[str, Value],
    common: str,
) -> tuple[FieldView, ...]:
    views = []
    for row in rows:
        exists = number is None or number <= len(shown.so_far.lines.get(row.element.object.id, ()))
        texts = shown.so_far.texts(row.id, number) if exists else ()
        users = own if (own := fields.users(row)) != common else ""
        views.append(fields.field(row, number, texts, errors.get(input_name(row.id, number), ""), values, users))
    return tuple(views)
