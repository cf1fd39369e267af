"""What stands beside an input: label with its mark and unit, and how to fill it."""

from composer.exchange.workbook.formats import cell_format
from composer.exchange.workbook.patterns import simple_row
from composer.forms.specs import must_be_filled, spec_of
from composer.model.package import FieldRow, FieldSource
from composer.model.value import ValueType

MARK = "*"
"""Before the label of what must be filled."""

_HOW = {
    ValueType.DATE: "年-月-日，如 2026-03-01",
    ValueType.DATE_TIME: "如 2026-03-01 08:30",
    ValueType.MONTH: "年-月，如 2026-03",
    ValueType.PERIOD: "如 2026-01-01至2028-12-31，没有期限的写“长期”",
    ValueType.INTEGER: "填整数",
    ValueType.BOOLEAN: "填“是”或“否”",
    ValueType.SIGNATURE: "打印后签字或盖章",
}
_TOLD = "填了居民身份证号码的可以不填"


def label(row: FieldRow, short: bool = False) -> str:
    """Label as printed: mark where required, unit; `short` leaves off the object that a table's title names."""
    text = row.label
    if short:
        text = text.removeprefix(row.element.object.name).lstrip("的") or text
    if row.spec.unit:
        text = f"{text}（{row.spec.unit}）"
    return f"{MARK} {text}" if row.required else text


def how(row: FieldRow) -> str:
    """How to fill it, in a few words; empty where the label says all."""
    simple, own = simple_row(row), cell_format(spec_of(row).format)
    parts = [row.element.help or ""]
    if row.options:
        parts.append(f"{'可选几项' if row.spec.type is ValueType.CHOICES else '选一项'}：{'／'.join(row.options)}")
    elif own is not None:
        parts.append(own.words)
    elif simple is not None:
        parts.append(simple.words)
    else:
        parts.append(_HOW.get(row.spec.type, ""))
    if row.derived and row.source is FieldSource.APPLICANT:
        parts.append(_TOLD)
    return "；".join(part for part in parts if part)


def prompt(row: FieldRow) -> str:
    """The same for the screen, where the limit of length is worth saying, and whether it must be filled."""
    text = how(row)
    if row.spec.type is ValueType.CHOICES:
        text += "。几项之间用顿号“、”隔开"
    if row.spec.max_length and row.spec.type in (ValueType.TEXT, ValueType.LONG_TEXT):
        text += f"{'；' if text else ''}不超过 {row.spec.max_length} 个字"
    return text


def is_waited_for(row: FieldRow) -> bool:
    """Whether an empty cell of `row` is shown as still to be filled: it must be, and nothing else may tell it."""
    return must_be_filled(row) and not row.derived


def short_how(row: FieldRow) -> str:
    """How a value is written, in the fewest words; empty where anything goes or where it is picked."""
    simple = simple_row(row)
    return simple.words if simple is not None else _HOW.get(row.spec.type, "")
