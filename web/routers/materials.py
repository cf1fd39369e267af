"""材料清单规范 of the whole library: a page, files to take away, and the same for programs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from composer.exchange.standard import standard_to_json, standard_to_xlsx
from composer.inventory import MaterialStandard, of_department
from composer.inventory.narrow import departments
from web.cache import Made
from web.deps import ServiceDep
from web.problems import UnknownDepartment, UnknownFormat
from web.responses import HTML, respond
from web.routers.api import problem
from web.service import Service
from web.standard_views import standard_view

router = APIRouter()

Department = Annotated[
    str,
    Query(
        description="只要与这个部门有关的行：部门的编号；空的等于没有写",
        examples=["market-regulation"],
        max_length=64,
    ),
]
_FILES = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", standard_to_xlsx),
    "json": ("application/json", lambda standard, _: standard_to_json(standard)),
}


@router.get("/materials", include_in_schema=False)
async def page(request: Request, service: ServiceDep, department: Department = "") -> Response:
    """The three lists, of all departments or of what concerns one."""

    def make() -> Made:
        standard = _standard(service, department)
        shown = standard_view(standard, service.catalogue)
        html = service.render("pages/materials.html", shown=shown, departments=departments(service.standard))
        return Made(html, HTML)

    return respond(request, await service.cache.get(("materials", department), make))


@router.get("/materials/download/{name}", include_in_schema=False)
async def download(name: str, request: Request, service: ServiceDep, department: Department = "") -> Response:
    """The lists as a file, `xlsx` or `json`."""
    if name not in _FILES:
        raise UnknownFormat
    media_type, write = _FILES[name]

    def make() -> Made:
        standard = _standard(service, department)
        of = standard.department
        whose, plain = (f"-{of.name}", f"-{of.id}") if of else ("", "")
        content = write(standard, service.catalogue.sources)
        return Made(content, media_type, f"材料清单规范{whose}.{name}", f"materials-standard{plain}.{name}")

    return respond(request, await service.cache.get((f"materials {name}", department), make))


@router.get(
    "/api/materials",
    tags=["材料"],
    summary="材料清单规范：共享复用、供需、该取消或优化的",
    response_model=MaterialStandard,
    responses={404: problem("没有这个部门"), 422: problem("部门的编号太长")},
)
async def materials(request: Request, service: ServiceDep, department: Department = "") -> Response:
    """全部事项的材料要求（`demands`）；三张清单的各行用编号指到它们。"""

    def make() -> Made:
        return Made(standard_to_json(_standard(service, department)), "application/json")

    return respond(request, await service.cache.get(("api-materials", department), make))


def _standard(service: Service, department: str) -> MaterialStandard:
    """The lists, narrowed where a department is named; raises UnknownDepartment."""
    if not department:
        return service.standard
    named = next((one for one in departments(service.standard) if one.id == department), None)
    if named is None:
        raise UnknownDepartment
    return of_department(service.standard, named)
