"""Why and what if, on pages and in the API: what stands there, what the addresses mean, what is refused."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from fastapi.testclient import TestClient

from composer.model.theme import Library
from composer.why import Scene, explain, why
from composer.why.things import things_of
from tests.examples import demand, item
from tests.examples import library as small
from web.app import create_app

THEME = "/themes/open-restaurant"
API = "/api/themes/open-restaurant"


def page(client: TestClient, path: str) -> str:
    response = client.get(path, follow_redirects=True)
    assert response.status_code == 200
    return unescape(response.text)


def test_the_guide_leads_to_the_reason_of_every_item_document_and_policy(client: TestClient, library: Library) -> None:
    guide = page(client, f"{THEME}/guide")
    links = re.findall(rf'href="({THEME}/why/[^"]+)"', guide)
    package = Scene.of(library.themes["open-restaurant"], library.catalogue, {}).package
    assert package
    assert len(links) == len(package.items) + len(package.materials) + len(package.theme.policies)
    for link in links:
        asks = "为什么(没有)?采用" if "/policy:" in link else "为什么要"
        assert len(re.findall(f"<h1>{asks}“", page(client, link))) == 1


def test_the_list_holds_everything_that_the_theme_may_use_with_its_reason(client: TestClient, library: Library) -> None:
    theme = library.themes["newborn"]
    shown = page(client, "/themes/newborn/why")
    scene = Scene.of(theme, library.catalogue, {})
    for thing in things_of(theme, library.catalogue):
        assert f">{thing.name}</a><span>{explain(thing, scene).summary}</span>" in shown, thing


def test_a_page_shows_the_chain_from_the_want_down(client: TestClient) -> None:
    shown = page(client, f"{THEME}/why/营业执照")
    places = [
        shown.index(text) for text in ("您要“食品经营许可证”", "由“食品经营许可（新办）”办出", "要求“营业执照或者")
    ]
    assert places == sorted(places)
    assert "为什么不用别的" in shown


def test_a_page_of_what_is_not_there_says_the_condition_and_the_answer(client: TestClient) -> None:
    shown = page(client, f"{THEME}/why/company-registration")
    assert "为什么不要“公司设立登记注册”？" in shown
    assert "只有“经营主体类型”选“公司”时才需要，这次选的是“个体工商户”。" in shown


def test_a_page_of_a_question_shows_what_it_decides(client: TestClient) -> None:
    shown = page(client, f"{THEME}/why/principal-type")
    assert "这个回答决定什么" in shown
    assert "这次算数：“经营主体类型”选“个体工商户”" in shown


def test_a_page_of_a_policy_shows_law_edits_and_savings(client: TestClient) -> None:
    shown = page(client, f"{THEME}/why/policy:drainage-quality-pledge")
    assert "为什么采用“水质检测报告以书面承诺代替”？" in shown
    places = [shown.index(text) for text in ("城镇污水排入排水管网许可管理办法", "它改什么", "它省什么", "材料多 1 份")]
    assert places == sorted(places)


def test_these_pages_and_the_api_follow_the_policies_in_the_address(client: TestClient) -> None:
    off = "policy=-joint-acceptance"
    assert "为什么没有采用“一个窗口一起受理”？" in page(client, f"{THEME}/why/joint-acceptance?{off}")
    assert client.get(f"{API}/why/joint-acceptance").json()["present"]
    assert client.get(f"{API}/why/一个窗口一起受理?{off}").json()["causes"][0]["text"] == "已按要求关掉"
    merged = "/themes/open-company/why/social-insurance-registration?policy=social-insurance-merged"
    assert "多证合一“社会保险登记并入营业执照”：不用再办" in page(client, merged)


def test_answers_of_these_pages_are_written_in_one_way(client: TestClient) -> None:
    response = client.get(f"{THEME}/why/principal-type?agent=by-agent&principal-type=公司")
    assert response.status_code == 307
    assert parse_qsl(urlsplit(response.headers["location"]).query)[0] == ("principal-type", "company")


def test_a_thing_that_does_not_exist_is_a_404_that_leads_to_the_list(client: TestClient) -> None:
    response = client.get(f"{THEME}/why/busines-licence", follow_redirects=True)
    assert response.status_code == 404
    assert "是不是“business-licence”" in response.text
    assert f'href="{THEME}/why"' in response.text


@pytest.mark.parametrize("address", [f"{THEME}/why/nope", f"{API}/why/nope", f"{API}/what-if?if.have=nope"])
def test_what_does_not_exist_is_answered_in_words_of_the_page(client: TestClient, address: str) -> None:
    response = client.get(address, follow_redirects=True)
    assert response.status_code == 404
    assert "请写这个主题的事项、材料、字段、问题或改革举措的编号或名称" in response.text
    assert "onething" not in response.text.casefold().split("<main")[-1].split("</main>")[0]


def test_what_if_without_anything_supposed_is_a_form(client: TestClient) -> None:
    shown = page(client, f"{THEME}/what-if")
    assert "改一改试试" in shown
    assert "每处不同" not in shown


def test_what_if_shows_both_sides_and_the_cause_of_each_difference(client: TestClient) -> None:
    shown = page(client, f"{THEME}/what-if?if.answer.principal-type=company&if.answer.agent=by-agent")
    assert '<th scope="row">公司设立登记注册</th><td>没有</td><td>第 1 阶段</td>' in shown
    assert "因为“经营主体类型”选了“公司”：办出您要的“营业执照（正、副本）”" in shown
    assert "因为几处改动合在一起" in shown


def test_a_policy_may_be_switched_in_what_if(client: TestClient) -> None:
    shown = page(client, f"{THEME}/what-if?if.policy.joint-acceptance=off")
    assert "如果不采用“一个窗口一起受理”" in shown
    assert re.search(r'name="if.policy.joint-acceptance">.*<option value="off" selected>', shown)
    assert "跑动次数" in shown


def test_the_form_of_what_if_keeps_the_case_and_what_was_supposed(client: TestClient) -> None:
    shown = page(client, f"{THEME}/what-if?agent=by-agent&if.without=drainage-permit&if.answer.principal-type=company")
    assert '<input type="hidden" name="agent" value="by-agent">' in shown
    assert re.search(r'name="if.without" value="drainage-permit" checked', shown)
    assert '<option value="company" selected>公司</option>' in shown


def test_an_answer_that_is_given_already_supposes_nothing(client: TestClient) -> None:
    location = client.get(f"{THEME}/what-if?if.answer.agent=in-person&if.answer.restaurant-extras=&if.have=").headers
    assert "if." not in location["location"]


def test_what_leaves_no_package_says_so_and_what_stands_in_the_way(client: TestClient) -> None:
    shown = page(client, f"{THEME}/what-if?if.without=food-business-licensing")
    assert "就办不成了。" in shown
    assert "<strong>食品经营许可证</strong><span>想要的结果没有事项能办出来。</span>" in shown


@pytest.mark.parametrize(
    ("query", "status"),
    [("if.haves=x", 422),
     ("if.have=nothing", 404), ("if.without=moon", 404), ("if.answer.agent=moon", 422), ("if.answer.moon=x", 422),
     ("agent=moon", 422), ("if.policy.moon=on", 422), ("&".join(f"if.have=m{number}" for number in range(300)), 422)],
)  # fmt: skip
@pytest.mark.parametrize("base", [THEME, API])
def test_what_cannot_be_supposed_is_refused(client: TestClient, base: str, query: str, status: int) -> None:
    response = client.get(f"{base}/what-if?{query}", follow_redirects=True)
    assert response.status_code == status
    assert "moon" not in response.headers.get("location", "")


def test_the_api_answers_why_as_the_composer_does(client: TestClient, library: Library) -> None:
    served = client.get(f"{API}/why/营业执照", params={"principal-type": "company"}).json()
    theme = library.themes["open-restaurant"]
    expected = why("business-licence", theme, library.catalogue, {"principal-type": "company"})
    assert served == expected.model_dump(mode="json")


def test_the_api_answers_what_if_with_both_packages(client: TestClient) -> None:
    data = client.get(f"{API}/what-if?if.answer.principal-type=company").json()
    sides = [{item["id"] for item in data[side]["items"]} for side in ("before", "after")]
    assert sides[1] - sides[0] == {"company-registration"}
    assert [change["text"] for change in data["changes"]] == ["“经营主体类型”选了“公司”"]


@pytest.fixture
def hopeless(library: Library) -> Iterator[TestClient]:
    """A service whose theme lists only the last of its items."""
    theme = library.themes["newborn"]
    made = theme.model_copy(update={"items": theme.items[-1:]})
    with TestClient(create_app(library.model_copy(update={"themes": {"newborn": made}}))) as client:
        yield client


def test_a_theme_that_leads_nowhere_says_what_stands_in_the_way(hopeless: TestClient, library: Library) -> None:
    shown = page(hopeless, f"/themes/newborn/why/material:{library.themes['newborn'].wants[0].material}")
    assert "走不通的地方" in shown
    assert "怎样才走得通" in shown
    now = page(hopeless, "/themes/newborn/what-if")
    assert "现在：走不通" in now
    assert 'name="if.have"' in now


@pytest.fixture
def stuck() -> Iterator[TestClient]:
    """A service of one theme that leads nowhere without a paper that no item issues."""
    goal = item("goal", "want", requires=[demand("paper"), demand("other")])
    with TestClient(create_app(small([goal], ["want"], kinds=[{"id": "paper", "only_issued": True}]))) as client:
        yield client


def test_a_supposed_document_that_opens_the_way_is_shown_beside_what_stood_in_it(stuck: TestClient) -> None:
    shown = page(stuck, "/themes/t/what-if?if.have=paper")
    places = [
        shown.index(text) for text in ("现在走不通，这样就走得通了", "现在：走不通", "如果：走得通", "数字（当作")
    ]
    assert places == sorted(places)
    data = stuck.get("/api/themes/t/what-if?if.have=paper").json()
    assert (data["before"], data["opened_by"], data["obstacles"]) == (None, [0], [])
    assert [bar["rule"] for bar in data["before_obstacles"]] == ["requirement-unsupplied"]
    assert [way["text"] for way in data["before_ways"]] == ["手上先有“材料paper”（paper）"]


def test_a_supposed_document_beside_the_point_leaves_the_way_closed(stuck: TestClient) -> None:
    shown = page(stuck, "/themes/t/what-if?if.have=other")
    assert "这样还是走不通：挡在那里的一点没变" in shown
    assert shown.count("材料《要求 paper》只能由事项办出") == 2
