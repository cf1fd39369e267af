"""What stands on the pages of a form, for templates/documents/form.typ: words, places of inputs, what is not filled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from composer.exchange.acroform.inputs import Input, Kind, input_of, options_of
from composer.exchange.workbook.places import UNCHECKED, Places
from composer.exchange.workbook.tables import MOST_EMPTY, lines_of
from composer.exchange.workbook.text import circled
from composer.exchange.workbook.wording import how, label
from composer.forms.fill import lines_in
from composer.forms.order import parts_of
from composer.forms.specs import must_be_filled, spec_of
from composer.model.package import FieldGroup, FieldRow, FieldSource
from composer.model.value import ValueType
from composer.values import written
from composer.wording import chinese_number

_SAVE = (
    "在浏览器或 PDF 阅读器里点格子就能填，填好后“保存”或“下载”这个文件再交；不要用“打印成 PDF”，那样内容就读不出来了。"
)

COLUMNS = 23
"""Of the grid that the lines of a repeating group stand in, beside their number."""

_LONG, _SIGNED = 66, 42
_HEIGHTS = ((60, 22), (200, 25), (1000, 28))
"""Half-width characters up to which an input is so many points high; 25 is room for one line or two small ones."""
_LISTED = 12
"""Options up to which they are printed beside a list."""


@dataclass
class FormPage:
    """The table of `places` with the values of `document`: `view()` gives the pages, and fills `inputs` (by name)."""

    places: Places
    document: Mapping[str, Any]
    inputs: dict[str, Input] = field(default_factory=dict)

    def view(self) -> dict[str, Any]:
        """The pages as data."""
        package = self.places.package
        conflicts = package.form.conflicts
        self.reasons = {conflict.element: conflict.reason for conflict in conflicts if not conflict.resolved}
        return {
            "title": package.form.name,
            "theme": package.theme.name,
            "audience": package.theme.audience,
            "proposed": not package.theme.form.certain,
            "unchecked": UNCHECKED,
            "case": list(self._case()),
            "departments": [f"{circled(at)} {name}" for at, name in enumerate(self.places.departments, start=1)],
            "instructions": list(self._instructions()),
            "parts": list(self._parts()),
            "closed": [
                part
                for title, source in _CLOSED
                if (part := {"title": title, "rows": list(self._closed(source))})["rows"]
            ],
            "columns": COLUMNS,
        }

    def _case(self) -> Iterator[dict[str, str]]:
        for asked in self.places.package.asked:
            question = self.places.catalogue.questions[asked.question]
            chosen = [question.option(option) for option in self.places.package.answers.get(question.id, ())]
            labels = "、".join(option.label for option in chosen if option) or "无"
            yield {"question": question.text.rstrip("？?：:"), "answer": labels}

    def _instructions(self) -> Iterator[str]:
        form = self.places.package.form
        names = "、".join(f"《{self.places.form(one).strip('《》')}》" for one in form.originals)
        yield f"本表填一次，代替以下 {len(form.originals)} 张表：{names}。"
        yield _SAVE
        yield "也可以打印出来用黑色笔填写。签字、盖章请在打印后办理。"
        if any(not one.certain for one in form.originals.values()) or not self.places.package.theme.form.certain:
            yield f"标{UNCHECKED}的，还没有和主管部门公布的原文核对，请以当地办事窗口为准。"

    def _parts(self) -> Iterator[dict[str, Any]]:
        number = 0
        for part, groups in parts_of(self.places.package.form):
            shown = [view for group in groups if (view := self._group(group)) is not None]
            if shown:
                number += 1
                yield {"title": f"{chinese_number(number)}、{part.value}", "groups": shown}

    def _group(self, group: FieldGroup) -> dict[str, Any] | None:
        rows = [row for row in group.rows if row.source is FieldSource.APPLICANT]
        if not rows:
            return None
        lines = lines_in(self.document, group.id)
        if group.repeats:
            return self._table(group, rows, lines)
        values = lines[0] if lines else {}
        return {"name": group.name, "rows": [self._row(row, values.get(row.element.key)) for row in rows]}

    def _row(self, row: FieldRow, value: Any) -> dict[str, Any]:
        made = self._input(row, value)
        written_in = row.spec.type
        least = {ValueType.LONG_TEXT: _LONG, ValueType.SIGNATURE: _SIGNED}.get(written_in)
        if made.kind in (Kind.ONE, Kind.SEVERAL):
            hint = "；".join(filter(None, (row.element.help, "可选几项" if made.kind is Kind.SEVERAL else "")))
        else:
            hint = how(row) if len(options_of(row)) <= _LISTED else (row.element.help or "从列表里选一项")
        return {
            "label": label(row).removeprefix("* "),
            "required": row.required,
            "uses": self._uses(row),
            "hint": "；".join(filter(None, (hint, self.reasons.get(row.id)))),
            "input": made.name,
            "options": list(made.options) if made.kind in (Kind.ONE, Kind.SEVERAL) else [],
            "height": least or _height(made),
        }

    def _table(self, group: FieldGroup, rows: Sequence[FieldRow], lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        count = min(group.max_rows, max(MOST_EMPTY, len(lines)))
        needed = max(group.min_rows, 1 if any(must_be_filled(row) for row in group.rows) else 0)
        held = [*lines, *[{}] * (count - len(lines))]
        laid = lines_of(rows, COLUMNS)
        entries = [
            [
                [self._input(row, values.get(row.element.key), number, number <= needed).name for row, _ in line]
                for line in laid
            ]
            for number, values in enumerate(held, start=1)
        ]
        more = f"最多 {group.max_rows} 条"
        if group.max_rows > count:
            more += f"；超过 {count} 条的，请用网页或 XLSX 表填，或另附同样的表"
        hints = {label(row, short=True).removeprefix("* "): how(row) for row in rows}
        return {
            "name": group.name,
            "more": more,
            "heads": [
                [
                    {
                        "label": label(row, short=True).removeprefix("* "),
                        "required": row.required,
                        "uses": self._uses(row),
                        "width": width,
                    }
                    for row, width in line
                ]
                for line in laid
            ],
            "entries": entries,
            "hints": [{"label": name, "hint": hint} for name, hint in hints.items() if hint],
        }

    def _closed(self, source: FieldSource) -> Iterator[dict[str, str]]:
        """Rows that the applicant does not fill, with what is known of them."""
        for group in self.places.package.form.groups:
            for row in group.rows:
                if row.source is source:
                    values = [line.get(row.element.key) for line in lines_in(self.document, group.id)]
                    known = "；".join(written(value, spec_of(row)) for value in values if value is not None)
                    yield {
                        "label": label(row).removeprefix("* "),
                        "uses": self._uses(row),
                        "text": known,
                        "note": self._note(row),
                    }

    def _note(self, row: FieldRow) -> str:
        if row.source is FieldSource.CHAIN:
            return self.places.carrier(row) or "办好前一步后带入"
        if row.source is FieldSource.COMPUTED:
            return "由证件号码得出"
        return "由部门填写"

    def _input(self, row: FieldRow, value: Any, entry: int | None = None, needed: bool = True) -> Input:
        made = input_of(row, value, entry, needed)
        self.inputs[made.name] = made
        return made

    def _uses(self, row: FieldRow) -> str:
        return "".join(circled(number) for number in self.places.users(row))


def _height(made: Input) -> int:
    if made.kind is Kind.LIST:
        return _HEIGHTS[0][1]
    return next((height for most, height in _HEIGHTS if made.halves <= most), _HEIGHTS[-1][1])


_CLOSED = (
    ("由前面的步骤带入（不用填）", FieldSource.CHAIN),
    ("由别的项得出（不用填）", FieldSource.COMPUTED),
    ("由部门填写（请不要填）", FieldSource.DEPARTMENT),
)
