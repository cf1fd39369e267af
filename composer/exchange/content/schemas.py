"""JSON Schemas of the content files, for editors: the models as authors write them, short forms included.

`onething` keeps them in `themes/schema/`; reading content does not need them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter

from composer.cases import ExpectedCase
from composer.exchange.content.elements import DICTIONARIES
from composer.files import write_all
from composer.model.clean_up import CleanUp
from composer.model.form import Form
from composer.model.item import Department, ServiceItem
from composer.model.material import Holder, MaterialKind
from composer.model.policy import Policy
from composer.model.situation import Question
from composer.model.theme import Source, Theme
from composer.model.verdict import Verdict

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64}
_CONDITION_REF = {"$ref": "#/$defs/Condition"}
_CONDITION = {
    "title": "Condition",
    "description": "问题: 选项（或选项的列表，任一即可）；几个键都要成立；all、any、not 可以嵌套",
    "type": "object",
    "minProperties": 1,
    "propertyNames": _ID,
    "properties": {
        "all": {"type": "array", "items": _CONDITION_REF, "minItems": 1},
        "any": {"type": "array", "items": _CONDITION_REF, "minItems": 1},
        "not": _CONDITION_REF,
    },
    "additionalProperties": {"anyOf": [_ID, {"type": "array", "items": _ID, "minItems": 1}]},
}
_TAGGED_CONDITIONS = ("Chosen", "All", "Any_", "Not")
_SHORT_FOR: Final = {
    "Alias": "text",
    "AskedQuestion": "question",
    "Candidate": "item",
    "Code": "label",
    "Demanded": "material",
    "Want": "material",
}
"""Models for which one word may stand in a list, and the key that the word is the value of."""

_NOT_IN_FILE: Final = {"Theme": ("guide", "policies")}
"""Keys that come from elsewhere: the guide and the policies are files of their own."""


def content_schemas() -> Mapping[str, dict[str, Any]]:
    """File name to schema, of every kind of content file."""
    schemas = {
        "item.json": _document(ServiceItem),
        "form.json": _document(Form),
        "theme.json": _document(Theme),
        "policy.json": _union(Policy),
        "case.json": _document(ExpectedCase),
        "sources.json": _list(Source),
        "departments.json": _list(Department),
        "holders.json": _list(Holder),
        "clean-ups.json": _list(CleanUp),
        "materials.json": _list(MaterialKind),
        "questions.json": _list(Question),
        "verdicts.json": _list(Verdict),
        "elements.json": _lists(DICTIONARIES),
    }
    return {name: {"$schema": DIALECT, **schema} for name, schema in schemas.items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into `folder` (made if need be); returns the files. Raises MachineError where it cannot."""
    texts = {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in content_schemas().items()
    }
    return tuple(write_all(folder, {name: text.encode() for name, text in texts.items()}, by=""))


def _document(model: type[BaseModel]) -> dict[str, Any]:
    """Schema of a file that holds one thing."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    return _assembled(_as_written_model(model.__name__, schema), definitions)


def _union(models: Any) -> dict[str, Any]:
    """Schema of a file that holds one thing of several kinds."""
    schema = TypeAdapter(models).json_schema()
    definitions = schema.pop("$defs")
    return _assembled(_as_written(schema), definitions)


def _list(model: type[BaseModel]) -> dict[str, Any]:
    """Schema of a file that is a list of such things."""
    row = _document(model)
    definitions = row.pop("$defs", {})
    schema: dict[str, Any] = {"type": "array", "items": row}
    return {**schema, "$defs": definitions} if definitions else schema


def _lists(models: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """Schema of a file that holds several lists, each under its key."""
    lists = {key: _list(model) for key, model in models.items()}
    definitions: dict[str, Any] = {}
    for schema in lists.values():
        definitions.update(schema.pop("$defs", {}))
    whole: dict[str, Any] = {"type": "object", "properties": lists, "additionalProperties": False}
    return {**whole, "$defs": definitions} if definitions else whole


def _assembled(schema: dict[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """`schema` with its definitions, both as written."""
    written = {
        name: _as_written_model(name, definition)
        for name, definition in sorted(definitions.items())
        if name not in _TAGGED_CONDITIONS
    }
    if any(name in definitions for name in _TAGGED_CONDITIONS):
        written["Condition"] = _CONDITION
    used = _used(schema, written)
    written = {name: one for name, one in written.items() if name in used}
    return {**schema, "$defs": written} if written else schema


def _used(node: Any, definitions: Mapping[str, Any]) -> set[str]:
    """Names of the definitions that `node` refers to, directly or through others."""
    found: set[str] = set()
    todo = [node]
    while todo:
        named = {ref.rpartition("/")[2] for ref in _refs(todo.pop())} - found
        found |= named
        todo += [definitions[name] for name in named]
    return found


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _refs(value)
    elif _is_list(node):
        for value in node:
            yield from _refs(value)


def _as_written_model(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of one model, with its short forms."""
    written: dict[str, Any] = _as_written(schema)
    for key in _NOT_IN_FILE.get(name, ()):
        del written["properties"][key]
    if name == "Requirement":
        return _with_material(written)
    if name == "Field":  # what it leaves out, its label says
        written["required"].remove("element")
    if name in _SHORT_FOR:
        return {"anyOf": [written["properties"][_SHORT_FOR[name]], written]}
    return written


def _with_material(schema: dict[str, Any]) -> dict[str, Any]:
    """`material` is short for `any_of` with one material; without either the name tells which document it is."""
    one = schema["properties"]["any_of"]["items"]
    schema["properties"] = {"material": {**one, "title": "Material"}, **schema["properties"]}
    schema["required"] = [key for key in schema["required"] if key != "any_of"]
    schema["not"] = {"required": ["material", "any_of"]}
    return schema


def _as_written(node: Any) -> Any:
    """The node without what authors never write: tagged conditions, lists where a single statement may stand."""
    if isinstance(node, Mapping):
        if node.get("discriminator", {}).get("propertyName") == "op":
            return _CONDITION_REF
        if node.get("type") == "array" and node.get("items") == {"$ref": "#/$defs/Stated"}:
            several = {"type": "array", "items": node["items"]}
            rest = {key: value for key, value in node.items() if key not in ("type", "items")}
            return {"anyOf": [node["items"], several], **rest}
        return {key: _as_written(value) for key, value in node.items()}
    return [_as_written(one) for one in node] if _is_list(node) else node


def _is_list(node: Any) -> bool:
    return isinstance(node, Iterable) and not isinstance(node, str | Mapping)
