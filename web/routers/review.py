"""The review of names: a pair and one key a verdict. Served only where the program was started for it."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qs, quote, unquote

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers

from composer.errors import ContentError, Finding, UsageError
from composer.exchange.content.verdicts import verdicts_text
from composer.materials.review.choices import BY_KEY, CHOICES
from composer.store.desk import Desk, disagreement
from composer.store.reviews import in_force
from web.deps import ServiceDep
from web.responses import HTML
from web.review_views import dispute_views, given_view, given_views, pair_view
from web.service import Service

router = APIRouter(prefix="/materials/review", include_in_schema=False)

COOKIE = "reviewer"
_LONGEST_FORM = 20_000
_YEAR = 365 * 24 * 3600
_INCOMPLETE = Finding("verdict-malformed", "", "没有收到一对材料和一个结论", "请用页面上的按钮")
_NOT_KEPT = {"cache-control": "no-store"}


async def desk_of(request: Request) -> Desk:
    """The desk that the application was made with."""
    desk: Desk = request.app.state.desk
    return desk


DeskDep = Annotated[Desk, Depends(desk_of)]


@router.get("")
async def pair(request: Request, service: ServiceDep, desk: DeskDep) -> Response:
    """The next pair for this reviewer, or who is asked for a name first."""
    return await run_in_threadpool(_pair_page, request, service, desk)


@router.get("/name")
async def rename(request: Request, service: ServiceDep, desk: DeskDep) -> Response:
    """The form for the name, with that which the browser remembers."""
    return await run_in_threadpool(_pair_page, request, service, desk, renaming=True)


@router.post("/name")
async def name(request: Request, service: ServiceDep, desk: DeskDep) -> Response:
    """Remember in the browser who judges."""
    form = await _form(request)
    if not form.get("name", "").strip():
        return await run_in_threadpool(_pair_page, request, service, desk)
    response = RedirectResponse("/materials/review", 303, _NOT_KEPT)
    value = quote(form["name"].strip()[:100])
    response.set_cookie(COOKIE, value, max_age=_YEAR, path="/materials/review", samesite="strict", httponly=True)
    return response


@router.post("")
async def judge(request: Request, service: ServiceDep, desk: DeskDep) -> Response:
    """Keep a verdict and ask the next pair; what contradicts is said and not kept."""
    form = await _form(request)
    choice = BY_KEY.get(form.get("key", ""))
    if choice is None or not {"one", "other"} <= form.keys():
        return await run_in_threadpool(_pair_page, request, service, desk, (_INCOMPLETE,))
    one, other = choice.sides(form["one"], form["other"])

    def keep() -> Response:
        try:
            number = desk.judge(one, choice.said, other, _who(request), form.get("why", "").strip()[:2000])
        except (ContentError, UsageError) as error:
            return _pair_page(request, service, desk, error.findings)
        return RedirectResponse(f"/materials/review?given={number}", 303, _NOT_KEPT)

    return await run_in_threadpool(keep)


@router.post("/undo")
async def undo(request: Request, service: ServiceDep, desk: DeskDep) -> Response:
    """Take a verdict back."""
    form = await _form(request)
    number = form.get("number", "")

    def take() -> Response:
        try:
            desk.undo(int(number) if number.isdecimal() and len(number) < 10 else 0, _who(request))
        except (ContentError, UsageError) as error:
            return _list_page(service, desk, error.findings)
        back = "" if form.get("back") else "/verdicts"
        return RedirectResponse(f"/materials/review{back}", 303, _NOT_KEPT)

    return await run_in_threadpool(take)


@router.get("/verdicts")
async def verdicts(service: ServiceDep, desk: DeskDep) -> Response:
    """Every verdict, with what people disagree on first."""
    return await run_in_threadpool(_list_page, service, desk, ())


@router.get("/verdicts.yaml")
async def export(desk: DeskDep) -> Response:
    """The verdicts in force as a content file."""
    text = await run_in_threadpool(lambda: verdicts_text(in_force(desk.judged().given)))
    disposition = {"content-disposition": 'attachment; filename="verdicts.yaml"'}
    return Response(text, headers=_NOT_KEPT | disposition, media_type="application/yaml; charset=utf-8")


def _pair_page(
    request: Request, service: Service, desk: Desk, findings: tuple[Finding, ...] = (), *, renaming: bool = False
) -> Response:
    who = _who(request)
    found = desk.next(who) if who and not renaming else None
    standing = desk.standing()
    number = request.query_params.get("given", "")
    row = next((one for one in standing.given if str(one.number) == number and one.undone_at is None), None)
    page = service.render(
        "pages/review.html",
        who=who,
        renaming=renaming or not who,
        pair=pair_view(found, standing, desk) if found else None,
        left=len(standing.left),
        names=len(desk.names()),
        done=standing.counting,
        choices=CHOICES,
        given=given_view(row, desk.catalogue) if row else None,
        disputed=bool(row and disagreement(standing, row.verdict.one, row.verdict.other)),
        findings=findings,
    )
    return Response(page, 409 if findings else 200, _NOT_KEPT | {"content-type": HTML})


def _list_page(service: Service, desk: Desk, findings: tuple[Finding, ...]) -> Response:
    standing = desk.standing()
    page = service.render(
        "pages/verdicts.html",
        given=given_views(standing, desk.catalogue),
        disputes=dispute_views(standing, desk.catalogue),
        left=len(standing.left),
        findings=findings,
    )
    return Response(page, 409 if findings else 200, _NOT_KEPT | {"content-type": HTML})


def _who(request: Request) -> str:
    return unquote(request.cookies.get(COOKIE, "")).strip()


def _is_own(headers: Headers) -> bool:
    """Whether a form comes from a page of ours: browsers say so, the older ones by the origin alone.

    The origin is `null` where pages send no referrer, as ours do.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site == "same-origin"
    return origin is None or origin.partition("://")[2] == headers.get("host")


async def _form(request: Request) -> Mapping[str, str]:
    """The fields of a form; refuses those that were not sent from our own page, and those longer than any of ours."""
    if not _is_own(request.headers):
        raise HTTPException(403)
    body = b""
    async for block in request.stream():
        body += block
        if len(body) > _LONGEST_FORM:
            raise HTTPException(413)
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return {key: values[0] for key, values in fields.items()}
