"""The sheet that a person fills (一张表单)."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.breaks import page_ends, set_page_ends
from composer.exchange.workbook.grid import Box, Grid
from composer.exchange.workbook.page import set_page
from composer.exchange.workbook.places import UNCHECKED, Places
from composer.exchange.workbook.styles import input_style
from composer.exchange.workbook.tables import MOST_EMPTY, lines_of
from composer.exchange.workbook.text import circled
from composer.exchange.workbook.validation import Validations
from composer.exchange.workbook.wording import how, label, prompt
from composer.forms.naming import input_name
from composer.model.package import FieldGroup, FieldRow, FieldSource, ThemePackage
from composer.model.value import ValueType
from composer.wording import chinese_number

FORM_SHEET = "一张表单"
_COLUMNS, _COLUMN_POINTS = 24, 21.75
_LABEL, _INPUT, _USES, _HINT = 6, 9, 3, 6
_LINE, _LONG, _SIGNED = 25.0, 66.0, 46.0
_SHORT = 6
"""A group of up to so many rows stays on one page."""

_LEGEND = "带 * 的必须填写　　白底的格由您填写　　灰底的格不用填　　①②③ 是使用这一项的部门，名称见首页"


def add_form_sheet(workbook: Workbook, places: Places) -> None:
    """Add the one form of the package to `workbook`."""
    _FormSheet(workbook, workbook.create_sheet(FORM_SHEET), places).write()


class _FormSheet:
    def __init__(self, workbook: Workbook, sheet: Worksheet, places: Places) -> None:
        self.workbook, self.sheet, self.places = workbook, sheet, places
        self.form = places.package.form
        self.grid = Grid(sheet, [_COLUMN_POINTS] * _COLUMNS)
        self.validations = Validations(workbook, sheet)
        self.conflicts = {conflict.element: conflict.reason for conflict in self.form.conflicts}
        self.heading = 0
        self.together: list[tuple[int, int]] = []

    def write(self) -> None:
        package = self.places.package
        self.write_head(package)
        self.grid.line([Box(_COLUMNS, "图例", _LEGEND)], 20)
        legend = self.grid.row
        for group in self.form.groups:
            rows = [row for row in group.rows if row.source is FieldSource.APPLICANT]
            if rows and group.repeats:
                self.write_table(group, rows)
            elif rows:
                self.write_fields(group, rows)
        self.write_closed("由前面的步骤带入（不用填）", FieldSource.CHAIN)
        self.write_closed("由部门填写（请不要填）", FieldSource.DEPARTMENT)
        set_page_ends(self.sheet, page_ends(self.grid.heights, self.together, self.grid.heights[legend - 1]))
        set_page(
            self.sheet,
            f"{package.theme.name} · {package.form.name}",
            f"{legend}:{legend}",
            landscape=False,
            columns=_COLUMNS,
        )

    def write_head(self, package: ThemePackage) -> None:
        mark = "" if package.theme.form.certain else f"　表名为拟定{UNCHECKED}"
        self.grid.line([Box(_COLUMNS, "标题", package.form.name)], 34)
        self.grid.line([Box(_COLUMNS, "副标题", f"{package.theme.name}　适用对象：{package.theme.audience}{mark}")], 20)
        case = _case_lines(self.places)
        if case:
            half = (len(case) + 1) // 2
            left, right = "\n".join(case[:half]), "\n".join(case[half:])
            self.grid.line([Box(4, "项目", "您的情形"), Box(10, "说明", left), Box(10, "说明", right)])
        departments = [f"{circled(number)} {name}" for number, name in enumerate(self.places.departments, start=1)]
        self.grid.line([Box(4, "项目", "使用部门"), Box(20, "说明", "　".join(departments) or "无")])
        self.grid.line([Box(4, "项目", "填表说明"), Box(20, "说明", "\n".join(self.instructions()))])

    def instructions(self) -> Iterable[str]:
        names = [f"《{self.places.form(form)}》" for form in self.form.originals]
        yield f"1. 本表填一次，代替以下 {len(names)} 张表：{'、'.join(names)}。每一项填到哪张原表，见“对照表”。"
        yield "2. 可以在电脑上填：只有白底的格能改，点到格子会提示怎么填；也可以打印后用黑色笔填写。"
        yield "3. 签字、盖章请在打印后办理。要一起交的材料和不用您交的材料，见“材料清单”。"
        if any(not form.certain for form in self.form.originals.values()) or not self.places.package.theme.form.certain:
            yield f"4. 标{UNCHECKED}的，还没有和主管部门公布的原文核对，请以当地办事窗口为准。"

    def write_heading(self, name: str, note: str = "") -> None:
        self.heading += 1
        title = Box(_LABEL + _INPUT, "分组", f"{chinese_number(self.heading)}、{name}")
        if note:
            self.grid.line([title, Box(_USES + _HINT, "分组注", note)], 24)
        else:
            self.grid.line([title, Box(_USES, "分组注", "用于"), Box(_HINT, "分组注", "怎么填")], 24)

    def uses(self, row: FieldRow) -> str:
        return "".join(circled(number) for number in self.places.users(row))

    def hint(self, row: FieldRow) -> str:
        return "；".join(part for part in (how(row), self.conflicts.get(row.id, "")) if part)

    def write_fields(self, group: FieldGroup, rows: Sequence[FieldRow]) -> None:
        first = self.grid.row + 1
        self.write_heading(group.name)
        for row in rows:
            self.write_input(row)
        self.together.append((first, self.grid.row if len(rows) <= _SHORT else first + 2))

    def write_input(self, row: FieldRow) -> None:
        written = row.spec.type
        least = {ValueType.LONG_TEXT: _LONG, ValueType.SIGNATURE: _SIGNED}.get(written, _LINE)
        _, cell, _, _ = self.grid.line(
            [
                Box(_LABEL, "项目", label(row)),
                Box(_INPUT, input_style(written)),
                Box(_USES, "用于", self.uses(row)),
                Box(_HINT, "提示", self.hint(row)),
            ],
            least,
        )
        self.take(row, [cell])

    def take(self, row: FieldRow, cells: Sequence[str]) -> None:
        """Validate the cells that take a datum and give them its name."""
        self.validations.add(row, cells, prompt(row))
        for number, cell in enumerate(cells, start=1):
            name = input_name(row.id, number if row.element.object.repeats else None)
            self.workbook.defined_names[name] = DefinedName(name, attr_text=_absolute(cell))

    def write_table(self, group: FieldGroup, rows: Sequence[FieldRow]) -> None:
        start = self.grid.row + 1
        empty = min(group.max_rows, MOST_EMPTY)
        more = f"最多 {group.max_rows} 条" + ("，写不下请另附同样的表" if group.max_rows > empty else "")
        self.write_heading(group.name, more)
        lines = lines_of(rows, _COLUMNS - 1)
        for number, line in enumerate(lines):
            first = [Box(1, "表头", "序号", down=len(lines))] if number == 0 else []
            self.grid.line([*first, *(Box(width, "表头", self.column_heading(row)) for row, width in line)], _LINE)
        cells: dict[str, list[str]] = {row.id: [] for row in rows}
        self.together.append((start, self.grid.row + len(lines)))
        for entry in range(1, empty + 1):
            self.together.append((self.grid.row + 1, self.grid.row + len(lines)))
            for number, line in enumerate(lines):
                first = [Box(1, "序号", str(entry), down=len(lines))] if number == 0 else []
                inputs = [Box(width, input_style(row.spec.type)) for row, width in line]
                addresses = self.grid.line([*first, *inputs], _LINE)[len(first) :]
                for (row, _), address in zip(line, addresses, strict=True):
                    cells[row.id].append(address)
        for row in rows:
            self.take(row, cells[row.id])
        notes = [f"{label(row, short=True).lstrip('* ')}：{self.hint(row)}" for row in rows if self.hint(row)]
        if notes:
            self.grid.line([Box(_COLUMNS, "提示", "怎么填——" + "　".join(notes))], 18)
        self.together.append((start, self.grid.row))

    def column_heading(self, row: FieldRow) -> str:
        return f"{label(row, short=True)}\n{self.uses(row)}"

    def write_closed(self, title: str, source: FieldSource) -> None:
        """Rows that the applicant does not fill, in a part of their own."""
        rows = [row for row in self.form.rows if row.source is source]
        if rows:
            self.write_heading(title)
            self.together.append((self.grid.row, self.grid.row + 1))
        for row in rows:
            text = self.places.carrier(row) if source is FieldSource.CHAIN else "由部门填写"
            self.grid.line(
                [
                    Box(_LABEL, "不填项目", label(row).lstrip("* ")),
                    Box(_INPUT, "不填", text),
                    Box(_USES, "用于", self.uses(row)),
                    Box(_HINT, "提示", "办好前一步后自动带入" if source is FieldSource.CHAIN else ""),
                ],
                _LINE,
            )


def _case_lines(places: Places) -> list[str]:
    """Question and answer, one a line."""
    lines = []
    for asked in places.package.asked:
        question = places.catalogue.questions[asked.question]
        chosen = [question.option(option) for option in places.package.answers.get(question.id, ())]
        labels = "、".join(option.label for option in chosen if option) or "无"
        lines.append(f"{question.text.rstrip('？?：:')}：{labels}")
    return lines


def _absolute(cell: str) -> str:
    column = cell.rstrip("0123456789")
    return f"'{FORM_SHEET}'!${column}${cell[len(column) :]}"
