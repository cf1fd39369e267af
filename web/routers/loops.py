"""Items of the whole catalogue that can only wait for one another: a page, and the same for programs."""

import json

from fastapi import APIRouter, Request, Response

from composer.why import loops as loops_of
from web.cache import Made
from web.deps import ServiceDep
from web.loop_views import loop_view
from web.responses import HTML, respond
from web.routers.api_models import LoopsOut

router = APIRouter()


@router.get("/loops", include_in_schema=False)
async def page(request: Request, service: ServiceDep) -> Response:
    """Every loop with its demands, and the fewest of them that would have to be waived."""

    def make() -> Made:
        found = [loop_view(loop, service.library) for loop in loops_of(service.catalogue)]
        return Made(service.render("pages/loops.html", loops=found, items=len(service.catalogue.items)), HTML)

    return respond(request, await service.cache.get(("loops",), make))


@router.get("/api/loops", tags=["为什么"], summary="整个目录里互为前置的事项", response_model=LoopsOut)
async def loops(request: Request, service: ServiceDep) -> Response:
    """每一处互为前置：哪些事项互相等着，每条要求和它的依据，免去哪几条就能解开。没有互为前置时 `loops` 是空的。"""

    def make() -> Made:
        found = [loop.model_dump(mode="json") for loop in loops_of(service.catalogue)]
        data = {"items": len(service.catalogue.items), "loops": found}
        return Made((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(), "application/json")

    return respond(request, await service.cache.get(("api-loops",), make))
