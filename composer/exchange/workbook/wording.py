"""What stands beside an input: label with its mark and unit, and how to fill it."""

from composer.exchange.workbook.patterns import simple_pattern
from composer.model.form import Representation
from composer.model.package import FieldRow

MARK = "*"
"""Before the label of what must be filled."""

_HOW = {
    Representation.DATE: "年-月-日，如 2026-03-01",
    Representation.DATE_TIME: "如 2026-03-01 08:30",
    Representation.INTEGER: "填整数",
    Representation.SIGNATURE: "打印后签字或盖章",
}


def label(row: FieldRow, short: bool = False) -> str:
    """Label as printed: mark where required, unit; `short` leaves off the object that a table's title names."""
    text = row.label
    if short:
        text = text.removeprefix(row.element.object.name).lstrip("的") or text
    if row.element.property.unit:
        text = f"{text}（{row.element.property.unit}）"
    return f"{MARK} {text}" if row.required else text


def how(row: FieldRow) -> str:
    """How to fill it, in a few words; empty where the label says all."""
    trait = row.element.property
    simple = simple_pattern(trait.pattern or "")
    parts = [trait.help or ""]
    if row.options:
        parts.append(
            f"{'可选几项' if trait.representation is Representation.CHOICES else '选一项'}：{'／'.join(row.options)}"
        )
    elif simple is not None:
        parts.append(simple.words)
    else:
        parts.append(_HOW.get(trait.representation, ""))
    return "；".join(part for part in parts if part)


def prompt(row: FieldRow) -> str:
    """The same for the screen, where the limit of length is worth saying."""
    text = how(row)
    if row.element.property.representation is Representation.CHOICES:
        text += "。几项之间用顿号“、”隔开"
    if row.max_length and row.element.property.representation in (Representation.TEXT, Representation.LONG_TEXT):
        text += f"{'；' if text else ''}不超过 {row.max_length} 个字"
    return text
