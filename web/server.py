"""Starts the service: the store is prepared, the port is bound, then requests are answered."""

import errno
import socket
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from composer.errors import Finding, MachineError
from composer.model.theme import Library
from composer.store.desk import Desk
from web.app import create_app
from web.protocol import Protocol
from web.startup import prepare_library

_REFUSED = {
    errno.EADDRINUSE: ("port-in-use", "端口已被别的程序占用", "请换一个端口，如 --port {other}，或先结束占用它的程序"),
    errno.EACCES: ("port-forbidden", "没有权限使用这个端口", "请用 1024 以上的端口，如 --port 8000"),
    errno.EADDRNOTAVAIL: ("host-unknown", "这台机器没有这个地址", "请检查 --host，本机用 127.0.0.1"),
}
_OTHER = ("port-refused", "不能在这个地址上监听（{why}）", "请检查 --host 和 --port")


def serve(host: str, port: int, db: Path) -> None:
    """Serve on `host` and `port` (0 takes a free one) until interrupted; the library is kept in the file `db`.

    Raises MachineError where the port or the file cannot be had, ContentError for content that cannot be used.
    """
    listening = bind(host, port)
    with listening, suppress(KeyboardInterrupt):
        _run(create_app(prepare_library(db)), listening, f"OneThing：{address(listening)}")


def serve_review(host: str, port: int, library: Library, desk: Desk) -> None:
    """Serve `library` with the review of names kept at `desk` until interrupted; raises MachineError as `serve`."""
    listening = bind(host, port)
    with listening, suppress(KeyboardInterrupt):
        _run(create_app(library, desk), listening, f"复核：{address(listening)}materials/review")


def _run(app: FastAPI, listening: socket.socket, said: str) -> None:
    config = uvicorn.Config(
        app, http=Protocol, log_level="warning", access_log=False, server_header=False, lifespan="off"
    )
    print(f"{said}（按 Ctrl+C 停止）", file=sys.stderr, flush=True)
    uvicorn.Server(config).run(sockets=[listening])


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens on `host` and `port`; raises MachineError where that is refused."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(where)
            listening.listen(2048)
        except OSError:
            listening.close()
            raise
    except OSError as error:
        reason, why = _REFUSED.get(error.errno or 0, _OTHER), error.strerror or str(error)
        other = port + 1 if port < 65535 else 8000
        rule, said, way_out = (part.format(why=why, other=other) for part in reason)
        raise MachineError([Finding(rule, f"{host}:{port}", said, way_out)]) from error
    return listening


def address(listening: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
