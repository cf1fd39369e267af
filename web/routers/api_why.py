"""JSON for programs: why a thing is in a package or not, and what would be otherwise."""

import json
from typing import Any

from fastapi import APIRouter, Request, Response

from composer.exchange.json import package_to_dict
from composer.why import explain
from composer.why.data import what_if_to_dict
from composer.why.model import Explanation
from web.cache import Made
from web.deps import ServiceDep
from web.responses import respond
from web.routers.api import BAD_ANSWERS, NOT_FOUND, TOO_LONG
from web.routers.api_models import WhatIfOut
from web.routers.api_parameters import SUPPOSED, TERMS, ApiAskedDep, ThemeIdPath, WhatPath
from web.supposed import compared, scene_of, suppose, thing_of

router = APIRouter(prefix="/api", tags=["为什么"])

JSON = "application/json"


@router.get(
    "/themes/{theme_id}/why/{what}",
    summary="一样东西为什么在套餐里，或者为什么不在",
    response_model=Explanation,
    responses={404: NOT_FOUND, 414: TOO_LONG, 422: BAD_ANSWERS},
    openapi_extra={"parameters": TERMS},
)
async def why(what: WhatPath, request: Request, asked: ApiAskedDep, service: ServiceDep) -> Response:
    """从想要的结果一步步到它；没有选的别的办法；是哪个回答让它在或不在。"""

    def make() -> Made:
        scene = scene_of(asked, service)
        explanation = explain(thing_of(what, asked, service.catalogue), scene)
        return Made(_text(explanation.model_dump(mode="json")), JSON)

    return respond(request, await service.cache.get(("api-why", asked.theme.id, what, asked.query), make))


@router.get(
    "/themes/{theme_id}/what-if",
    summary="两份套餐：现在的，和改动以后的",
    response_model=WhatIfOut,
    responses={404: NOT_FOUND, 414: TOO_LONG, 422: BAD_ANSWERS},
    openapi_extra={"parameters": [*TERMS, *SUPPOSED]},
)
async def what_if(theme_id: ThemeIdPath, request: Request, service: ServiceDep) -> Response:
    """现在的回答同“套餐”；改动写成 `if.have=材料`、`if.without=事项`、`if.answer.问题=选项`、
    `if.policy.举措=on` 或 `off`，都可重复。

    每处不同都写明是哪个改动带来的。
    """
    asked, parts, query = compared(theme_id, request.scope["query_string"], service)

    def make() -> Made:
        found = suppose(asked, parts, service)
        return Made(_text(what_if_to_dict(found, lambda one: package_to_dict(one, service.catalogue))), JSON)

    return respond(request, await service.cache.get(("api-what-if", asked.theme.id, query), make))


def _text(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
