"""Pages: what stands on them, and what the addresses mean."""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from fastapi.testclient import TestClient

from composer.model.theme import Library
from composer.outputs import FORMATS, RENDERERS
from tests.shipped import THEMES

GUIDE = "/themes/open-restaurant/guide"


class Inputs(HTMLParser):
    """Collects the answers that a form would send as it stands."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.checked: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        held = dict(attributes)
        if tag == "input" and ("checked" in held or held.get("type") == "hidden"):
            self.checked.append((held["name"] or "", held["value"] or ""))


def guide(client: TestClient, query: str = "", theme: str = "open-restaurant") -> str:
    response = client.get(f"/themes/{theme}/guide?{query}", follow_redirects=True)
    assert response.status_code == 200
    return response.text


def test_home_lists_every_theme(client: TestClient, library: Library) -> None:
    page = client.get("/").text
    for theme in library.themes.values():
        assert f'href="/themes/{theme.id}"' in page
        assert theme.name in page


def test_home_has_businesses_and_persons_apart(client: TestClient) -> None:
    page = client.get("/").text
    assert page.index("企业和经营者") < page.index("开办餐饮店") < page.index("个人和家庭") < page.index("新生儿")


@pytest.mark.parametrize("theme", THEMES)
def test_the_form_asks_every_question_of_the_theme(client: TestClient, library: Library, theme: str) -> None:
    page = client.get(f"/themes/{theme}").text
    for asked in library.themes[theme].questions:
        assert f'data-question="{asked.question}"' in page
        assert f"<legend>{library.catalogue.questions[asked.question].text}</legend>" in page


@pytest.mark.parametrize("theme", THEMES)
def test_the_form_as_it_stands_leads_to_the_ordinary_guide(client: TestClient, theme: str) -> None:
    sent = Inputs(client.get(f"/themes/{theme}").text).checked
    by_form = client.get(f"/themes/{theme}/guide", params=sent, follow_redirects=True)
    assert by_form.url == client.get(f"/themes/{theme}/guide", follow_redirects=True).url


def test_a_question_that_depends_says_when_it_counts(client: TestClient) -> None:
    page = client.get("/themes/open-restaurant").text
    assert "只在这时需要回答：“经营主体类型”选“公司”" in page


def test_the_form_is_filled_with_the_answers_of_the_address(client: TestClient) -> None:
    query = [
        ("principal-type", "company"),
        ("restaurant-extras", "ready-to-eat"),
        ("restaurant-extras", "key-polluter"),
    ]
    page = client.get("/themes/open-restaurant", params=query).text
    assert set(query) < set(Inputs(page).checked)


def test_answers_are_written_in_one_way(client: TestClient) -> None:
    one = client.get(f"{GUIDE}?agent=by-agent&principal-type=company").headers["location"]
    other = client.get(f"{GUIDE}?principal-type=公司&agent=委托他人办理&agent=by-agent").headers["location"]
    assert one == other
    assert client.get(one).status_code == 200


def test_the_order_of_answers_is_that_of_the_questions(client: TestClient, library: Library) -> None:
    location = client.get(f"{GUIDE}?agent=by-agent&principal-type=company").headers["location"]
    names = [name for name, _ in parse_qsl(urlsplit(location).query)]
    order = [asked.question for asked in library.themes["open-restaurant"].questions]
    assert names == [name for name in order if name in names]


def test_an_answer_that_is_not_asked_for_is_left_out_of_the_address(client: TestClient) -> None:
    location = client.get(f"{GUIDE}?principal-type=sole-trader&shareholder-type=enterprise").headers["location"]
    assert "shareholder-type" not in location


def test_several_choices_are_repeated_keys(client: TestClient) -> None:
    location = client.get(f"{GUIDE}?restaurant-extras=key-polluter&restaurant-extras=ready-to-eat").headers["location"]
    assert location.endswith("restaurant-extras=ready-to-eat&restaurant-extras=key-polluter")


@pytest.mark.parametrize("theme", THEMES)
def test_the_guide_shows_chart_figures_and_answers(client: TestClient, library: Library, theme: str) -> None:
    page = guide(client, theme=theme)
    assert "<svg" in page
    assert 'id="before-after"' in page
    assert 'id="answers"' in page
    assert library.themes[theme].name in page


def test_the_guide_offers_every_registered_output(client: TestClient) -> None:
    offered = re.findall(r'href="/themes/open-restaurant/download/([a-z]+)\?', guide(client))
    assert sorted(offered) == sorted([*FORMATS, *RENDERERS])


def test_the_guide_links_back_to_the_form_with_its_answers(client: TestClient) -> None:
    page = guide(client, "principal-type=company")
    link = unescape(re.search(r'href="(/themes/open-restaurant\?[^"]+)"', page)[1])  # type: ignore[index]
    assert ("principal-type", "company") in Inputs(client.get(link).text).checked


def test_pages_stay_small(client: TestClient) -> None:
    for path in ("/", "/themes/open-restaurant"):
        assert len(client.get(path).content) < 50_000


def test_the_same_page_is_the_same_bytes(client: TestClient) -> None:
    assert guide(client, "vending=vending") == guide(client, "vending=vending")


def test_head_is_get_without_a_body(client: TestClient) -> None:
    for path in ("/", "/themes/newborn", "/api/themes", "/static/site.css", "/nowhere"):
        got, head = client.get(path), client.head(path)
        assert head.status_code == got.status_code
        assert head.content == b""
        assert head.headers.get("etag") == got.headers.get("etag")
