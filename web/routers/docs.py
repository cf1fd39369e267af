"""The API's description for people, read by Swagger UI from this host."""

from fastapi import APIRouter, Request, Response

from web.cache import Made
from web.deps import ServiceDep
from web.responses import HTML, respond

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def docs(request: Request, service: ServiceDep) -> Response:
    """Swagger UI over /openapi.json."""
    made = await service.cache.get(("docs",), lambda: Made(service.render("pages/docs.html"), HTML))
    return respond(request, made)
