"""One value: how it is written, tidied, checked, read, and told to other programs.

`read` takes what a cell or a field gives and gives a `Reading`, `check` says what is wrong with a value, `json_schema`
says it to programs, `written` shows a value to people. All are pure; the day of today is given where it matters.
"""

from composer.model.value import ValueType
from composer.values.checking import check
from composer.values.faults import Fault, FaultCode
from composer.values.formats import ValueFormat, format_ids, value_format
from composer.values.reading import Raw, Reading, read
from composer.values.schema import as_json, json_schema
from composer.values.types import Value, ValueSpec
from composer.values.writing import written

__all__ = [
    "Fault",
    "FaultCode",
    "Raw",
    "Reading",
    "Value",
    "ValueFormat",
    "ValueSpec",
    "ValueType",
    "as_json",
    "check",
    "format_ids",
    "json_schema",
    "read",
    "value_format",
    "written",
]
