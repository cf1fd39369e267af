"""Responses from what was made: conditional, packed where the client takes it."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from web.cache import Made

HTML = "text/html; charset=utf-8"


def respond(request: Request, made: Made, status: int = 200) -> Response:
    """`made` as a response, or 304 where the client has it already. It may be kept, but is asked about each time."""
    headers = {"etag": made.etag, "cache-control": "private, no-cache", "vary": "accept-encoding"}
    if status == 200 and _has(request.headers.get("if-none-match"), made.etag):
        return Response(status_code=304, headers=headers)
    if made.filename:
        headers["content-disposition"] = _attachment(made.filename, made.plain_filename)
    body = made.body
    if made.packed is not None and _takes_gzip(request.headers):
        body = made.packed
        headers["content-encoding"] = "gzip"
    headers["content-type"] = made.media_type
    return Response(body, status, headers)


def unkept(request: Request, made: Made, status: int = 200) -> Response:
    """`made` as a response that nobody keeps: it holds what a visitor wrote."""
    headers = {"cache-control": "no-store", "vary": "accept-encoding", "content-type": made.media_type}
    if made.filename:
        headers["content-disposition"] = _attachment(made.filename, made.plain_filename)
    body = made.body
    if _takes_gzip(request.headers) and made.packed is not None:
        body = made.packed
        headers["content-encoding"] = "gzip"
    return Response(body, status, headers)


def elsewhere(request: Request, path: str, query: str) -> Response | None:
    """A redirect to `path` with the canonical `query`, or None where the request is already written so."""
    if request.scope["query_string"].decode("ascii", errors="replace") == query:
        return None
    return RedirectResponse(f"{path}?{query}" if query else path, headers={"cache-control": "private, no-cache"})


def _has(header: str | None, etag: str) -> bool:
    """Weak comparison, RFC 9110 section 8.8.3.2."""
    if header is None:
        return False
    tags = [tag.strip().removeprefix("W/") for tag in header.split(",")]
    return "*" in tags or etag.removeprefix("W/") in tags


def _takes_gzip(headers: Mapping[str, str]) -> bool:
    for offer in headers.get("accept-encoding", "").split(","):
        coding, _, quality = offer.replace(" ", "").partition(";")
        if coding == "gzip":
            return quality not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _attachment(filename: str, plain: str | None) -> str:
    """RFC 6266: the name in UTF-8, and in ASCII for clients that know no better."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", plain or filename)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
