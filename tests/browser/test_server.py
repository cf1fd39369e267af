"""The server over a real socket."""

import socket
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Live


def answer(live: Live, request: bytes) -> str:
    parts = urlsplit(live.url)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
        connection.sendall(request)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
    return received.decode()


@pytest.mark.parametrize("target", ["/themes/newborn?birthplace=院内".encode(), b"/\xff\xfe"])
def test_an_address_that_is_no_http_is_refused_in_chinese(live: Live, target: bytes) -> None:
    answered = answer(live, b"GET " + target + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    assert answered.startswith("HTTP/1.1 400 ")
    assert "请求的写法不对" in answered


def test_an_enormous_address_is_refused_with_a_page(live: Live) -> None:
    answered = answer(live, b"GET /?" + b"a" * 60_000 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answered.startswith("HTTP/1.1 414 ")
    assert "地址太长了" in answered


def test_the_server_does_not_name_itself(live: Live) -> None:
    answered = answer(live, b"HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answered.startswith("HTTP/1.1 200 ")
    assert "\r\nserver:" not in answered.lower()
    assert answered.endswith("\r\n\r\n")
