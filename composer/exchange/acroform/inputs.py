"""What is filled in: every input of the one table, with its kind, its name, what viewers say of it, and its value."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from composer.exchange.acroform.naming import field_name
from composer.exchange.workbook.text import halves
from composer.exchange.workbook.wording import prompt
from composer.forms.specs import must_be_filled, spec_of
from composer.model.package import FieldRow
from composer.model.value import ValueType
from composer.values import ValueSpec, written
from composer.values.types import TEXTS

_YES_OR_NO = ("是", "否")
_FEW, _FEW_HALVES = 8, 132
"""So many options, and so much text of theirs, stand as boxes to tick; more are a list."""

_HALVES = {
    ValueType.DATE: 22,
    ValueType.MONTH: 14,
    ValueType.DATE_TIME: 28,
    ValueType.PERIOD: 36,
    ValueType.INTEGER: 16,
    ValueType.NUMBER: 18,
    ValueType.AMOUNT: 22,
}
_CODE_HALVES = 24
_ENDLESS = 10_000


class Kind(Enum):
    """How it is filled: typed, picked from a list that opens, one or several boxes ticked."""

    TEXT = "text"
    LIST = "list"
    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True)
class Input:
    """One field of the form, or the boxes of one choice.

    `said` is what a viewer shows and reads out; `most` bounds the characters, `halves` is about how wide the longest
    value is, in half-width characters. `texts` are what stands in it: one text, or the options that are ticked.
    """

    name: str
    kind: Kind
    said: str
    required: bool
    options: tuple[str, ...] = ()
    most: int | None = None
    halves: int = _ENDLESS
    texts: tuple[str, ...] = ()


def kind_of(row: FieldRow, in_table: bool) -> Kind:
    """Boxes where there is room for them: they can also be ticked with a pen."""
    spec, options = spec_of(row), options_of(row)
    if not options or (in_table and spec.type is ValueType.CHOICES):
        return Kind.TEXT
    if spec.type is ValueType.CHOICES:
        return Kind.SEVERAL
    few = len(options) <= _FEW and sum(halves(option) + 4 for option in options) <= _FEW_HALVES
    return Kind.ONE if few and not in_table else Kind.LIST


def options_of(row: FieldRow) -> tuple[str, ...]:
    """The labels of what may be chosen; empty for what is written."""
    spec = spec_of(row)
    return _YES_OR_NO if spec.type is ValueType.BOOLEAN else tuple(label for _, label in spec.options)


def input_of(row: FieldRow, value: Any, entry: int | None = None, needed: bool = True) -> Input:
    """The input for `row`, of line `entry` where its group repeats, with `value` in it (None: nothing).

    `needed`: whether the line has to be filled at all.
    """
    spec, kind = spec_of(row), kind_of(row, entry is not None)
    how = prompt(row)
    where = f"第 {entry} 条 {row.label}" if entry else row.label
    return Input(
        name=field_name(row.id, entry),
        kind=kind,
        said=f"{where}：{how}" if how else where,
        required=needed and must_be_filled(row),
        options=options_of(row) if kind is not Kind.TEXT else (),
        most=spec.longest if spec.type in TEXTS and spec.value_format is None else None,
        halves=_widest(spec),
        texts=_texts(value, spec, kind),
    )


def _texts(value: Any, spec: ValueSpec, kind: Kind) -> tuple[str, ...]:
    if value is None:
        return ()
    if kind is Kind.SEVERAL:
        return tuple(spec.codes.get(code, code) for code in value)
    return (written(tuple(value) if isinstance(value, list) else value, spec),)


def _widest(spec: ValueSpec) -> int:
    if spec.type in TEXTS:
        if spec.value_format is not None:
            return min(spec.longest or _CODE_HALVES, 2 * _CODE_HALVES)
        return 2 * spec.longest if spec.longest and spec.type is not ValueType.LONG_TEXT else _ENDLESS
    return _HALVES.get(spec.type, _ENDLESS)
