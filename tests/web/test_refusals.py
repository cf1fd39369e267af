"""What a request can be refused for is said in plain Chinese, and logged without what the visitor answered."""

import logging
from collections.abc import Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

from composer.model.theme import Library
from web import service
from web.app import create_app

GUIDE = "/themes/open-restaurant/guide"
API = "/api/themes/open-restaurant/package"


@pytest.fixture
def broken(library: Library) -> Iterator[TestClient]:
    """A service whose theme wants what nothing issues."""
    theme = library.themes["newborn"]
    hopeless = theme.model_copy(update={"items": theme.items[-1:]})
    app = create_app(library.model_copy(update={"themes": {"newborn": hopeless}}))
    with TestClient(app) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/nowhere", "/themes/", "/themes//guide", "/static/nothing.css", "/docs/", "/themes/x/y/z"]
)
def test_an_unknown_address_is_a_404_page(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "没有" in response.text
    assert 'lang="zh-CN"' in response.text


@pytest.mark.parametrize("path", ["/themes/marriage", "/themes/marriage/guide", "/themes/marriage/download/svg"])
def test_an_unknown_theme_is_a_404_page_that_shows_the_others(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "没有这件事" in response.text
    assert 'href="/themes/open-restaurant"' in response.text


def test_an_unknown_format_is_a_404_page(client: TestClient) -> None:
    response = client.get("/themes/newborn/download/exe")
    assert response.status_code == 404
    assert "没有这种文件" in response.text


@pytest.mark.parametrize("path", [GUIDE, "/themes/open-restaurant", "/themes/open-restaurant/download/svg"])
def test_bad_answers_are_a_422_page_that_says_what_is_wrong(client: TestClient, path: str) -> None:
    response = client.get(f"{path}?principal-type=moon&colour=red")
    assert response.status_code == 422
    assert "经营主体类型？" in response.text
    assert "没有选项“moon”。可以选：个体工商户、公司（只选一项）。" in response.text
    assert "没有这个问题" in response.text


def test_contradicting_answers_are_told_by_their_labels(client: TestClient) -> None:
    response = client.get(f"{GUIDE}?agent=in-person&agent=by-agent")
    assert response.status_code == 422
    assert "单选题却有几个回答（本人办理、委托他人办理）" in response.text


def test_the_way_back_keeps_the_rest(client: TestClient) -> None:
    query = "principal-type=moon&agent=by-agent&restaurant-extras=ready-to-eat&restaurant-extras=mars&x=1"
    page = unescape(client.get(f"{GUIDE}?{query}").text)
    assert 'href="/themes/open-restaurant?agent=by-agent&restaurant-extras=ready-to-eat"' in page


def test_what_a_visitor_wrote_is_never_markup(client: TestClient) -> None:
    response = client.get(GUIDE, params={"agent": "<script>alert(1)</script>", "<b>bold</b>": "1"})
    assert response.status_code == 422
    assert "<script>alert" not in response.text
    assert "<b>bold" not in response.text


@pytest.mark.parametrize(
    "query", ["agent=%FF%FE", "%C0%80=1", "agent=%00", "agent=" + "长" * 300, "=&=&&", "%", "a=%zz"]
)
def test_strange_bytes_are_a_clean_page(client: TestClient, query: str) -> None:
    response = client.get(f"{GUIDE}?{query}")
    assert response.status_code in (307, 422)
    assert "Traceback" not in response.text


@pytest.mark.parametrize("path", [f"{GUIDE}?agent={'x' * 9000}", f"/themes/{'x' * 600}"])
def test_an_address_that_is_too_long_is_a_414_page(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 414
    assert "地址太长了" in response.text


def test_too_many_answers_are_refused(client: TestClient) -> None:
    response = client.get(GUIDE + "?" + "&".join(f"q{number}=1" for number in range(500)))
    assert response.status_code == 422
    assert "一次给出的回答太多了" in response.text


def test_another_method_is_a_405_that_names_the_allowed_one(client: TestClient) -> None:
    response = client.post("/themes/newborn")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET"
    assert "不接受这种请求" in response.text


def test_a_theme_that_cannot_be_composed_is_named(broken: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    response = broken.get("/themes/newborn/guide")
    assert response.status_code == 500
    assert "“新生儿出生一件事”暂时编不出指南" in response.text
    assert [record.getMessage() for record in caplog.records if record.name == "onething"] == [
        "theme newborn cannot be composed: want-unreachable"
    ]


def test_an_error_that_nobody_foresaw_is_a_page_and_a_place_in_the_log(
    library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("by-agent")

    monkeypatch.setattr(service, "compose", fail)
    with TestClient(create_app(library)) as client, caplog.at_level(logging.DEBUG):
        response = client.get(f"{GUIDE}?agent=by-agent", follow_redirects=True)
    assert response.status_code == 500
    assert "页面出错了" in response.text
    assert "content-security-policy" in response.headers
    errors = [record.getMessage() for record in caplog.records if record.name == "onething"]
    assert len(errors) == 1
    assert errors[0].startswith("KeyError at ")
    assert "by-agent" not in errors[0]


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/api/themes/marriage", 404, "没有这件事"),
        ("/api/nowhere", 404, "没有找到这个页面"),
        (f"{API}?principal-type=moon", 422, "有的回答不对"),
        (f"/api/themes/{'x' * 100}", 422, "有的回答不对"),
        (f"{API}?a={'x' * 9000}", 414, "地址太长了"),
    ],
)
def test_the_api_says_the_same_as_json(client: TestClient, path: str, status: int, detail: str) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["title"] == detail


def test_the_api_names_every_wrong_answer(client: TestClient) -> None:
    errors = client.get(f"{API}?principal-type=moon&colour=red").json()["errors"]
    assert [(error["rule"], error["subject"]) for error in errors] == [
        ("answer-option", "principal-type"),
        ("answer-question", "colour"),
    ]
