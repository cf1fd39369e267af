"""JSON Schema 2020-12 of one value. It accepts exactly the values that `check` finds no fault with.

`x-format` and `x-decimals` say what the standard's own words cannot: check digits, days that exist, decimals. A reader
that does not know them accepts a little more and never less. There is no `multipleOf`, for readers that count in binary
find that 0.07 is no multiple of 0.01; `format` names the standard's formats only. Half a character (a lone surrogate),
which no JSON in UTF-8 can hold, is refused by `check` alone: not every reader's regular expressions can name one.
"""

from decimal import Decimal
from typing import Any

from composer.model.value import ValueType
from composer.values.patterns import portable
from composer.values.tidying import BLANK, REPLACED, UNSEEN
from composer.values.types import NUMBERS, TEXTS, ValueSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_YEAR = "(?:1[89]|2[01])[0-9]{2}"
_DAY = f"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_END = rf"(?:{_DAY}|\.\.)"
_BAD = rf"{UNSEEN}{REPLACED}\t\r"
_LINE = portable(f"^(?![{BLANK}])[^{_BAD}\\n]*[^{_BAD}{BLANK}\\n]$")
_LINES = portable(f"^(?![{BLANK}\\n])[^{_BAD}]*[^{_BAD}{BLANK}\\n]$")
_IN_TIME: dict[ValueType, dict[str, Any]] = {
    ValueType.DATE: {"pattern": portable(f"^{_DAY}$"), "format": "date"},
    ValueType.DATE_TIME: {
        "pattern": portable(f"^{_DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]$"),
        "x-format": "local-date-time",
    },
    ValueType.MONTH: {"pattern": portable(f"^{_YEAR}-(?:0[1-9]|1[0-2])$")},
    ValueType.PERIOD: {"pattern": portable(rf"^{_END}\/{_END}$"), "x-format": "period"},
}


def json_schema(spec: ValueSpec) -> dict[str, Any]:
    """The schema of a value of `spec`, without `$schema`, to stand among the `properties` of a form.

    An option is written as its code, which a program keeps when labels change; its label stands beside it as `title`.
    Where code and label are one, a plain `enum` says it, and its readers say better what is wrong.
    """
    if spec.type in TEXTS:
        return _text(spec)
    if spec.type in NUMBERS:
        return _number(spec)
    if spec.type is ValueType.BOOLEAN:
        return {"type": "boolean"}
    if spec.type is ValueType.CHOICE:
        return _choice(spec)
    if spec.type is ValueType.CHOICES:
        longest = {} if spec.longest is None else {"maxItems": spec.longest}
        return {"type": "array", "items": _choice(spec), "uniqueItems": True, "minItems": spec.shortest, **longest}
    return {"type": "string", **_IN_TIME[spec.type]}


def _text(spec: ValueSpec) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": spec.shortest}
    if spec.longest is not None:
        schema["maxLength"] = spec.longest
    first, *rest = spec.searched if spec.value_format else (_LINES if _is_long(spec) else _LINE, *spec.searched)
    schema["pattern"] = first
    if rest:
        schema["allOf"] = [{"pattern": pattern} for pattern in rest]
    own = spec.value_format
    if own and own.id == "email":
        schema["format"] = "email"
    if own and not own.exact:
        schema["x-format"] = own.id
    return schema


def _is_long(spec: ValueSpec) -> bool:
    return spec.type is ValueType.LONG_TEXT


def _number(spec: ValueSpec) -> dict[str, Any]:
    whole = spec.type is ValueType.INTEGER
    schema: dict[str, Any] = {"type": "integer" if whole else "number"}
    schema |= {"minimum": as_json(spec.lower), "maximum": as_json(spec.upper)}
    if not whole:
        schema["x-decimals"] = spec.places
    unit = spec.currency if spec.type is ValueType.AMOUNT else spec.unit
    return {**schema, "x-unit": unit} if unit else schema


def _choice(spec: ValueSpec) -> dict[str, Any]:
    if all(code == label for code, label in spec.options):
        return {"type": "string", "enum": list(spec.codes)}
    return {"type": "string", "oneOf": [{"const": code, "title": label} for code, label in spec.options]}


def as_json(value: object) -> Any:
    """A value as JSON has it: a number that is whole as an integer, a tuple as a list, all else as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
