"""The parameters of the API as /openapi.json describes them: each with what it means and an example.

Answers and what is supposed are read from the query string as it stands (web.answers, web.supposed), because their
names are those of questions and policies; so they are described here, and not found by FastAPI.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import Depends, Path, Request

from web.deps import service_of
from web.service import Asked

ThemeIdPath = Annotated[str, Path(description="主题的编号", examples=["open-restaurant"], max_length=64)]

WhatPath = Annotated[
    str, Path(description="事项、材料、字段、问题或改革举措的编号或名称", examples=["business-licence"], max_length=200)
]


async def _asked(theme_id: ThemeIdPath, request: Request) -> Asked:
    return (await service_of(request)).asked(theme_id, request.scope["query_string"])


ApiAskedDep = Annotated[Asked, Depends(_asked)]
"""The theme in the path with the answers in the query string, as `web.deps.AskedDep`, with the path described."""


_WORDS: Final[Mapping[str, Any]] = {"type": "array", "items": {"type": "string"}}


def _query(name: str, description: str, schema: Mapping[str, Any], example: Any) -> dict[str, Any]:
    """A parameter of the query string; a list is repeated, an object gives a parameter for each of its keys."""
    many = {"style": "form", "explode": True} if schema["type"] in ("array", "object") else {}
    return {"name": name, "in": "query", "description": description, **many, "schema": schema, "example": example}


ANSWERS: Final = _query(
    "answers",
    "回答：每个问题一个参数，如 `principal-type=company`；多选题重复写；没有写的问题按最常见的情形。",
    {"type": "object", "additionalProperties": _WORDS},
    {"principal-type": ["company"]},
)

START: Final = _query(
    "start",
    "哪一天提交申请，如 `2026-12-01`；写了，`timeline` 里就有日期，也决定哪些改革举措已经施行；空的等于没有写。",
    {"type": "string", "anyOf": [{"format": "date"}, {"maxLength": 0}]},
    "2026-12-01",
)

POLICY: Final = _query(
    "policy",
    "改革举措：写编号或名称是采用，前面加减号是不采用，如 `-joint-acceptance`；可以重复写。",
    _WORDS,
    ["-joint-acceptance"],
)

TERMS: Final = [ANSWERS, START, POLICY]
"""The case that is asked about."""


def _each(prefix: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "patternProperties": {f"^{prefix}\\..+$": values}, "additionalProperties": False}


SUPPOSED: Final = [
    _query("if.have", "如果手上已有这份材料：编号或名称，可以重复写。", _WORDS, ["business-licence"]),
    _query("if.without", "如果不办这个事项：编号或名称，可以重复写。", _WORDS, ["drainage-permit"]),
    _query(
        "if.answer",
        "如果这样回答：每个问题一个参数，如 `if.answer.principal-type=company`；多选题重复写。",
        _each(r"if\.answer", _WORDS),
        {"if.answer.principal-type": ["company"]},
    ),
    _query(
        "if.policy",
        "如果采用（`on`）或不采用（`off`）这项改革举措，如 `if.policy.joint-acceptance=off`。",
        _each(r"if\.policy", {"type": "string", "enum": ["on", "off"]}),
        {"if.policy.joint-acceptance": "off"},
    ),
]
"""What is supposed of it."""
