"""The one table on pages. What a visitor writes is in the body of requests, never in an address, and kept nowhere.

There is no session and no cookie, so that a request from another site can do nothing in the visitor's name: it changes
nothing, and what it gets is what it sent.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from composer.errors import AnswerError, UsageError
from composer.forms.fill import fill
from composer.forms.raw import RawForm
from composer.situations.answers import resolve_answers
from web.answers import canonical_query
from web.cache import Made
from web.deps import AskedDep, ServiceDep
from web.forms.bodies import fields_of, file_of
from web.forms.files import blank_file, filled_file, form_file_views, original_views
from web.forms.part_views import part_view, step_views
from web.forms.review_views import review_view
from web.forms.start_views import start_view
from web.forms.table import Table, Tables
from web.forms.turns import REVIEW, Turn, groups_on, turn
from web.forms.uploads import laid_beside, read_upload
from web.forms.written import raw_of, read_fields
from web.problems import BadFile, UnknownFormat
from web.question_views import answered_views
from web.responses import HTML, elsewhere, respond, unkept
from web.service import Asked, Service
from web.views import theme_view

router = APIRouter(prefix="/themes/{theme_id}/form", include_in_schema=False)


async def tables_of(request: Request) -> Tables:
    """The tables that the application keeps."""
    tables: Tables = request.app.state.tables
    return tables


TablesDep = Annotated[Tables, Depends(tables_of)]


@router.get("")
async def start(request: Request, asked: AskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """What the table is, how to begin, and how to go on with what was filled before."""
    moved = elsewhere(request, f"/themes/{asked.theme.id}/form", asked.query)

    def make() -> Made:
        return Made(_start(service, tables.of(asked)), HTML)

    return moved or respond(request, await service.cache.get(("form", asked.theme.id, asked.query), make))


@router.get("/blank/{name}")
async def blank(name: str, request: Request, asked: AskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """The table as a file to fill, with nothing in it."""

    def make() -> Made:
        made = blank_file(name, tables.of(asked), service.catalogue)
        if made is None:
            raise UnknownFormat
        return made

    moved = elsewhere(request, f"/themes/{asked.theme.id}/form/blank/{name}", asked.query)
    return moved or respond(request, await service.cache.get((f"blank {name}", asked.theme.id, asked.query), make))


@router.get("/page")
@router.get("/read")
async def begin(request: Request, asked: AskedDep, tables: TablesDep) -> Response:
    """A page of the table that was asked for by its address alone: it is made of what was written, so begin again."""
    return RedirectResponse(tables.of(asked).address(), 303, {"cache-control": "no-store"})


@router.post("/page")
async def page(request: Request, asked: AskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """The page that follows on what a page sent."""
    fields = await fields_of(request)

    def make() -> tuple[bytes, int]:
        table = tables.of(asked)
        shown = turn(table.form, fields, date.today())
        return _page(service, table, shown), 422 if shown.stopped else 200

    body, status = await run_in_threadpool(make)
    return unkept(request, Made(body, HTML), status)


@router.post("/read")
async def read(request: Request, asked: AskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """What a file that was filled elsewhere has for this table."""
    data = await file_of(request)
    if not data:
        body = await run_in_threadpool(lambda: _start(service, tables.of(asked), "请先选一个文件，再点“读入”"))
        return unkept(request, Made(body, HTML), 422)

    def make() -> bytes:
        table = tables.of(asked)
        try:
            raw = read_upload(data)
        except UsageError as error:
            raise BadFile(asked.theme, table.address(), error) from None
        return _read(service, tables, table, raw)

    async with service.reading:
        body = await run_in_threadpool(make)
    return unkept(request, Made(body, HTML))


@router.post("/files/{name}")
async def files(name: str, request: Request, asked: AskedDep, service: ServiceDep, tables: TablesDep) -> Response:
    """A file of what is written; what is wrong is left blank in it."""
    fields = await fields_of(request)

    def make() -> Made:
        table = tables.of(asked)
        filled = fill(table.form, raw_of(table.form, read_fields(table.form, fields)), date.today())
        made = filled_file(name, table, service.catalogue, filled.document)
        if made is None:
            raise UnknownFormat
        return made

    return unkept(request, await run_in_threadpool(make))


def _start(service: Service, table: Table, fault: str = "") -> bytes:
    return _render(
        service, "pages/form_start.html", table, shown=start_view(table.places), blanks=form_file_views(), fault=fault
    )


def _page(service: Service, table: Table, shown: Turn) -> bytes:
    here = {group.id for group in groups_on(table.form, shown.page)}
    hidden = tuple(shown.so_far.fields(leaving_out=here))
    common: dict[str, Any] = {"hidden": hidden, "turn": shown, "steps": step_views(table.form, shown.page)}
    if shown.page != REVIEW:
        part = part_view(table.form, shown, table.fields)
        return _render(service, "pages/form_part.html", table, part=part, **common)
    return _render(
        service,
        "pages/form_review.html",
        table,
        review=review_view(table.package, shown, table.fields),
        files=form_file_views(),
        originals=original_views(table, service.catalogue, shown.filled.document),
        **common,
    )


def _read(service: Service, tables: Tables, table: Table, raw: RawForm) -> bytes:
    """What was read; the answers of the file are offered where they are others than those of the address."""
    today = date.today()
    other = _other(service, tables, table, raw)
    written, shown = laid_beside(table, raw, service.catalogue, today)
    hidden: Iterable[tuple[str, str]] = written.fields()
    if other is not None:
        hidden = [*hidden, *laid_beside(other, raw, service.catalogue, today)[0].fields()]
    return _render(
        service,
        "pages/form_read.html",
        table,
        shown=shown,
        hidden=tuple(dict.fromkeys(hidden)),
        other=other,
        other_answers=_case(service, other.asked) if other else (),
    )


def _other(service: Service, tables: Tables, table: Table, raw: RawForm) -> Table | None:
    """The table that a file was filled for, where it is of this theme and of other answers that can still be."""
    theme = table.asked.theme
    if raw.stamp is None or raw.stamp.theme != theme.id:
        return None
    try:
        answers, _, _ = resolve_answers(theme, service.catalogue, raw.stamp.answers)
    except AnswerError:
        return None
    query = canonical_query(theme, service.catalogue, answers, table.asked.terms)
    asked = Asked(theme, answers, table.asked.terms, query)
    return None if query == table.asked.query else tables.of(asked)


def _render(service: Service, template: str, table: Table, **context: object) -> bytes:
    asked = table.asked
    return service.render(
        template,
        theme=theme_view(asked.theme, service.catalogue),
        query=asked.query,
        table=table,
        case=_case(service, asked),
        **context,
    )


def _case(service: Service, asked: Asked) -> tuple[Any, ...]:
    """The answers that the table is for, in words."""
    return answered_views(asked.theme, service.catalogue, asked.answers, asked.answers)
