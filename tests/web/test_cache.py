"""The cache keeps what was made, within bounds."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from anyio.from_thread import start_blocking_portal

from web.cache import Cache, Made

T = TypeVar("T")


def run(work: Callable[[], Awaitable[T]]) -> T:
    """What `work` gives, from a loop in a thread of its own: browser tests may have left one running in this."""
    with start_blocking_portal() as portal:
        return portal.call(work)


def made(text: bytes = b"x" * 100) -> Made:
    return Made(text, "text/plain")


def test_what_was_made_is_made_once() -> None:
    calls: list[int] = []

    async def ask() -> None:
        cache = Cache()
        for _ in range(3):
            await cache.get("key", lambda: calls.append(1) or made())  # type: ignore[func-returns-value]

    run(ask)
    assert calls == [1]


def test_what_is_asked_for_at_the_same_time_is_made_once() -> None:
    calls: list[int] = []
    go = threading.Event()

    def make() -> Made:
        calls.append(1)
        go.wait(5)
        return made()

    async def ask() -> list[Made]:
        cache = Cache()
        waiting = [asyncio.create_task(cache.get("key", make)) for _ in range(5)]
        await asyncio.sleep(0)
        go.set()
        return await asyncio.gather(*waiting)

    results = run(ask)
    assert calls == [1]
    assert all(one is results[0] for one in results)


def test_the_least_used_goes_first() -> None:
    remade: list[str] = []

    async def ask(cache: Cache, key: str) -> None:
        await cache.get(key, lambda: remade.append(key) or made())  # type: ignore[func-returns-value]

    async def ask_in_turn() -> None:
        cache = Cache(max_bytes=250)
        for key in ("a", "b", "a", "c", "a", "b"):
            await ask(cache, key)
        assert len(cache) == 2

    run(ask_in_turn)
    assert remade == ["a", "b", "c", "b"]


def test_what_is_too_big_to_be_kept_is_still_given() -> None:
    async def ask() -> tuple[Made, int]:
        cache = Cache(max_bytes=10)
        return await cache.get("key", made), len(cache)

    given, kept = run(ask)
    assert given.body == b"x" * 100
    assert kept == 0


def test_a_failure_is_raised_and_not_kept() -> None:
    async def ask() -> Made:
        cache = Cache()

        def fail() -> Made:
            raise RuntimeError("once")

        with pytest.raises(RuntimeError, match="once"):
            await cache.get("key", fail)
        return await cache.get("key", made)

    assert run(ask).body == b"x" * 100


def test_the_packed_body_is_the_same_bytes_each_time() -> None:
    assert made(b"text " * 500).packed == made(b"text " * 500).packed
