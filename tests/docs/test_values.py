"""The reference of values names every type, format, fault and keyword, and no other."""

import re
from pathlib import Path

from composer.values import FaultCode, ValueType, format_ids, json_schema, value_format
from tests.values.random_values import SPECS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/values.md").read_text(encoding="utf-8")
TYPES, FORMATS, FAULTS, SCHEMA = (re.split(r"^## ", PAGE, flags=re.M)[index] for index in (1, 2, 3, 4))


def test_every_type_has_a_row() -> None:
    assert re.findall(r"^\| (\S+) \|", TYPES, re.M)[1:] == [one.value for one in ValueType]


def test_every_format_has_a_row_with_its_name() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\S+)", FORMATS, re.M)
    assert sorted(rows) == [(id, value_format(id).name) for id in format_ids()]


def test_every_fault_has_a_row() -> None:
    rows = re.findall(r"^\| (`.+?) \|", FAULTS, re.M)
    assert sorted(code for row in rows for code in re.findall(r"`([a-z-]+)`", row)) == sorted(FaultCode)


def test_every_keyword_of_our_own_is_explained() -> None:
    schemas = [json_schema(spec) for spec in SPECS]
    ours = {key for schema in schemas for key in schema if key.startswith("x-")}
    ours |= {schema["x-format"] for schema in schemas if "x-format" in schema}
    assert {key for key in ours if f"`{key}`" not in SCHEMA} == set()


def test_the_index_leads_to_the_page() -> None:
    assert "(docs/reference/values.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
