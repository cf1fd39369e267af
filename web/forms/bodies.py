"""The bodies of requests, read up to a limit and into memory alone: no file is written, nothing is logged."""

from collections.abc import AsyncGenerator
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.formparsers import MultiPartException, MultiPartParser

from web.problems import TooMuchWritten, UnreadableRequest

MOST_WRITTEN = 1 << 20
"""Bytes of a page that is sent: some 110,000 Chinese characters, for each is nine bytes on the way."""

MOST_UPLOADED = 5 << 20
"""Bytes of a file that was filled: some thirty times what a full table has."""

_MOST_FIELDS = 30_000
_MOST_READ = 30 << 20


async def fields_of(request: Request) -> list[tuple[str, str]]:
    """The fields of a page; raises TooMuchWritten."""
    body = await read_body(request, MOST_WRITTEN)
    try:
        return parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        raise TooMuchWritten(MOST_WRITTEN) from None


async def file_of(request: Request) -> bytes:
    """The bytes of the file that a page sent; empty where none was chosen.

    What the file is called stays unread. Raises TooMuchWritten, UnreadableRequest.
    """
    body = await read_body(request, MOST_UPLOADED + 10_000)
    try:
        form = await _InMemory(request.headers, _once(body), max_files=1, max_fields=10).parse()
    except (MultiPartException, KeyError, UnicodeDecodeError):
        raise UnreadableRequest from None
    file = form.get("file")
    data = b"" if file is None or isinstance(file, str) else await file.read()
    await form.close()
    return data


async def read_body(request: Request, most: int) -> bytes:
    """The body; raises TooMuchWritten for more than `most` bytes.

    The rest is read and dropped first: a browser that is still sending would show a broken connection instead of ours.
    """
    blocks: list[bytes] = []
    size = 0
    async for block in request.stream():
        size += len(block)
        if size > _MOST_READ:
            break
        if size <= most:
            blocks.append(block)
    if size > most:
        raise TooMuchWritten(most)
    return b"".join(blocks)


class _InMemory(MultiPartParser):
    spool_max_size = MOST_UPLOADED + 10_000


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
