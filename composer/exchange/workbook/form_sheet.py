"""The sheet that a person fills (一张表单)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.breaks import page_ends, set_page_ends
from composer.exchange.workbook.entering import shown
from composer.exchange.workbook.form_tables import FormTable
from composer.exchange.workbook.grid import Box, Grid
from composer.exchange.workbook.inputs import Inputs, style_of
from composer.exchange.workbook.page import set_page
from composer.exchange.workbook.places import UNCHECKED, Places
from composer.exchange.workbook.text import circled
from composer.exchange.workbook.validation import Options
from composer.exchange.workbook.wording import how, is_waited_for, label
from composer.forms.order import parts_of
from composer.forms.specs import spec_of
from composer.model.package import FieldGroup, FieldRow, FieldSource, ThemePackage
from composer.model.value import ValueType
from composer.wording import chinese_number

FORM_SHEET = "一张表单"
_COLUMNS, _COLUMN_POINTS = 24, 21.75
_LABEL, _INPUT, _USES, _HINT = 6, 9, 3, 6
_LINE, _LONG, _SIGNED = 25.0, 66.0, 46.0
_SHORT = 6
"""A group of up to so many rows stays on one page."""

_LEGEND = "带 * 的必须填写，没填时是淡黄底　　白底的格由您填写　　灰底的格不用填　　①②③ 是使用这一项的部门，名称见首页"


class FormSheet:
    """Writes the one form of a package, with what `document` says already; `further` are the sheets that go on."""

    def __init__(
        self,
        sheet: Worksheet,
        places: Places,
        options: Options,
        document: Mapping[str, Any],
        further: Mapping[str, str],
    ) -> None:
        """`further` maps a repeating group to the title of the sheet that takes more of its lines."""
        self.sheet, self.places, self.document, self.further = sheet, places, document, further
        self.form = places.package.form
        self.grid = Grid(sheet, [_COLUMN_POINTS] * _COLUMNS)
        self.inputs = Inputs(sheet, options)
        self.conflicts = {conflict.element: conflict.reason for conflict in self.form.conflicts}
        self.part = 0
        self.waiting: list[str] = []
        self.together: list[tuple[int, int]] = []

    def write(self) -> None:
        """Write everything, from the title to what others fill."""
        package = self.places.package
        self.write_head(package)
        self.grid.line([Box(_COLUMNS, "图例", _LEGEND)], 20)
        legend = self.grid.row
        for part, groups in parts_of(self.form):
            asked = [(group, rows) for group in groups if (rows := rows_here(group))]
            if asked:
                self.write_part(part.value)
            for group, rows in asked:
                if group.repeats:
                    self.write_table(group, rows)
                else:
                    self.write_fields(group, rows)
        self.write_closed("由前面的步骤带入（不用填）", FieldSource.CHAIN)
        self.write_closed("由部门填写（请不要填）", FieldSource.DEPARTMENT)
        self.inputs.wait_for(self.waiting)
        set_page_ends(self.sheet, page_ends(self.grid.heights, self.together, self.grid.heights[legend - 1]))
        set_page(
            self.sheet,
            f"{package.theme.name} · {package.form.name}",
            f"{legend}:{legend}",
            landscape=False,
            columns=_COLUMNS,
        )

    def write_head(self, package: ThemePackage) -> None:
        """Title, for whom, the case, the departments, how to fill."""
        mark = "" if package.theme.form.certain else f"　表名为拟定{UNCHECKED}"
        self.grid.line([Box(_COLUMNS, "标题", package.form.name)], 34)
        self.grid.line([Box(_COLUMNS, "副标题", f"{package.theme.name}　适用对象：{package.theme.audience}{mark}")], 20)
        case = self.places.case_lines
        if case:
            half = (len(case) + 1) // 2
            left, right = "\n".join(case[:half]), "\n".join(case[half:])
            self.grid.line([Box(4, "项目", "您的情形"), Box(10, "说明", left), Box(10, "说明", right)])
        departments = [f"{circled(number)} {name}" for number, name in enumerate(self.places.departments, start=1)]
        self.grid.line([Box(4, "项目", "使用部门"), Box(20, "说明", "　".join(departments) or "无")])
        self.grid.line([Box(4, "项目", "填表说明"), Box(20, "说明", "\n".join(self.instructions()))])

    def instructions(self) -> Iterable[str]:
        """How to fill the form, a line each."""
        names = [f"《{self.places.form(form)}》" for form in self.form.originals]
        yield f"1. 本表填一次，代替以下 {len(names)} 张表：{'、'.join(names)}。每一项填到哪张原表，见“对照表”。"
        yield "2. 可以在电脑上填：只有白底、淡黄底的格能改，点到格子会提示怎么填；也可以打印后用黑色笔填写。"
        yield "3. 签字、盖章请在打印后办理。要一起交的材料和不用您交的材料，见“材料清单”。"
        if any(not form.certain for form in self.form.originals.values()) or not self.places.package.theme.form.certain:
            yield f"4. 标{UNCHECKED}的，还没有和主管部门公布的原文核对，请以当地办事窗口为准。"

    def write_part(self, name: str) -> None:
        """The heading of a part, which stays with what follows."""
        self.part += 1
        self.grid.line([Box(_COLUMNS, "部分", f"{chinese_number(self.part)}、{name}")], 26)
        self.together.append((self.grid.row, self.grid.row + 3))

    def write_heading(self, name: str, note: str = "") -> None:
        """The heading of a group."""
        if note:
            self.grid.line([Box(_LABEL, "分组", name), Box(_COLUMNS - _LABEL, "分组注", note)], 22)
        else:
            title = Box(_LABEL + _INPUT, "分组", name)
            self.grid.line([title, Box(_USES, "分组注", "用于"), Box(_HINT, "分组注", "怎么填")], 22)

    def uses(self, row: FieldRow) -> str:
        """The departments that use a row, by number."""
        return "".join(circled(number) for number in self.places.users(row))

    def hint(self, row: FieldRow) -> str:
        """How to fill a row, and on what its forms do not agree."""
        if row.source is FieldSource.COMPUTED:
            return "由身份证号码得出，不用填"
        return "；".join(part for part in (how(row), self.conflicts.get(row.id, "")) if part)

    def write_fields(self, group: FieldGroup, rows: Sequence[FieldRow]) -> None:
        """A group that is filled once."""
        first = self.grid.row + 1
        self.write_heading(group.name)
        held = self.document.get(group.id) or {}
        cells = {row.id: self.write_input(row, held.get(row.element.key)) for row in rows}
        for row in rows:
            if row.source is FieldSource.COMPUTED:
                self.inputs.tell(row, cells[row.id], cells)
        self.together.append((first, self.grid.row if len(rows) <= _SHORT else first + 2))

    def write_input(self, row: FieldRow, value: Any) -> str:
        """One row; returns the address of its cell."""
        written = row.spec.type
        asked = row.source is FieldSource.APPLICANT
        least = {ValueType.LONG_TEXT: _LONG, ValueType.SIGNATURE: _SIGNED}.get(written, _LINE)
        _, cell, _, _ = self.grid.line(
            [
                Box(_LABEL, "项目" if asked else "不填项目", label(row) if asked else row.label),
                Box(_INPUT, style_of(row), held=shown(value, spec_of(row))),
                Box(_USES, "用于", self.uses(row)),
                Box(_HINT, "提示", self.hint(row)),
            ],
            least,
        )
        if asked:
            self.inputs.take(row, [cell])
            self.inputs.name(row, cell)
            self.inputs.write(row, cell, value)
        if is_waited_for(row):
            self.waiting.append(cell)
        return cell

    def write_table(self, group: FieldGroup, rows: Sequence[FieldRow]) -> None:
        """A group that repeats."""
        start = self.grid.row + 1
        further = self.further.get(group.id)
        least = f"至少 {group.min_rows} 条，" if group.min_rows else ""
        note = f"{least}最多 {group.max_rows} 条" + (f"，写不下的接着填在“{further}”" if further else "")
        self.write_heading(group.name, note)
        table = FormTable(self.grid, self.inputs, group, rows, _COLUMNS)
        self.together.append((start, self.grid.row + table.height))
        self.together += table.write(self.column_heading, self.document.get(group.id) or ())
        hints = [(label(row, short=True).removeprefix("* "), self.hint(row)) for row in rows]
        notes = [f"{name}：{hint}" for name, hint in hints if hint]
        if notes:
            self.grid.line([Box(_COLUMNS, "提示", "怎么填——" + "　".join(notes))], 18)
        self.together.append((start, self.grid.row))

    def column_heading(self, row: FieldRow) -> str:
        """The heading of a column of a table: its label, and who uses it."""
        return f"{label(row, short=True)}\n{self.uses(row)}"

    def write_closed(self, title: str, source: FieldSource) -> None:
        """Rows that the applicant does not fill, in a part of their own."""
        rows = [row for row in self.form.rows if row.source is source]
        if rows:
            self.write_part(title)
        for row in rows:
            text = self.places.carrier(row) if source is FieldSource.CHAIN else "由部门填写"
            self.grid.line(
                [
                    Box(_LABEL, "不填项目", row.label),
                    Box(_INPUT, "不填", text),
                    Box(_USES, "用于", self.uses(row)),
                    Box(_HINT, "提示", "办好前一步后自动带入" if source is FieldSource.CHAIN else ""),
                ],
                _LINE,
            )


def rows_here(group: FieldGroup) -> list[FieldRow]:
    """The rows of a group that stand among what the applicant fills: those that are asked, and those that they tell."""
    rows = [row for row in group.rows if row.source in (FieldSource.APPLICANT, FieldSource.COMPUTED)]
    return rows if any(row.source is FieldSource.APPLICANT for row in rows) else []
