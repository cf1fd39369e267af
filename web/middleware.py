"""Around every request, as plain ASGI: security headers, a last resort for errors, limits, and HEAD."""

import logging
import traceback
from collections.abc import Awaitable, Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger("onething")

MAX_QUERY = 8_000
MAX_PATH = 500

SECURITY_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

_RAW = [(name.encode(), value.encode()) for name, value in SECURITY_HEADERS.items()]

Refuse = Callable[[Scope, int], Response]
"""Makes the page, or the JSON, for a status."""


class SecurityHeaders:
    """Adds the headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_RAW]
            await send(message)

        return await self.app(scope, receive, send_with_headers)


class LastResort:
    """A page for errors that nobody foresaw. The log says where, never what: a message may hold answers."""

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self.app, self.refuse = app, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        started = False

        async def send_and_note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            where = " > ".join(f"{frame.filename}:{frame.lineno}" for frame in frames[-6:])
            logger.error("%s at %s", type(error).__name__, where)
            if not started:
                await self.refuse(scope, 500)(scope, receive, send)


class Limits:
    """Refuses addresses longer than any that this service makes."""

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self.app, self.refuse = app, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (len(scope["query_string"]) > MAX_QUERY or len(scope["path"]) > MAX_PATH):
            return await self.refuse(scope, 414)(scope, receive, send)
        return await self.app(scope, receive, send)


class HeadAsGet:
    """Answers HEAD as GET without the body (RFC 9110 section 9.3.2); FastAPI's routes do not by themselves."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            return self.app(scope, receive, send)

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        return self.app({**scope, "method": "GET"}, receive, send_without_body)
