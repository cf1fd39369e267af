"""Security, caching and compression headers."""

import pytest
from fastapi.testclient import TestClient

PATHS = [
    "/",
    "/themes/newborn",
    "/nowhere",
    "/api/themes",
    "/api/themes/x",
    "/docs",
    "/openapi.json",
    "/static/site.css",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_has_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", PATHS)
def test_nothing_sets_a_cookie(client: TestClient, path: str) -> None:
    assert "set-cookie" not in client.get(path).headers


@pytest.mark.parametrize("path", ["/", "/themes/newborn", "/docs", "/api/themes/newborn/package", "/static/site.css"])
def test_what_the_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    etag = client.get(path).headers["etag"]
    again = client.get(path, headers={"if-none-match": f'"other", {etag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == etag


def test_what_changed_is_sent_again(client: TestClient) -> None:
    assert client.get("/", headers={"if-none-match": 'W/"stale"'}).status_code == 200


def test_a_fingerprinted_file_is_kept_for_good(client: TestClient) -> None:
    assert "immutable" in client.get("/static/site.css?v=1").headers["cache-control"]
    assert client.get("/static/site.css").headers["cache-control"] == "no-cache"


def test_pages_are_asked_about_each_time(client: TestClient) -> None:
    assert client.get("/themes/newborn").headers["cache-control"] == "private, no-cache"


def test_refusals_are_not_kept(client: TestClient) -> None:
    assert client.get("/nowhere").headers["cache-control"] == "no-store"


def test_pages_are_packed_for_those_who_take_it(client: TestClient) -> None:
    packed = client.get("/themes/newborn", headers={"accept-encoding": "br, gzip;q=0.8"})
    plain = client.get("/themes/newborn", headers={"accept-encoding": "gzip;q=0, identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert packed.headers["vary"] == "accept-encoding"


def test_no_page_has_inline_scripts_or_styles(client: TestClient) -> None:
    for path in ("/", "/themes/newborn", "/themes/newborn/guide", "/themes/newborn/form", "/docs", "/nowhere"):
        page = client.get(path, follow_redirects=True).text
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert " onclick=" not in page
