"""Asking on the web: only what can still change the package, all at once or one by one, the answers in the address."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

from composer.model.theme import Library
from tests.examples import demand, item, library
from tests.web.test_pages import THEMES, Inputs
from web import service
from web.app import create_app
from web.service import TooEntangled

YES_NO = ["yes", "no"]


def either() -> Library:
    """A theme in which the second question matters only while the first is answered no, and the third never."""
    rows = [demand("paper", when={"any": [{"first": "yes"}, {"second": "yes"}]})]
    return library(
        [item("goal", "want", requires=rows)], ["want"],
        questions=[{"id": name, "options": YES_NO} for name in ("idle", "first", "second")],
        asked=["idle", "first", "second"],
    )  # fmt: skip


@pytest.fixture(scope="module")
def made_up() -> Iterator[TestClient]:
    with TestClient(create_app(either())) as client:
        yield client


def parts(page: str) -> tuple[list[str], list[str]]:
    """The questions that the form lists, and those that it sets apart."""
    listed, _, apart = page.partition('<details class="questions-idle"')
    return re.findall('data-question="([^"]+)"', listed), re.findall('data-question="([^"]+)"', apart)


def test_a_question_that_can_change_nothing_stands_apart(made_up: TestClient) -> None:
    page = made_up.get("/themes/t").text
    assert parts(page) == (["first", "second"], ["idle"])
    assert '其余 <span class="questions-idle-count">1</span> 个问题，照上面的回答，答什么都不会改变结果' in page


def test_an_answer_sets_apart_what_it_leaves_without_effect(made_up: TestClient) -> None:
    page = made_up.get("/themes/t?first=yes").text
    assert parts(page) == (["first"], ["idle", "second"])
    assert '<p class="questions-done">要紧的都答了' in page


def test_what_was_answered_stays_to_be_changed_even_without_effect(made_up: TestClient) -> None:
    page = made_up.get("/themes/t?first=yes&second=no&idle=yes").text
    assert parts(page) == (["idle", "first", "second"], [])
    assert {("first", "yes"), ("second", "no"), ("idle", "yes")} <= set(Inputs(page).checked)


def test_while_something_is_open_it_is_not_said_that_all_is_answered(made_up: TestClient) -> None:
    assert '<p class="questions-done" hidden>' in made_up.get("/themes/t?idle=no").text


def test_one_by_one_ends_as_soon_as_nothing_can_change(made_up: TestClient) -> None:
    asked = re.findall('data-question="([^"]+)"', made_up.get("/themes/t/next").text)
    assert asked == ["first"]
    end = made_up.get("/themes/t/next?first=yes").text
    assert "data-question" not in end
    assert "要紧的都答了。其余 2 个问题，答什么都不会改变结果。" in end
    assert 'href="/themes/t/guide?first=yes"' in end


def test_an_entangled_theme_asks_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TooEntangled

    monkeypatch.setattr(service, "asking", fail)
    with TestClient(create_app(either())) as client:
        assert parts(client.get("/themes/t?first=yes").text) == (["first", "idle", "second"], [])
        assert 'data-question="idle"' in client.get("/themes/t/next?first=yes").text
        assert client.get("/api/themes/t/next?first=yes").json()["open"] == ["idle", "second"]


@pytest.mark.parametrize("theme", THEMES)
def test_answering_one_by_one_needs_no_scripts_and_leads_to_the_guide(client: TestClient, theme: str) -> None:
    sent: list[tuple[str, str]] = []
    page = client.get(f"/themes/{theme}/next").text
    while asked := re.findall('data-question="([^"]+)"', page):
        assert len(asked) == 1
        assert asked[0] not in dict(sent)
        sent = Inputs(page).checked
        page = client.get(f"/themes/{theme}/next", params=sent).text
    link = unescape(re.search(r'class="button" href="([^"]+)"', page)[1])  # type: ignore[index]
    answered = client.get(link, follow_redirects=True)
    assert answered.url == client.get(f"/themes/{theme}/guide", follow_redirects=True).url


def test_choosing_none_of_several_is_an_answer_one_by_one(client: TestClient) -> None:
    page = client.get("/themes/close-company/next?closing-extras=").text
    assert "<dd>都没有<a " in page
    assert ("closing-extras", "") in Inputs(page).checked


def test_one_by_one_keeps_the_day_and_switched_policies(client: TestClient) -> None:
    page = client.get("/themes/open-restaurant/next?start=2026-12-01&policy=-joint-acceptance").text
    assert {("start", "2026-12-01"), ("policy", "-joint-acceptance")} <= set(Inputs(page).checked)
    assert "/guide?start=2026-12-01&amp;policy=-joint-acceptance" in page


def test_the_form_leads_to_one_by_one_with_its_answers(client: TestClient) -> None:
    page = client.get("/themes/open-restaurant?principal-type=company").text
    assert 'href="/themes/open-restaurant/next?principal-type=company"' in page


def test_wrong_answers_are_refused_one_by_one_too(client: TestClient) -> None:
    response = client.get("/themes/open-restaurant/next?principal-type=moon&agent=by-agent")
    assert response.status_code == 422
    assert 'href="/themes/open-restaurant?agent=by-agent"' in unescape(response.text)


def test_the_api_asks_under_switched_policies(client: TestClient) -> None:
    answer = client.get("/api/themes/open-restaurant/next?policy=-joint-acceptance")
    assert answer.json()["question"]["id"] in answer.json()["open"]
    assert client.get("/api/themes/open-restaurant/next?policy=nothing").status_code == 422
