"""Pages that answer why: all that can be asked about, one thing, and what would be otherwise."""

from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response

from composer.why import explain
from web.cache import Made
from web.deps import AskedDep, ServiceDep
from web.responses import HTML, elsewhere, respond
from web.service import Asked, Service
from web.suppose_views import at_hand, left_out, other_answers, switches
from web.supposed import compared, scene_of, suppose, supposed, thing_of
from web.views import theme_view
from web.why_views import (
    address,
    difference_groups,
    documents,
    figures,
    listed,
    step_view,
    steps,
)

router = APIRouter(include_in_schema=False)


@router.get("/themes/{theme_id}/why")
async def why_list(request: Request, asked: AskedDep, service: ServiceDep) -> Response:
    """Everything that the theme may use, each with why it is in the package or not."""

    def make() -> Made:
        inside, outside = listed(scene_of(asked, service))
        page = service.render("pages/why_list.html", inside=inside, outside=outside, **_frame(asked, service))
        return Made(page, HTML)

    moved = elsewhere(request, f"/themes/{asked.theme.id}/why", asked.query)
    return moved or respond(request, await service.cache.get(("why-list", asked.theme.id, asked.query), make))


@router.get("/themes/{theme_id}/why/{what}")
async def why(what: str, request: Request, asked: AskedDep, service: ServiceDep) -> Response:
    """Why one thing, by id or by name, is in the package for the answers in the address, or why it is not."""
    moved = elsewhere(request, address(asked.theme.id, what, ""), asked.query)
    if moved:
        return moved

    def make() -> Made:
        explanation = explain(thing_of(what, asked, service.catalogue), scene_of(asked, service))
        page = service.render(
            "pages/why.html",
            explanation=explanation,
            chains=[
                ([step_view(step, service.catalogue) for step in use.chain], use.supply) for use in explanation.uses
            ],
            law=explanation.law and step_view(explanation.law, service.catalogue),
            **_frame(asked, service),
        )
        return Made(page, HTML)

    return respond(request, await service.cache.get(("why", asked.theme.id, what, asked.query), make))


@router.get("/themes/{theme_id}/what-if")
async def what_if_page(theme_id: str, request: Request, service: ServiceDep) -> Response:
    """The package for the answers in the address beside that for what is supposed there, and a form to suppose more."""
    asked, parts, query = compared(theme_id, request.scope["query_string"], service)

    def make() -> Made:
        found = suppose(asked, parts, service)
        chosen = supposed(parts, asked, service.catalogue)
        scene = scene_of(asked, service)
        page = service.render(
            "pages/what_if.html",
            found=found,
            figures=figures(found),
            steps=steps(found),
            documents=documents(found),
            groups=difference_groups(found),
            at_hand=at_hand(found, scene.case, chosen.have),
            left_out=left_out(found, scene.case, chosen.without),
            other_answers=other_answers(asked, service.catalogue, parts.answers),
            switches=switches(scene, chosen.policies),
            base=parse_qsl(asked.query, keep_blank_values=True),
            **_frame(asked, service),
        )
        return Made(page, HTML)

    moved = elsewhere(request, f"/themes/{asked.theme.id}/what-if", query)
    return moved or respond(request, await service.cache.get(("what-if", asked.theme.id, query), make))


def _frame(asked: Asked, service: Service) -> dict[str, object]:
    """What every one of these pages stands in."""
    return {"theme": theme_view(asked.theme, service.catalogue), "query": asked.query, "about": address}
