"""The schemas of content files for editors: in step with the models, and true of what ships."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from composer.exchange.content.schemas import content_schemas, write_schemas
from composer.exchange.content.yamltree import read_yaml

THEMES = Path(__file__).parents[2] / "themes"
FILES = {
    "item.json": "catalogue/items/*.yaml",
    "form.json": "catalogue/forms/*.yaml",
    "theme.json": "*/theme.yaml",
    "policy.json": "*/policies/*.yaml",
    "case.json": "*/cases/*.yaml",
    "sources.json": "catalogue/sources.yaml",
    "departments.json": "catalogue/departments.yaml",
    "holders.json": "catalogue/holders.yaml",
    "clean-ups.json": "catalogue/clean-ups.yaml",
    "materials.json": "catalogue/materials/*.yaml",
    "questions.json": "catalogue/questions/*.yaml",
    "elements.json": "catalogue/elements/*.yaml",
}
STATED = {"text": "不收费", "source": "G", "certain": True}
ITEM: dict[str, Any] = {
    "id": "an-item",
    "name": "事项",
    "department": "office",
    "type": "行政许可",
    "requires": [{"material": "identity-card", "name": "身份证", "source": "G", "certain": True}],
    "results": [{"material": "licence", "name": "证照", "type": "证照"}],
    "limits": {"statutory": STATED, "promised": [STATED, {**STATED, "when": {"agent": ["a", "b"]}}]},
    "fee": STATED,
    "trips": STATED,
}


def plain(node: Any) -> Any:
    """Data without the places that the reader adds."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items() if key != "at"}
    return [plain(one) for one in node] if isinstance(node, list) else node


def is_valid(name: str, data: Any) -> bool:
    return Draft202012Validator(content_schemas()[name]).is_valid(data)


def with_when(condition: Any) -> dict[str, Any]:
    return {**ITEM, "fee": {**STATED, "when": condition}}


@pytest.mark.parametrize("name", content_schemas())
def test_committed_schemas_are_in_step_with_the_models(name: str) -> None:
    assert json.loads((THEMES / "schema" / name).read_text(encoding="utf-8")) == content_schemas()[name]


def test_every_schema_is_committed_and_no_other(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schema")
    committed = {path.name: path.read_bytes() for path in (THEMES / "schema").iterdir()}
    assert {path.name: path.read_bytes() for path in written} == committed


@pytest.mark.parametrize("name", FILES)
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(content_schemas()[name])


@pytest.mark.parametrize(("name", "pattern"), FILES.items())
def test_every_shipped_file_is_valid(name: str, pattern: str) -> None:
    paths = sorted(THEMES.glob(pattern))
    assert paths
    validator = Draft202012Validator(content_schemas()[name])
    found = [f"{path}: {error.message}" for path in paths for error in validator.iter_errors(
        plain(read_yaml(path, path.name).data)
    )]  # fmt: skip
    assert found == []


def test_no_schema_knows_what_authors_never_write() -> None:
    for schema in content_schemas().values():
        text = json.dumps(schema)
        assert '"at":' not in text
        assert '"op":' not in text
        assert '"guide":' not in text


def test_one_statement_or_several_may_stand() -> None:
    assert is_valid("item.json", ITEM)
    assert not is_valid("item.json", {**ITEM, "fee": "不收费"})


def test_material_is_short_for_any_of_and_may_be_left_to_the_name() -> None:
    row = {"name": "身份证", "source": "G", "certain": True}
    assert is_valid("item.json", {**ITEM, "requires": [{**row, "any_of": ["a", "b@c"]}]})
    assert is_valid("item.json", {**ITEM, "requires": [row]})
    assert not is_valid("item.json", {**ITEM, "requires": [{**row, "material": "a", "any_of": ["a"]}]})


@pytest.mark.parametrize(
    "condition",
    [
        {"agent": "by-agent"},
        {"agent": ["a", "b"], "other": "c"},
        {"all": [{"a": "b"}, {"not": {"any": [{"c": "d"}]}}]},
    ],
)
def test_conditions_are_written_as_mappings(condition: Any) -> None:
    assert is_valid("item.json", with_when(condition))


@pytest.mark.parametrize("condition", ["by-agent", {}, {"all": []}, {"not": "a"}, {"Agent": "a"}, {"agent": []}])
def test_conditions_that_cannot_be_are_refused(condition: Any) -> None:
    assert not is_valid("item.json", with_when(condition))


def test_words_may_stand_for_rows_in_the_lists_of_a_theme() -> None:
    schema = content_schemas()["theme.json"]
    rows = {"questions": "question", "items": "item", "wants": "material"}
    for key, word in rows.items():
        part = {"$defs": schema["$defs"], **schema["properties"][key]}
        assert Draft202012Validator(part).is_valid(["some-id", {word: "some-id", "when": {"a": "b"}}])
        assert not Draft202012Validator(part).is_valid([{"other": "some-id"}])


def test_unknown_keys_are_refused() -> None:
    assert not is_valid("item.json", {**ITEM, "departement": "office"})
    assert not is_valid("elements.json", {"element": []})
