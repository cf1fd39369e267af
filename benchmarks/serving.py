"""The service: time until it answers, and a cached guide page beside a bare route of the same server."""

import contextlib
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from benchmarks.timing import Row

BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
body = "x" * int(sys.argv[2])
async def page(request):
    return PlainTextResponse(body)
uvicorn.run(Starlette(routes=[Route("/", page)]), port=int(sys.argv[1]), access_log=False, log_level="error")
"""
GUIDE = "/themes/open-restaurant/guide"
REQUESTS = 400
ROUNDS = 5


def rows() -> Iterator[Row]:
    """Start with an empty and with a filled database; requests a second over one connection, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "onething.db"
        first = start_and_stop(database)
        again = start_and_stop(database)
        yield Row("server ready, first start", first, 2000)
        yield Row("server ready, later", again, 2000)
        port, bare_port = free_port(), free_port()
        with service(port, database):
            wait(port)
            guide = canonical(port, GUIDE)
            size = len(fetch(port, guide))
            with program([sys.executable, "-c", BARE, str(bare_port), str(size)]):
                wait(bare_port)
                ours, bare = [], []
                for _ in range(ROUNDS):
                    ours.append(rate(port, guide))
                    bare.append(rate(bare_port, "/"))
        ratio = median(ours) / median(bare)
        yield Row(
            "cached guide page, requests/s", median(ours), None, f"bare route, {size:,} bytes", median(bare), "/s"
        )
        yield Row("  as a share of the bare route", ratio, 0.5, unit="", at_most=False)


@contextlib.contextmanager
def program(command: list[str]) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def service(port: int, database: Path) -> contextlib.AbstractContextManager[None]:
    return program([sys.executable, "-m", "composer", "serve", "--port", str(port), "--db", str(database)])


def start_and_stop(database: Path) -> float:
    """Milliseconds from the start of the process to its first answer."""
    port = free_port()
    start = perf_counter()
    with service(port, database):
        wait(port)
        return (perf_counter() - start) * 1000


def wait(port: int) -> None:
    for _ in range(2000):
        with contextlib.suppress(OSError):
            fetch(port, "/")
            return
        sleep(0.005)
    raise TimeoutError(f"nothing answers on port {port}")


def fetch(port: int, path: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    body = connection.getresponse().read()
    connection.close()
    return body


def canonical(port: int, path: str) -> str:
    """Where the service sends a reader who asks for `path`: the address that names every answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.getheader("Location") or path


def rate(port: int, path: str) -> float:
    """Requests a second over one kept connection."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    start = perf_counter()
    for _ in range(REQUESTS):
        connection.request("GET", path)
        connection.getresponse().read()
    connection.close()
    return REQUESTS / (perf_counter() - start)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
