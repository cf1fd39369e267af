"""JSON for programs: the values of the one table, checked, and written into files. Nothing that is sent is kept."""

from datetime import date
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from composer.errors import UsageError
from composer.exchange.filled import json as filled_json
from composer.forms.fill import MISSING, FieldFault, Filled, Leftover, fill
from composer.values import as_json
from web.cache import Made
from web.deps import ServiceDep
from web.forms.bodies import MOST_WRITTEN, read_body
from web.forms.files import archive, form_files, original_files
from web.forms.table import Table
from web.problems import BadFile, BadForm
from web.responses import unkept
from web.routers.api import BROKEN, NOT_FOUND, problem
from web.routers.api_models import CheckOut, FormProblemOut
from web.routers.api_parameters import TERMS, ApiAskedDep
from web.routers.forms import TablesDep
from web.service import Asked

router = APIRouter(prefix="/api/themes/{theme_id}/form", tags=["一张表单"])

SENT = "您发来的内容"
_FAULTS: Final[dict[str, Any]] = {
    "model": FormProblemOut,
    "description": "有的栏目不对或没有填：哪一栏、为什么、怎么改；或者发来的不是 JSON",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/FormProblemOut"}}},
}
_REFUSED: Final[dict[int | str, dict[str, Any]]] = {
    404: NOT_FOUND,
    413: problem("内容超过 1 MB"),
    414: problem("地址太长"),
    422: _FAULTS,
    500: BROKEN,
}
_ARCHIVE: Final = {
    "description": "ZIP",
    "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
}
_DESCRIBED: Final[dict[str, Any]] = {
    "parameters": TERMS,
    "requestBody": {
        "required": True,
        "description": "填好的表，写法同下载的 form.json，结构见它的 JSON Schema：组、项、值；"
        "可填多条的组是列表。不超过 1 MB。",
        "content": {
            "application/json": {
                "schema": {"type": "object", "additionalProperties": True},
                "example": {"contact": {"name": "王敏", "phone": "010-66011234"}},
            }
        },
    },
}


@router.post("/check", summary="核对填好的表", response_model=CheckOut, responses=_REFUSED, openapi_extra=_DESCRIBED)
async def check(request: Request, asked: ApiAskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """每一处不对和没填的，自动得出的值，以及这张表不问的。总是 200，`complete` 说是不是都填好了。"""
    data = await read_body(request, MOST_WRITTEN)

    def make() -> Made:
        filled = _filled(data, asked, tables.of(asked))
        shown = CheckOut(
            complete=not filled.faults,
            faults=[_fault(fault) for fault in filled.faults],
            values=_plain(filled.document),
            unused=[_unused(one) for one in filled.leftovers],
        )
        return Made(shown.model_dump_json().encode(), "application/json")

    return unkept(request, await run_in_threadpool(make))


@router.post(
    "/fill",
    summary="填好的一张表和各部门的原表",
    response_class=Response,
    responses={200: _ARCHIVE, **_REFUSED},
    openapi_extra=_DESCRIBED,
)
async def fill_in(request: Request, asked: ApiAskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """一个 ZIP：一张表的每一种格式，各部门原表的每一种格式。有不对或没填的栏目时不写，回 422。"""
    data = await read_body(request, MOST_WRITTEN)

    def make() -> Made:
        table = tables.of(asked)
        document = _whole(data, asked, table)
        files = form_files(table, service.catalogue, document) | original_files(table, service.catalogue, document)
        return Made(archive(files), "application/zip", f"{asked.theme.name}-全部表格.zip", "all.zip")

    return unkept(request, await run_in_threadpool(make))


@router.post(
    "/split",
    summary="各部门的原表",
    response_class=Response,
    responses={200: _ARCHIVE, **_REFUSED},
    openapi_extra=_DESCRIBED,
)
async def split(request: Request, asked: ApiAskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """一个 ZIP：各部门原表的每一种格式。有不对或没填的栏目时不写，回 422。"""
    data = await read_body(request, MOST_WRITTEN)

    def make() -> Made:
        table = tables.of(asked)
        files = original_files(table, service.catalogue, _whole(data, asked, table))
        return Made(archive(files), "application/zip", f"{asked.theme.name}-各部门的表.zip", "originals.zip")

    return unkept(request, await run_in_threadpool(make))


def _filled(data: bytes, asked: Asked, table: Table) -> Filled:
    try:
        raw = filled_json.read(data, SENT)
    except UsageError as error:
        raise BadFile(asked.theme, "", error) from None
    return fill(table.form, raw, date.today())


def _whole(data: bytes, asked: Asked, table: Table) -> dict[str, Any]:
    """The values, all of them good; raises BadForm."""
    filled = _filled(data, asked, table)
    if filled.faults:
        raise BadForm([_as_error(fault) for fault in filled.faults])
    return filled.document


def _fault(fault: FieldFault) -> dict[str, Any]:
    return {
        "datum": fault.row,
        "label": fault.label,
        "entry": fault.entry,
        "place": fault.place,
        "code": fault.code,
        "message": fault.message,
    }


def _as_error(fault: FieldFault) -> dict[str, Any]:
    missing = fault.code == MISSING
    return {
        "rule": "field-missing" if missing else "field-value",
        "subject": fault.label,
        "reason": fault.message,
        "suggestion": "请补填" if missing else "请改好再来",
        **{key: value for key, value in _fault(fault).items() if key in ("datum", "entry", "place", "code")},
    }


def _unused(leftover: Leftover) -> dict[str, Any]:
    return {"datum": leftover.datum, "entry": leftover.entry, "place": leftover.cell.place}


def _plain(document: dict[str, Any]) -> dict[str, Any]:
    """The values as JSON has them."""

    def line(held: dict[str, Any]) -> dict[str, Any]:
        return {key: as_json(value) for key, value in held.items()}

    return {
        group: [line(one) for one in held] if isinstance(held, list) else line(held) for group, held in document.items()
    }
