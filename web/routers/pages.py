"""Pages: the list of themes, the questions of one, and the guide. Answers stand in the address and nowhere else."""

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from composer.model.package import ThemePackage
from composer.outputs import RENDERERS
from composer.render.guide import guide_view
from composer.render.guide.chart import time_charts
from web.answers import fields_of, policy_fields, written
from web.cache import Made
from web.deps import AskedDep, ServiceDep
from web.question_views import answered_views, question_view, questions_view
from web.responses import HTML, elsewhere, respond
from web.service import Asked, Service
from web.views import answer_fields, audience_views, downloads, switch_views, theme_view
from web.why_views import address

router = APIRouter(include_in_schema=False)

CHART = "svg"
"""The renderer whose drawing stands in the guide page."""


@router.get("/")
async def home(request: Request, service: ServiceDep) -> Response:
    """All themes."""

    def make() -> Made:
        return Made(service.render("pages/home.html", audiences=audience_views(service.library)), HTML)

    return respond(request, await service.cache.get(("home",), make))


@router.get("/themes/{theme_id}")
async def questions(request: Request, asked: AskedDep, service: ServiceDep) -> Response:
    """The questions of a theme, filled with the answers in the address; those that can change nothing stand apart."""
    query = request.scope["query_string"]
    given = service.given(query)

    def make() -> Made:
        asking, named = service.asking(asked.theme.id, query)
        page = service.render(
            "pages/questions.html",
            theme=theme_view(asked.theme, service.catalogue),
            questions=questions_view(asked.theme, service.catalogue, asked.answers, named, asking),
            answered=bool(given),
            query=written(named, asked.terms),
            start=asked.terms.start,
            policies=policy_fields(asked.terms),
        )
        return Made(page, HTML)

    return respond(request, await service.cache.get(("questions", asked.theme.id, str(given)), make))


@router.get("/themes/{theme_id}/next")
async def one_question(request: Request, asked: AskedDep, service: ServiceDep) -> Response:
    """The question to put next after the answers in the address, or that none is left that can change the package."""
    query = request.scope["query_string"]

    def make() -> Made:
        asking, named = service.asking(asked.theme.id, query)
        theme, catalogue = asked.theme, service.catalogue
        left = asking.open(named) if asking else [one.question for one in theme.questions if one.question not in named]
        name = asking.next(named) if asking else next(iter(left), None)
        page = service.render(
            "pages/next.html",
            theme=theme_view(theme, catalogue),
            question=question_view(theme, catalogue, asked.answers, name) if name else None,
            answered=answered_views(theme, catalogue, asked.answers, named),
            left=len(left),
            idle=len([one for one in theme.questions if one.question not in named and one.question not in left]),
            query=written(named, asked.terms),
            fields=fields_of(named, asked.terms),
        )
        return Made(page, HTML)

    return respond(request, await service.cache.get(("next", asked.theme.id, str(service.given(query))), make))


@router.get("/themes/{theme_id}/guide")
async def guide(request: Request, asked: AskedDep, service: ServiceDep) -> Response:
    """The guide for the answers in the address; other ways to write them lead to the canonical one."""
    moved = elsewhere(request, f"/themes/{asked.theme.id}/guide", asked.query)
    return moved or respond(
        request, await service.made("guide", asked, lambda package: _guide(package, asked, service))
    )


def _guide(package: ThemePackage, asked: Asked, service: Service) -> Made:
    chart = RENDERERS[CHART].make(package, service.catalogue).decode() if CHART in RENDERERS else ""
    page = service.render(
        "pages/guide.html",
        theme=theme_view(asked.theme, service.catalogue),
        guide=guide_view(package, service.catalogue),
        chart=Markup(chart[chart.find("<svg") :]),  # without the XML declaration; the renderer has escaped its text
        gantt=time_charts(package, service.catalogue),
        downloads=downloads(asked.theme),
        query=asked.query,
        start=asked.terms.start,
        fields=answer_fields(asked.query),
        switches=switch_views(asked.theme, asked.terms),
        about=address,
    )
    return Made(page, HTML)
