"""The one table on paper: parts, groups, lines of repeating groups, and what stands beside each input."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from composer.documents.package import ROOM
from composer.documents.tables import SHADE, Cell, Row, shared, table
from composer.documents.text import paragraph, run
from composer.documents.xml import Element
from composer.exchange.controls.writing import Controls
from composer.exchange.workbook.places import UNCHECKED, Places
from composer.exchange.workbook.tables import lines_of
from composer.exchange.workbook.text import circled
from composer.exchange.workbook.wording import MARK, how, label
from composer.forms.fill import filled_in
from composer.forms.order import parts_of
from composer.forms.specs import spec_of
from composer.model.package import FieldGroup, FieldRow, FieldSource
from composer.model.value import ValueType
from composer.values import Value, written
from composer.wording import chinese_number

EMPTY_LINES, SPARE_LINES = 5, 1
"""Empty lines of a repeating group, and those behind the ones that are filled; a line can be copied for more."""

_COLUMNS = shared(ROOM, [25, 46, 8, 21])
_HEADS = ("项目", "填写", "用于", "怎么填")
_UNITS = 24
_LEAST = {ValueType.LONG_TEXT: 1300, ValueType.SIGNATURE: 900}
_LEGEND = "带 * 的必须填写　　“［点此…］”的地方由您填写　　灰底的不用填　　①②③ 是使用这一项的部门，名称见上"


class Layout:
    """The body of the document for `document`, the values that stand in it already (group to key to value)."""

    def __init__(self, places: Places, document: Mapping[str, Any]) -> None:
        self.places, self.document = places, document
        self.form = places.package.form
        self.conflicts = {conflict.element: conflict.reason for conflict in self.form.conflicts}
        self.controls = Controls([row for row in self.form.rows if row.source is FieldSource.APPLICANT])

    def body(self) -> Iterator[Element]:
        """Everything, in order."""
        yield from self.head()
        number = 0
        for part, groups in parts_of(self.form):
            asked = [(group, rows) for group in groups if (rows := _asked(group))]
            if not asked:
                continue
            number += 1
            yield paragraph("Heading1", f"{chinese_number(number)}、{part.value}")
            for place, (group, rows) in enumerate(asked, start=1):
                yield paragraph("Heading2", f"（{chinese_number(place)}）{group.name}")
                yield from self.lines(group, rows) if group.repeats else self.fields(group, rows)
        yield from self.closed(number + 1)
        yield paragraph("FormHint")

    def head(self) -> Iterator[Element]:
        package = self.places.package
        mark = "" if package.theme.form.certain else f"　表名为拟定{UNCHECKED}"
        yield paragraph("Title", self.form.name)
        yield paragraph("Subtitle", f"{package.theme.name}　适用对象：{package.theme.audience}{mark}")
        departments = [f"{circled(number)} {name}" for number, name in enumerate(self.places.departments, start=1)]
        told = {
            "您的情形": self.places.case_lines,
            "使用部门": ["　".join(departments) or "无"],
            "填表说明": tuple(self.instructions()),
        }
        rows = [
            Row([Cell.of("FormLabel", name, shade=SHADE), Cell([paragraph("FormNote", line) for line in lines])])
            for name, lines in told.items()
            if lines
        ]
        yield table(shared(ROOM, [15, 85]), rows, "这张表的情况")
        yield paragraph("FormHint", _LEGEND)

    def instructions(self) -> Iterator[str]:
        names = [f"《{self.places.form(form)}》" for form in self.form.originals]
        yield f"1. 本表填一次，代替以下 {len(names)} 张表：{'、'.join(names)}。"
        yield "2. 可以在电脑上填：点灰色的字，直接填写或从列表里选；请不要删去填写的地方。也可以打印后用黑色笔填写。"
        yield "3. 签字、盖章请在打印后办理。"
        if any(not form.certain for form in self.form.originals.values()) or not self.places.package.theme.form.certain:
            yield f"4. 标{UNCHECKED}的，还没有和主管部门公布的原文核对，请以当地办事窗口为准。"

    def fields(self, group: FieldGroup, rows: Sequence[FieldRow]) -> Iterator[Element]:
        """A row for each datum of a group that is filled once."""
        held = self.document.get(group.id, {})
        made = [Row([Cell.of("FormHead", name, shade=SHADE, keep=True) for name in _HEADS], heading=True)]
        for row in rows:
            inputs = self.controls.inputs(row, held.get(row.element.key), None)
            cells = [
                Cell.of("FormLabel", *_marked(label(row))),
                Cell.of("FormInput", *inputs),
                Cell.of("FormMark", self.uses(row)),
                Cell.of("FormHint", self.hint(row)),
            ]
            made.append(Row(cells, least=_LEAST.get(row.spec.type, 0)))
        yield table(_COLUMNS, made, group.name)

    def lines(self, group: FieldGroup, rows: Sequence[FieldRow]) -> Iterator[Element]:
        """A table with a line for each entry; where the page is too narrow, one of several rows."""
        held: Sequence[Mapping[str, Value]] = self.document.get(group.id, [])
        count = min(max(EMPTY_LINES, len(held) + SPARE_LINES), max(group.max_rows, len(held)))
        split = lines_of(rows, _UNITS - 1)
        yield paragraph(
            "FormHint", f"一行填一条，最多 {group.max_rows} 条；行不够时，复制一条的整行，粘贴在后面接着填。", keep=True
        )
        made = []
        for at, line in enumerate(split):
            cells = [_number("序号", at, len(split), "FormHead", SHADE)]
            for row, width in line:
                text = [*_marked(label(row, short=True)), run(f"\n{self.uses(row)}")]
                cells.append(Cell.of("FormHead", *text, span=width, shade=SHADE, keep=True))
            made.append(Row(cells, heading=True))
        for entry in range(1, count + 1):
            values = held[entry - 1] if entry <= len(held) else {}
            for at, line in enumerate(split):
                cells = [_number(str(entry), at, len(split), "FormMark", "")]
                for row, width in line:
                    inputs = self.controls.inputs(row, values.get(row.element.key), entry)
                    cells.append(Cell.of("FormEntry", *inputs, span=width, keep=at + 1 < len(split)))
                made.append(Row(cells))
        yield table(shared(ROOM, [1] * _UNITS), made, group.name)
        hints = [
            f"{label(row, short=True).removeprefix(MARK).strip()}：{self.hint(row)}" for row in rows if self.hint(row)
        ]
        if hints:
            yield paragraph("FormHint", "怎么填——" + "　".join(hints))

    def closed(self, number: int) -> Iterator[Element]:
        """What the applicant does not fill: where it comes from, and what it is as far as it is known."""
        rows = [row for row in self.form.rows if row.source is not FieldSource.APPLICANT]
        if not rows:
            return
        yield paragraph("Heading1", f"{chinese_number(number)}、不用您填的")
        heads = ("项目", "内容", "用于", "从哪里来")
        made = [Row([Cell.of("FormHead", name, shade=SHADE, keep=True) for name in heads], heading=True)]
        for row in sorted(rows, key=lambda row: _CLOSED.index(row.source)):
            known = "；".join(written(value, spec_of(row)) for value in filled_in(self.document, row))
            name = label(row).removeprefix(MARK).strip()
            made.append(
                Row(
                    [
                        Cell.of("FormLabel", name, shade=SHADE),
                        Cell.of("FormInput", known, shade=SHADE),
                        Cell.of("FormMark", self.uses(row), shade=SHADE),
                        Cell.of("FormHint", self.origin(row), shade=SHADE),
                    ]
                )
            )
        yield table(_COLUMNS, made, "不用您填的")

    def origin(self, row: FieldRow) -> str:
        """Where a row comes from that the applicant does not fill."""
        if row.source is FieldSource.DEPARTMENT:
            return "由部门填写"
        if row.source is FieldSource.CHAIN:
            carrier = self.places.carrier(row)
            return f"{carrier}，办好前一步后带入" if carrier else "办好前一步后带入"
        tellers = {one.of for one in row.derived}
        labels = [f"“{one.label}”" for one in self.form.rows if one.id in tellers]
        return f"由{'、'.join(labels)}得出"

    def uses(self, row: FieldRow) -> str:
        return "".join(circled(number) for number in self.places.users(row))

    def hint(self, row: FieldRow) -> str:
        return "；".join(part for part in (how(row), self.conflicts.get(row.id, "")) if part)


_CLOSED = (FieldSource.CHAIN, FieldSource.COMPUTED, FieldSource.DEPARTMENT)


def _asked(group: FieldGroup) -> list[FieldRow]:
    return [row for row in group.rows if row.source is FieldSource.APPLICANT]


def _marked(text: str) -> list[Element]:
    """A label whose mark of what must be filled stands out."""
    if not text.startswith(MARK):
        return [run(text)]
    return [run(MARK, "FormRequired"), run(text.removeprefix(MARK))]


def _number(text: str, at: int, of: int, style: str, shade: str) -> Cell:
    """The number of an entry, down all its rows."""
    down = "" if of == 1 else "continue" if at else "restart"
    return Cell([paragraph(style, "" if at else text, keep=at + 1 < of)], shade=shade, down=down)
