"""The one form as JSON Schema (2020-12), for programs that fill it in: docs/reference/json.md."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from composer.forms.raw import stamp_of
from composer.forms.specs import must_be_filled, spec_of
from composer.model.form import FieldUse
from composer.model.package import FieldGroup, FieldRow, FieldSource, MergedForm, ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import FORMATS, Output
from composer.values import json_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DIGEST_LENGTH = 16
STAMP = "$form"
"""Key of a filled form that says what it was made for."""


def form_schema(package: ThemePackage, catalogue: Catalogue) -> dict[str, Any]:
    """The schema of a filled form: an object a group of fields, an array of objects where the group repeats.

    Its `$id` is a URN that changes with the schema, because other answers leave other fields.
    """
    form = package.form
    schema: dict[str, Any] = {
        "title": form.name,
        "description": f"{package.theme.name}：一次填写，代替 {len(form.originals)} 张原表",
        "type": "object",
        "properties": {
            STAMP: {"type": "string", "title": "为哪个主题、哪些回答、哪一版表做的"},
            **{group.id: _group(group, form) for group in form.groups},
        },
        "required": [group.id for group in form.groups if any(must_be_filled(row) for row in group.rows)],
        "additionalProperties": False,
    }
    return {"$schema": DIALECT, "$id": f"urn:onething:form:{package.theme.id}:{_digest(schema)}", **schema}


def version_of(package: ThemePackage, catalogue: Catalogue) -> str:
    """The digest that the `$id` of the schema of `package` ends in: what a filled file was made for."""
    return str(form_schema(package, catalogue)["$id"]).rpartition(":")[2]


def stamp(package: ThemePackage, catalogue: Catalogue) -> str:
    """What a file made of `package` says of itself, in one line."""
    return stamp_of(package, version_of(package, catalogue)).written()


def _digest(schema: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()[:_DIGEST_LENGTH]


def _group(group: FieldGroup, form: MergedForm) -> dict[str, Any]:
    required = [row.element.key for row in group.rows if must_be_filled(row)]
    entry = {
        "type": "object",
        "properties": {row.element.key: _row(row, form) for row in group.rows},
        "required": required,
        "additionalProperties": False,
    }
    if not group.repeats:
        return {"title": group.name, **entry}
    least = max(group.min_rows, 1 if required else 0)
    bounds = {"minItems": least, "maxItems": group.max_rows} if least else {"maxItems": group.max_rows}
    return {"title": group.name, "type": "array", **bounds, "items": entry}


def _row(row: FieldRow, form: MergedForm) -> dict[str, Any]:
    schema: dict[str, Any] = {"title": row.label, **json_schema(spec_of(row))}
    if row.element.help:
        schema["description"] = row.element.help
    codes = {choice.label: choice.code for choice in row.spec.choices if choice.code}
    if codes:
        schema["x-codes"] = codes
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


def package_to_schema(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """The same as `form_schema`, as UTF-8 text that reads well in a diff."""
    return (json.dumps(form_schema(package, catalogue), ensure_ascii=False, indent=2) + "\n").encode()


FORMATS.register("schema")(
    Output("form.schema.json", "application/schema+json", "一张表单的结构（JSON Schema）", package_to_schema)
)
