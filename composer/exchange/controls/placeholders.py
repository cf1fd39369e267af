"""What an empty control shows, and what of a control's text is no more than that."""

import re

from composer.exchange.workbook.wording import short_how
from composer.model.package import FieldRow
from composer.model.value import ValueType

_OURS = re.compile("［(?:点此(?:填|选|选择|填写(?:：[^［］]*)?)|打印后签字或盖章)］")
_OF_PROGRAMS = frozenset(
    {
        "单击或点击此处输入文字。",
        "单击此处输入文字。",
        "单击或点击以输入日期。",
        "单击此处输入日期。",
        "选择一项。",
        "按一下或點選這裡以輸入文字。",
        "按一下或點選以輸入日期。",
        "選擇項目。",
        "Click or tap here to enter text.",
        "Click here to enter text.",
        "Click or tap to enter a date.",
        "Click here to enter a date.",
        "Choose an item.",
    }
)
"""What Word shows of its own accord when it has lost ours, in Chinese or English."""


def placeholder(row: FieldRow) -> str:
    """What stands in the empty control of `row`: that something goes here, and how it is written."""
    if row.spec.type is ValueType.SIGNATURE:
        return "［打印后签字或盖章］"
    if row.element.object.repeats:
        return "［点此选］" if _is_picked(row) else "［点此填］"
    if _is_picked(row):
        return "［点此选择］"
    hint = short_how(row)
    return f"［点此填写：{hint}］" if hint else "［点此填写］"


def _is_picked(row: FieldRow) -> bool:
    return row.spec.type is ValueType.BOOLEAN or (row.spec.type is ValueType.CHOICE and bool(row.options))


def said(text: str) -> str | None:
    """`text` without placeholders, None where nothing is left: some programs let people write beside them."""
    left = _OURS.sub("", text)
    return None if not left.strip() or left.strip() in _OF_PROGRAMS else left
