"""Refusals as pages in plain Chinese, or as JSON (RFC 9457) under /api."""

import logging
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import Scope

from composer.errors import Finding
from web.answers import query_of, usable
from web.problems import (
    BadAnswers,
    BadFile,
    BadForm,
    BrokenTheme,
    TooManyAnswers,
    TooMuchWritten,
    UnknownDepartment,
    UnknownFormat,
    UnknownTheme,
    UnknownThing,
    UnreadableRequest,
)
from web.responses import HTML
from web.service import Service
from web.views import ProblemView, audience_views, problem_views

logger = logging.getLogger("onething")

_SAID = {
    403: ("这个请求不是从本站的页面发出的", "请从本站的页面重新提交。"),
    404: ("没有找到这个页面", "地址可能写错了，或者页面已经移走。"),
    405: ("这个地址不接受这种请求", "请从首页重新进入。"),
    413: ("提交的内容太长了", "请缩短理由后重新提交。"),
    414: ("地址太长了", "回答放在地址里，但不会有这么长。请从首页重新进入。"),
    422: ("有的回答不对", "请按下面的提示改一改。"),
    500: ("页面出错了", "这是我们的问题，不是您的。请稍后再试。"),
}


class Refusals:
    """Makes the response for everything that a request can be refused for."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def install(self, app: FastAPI) -> None:
        """Answer the exceptions that routes raise."""
        app.add_exception_handler(HTTPException, self._http)  # type: ignore[arg-type]
        app.add_exception_handler(RequestValidationError, self._invalid)
        app.add_exception_handler(TooManyAnswers, self._too_many)
        app.add_exception_handler(UnknownTheme, self._unknown_theme)
        app.add_exception_handler(UnknownFormat, self._unknown_format)
        app.add_exception_handler(UnknownDepartment, self._unknown_department)
        app.add_exception_handler(UnknownThing, self._unknown_thing)  # type: ignore[arg-type]
        app.add_exception_handler(BadAnswers, self._bad_answers)  # type: ignore[arg-type]
        app.add_exception_handler(BrokenTheme, self._broken_theme)  # type: ignore[arg-type]
        app.add_exception_handler(TooMuchWritten, self._too_much)  # type: ignore[arg-type]
        app.add_exception_handler(UnreadableRequest, self._unreadable)
        app.add_exception_handler(BadFile, self._bad_file)  # type: ignore[arg-type]
        app.add_exception_handler(BadForm, self._bad_form)  # type: ignore[arg-type]

    def plain(self, scope: Scope, status: int) -> Response:
        """The refusal that a status alone explains."""
        return self._refuse(scope, status, *_SAID.get(status, (HTTPStatus(status).phrase, "请从首页重新进入。")))

    async def _http(self, request: Request, error: HTTPException) -> Response:
        response = self.plain(request.scope, error.status_code)
        response.headers.update(error.headers or {})
        return response

    async def _invalid(self, request: Request, _: Exception) -> Response:
        return self.plain(request.scope, 422)

    async def _too_many(self, request: Request, _: Exception) -> Response:
        return self._refuse(request.scope, 422, _SAID[422][0], "一次给出的回答太多了。请从首页重新进入。")

    async def _unknown_theme(self, request: Request, _: Exception) -> Response:
        return self._refuse(request.scope, 404, "没有这件事", "地址里的主题不存在。下面是现在能办的事。", themes=True)

    async def _unknown_format(self, request: Request, _: Exception) -> Response:
        return self._refuse(
            request.scope, 404, "没有这种文件", "地址里的文件格式不存在。请回到指南页，从下载一栏里选。"
        )

    async def _unknown_department(self, request: Request, _: Exception) -> Response:
        detail = "地址里的部门不存在，或者它没有事项。请回到材料清单规范，从部门一栏里选。"
        return self._refuse(request.scope, 404, "没有这个部门", detail, back=("/materials", "看全部部门的"))

    async def _unknown_thing(self, request: Request, error: UnknownThing) -> Response:
        findings = error.error.findings
        return self._refuse(
            request.scope,
            404,
            "没有找到您问的东西",
            f"“{error.theme.name}”里没有这样的事项、材料、栏目或问题，或者这个名字可以指几样。",
            findings=findings,
            problems=[ProblemView(one.subject, one.reason, one.suggestion) for one in findings],
            back=(f"/themes/{error.theme.id}/why", "看看都有什么"),
        )

    async def _bad_answers(self, request: Request, error: BadAnswers) -> Response:
        catalogue = self.service.catalogue
        rest = query_of(usable(error.theme, catalogue, error.given))
        return self._refuse(
            request.scope,
            422,
            _SAID[422][0],
            f"“{error.theme.name}”不认识地址里的一部分回答。其余的回答已经替您留着，改好就能接着办。",
            findings=error.error.findings,
            problems=problem_views(error.error.findings, error.theme, catalogue),
            back=(f"/themes/{error.theme.id}" + (f"?{rest}" if rest else ""), "回去改一改"),
        )

    async def _too_much(self, request: Request, error: TooMuchWritten) -> Response:
        return self._refuse(
            request.scope,
            413,
            "内容太多，一次放不下",
            f"一次最多 {error.most >> 20} MB。请按浏览器的“返回”，刚才填的还在；"
            "内容多的，请下载空表，在自己的设备上填。",
        )

    async def _unreadable(self, request: Request, _: Exception) -> Response:
        return self._refuse(
            request.scope, 422, "没有收到完整的内容", "可能是网络断了。请按浏览器的“返回”，再提交一次。"
        )

    async def _bad_file(self, request: Request, error: BadFile) -> Response:
        findings = error.error.findings
        return self._refuse(
            request.scope,
            422,
            "这个文件读不了",
            "请照下面说的改好，再传一次。原来的文件没有动，也没有保存。",
            findings=findings,
            problems=[ProblemView(one.subject, one.reason, one.suggestion) for one in findings],
            back=(error.back, "回去重选"),
        )

    async def _bad_form(self, request: Request, error: BadForm) -> Response:
        body = {"title": "有的栏目没有填好", "status": 422, "detail": "每一项错在哪里、怎么改，写在 errors 里。"}
        headers = {"cache-control": "no-store"}
        return JSONResponse({**body, "errors": error.faults}, 422, headers, media_type="application/problem+json")

    async def _broken_theme(self, request: Request, error: BrokenTheme) -> Response:
        rules = ", ".join(sorted({finding.rule for finding in error.error.findings}))
        logger.error("theme %s cannot be composed: %s", error.theme.id, rules)
        return self._refuse(
            request.scope,
            500,
            f"“{error.theme.name}”暂时编不出指南",
            "这件事的内容有缺漏，您的回答没有问题。我们已经记下，请稍后再试，或到窗口咨询。",
            back=(f"/themes/{error.theme.id}", "换一种情况看看"),
        )

    def _refuse(
        self, scope: Scope, status: int, title: str, detail: str, *, findings: Iterable[Finding] = (), **shown: Any
    ) -> Response:
        headers = {"cache-control": "no-store"}
        if scope["path"].startswith("/api/"):
            errors = [_as_json(finding) for finding in findings]
            body = {"title": title, "status": status, "detail": detail, "errors": errors}
            return JSONResponse(body, status, headers, media_type="application/problem+json")
        audiences = audience_views(self.service.library) if shown.pop("themes", False) else ()
        context = {"title": title, "detail": detail, "problems": (), "back": None, **shown}
        page = self.service.render("pages/error.html", status=status, audiences=audiences, **context)
        return Response(page, status, headers | {"content-type": HTML})


def _as_json(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "subject": finding.subject,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
    }
