"""A real server in a process of its own, and Debian's Chromium."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

COMMAND = "import sys; from pathlib import Path; from web.server import serve; serve('127.0.0.1', 0, Path(sys.argv[1]))"


@dataclass(frozen=True)
class Live:
    """A running service: its address, its database, and everything that it wrote."""

    url: str
    database: Path
    log: Path


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The service on a free port of loopback."""
    folder = tmp_path_factory.mktemp("live")
    database, log = folder / "one.db", folder / "log"
    with log.open("wb") as out:
        command = [sys.executable, "-u", "-c", COMMAND, str(database)]
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONUTF8": "1"})
    try:
        yield Live(address_of(process, log), database, log)
    finally:
        process.terminate()
        process.wait(10)


def address_of(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """The address that a service writes to its log once it listens."""
    while process.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
    raise RuntimeError(log.read_text(encoding="utf-8"))


@dataclass
class Visitor:
    """A page whose console, requests and width are watched."""

    page: Page
    url: str
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._console(message.type, message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("request", self._request)

    def go(self, path: str) -> None:
        """Open an address of the service."""
        self.page.goto(self.url + path, wait_until="load")

    def look(self) -> None:
        """Note a page that, with its styles, is wider than its window."""
        self.page.wait_for_load_state("load")
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        if (over := self.page.evaluate(wide)) > 0:
            self.troubles.append(f"{self.page.url} is {over} px too wide")

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "the server responded with a status of 4" not in text:
            self.troubles.append(f"console {kind}: {text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and f"{parts.scheme}://{parts.netloc}" != self.url:
            self.troubles.append(f"foreign request: {request.url}")


@pytest.fixture
def visit(browser: Browser, live: Live) -> Iterator[Callable[..., Visitor]]:
    """Opens visitors of the service."""
    with visitors(browser, live.url) as arrive:
        yield arrive


@contextmanager
def visitors(browser: Browser, url: str) -> Iterator[Callable[..., Visitor]]:
    """Opens visitors of an address, with a window of a width, with or without scripts; closes them at the end."""
    contexts = []

    def arrive(width: int = 1280, scripts: bool = True) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, locale="zh-CN"
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        return Visitor(context.new_page(), url)

    try:
        yield arrive
    finally:
        for context in contexts:
            context.close()
