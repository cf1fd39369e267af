"""Items that can only wait for one another, on their page and in the API."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

from composer.model.theme import Library
from composer.why import loops
from tests.examples import demand, item, library
from web.app import create_app


@pytest.fixture
def tangled() -> Library:
    """Two rings that share an item, one of them closed by a prerequisite, and an item of its own."""
    before = {"item": "b", "via": "公告", "source": "G", "certain": False}
    return library(
        [
            item("a", "ra", requires=[demand("rb", basis="某条例第三条"), demand("rc", when={"place": "hall"})]),
            item("b", "rb", requires=[demand("ra")]),
            item("c", "rc", prerequisites=[before], requires=[demand("ra")]),
            item("goal", "want"),
        ],
        ["want"],
        questions=[{"id": "place", "options": ["street", "hall"]}],
    )


@pytest.fixture
def knotted(tangled: Library) -> Iterator[TestClient]:
    with TestClient(create_app(tangled), follow_redirects=False) as client:
        yield client


def words(client: TestClient, path: str = "/loops") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", response.text.partition("<main")[2])))


def test_the_catalogue_that_ships_has_none_and_the_page_says_so(client: TestClient, library: Library) -> None:
    shown, number = words(client), len(library.catalogue.items)
    assert f"没有互为前置：{number} 个事项里，没有哪几个只能互相等着。" in shown
    assert "怎样解开" not in shown


@pytest.mark.parametrize("path", ["/", "/themes/newborn/why"])
def test_pages_lead_there(client: TestClient, path: str) -> None:
    assert 'href="/loops"' in client.get(path, follow_redirects=True).text


def test_the_page_lists_every_demand_with_its_condition_its_law_and_its_source(knotted: TestClient) -> None:
    shown = words(knotted)
    assert "第 1 处：“事项a”“事项b”“事项c”" in shown
    for said in (
        "“事项a”要先有“事项b”办出的“要求 rb” 除非手上已有；某条例第三条；来源：",
        "“事项a”要先有“事项c”办出的“要求 rc” 只在“问题place”选“选项hall”时；除非手上已有；来源：",
        "“事项c”要求先办“事项b”（公告）〔未核实〕",
    ):
        assert said in shown


def test_the_page_says_in_words_what_is_no_longer_asked(knotted: TestClient, tangled: Library) -> None:
    shown, (loop,) = words(knotted), loops(tangled.catalogue)
    names = dict(zip(loop.items, loop.names, strict=True))
    assert f"最少免去 {len(loop.waivers[0])} 条要求就能解开" in shown
    for waived in loop.waivers:
        numbers = "和".join(f"第 {number + 1} 条" for number in waived)
        said = "，并且".join(f"“{names[loop.demands[number].item]}”不再要求先[^，]+" for number in waived)
        assert re.search(f"{numbers}：{said} ", shown), waived


def test_the_page_names_the_departments_and_the_themes_concerned(knotted: TestClient, tangled: Library) -> None:
    shown = words(knotted)
    (office,) = tangled.catalogue.departments.values()
    assert f"事项a：{office.name}" in shown
    assert f"用到它们的“一件事”：{tangled.themes['t'].name}。" in shown


def test_an_item_that_waits_for_itself_is_said_to() -> None:
    made = library([item("a", "ra", requires=[demand("ra")])], ["ra"], kinds=[{"id": "ra", "only_issued": True}])
    with TestClient(create_app(made)) as client:
        assert "它等着自己" in words(client)


def test_the_api_gives_what_the_command_gives(knotted: TestClient, tangled: Library, client: TestClient) -> None:
    served = knotted.get("/api/loops").json()
    assert served == {"items": 4, "loops": [one.model_dump(mode="json") for one in loops(tangled.catalogue)]}
    assert client.get("/api/loops").json()["loops"] == []


def test_an_answer_in_the_address_changes_nothing(client: TestClient) -> None:
    assert client.get("/loops?place=hall").text == client.get("/loops").text
