"""Policies switched by address, without scripts."""

from html import unescape

import pytest
from fastapi.testclient import TestClient

GUIDE = "/themes/open-restaurant/guide"
ANSWERS = "principal-type=company"


def test_the_guide_says_which_policies_count_and_what_each_saves(client: TestClient) -> None:
    page = unescape(client.get(client.get(f"{GUIDE}?{ANSWERS}").headers["location"]).text)
    section = page.split('id="reforms"')[1].split("</section>")[0]
    assert "这份指南采用了下面 4 项。合起来与一项也不采用相比" in section
    assert "竣工报告以书面承诺代替" in section
    assert "住建部令第21号" in section
    assert "门头招牌免审" in section


def test_a_switched_policy_stays_in_the_canonical_address_and_in_every_download(client: TestClient) -> None:
    moved = client.get(f"{GUIDE}?policy=-joint-acceptance&{ANSWERS}").headers["location"]
    assert moved.endswith("&policy=-joint-acceptance")
    page = unescape(client.get(moved).text)
    assert "已按要求关掉" in page
    assert f'href="/themes/open-restaurant/download/pdf?{moved.partition("?")[2]}"' in page


def test_the_box_of_a_switched_policy_is_ticked_and_the_others_are_not(client: TestClient) -> None:
    moved = client.get(f"{GUIDE}?policy=-joint-acceptance").headers["location"]
    page = client.get(moved).text
    assert 'value="-joint-acceptance" checked>' in page
    assert 'value="signboard-exempt">' in page
    assert page.count('name="policy" value="-joint-acceptance"') == 2  # the box, and with the day of application


def test_the_questions_keep_switched_policies(client: TestClient) -> None:
    page = client.get("/themes/open-restaurant?policy=signboard-exempt").text
    assert '<input type="hidden" name="policy" value="signboard-exempt">' in page


def test_the_package_of_the_api_follows_the_switches(client: TestClient) -> None:
    address = f"/api/themes/open-restaurant/package?{ANSWERS}"
    usual, without = client.get(address).json(), client.get(f"{address}&policy=-joint-acceptance").json()
    assert without["measures"]["after"]["trips"] > usual["measures"]["after"]["trips"]
    assert "joint-acceptance" not in [policy["id"] for policy in without["policies"]]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("policy=joint", "没有这项改革举措"),
        ("policy=joint-acceptance&policy=-joint-acceptance", "既要采用又要关掉"),
    ],
)
def test_policies_that_cannot_be_are_refused_in_words(client: TestClient, query: str, said: str) -> None:
    response = client.get(f"{GUIDE}?{query}")
    assert response.status_code == 422
    assert said in unescape(response.text)


@pytest.mark.parametrize("word", ["X", "a:b", "!x", "中", "joint-acceptance:off", "a" * 100])
@pytest.mark.parametrize(
    "address",
    [GUIDE, "/themes/open-restaurant/what-if", "/themes/open-restaurant", "/api/themes/open-restaurant/package"],
)
def test_a_word_that_is_no_policy_is_refused_with_the_choices(client: TestClient, address: str, word: str) -> None:
    refused = client.get(address, params={"policy": word})
    assert refused.status_code == 422
    assert "没有这项改革举措" in refused.text
    assert "是否向城镇排水设施排放餐饮污水" not in refused.text.partition("没有这项改革举措")[2][:200]


@pytest.mark.parametrize("word", ["X", "a:b", "联合", "-"])
@pytest.mark.parametrize("path", ["/api/themes/open-company/package", "/api/themes/open-company/next",
                                  "/themes/open-company/guide", "/themes/open-company/what-if"])  # fmt: skip
def test_what_is_no_policy_is_refused_on_every_route(client: TestClient, path: str, word: str) -> None:
    response = client.get(path, params={"policy": word})
    assert response.status_code == 422
    assert "没有这项改革举措" in response.text


def test_a_refusal_names_policies_by_their_own_ids_and_names(client: TestClient) -> None:
    page = unescape(client.get(f"{GUIDE}?policy=drainage-pledge").text)
    assert "<strong>drainage-pledge</strong><span>没有这项改革举措。是不是 drainage-works-pledge。</span>" in page


def test_a_word_that_is_a_question_is_still_an_unknown_policy(client: TestClient) -> None:
    page = unescape(client.get(f"{GUIDE}?policy=agent").text)
    assert (
        "<strong>agent</strong><span>没有这项改革举措。可选：drainage-quality-pledge（水质检测报告以书面承诺代替）"
        in page
    )


def test_the_name_of_a_policy_leads_to_its_id(client: TestClient) -> None:
    moved = client.get(GUIDE, params={"policy": "-一个窗口一起受理"}).headers["location"]
    assert moved.endswith("&policy=-joint-acceptance")


def test_the_next_question_takes_the_terms_that_a_package_takes(client: TestClient) -> None:
    address = "/api/themes/open-restaurant/next"
    usual = client.get(address).json()
    assert client.get(f"{address}?start=2026-12-01&policy=-joint-acceptance").json() == usual
    without = client.get(f"{address}?policy=-drainage-works-pledge&policy=-drainage-quality-pledge").json()
    assert set(usual["open"]) - set(without["open"]) == {"drainage-pledge"}


@pytest.mark.parametrize("base", ["/themes/open-restaurant", "/api/themes/open-restaurant"])
def test_a_policy_supposed_neither_on_nor_off_is_refused(client: TestClient, base: str) -> None:
    response = client.get(f"{base}/what-if?if.policy.joint-acceptance=zzz")
    assert response.status_code == 422
    assert "写的是“zzz”" in unescape(response.text)
    assert "请写 on（采用）或 off（不采用）" in unescape(response.text)


def test_a_policy_that_is_left_as_it_is_supposes_nothing(client: TestClient) -> None:
    location = client.get("/themes/open-restaurant/what-if?if.policy.joint-acceptance=").headers["location"]
    assert "if.policy" not in location


def test_a_policy_may_be_supposed_by_its_name(client: TestClient) -> None:
    location = client.get("/themes/open-restaurant/what-if", params={"if.policy.一个窗口一起受理": "off"}).headers[
        "location"
    ]
    assert location.endswith("&if.policy.joint-acceptance=off")
