"""JSON for programs: themes, their questions, packages."""

import json
from typing import Any

from fastapi import APIRouter, Request, Response

from composer.exchange.json import package_to_json
from composer.model.package import ThemePackage
from composer.model.theme import Theme
from web.cache import Made
from web.deps import ServiceDep
from web.responses import respond
from web.routers.api_models import (
    NextOut,
    OptionOut,
    PackageOut,
    ProblemOut,
    QuestionOut,
    ThemeDetailOut,
    ThemeListOut,
    ThemeOut,
)
from web.routers.api_parameters import TERMS, ApiAskedDep, ThemeIdPath
from web.service import Service

router = APIRouter(prefix="/api", tags=["主题"])


def problem(description: str) -> dict[str, Any]:
    """A refusal as the description of the API shows it."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}
    return {"model": ProblemOut, "description": description, "content": content}


NOT_FOUND = problem("没有这个主题")
BAD_ANSWERS = problem("回答不对：哪个问题、为什么、怎么改")
BAD_ID = problem("编号太长")
BROKEN = problem("主题的内容有缺漏，编不出套餐")
TOO_LONG = problem("地址太长")


@router.get("/themes", summary="主题列表")
async def themes(service: ServiceDep) -> ThemeListOut:
    """所有能办的“一件事”，按编号排列。"""
    listed = sorted(service.library.themes.values(), key=lambda theme: theme.id)
    return ThemeListOut(themes=[_theme(theme, service) for theme in listed])


@router.get(
    "/themes/{theme_id}",
    summary="一个主题和它的问题",
    responses={404: NOT_FOUND, 414: TOO_LONG, 422: BAD_ID},
)
async def theme(theme_id: ThemeIdPath, service: ServiceDep) -> ThemeDetailOut:
    """问题按先后排列；`when` 是提问的条件，没有条件的总是问。"""
    found = service.theme(theme_id)
    return ThemeDetailOut(
        **_theme(found, service).model_dump(), aliases=list(found.aliases), questions=_questions(found, service)
    )


@router.get(
    "/themes/{theme_id}/package",
    summary="按回答编出的套餐",
    response_model=PackageOut,
    responses={404: NOT_FOUND, 414: TOO_LONG, 422: BAD_ANSWERS, 500: BROKEN},
    openapi_extra={"parameters": TERMS},
)
async def package(request: Request, asked: ApiAskedDep, service: ServiceDep) -> Response:
    """办哪些事项、先后顺序、材料从哪里来、一张表单、以前和现在的数字。

    每个问题是一个查询参数，值是选项的编号或文字；多选题重复写。没有回答的按最常见的情形。
    """

    def make(made: ThemePackage) -> Made:
        return Made(package_to_json(made, service.catalogue), "application/json")

    return respond(request, await service.made("api", asked, make))


@router.get(
    "/themes/{theme_id}/next",
    summary="下一个该问的问题",
    responses={404: NOT_FOUND, 414: TOO_LONG, 422: BAD_ANSWERS},
    openapi_extra={"parameters": TERMS},
)
def next_question(theme_id: ThemeIdPath, request: Request, service: ServiceDep) -> NextOut:
    """只问还能改变套餐的问题，先问问完之后剩下问题最少的；`question` 为空时不用再问。

    参数是到现在为止的回答；没有写的问题算作还没有回答。`start` 和 `policy` 同“套餐”。
    """
    asking, given = service.asking(theme_id, request.scope["query_string"])
    questions = {one.id: one for one in _questions(service.theme(theme_id), service)}
    left = asking.open(given) if asking else tuple(name for name in questions if name not in given)
    name = asking.next(given) if asking else next(iter(left), None)
    return NextOut(question=questions[name] if name else None, open=list(left))


def _theme(theme: Theme, service: Service) -> ThemeOut:
    return ThemeOut(
        id=theme.id,
        name=theme.name,
        audience=theme.audience,
        stage=theme.stage,
        lead=service.catalogue.departments[theme.lead].name,
        summary=theme.summary,
    )


def _questions(theme: Theme, service: Service) -> list[QuestionOut]:
    listed = []
    for asked in theme.questions:
        question = service.catalogue.questions[asked.question]
        listed.append(
            QuestionOut(
                id=question.id,
                text=question.text,
                help=question.help,
                multiple=question.multiple,
                default=list(asked.ordinary(question)),
                when=json.loads(asked.when.model_dump_json()) if asked.when else None,
                options=[OptionOut(id=one.id, label=one.label, help=one.help) for one in question.options],
            )
        )
    return listed
