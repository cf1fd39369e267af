"""What stands beside an input: label with its mark and unit, and how to fill it."""

from composer.exchange.workbook.patterns import simple_row
from composer.model.package import FieldRow
from composer.model.value import ValueType

MARK = "*"
"""Before the label of what must be filled."""

_HOW = {
    ValueType.DATE: "年-月-日，如 2026-03-01",
    ValueType.DATE_TIME: "如 2026-03-01 08:30",
    ValueType.INTEGER: "填整数",
    ValueType.SIGNATURE: "打印后签字或盖章",
}


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
    simple = simple_row(row)
    parts = [row.element.help or ""]
    if row.options:
        parts.append(f"{'可选几项' if row.spec.type is ValueType.CHOICES else '选一项'}：{'／'.join(row.options)}")
    elif simple is not None:
        parts.append(simple.words)
    else:
        parts.append(_HOW.get(row.spec.type, ""))
    return "；".join(part for part in parts if part)


def prompt(row: FieldRow) -> str:
    """The same for the screen, where the limit of length is worth saying."""
    text = how(row)
    if row.spec.type is ValueType.CHOICES:
        text += "。几项之间用顿号“、”隔开"
    if row.spec.max_length and row.spec.type in (ValueType.TEXT, ValueType.LONG_TEXT):
        text += f"{'；' if text else ''}不超过 {row.spec.max_length} 个字"
    return text
