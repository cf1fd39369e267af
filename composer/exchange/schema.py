"""The one form as JSON Schema (2020-12), for programs that fill it in: docs/reference/json.md."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from composer.forms.split import Values
from composer.model.form import FieldUse
from composer.model.package import FieldGroup, FieldRow, FieldSource, MergedForm, ThemePackage
from composer.model.theme import Catalogue
from composer.model.value import ValueType
from composer.outputs import FORMATS, Output

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LOCAL_TIME = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$"
_DIGEST_LENGTH = 16


def form_schema(package: ThemePackage, catalogue: Catalogue) -> dict[str, Any]:
    """The schema of a filled form: an object a group of fields, an array of objects where the group repeats.

    Its `$id` is a URN that changes with the schema, because other answers leave other fields.
    """
    form = package.form
    schema: dict[str, Any] = {
        "title": form.name,
        "description": f"{package.theme.name}：一次填写，代替 {len(form.originals)} 张原表",
        "type": "object",
        "properties": {group.id: _group(group, form) for group in form.groups},
        "required": [group.id for group in form.groups if any(_must_be_filled(row) for row in group.rows)],
        "additionalProperties": False,
    }
    digest = hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()[:_DIGEST_LENGTH]
    return {"$schema": DIALECT, "$id": f"urn:onething:form:{package.theme.id}:{digest}", **schema}


def values_of(form: MergedForm, document: Mapping[str, Any]) -> Values:
    """The values of a document that the schema of `form` accepts, by row id, as `composer.forms.split` takes them.

    A row of a repeating group gets one value an entry, None where an entry has none.
    """
    values: dict[str, Any] = {}
    for group in form.groups:
        if group.id not in document:
            continue
        for row in group.rows:
            name = row.element.key
            if group.repeats:
                column = [entry.get(name) for entry in document[group.id]]
                if any(value is not None for value in column):
                    values[row.id] = column
            elif name in document[group.id]:
                values[row.id] = document[group.id][name]
    return values


def _must_be_filled(row: FieldRow) -> bool:
    return row.required and row.source is FieldSource.APPLICANT


def _group(group: FieldGroup, form: MergedForm) -> dict[str, Any]:
    required = [row.element.key for row in group.rows if _must_be_filled(row)]
    entry = {
        "type": "object",
        "properties": {row.element.key: _row(row, form) for row in group.rows},
        "required": required,
        "additionalProperties": False,
    }
    if not group.repeats:
        return {"title": group.name, **entry}
    least = {"minItems": 1} if required else {}
    return {"title": group.name, "type": "array", **least, "maxItems": group.max_rows, "items": entry}


def _row(row: FieldRow, form: MergedForm) -> dict[str, Any]:
    schema: dict[str, Any] = {"title": row.label, **_value(row)}
    if row.element.help:
        schema["description"] = row.element.help
    if row.spec.unit:
        schema["x-unit"] = row.spec.unit
    if row.source is not FieldSource.APPLICANT:
        schema["readOnly"] = True
    schema["x-source"] = row.source.value
    schema["x-uses"] = [_use(use, form) for use in row.uses]
    return schema


def _use(use: FieldUse, form: MergedForm) -> dict[str, Any]:
    """The original place of a row; `section` and `field` count from 0."""
    original = form.originals[use.form]
    return {
        "form": use.form,
        "name": original.name,
        "items": list(form.serves[use.form]),
        "section": use.section,
        "section_name": original.sections[use.section].name,
        "field": use.field,
        "label": use.label,
        "required": use.required,
        "filled_by": use.filled_by.value,
        "certain": original.certain,
    }


def _value(row: FieldRow) -> dict[str, Any]:
    """What one value of the row may be."""
    match row.spec.type:
        case ValueType.DATE:
            return {"type": "string", "format": "date"}
        case ValueType.DATE_TIME:
            return {"type": "string", "pattern": _LOCAL_TIME}
        case ValueType.INTEGER:
            return {"type": "integer"}
        case ValueType.NUMBER:
            return {"type": "number"}
        case ValueType.AMOUNT:
            return {"type": "number", "minimum": 0}
        case ValueType.CHOICE if row.options:
            return {"type": "string", "enum": list(row.options)}
        case ValueType.CHOICES if row.options:
            chosen = {"type": "string", "enum": list(row.options)}
            return {"type": "array", "items": chosen, **_at_least_one(row, "minItems"), "uniqueItems": True}
        case _:
            return {"type": "string", **dict(_text(row))}


def _text(row: FieldRow) -> Iterable[tuple[str, Any]]:
    yield from _at_least_one(row, "minLength").items()
    if row.spec.max_length is not None:
        yield "maxLength", row.spec.max_length
    if len(row.spec.patterns) == 1:
        yield "pattern", row.spec.patterns[0]
    elif row.spec.patterns:
        yield "allOf", [{"pattern": pattern} for pattern in row.spec.patterns]


def _at_least_one(row: FieldRow, keyword: str) -> dict[str, int]:
    return {keyword: 1} if _must_be_filled(row) else {}


def package_to_schema(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """The same as `form_schema`, as UTF-8 text that reads well in a diff."""
    return (json.dumps(form_schema(package, catalogue), ensure_ascii=False, indent=2) + "\n").encode()


FORMATS.register("schema")(
    Output("form.schema.json", "application/schema+json", "一张表单的结构（JSON Schema）", package_to_schema)
)
