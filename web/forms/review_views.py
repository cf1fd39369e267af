"""Everything that was written on one page, what is still missing or wrong, and what else is handed in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from composer.forms.fill import MISSING, TOO_FEW
from composer.forms.naming import input_name
from composer.forms.order import parts_of
from composer.forms.specs import is_written, spec_of
from composer.model.package import ONE_FORM, FieldGroup, FieldRow, ThemePackage
from composer.values import Value, written
from web.forms.fields import Fields, short_label
from web.forms.part_views import FaultView, errors_of, fault_views, values_of
from web.forms.turns import Turn, is_wrong
from web.forms.written import Texts


@dataclass(frozen=True)
class RowView:
    """A datum with its value, or a note why there is none; `error` is what is wrong, `missing` that it has to be."""

    label: str
    text: str
    note: str
    error: str
    missing: bool = False


@dataclass(frozen=True)
class BlockView:
    """A group, or a line of one."""

    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class GroupReview:
    """A group with its lines; `error` says what is wrong with the whole, `missing` that it has too few lines.

    `target` is where it stands on its page.
    """

    name: str
    blocks: tuple[BlockView, ...]
    error: str
    missing: bool
    target: str


@dataclass(frozen=True)
class PartReview:
    """A part with the page where it is filled."""

    page: str
    name: str
    groups: tuple[GroupReview, ...]


@dataclass(frozen=True)
class AttachmentView:
    """A material that is handed in with the table: 原件 1 份，复印件 2 份."""

    name: str
    amount: str
    note: str


@dataclass(frozen=True)
class ReviewView:
    """The page. `wrong` and `missing` stand at its top, each with a way to its input."""

    parts: tuple[PartReview, ...]
    wrong: tuple[FaultView, ...]
    missing: tuple[FaultView, ...]
    attachments: tuple[AttachmentView, ...]


def review_view(package: ThemePackage, shown: Turn, fields: Fields) -> ReviewView:
    """Everything that is written in the table of `package`."""
    form = package.form
    errors = errors_of(shown.faults)
    parts = tuple(
        PartReview(str(at), part.value, tuple(_group(group, shown, fields, errors) for group in groups))
        for at, (part, groups) in enumerate(parts_of(form), start=1)
    )
    return ReviewView(
        parts=parts,
        wrong=fault_views(form, (fault for fault in shown.faults if is_wrong(fault))),
        missing=fault_views(form, (fault for fault in shown.faults if fault.code in (MISSING, TOO_FEW))),
        attachments=attachment_views(package),
    )


def attachment_views(package: ThemePackage) -> tuple[AttachmentView, ...]:
    """The materials that are handed in with the table."""
    views = []
    for row in package.materials:
        if row.supply.is_handed_in and row.id != ONE_FORM and row.material != ONE_FORM:
            counts = (
                f"原件 {row.originals} 份" if row.originals else "",
                f"复印件 {row.copies} 份" if row.copies else "",
            )
            notes = (row.supply.label if row.supply.value != "applicant" else "", "需要时交" if row.optional else "")
            views.append(AttachmentView(row.name, "，".join(filter(None, counts)), "，".join(filter(None, notes))))
    return tuple(views)


def _group(group: FieldGroup, shown: Turn, fields: Fields, errors: Mapping[str, str]) -> GroupReview:
    document = shown.filled.document
    blocks: list[BlockView] = []
    if group.repeats:
        kept = 0
        for number, line in enumerate(shown.so_far.lines.get(group.id, ()), start=1):
            if any(text.strip() for texts in line.values() for text in texts):
                values = values_of(document, group, kept)
                kept += 1
                rows = [
                    _asked(row, number, line.get(row.id, ()), values, errors) for row in group.rows if is_written(row)
                ]
                blocks.append(BlockView(f"第 {number} 条", tuple(rows)))
    else:
        values = values_of(document, group, None)
        blocks.append(BlockView("", tuple(_rows(group.rows, shown, values, fields, errors))))
    few = any(fault.code == TOO_FEW and fault.row == group.rows[0].id for fault in shown.faults)
    place = f"group.{group.id}"
    return GroupReview(group.name, tuple(blocks), errors.get(place, ""), few, place)


def _rows(
    rows: Iterable[FieldRow], shown: Turn, values: Mapping[str, Value], fields: Fields, errors: Mapping[str, str]
) -> Iterable[RowView]:
    for row in rows:
        if is_written(row):
            yield _asked(row, None, shown.so_far.single.get(row.id, ()), values, errors)
        else:
            closed = fields.closed(row, values)
            yield RowView(closed.label, closed.text, closed.note, "")


def _asked(
    row: FieldRow, number: int | None, texts: Texts, values: Mapping[str, Value], errors: Mapping[str, str]
) -> RowView:
    name = input_name(row.id, number)
    known = values.get(row.element.key)
    given = [text for text in texts if text.strip()]
    text = "、".join(given) if known is None else written(known, spec_of(row))
    unit = row.spec.unit or ""
    note = "由身份证号码自动得出" if known is not None and not given else "" if text else "没有填"
    label = short_label(row) if number else row.label
    missing = known is None and not given and name in errors
    shown = f"{text} {unit}".strip() if text else ""
    return RowView(label, shown, "" if missing else note, "" if missing else errors.get(name, ""), missing)
