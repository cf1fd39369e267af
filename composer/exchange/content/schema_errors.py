"""Turns validation errors into findings a content author can act on: place, what is wrong, the way out."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from composer.errors import Finding, Place
from composer.nearest import nearest
from composer.wording import shortened

FORMAT_PAGE = "docs/reference/content-format.md"

MESSAGES = {
    "missing": ("缺少 {key}", "请补上 {key}"),
    "string-type": ("{key} 应当是文字，现在是{input}", "{as_text}"),
    "string-too-short": ("{key} 是空的", "请填写，或删去这一项"),
    "string-too-long": ("{key} 太长（上限 {max_length} 个字）", "请缩短"),
    "int-type": ("{key} 应当是整数，现在是{input}", "请改成整数"),
    "int-parsing": ("{key} 应当是整数，现在是{input}", "请改成整数"),
    "int-from-float": ("{key} 应当是整数，现在是{input}", "请改成整数"),
    "float-type": ("{key} 应当是数，现在是{input}", "请改成数"),
    "float-parsing": ("{key} 应当是数，现在是{input}", "请改成数"),
    "bool-type": ("{key} 应当是 true 或 false，现在是{input}", "请改成 true 或 false"),
    "bool-parsing": ("{key} 应当是 true 或 false，现在是{input}", "请改成 true 或 false"),
    "enum": ("{key} 的值{input}不在可选范围内", "{choices}"),
    "literal-error": ("{key} 的值{input}不在可选范围内", "{choices}"),
    "tuple-type": ("{key} 应当是列表，现在是{input}", "{shape}"),
    "dict-type": ("{key} 应当是一组键和值，现在是{input}", "请写成 {{键: 值}}，或检查缩进和冒号"),
    "model-type": ("{key} 应当是一组键和值，现在是{input}", "请写成 {{键: 值}}，或检查缩进和冒号"),
    "model-attributes-type": ("{key} 应当是一组键和值，现在是{input}", "请写成 {{键: 值}}，或检查缩进和冒号"),
    "too-short": ("{key} 至少要有 {min_length} 项", "请补上，或删去这个键"),
    "union-tag-not-found": ("{key} 不是条件，现在是{input}", "条件写成 {{问题: 选项}}，或用 all、any、not"),
    "union-tag-invalid": ("{key} 不是条件", "条件写成 {{问题: 选项}}，或用 all、any、not；op 不能作键"),
    "greater-than-equal": ("{key} 现在是{input}，不能小于 {ge}", "请改成 {ge} 或更大"),
    "less-than-equal": ("{key} 现在是{input}，不能大于 {le}", "请改成 {le} 或更小"),
    "string-pattern-mismatch": ("{key} 的值{input}格式不对", "{format}"),
    "extra-forbidden": ("不认识的键 {key}", "{nearest_key}"),
    "value-error": ("{error}", "请改正"),
    "list-type": ("{key} 应当是列表，现在是{input}", "请每行以短横开头"),
}
"""Reason and suggestion by the second half of a rule id: `missing` is `schema-missing`."""

_OTHER = ("{key} 的值{input}不合要求（{message}）", "请对照 " + FORMAT_PAGE)

_FORMATS = (
    ("@", "材料写成 种类 或 种类@持有人，如 identity-card@legal-representative"),
    (r"\.", "数据元写成 对象.特性，如 enterprise.name"),
    ("ABCG", "可选：A、B、C、G"),
    ("一", "来源编号只用字母、数字、汉字和短横"),
    ("", "编号只用小写字母、数字和短横，如 food-business-licence"),
)


_WRITTEN = {"any_of": "material"}
"""What authors write where the model has another name."""

_SPACES = re.compile("(?<=[项容件]) | (?=[，。；）])| $")
"""Spaces that a Chinese neighbour makes needless."""


def findings_of(error: ValidationError, data: Any, model: type[BaseModel], at: Place) -> Iterator[Finding]:
    """One finding for each thing that `model` refuses in `data`, which was written at `at`."""
    subject = _shortened(data["id"]) if isinstance(data, dict) and isinstance(data.get("id"), str) else ""
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_is_inside(other["loc"], detail["loc"]) for other in details):
            continue  # short only of what is wrong itself
        place, key, parent = _locate(detail["loc"], data, at)
        kind = detail["type"].replace("_", "-")
        if kind == "extra-forbidden" and isinstance(parent, dict):
            place = parent["at"].of_key(str(detail["loc"][-1])) if isinstance(parent.get("at"), Place) else place
        words = {
            **detail.get("ctx", {}),
            "key": _shortened(key),
            "input": _shown(detail["input"]),
            "as_text": _as_text(detail["input"]),
            "choices": _choices(detail["input"], _values_at(model, detail["loc"])),
            "format": next(way for mark, way in _FORMATS if mark in str(detail.get("ctx", {}).get("pattern", ""))),
            "nearest_key": _nearest_key(key, parent, _models_at(model, detail["loc"][:-1])),
            "shape": _shape(_models_at(model, detail["loc"])),
            "message": detail["msg"],
        }
        reason, suggestion = (_SPACES.sub("", part.format(**words)) for part in MESSAGES.get(kind, _OTHER))
        yield Finding(f"schema-{kind}", subject, reason, suggestion, place)


def _is_inside(loc: tuple[int | str, ...], outer: tuple[int | str, ...]) -> bool:
    return len(loc) > len(outer) and loc[: len(outer)] == outer


def _locate(loc: tuple[int | str, ...], data: Any, at: Place) -> tuple[Place, str, Any]:
    """Follow `loc` into the written data, passing over steps that the data does not have (union tags).

    Gives the place, how to call what stands there, and the mapping or list that it stands in.
    """
    place, key, parent = at, "内容", data
    for step in loc:
        if isinstance(data, dict) and step not in data and _WRITTEN.get(str(step)) in data:
            step = _WRITTEN[str(step)]
        inside = data["at"] if isinstance(data, dict) and "at" in data else getattr(data, "at", place)
        if isinstance(data, dict) and step in data:
            parent, data, key = data, data[step], str(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            parent, data, key = data, data[step], f"{key} 第 {step + 1} 项"
        elif isinstance(data, dict) and isinstance(step, str) and step == loc[-1]:
            return inside, "条件" if step == "parts" else step, data
        else:
            continue
        place = inside.of(str(step))
    return place, key, parent


def _shape(models: Iterable[type[BaseModel]]) -> str:
    """How to write a list: of words, or of mappings with the keys that they need."""
    for model in models:
        keys = "，".join(f"{name}: …" for name, info in model.model_fields.items() if info.is_required())
        return f"请每行一项、以短横开头，每项写成 {{{keys}}}"
    return "请写成 [ … ]，或每行一项、以短横开头"


def _nearest_key(key: str, parent: Any, models: Iterable[type[BaseModel]]) -> str:
    if key == "material" and isinstance(parent, dict) and "any_of" in parent:
        return "material 和 any_of 只能写一个，请删去一个"
    known = {name for model in models for name in model.model_fields} - {"at", "op", "guide", "policies"}
    known -= set(parent if isinstance(parent, dict) else ())
    near = nearest(key, known)
    if near:
        return f"是不是 {near}"
    return "请删去；这里还可以写 " + "、".join(sorted(known)) if known else "请删去"


def _choices(value: Any, values: list[str]) -> str:
    near = nearest(str(value), values)
    return (f"是不是 {near}；" if near else "") + "可选：" + "、".join(values)


def _models_at(model: type[BaseModel], loc: Iterable[int | str]) -> list[type[BaseModel]]:
    """The models that may stand at `loc` below `model`."""
    models = [model]
    for annotation in _annotations(model, loc):
        models = [one for one in _parts(annotation) if isinstance(one, type) and issubclass(one, BaseModel)]
    return models


def _values_at(model: type[BaseModel], loc: Iterable[int | str]) -> list[str]:
    """The values that a field of a closed list may have."""
    values: list[str] = []
    for annotation in _annotations(model, loc):
        values = []
        for part in _parts(annotation):
            if isinstance(part, type) and issubclass(part, Enum):
                values += [str(one.value) for one in part]
            elif get_origin(part) is Literal:
                values += [str(one) for one in get_args(part)]
    return values


def _annotations(model: type[BaseModel], loc: Iterable[int | str]) -> Iterator[Any]:
    """Annotation of each field on the way along `loc`."""
    models: list[type[BaseModel]] = [model]
    for step in loc:
        found = next(
            (one.model_fields[step] for one in models if isinstance(step, str) and step in one.model_fields), None
        )
        if found is not None:
            yield found.annotation
            models = [
                part for part in _parts(found.annotation) if isinstance(part, type) and issubclass(part, BaseModel)
            ]


def _parts(annotation: Any) -> Iterator[Any]:
    """`annotation` and everything that it is made of."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for argument in getattr(annotation, "__args__", ()):
            yield from _parts(argument)


def _as_text(value: Any) -> str:
    if isinstance(value, dict | list):
        return "请检查缩进、括号和冒号；文字里有冒号时请加引号"
    return "请填写，或删去这个键" if value is None else f"请加上引号，写成 '{_shortened(value)}'"


def _shown(value: Any) -> str:
    """The value after a word of a message: set off by a space, or named by its kind."""
    if isinstance(value, dict):
        return "一组键和值"
    if isinstance(value, list | tuple):
        return "列表"
    if value is None:
        return "空"
    said = str(value).lower() if isinstance(value, bool) else _shortened(value)
    return f" {said} " if said else "空"


def _shortened(value: Any) -> str:
    return shortened(" ".join(str(value).split()))
