"""Turns validation errors into findings a content author can act on: place, what is wrong, the way out."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from composer.errors import Finding, Place

_MESSAGES = {
    "missing": ("缺少 {key}", "请补上 {key}"),
    "string_type": ("{key} 应当是文字，现在是 {input}", "请加上引号，或检查缩进"),
    "string_too_short": ("{key} 是空的", "请填写，或删去这一项"),
    "string_too_long": ("{key} 太长（上限 {max_length} 个字）", "请缩短"),
    "int_type": ("{key} 应当是整数，现在是 {input}", "请改成整数"),
    "int_parsing": ("{key} 应当是整数，现在是 {input}", "请改成整数"),
    "int_from_float": ("{key} 应当是整数，现在是 {input}", "请改成整数"),
    "bool_type": ("{key} 应当是 true 或 false，现在是 {input}", "请改成 true 或 false"),
    "bool_parsing": ("{key} 应当是 true 或 false，现在是 {input}", "请改成 true 或 false"),
    "enum": ("{key} 的值 {input} 不在可选范围内", "可选：{expected}"),
    "literal_error": ("{key} 的值 {input} 不在可选范围内", "可选：{expected}"),
    "tuple_type": ("{key} 应当是列表，现在是 {input}", "请写成 [ … ] 或每行一个短横"),
    "too_short": ("{key} 至少要有 {min_length} 项", "请补上"),
    "model_type": ("{key} 应当是一组键和值，现在是 {input}", "请检查缩进和冒号"),
    "model_attributes_type": ("{key} 应当是一组键和值，现在是 {input}", "请检查缩进和冒号"),
    "union_tag_not_found": ("{key} 不是条件，现在是 {input}", "条件写成 {{问题: 选项}}，或用 all、any、not"),
    "greater_than_equal": ("{key} 不能小于 {ge}", "请改大"),
    "less_than_equal": ("{key} 不能大于 {le}", "请改小"),
}


def findings_of(error: ValidationError, data: Any, model: type[BaseModel], at: Place) -> Iterator[Finding]:
    """One finding for each thing that `model` refuses in `data`, which was written at `at`."""
    subject = str(data.get("id") or "") if isinstance(data, dict) else ""
    for detail in error.errors(include_url=False):
        place, key, parent = _locate(detail["loc"], data, at)
        if detail["type"] == "extra_forbidden":
            reason, suggestion = f"不认识的键 {key}", _nearest_key(key, parent, model)
        elif detail["type"] == "string_pattern_mismatch":
            reason = f"{key} 的值 {_shown(detail['input'])} 格式不对"
            suggestion = "编号只用小写字母、数字和短横，如 food-business-licence"
        elif detail["type"] == "value_error":
            reason, suggestion = str(detail["ctx"]["error"]), "请改正"
        else:
            words = {"key": key, "input": _shown(detail["input"]), **detail.get("ctx", {})}
            reason, suggestion = (part.format(**words) for part in _MESSAGES.get(detail["type"], _OTHER(detail)))
        yield Finding(f"schema-{detail['type'].replace('_', '-')}", subject, reason, suggestion, place)


def _OTHER(detail: Any) -> tuple[str, str]:
    message = str(detail["msg"]).replace("{", "{{").replace("}", "}}")
    return ("{key} 的值 {input} 不合要求（" + message + "）", "请对照 docs/reference/content-format.md")


def _locate(loc: tuple[int | str, ...], data: Any, at: Place) -> tuple[Place, str, Any]:
    """Follow `loc` into the written data, passing over steps that the data does not have (union tags)."""
    place, key, parent = at, "内容", data
    for step in loc:
        parent_here = data
        if isinstance(data, dict) and step in data:
            data, place, key = data[step], place.of(str(step)), str(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data, key = data[step], f"{key} 第 {step + 1} 项"
        elif isinstance(step, str) and step == loc[-1]:
            return place, step, data
        else:
            continue
        parent = parent_here
        if isinstance(data, dict) and isinstance(data.get("at"), Place):
            place = data["at"]
    return place, key, parent


def _nearest_key(key: str, parent: Any, model: type[BaseModel]) -> str:
    known = sorted(set(_all_fields(model)) - set(parent if isinstance(parent, dict) else ()))
    near = process.extractOne(key, known, score_cutoff=60)
    return f"是不是 {near[0]}" if near else "请删去，或对照 docs/reference/content-format.md"


def _all_fields(model: type[BaseModel], seen: set[type] | None = None) -> Iterator[str]:
    seen = seen if seen is not None else set()
    if model in seen:
        return
    seen.add(model)
    for name, info in model.model_fields.items():
        if name != "at":
            yield name
            for part in _models_in(info.annotation):
                yield from _all_fields(part, seen)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "一组键和值"
    if isinstance(value, list | tuple):
        return "列表"
    text = "空" if value is None else str(value)
    return text if len(text) <= 40 else text[:40] + "…"
