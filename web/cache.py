"""What was made once is kept in memory, up to a number of bytes; the least used goes first."""

import asyncio
import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property

from starlette.concurrency import run_in_threadpool

COMPRESSIBLE = ("text/", "application/json", "image/svg+xml", "application/schema+json")


@dataclass(frozen=True)
class Made:
    """Bytes ready to be sent, with their media type, the name to keep them by, and one in ASCII for old clients."""

    body: bytes
    media_type: str
    filename: str | None = None
    plain_filename: str | None = None

    @cached_property
    def etag(self) -> str:
        """Weak, because the same content is sent packed and unpacked."""
        return f'W/"{hashlib.sha256(self.body).hexdigest()[:24]}"'

    @cached_property
    def packed(self) -> bytes | None:
        """The body in gzip; None where that would not be worth it."""
        if not self.media_type.startswith(COMPRESSIBLE) or len(self.body) < 1000:
            return None
        return gzip.compress(self.body, 6, mtime=0)

    @property
    def size(self) -> int:
        """Bytes that keeping it takes."""
        return len(self.body) + len(self.packed or b"")


class Cache:
    """Keeps what `get` made, in at most `max_bytes`. What is asked for while it is being made is made once."""

    def __init__(self, max_bytes: int = 64 << 20) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._under_way: dict[Hashable, asyncio.Task[Made]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    async def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under `key`, or what `make` makes of it in a thread; errors of `make` are raised, not kept."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(self._make(key, make))
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key, None))
        return await asyncio.shield(task)

    async def _make(self, key: Hashable, make: Callable[[], Made]) -> Made:
        made = await run_in_threadpool(_finished, make)
        self._keep(key, made)
        return made

    def _keep(self, key: Hashable, made: Made) -> None:
        self._kept[key] = made
        self._bytes += made.size
        while self._bytes > self._max_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.size


def _finished(make: Callable[[], Made]) -> Made:
    """Made with its costly properties, so that they are worked out in the thread too."""
    made = make()
    _ = made.etag, made.packed
    return made
