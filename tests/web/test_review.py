"""The review of names on the web: a form a pair, and nothing of it where the service was not started for it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient

from composer.model.theme import Library
from composer.model.verdict import Said
from composer.store.desk import Desk
from composer.store.reviews import Heard
from tests.materials.review.small import CATALOGUE
from web.app import create_app

NAMES = {name: Heard(rows, (f"{name}的<某局>",)) for name, rows in (("全家照片册子", 1), ("全家照片册", 2))}
HERE = "/materials/review"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "review.db", CATALOGUE)
    desk.add("first", "一.csv", NAMES)
    yield desk
    desk.close()


@pytest.fixture
def reviewer(library: Library, desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(library, desk), follow_redirects=False, base_url="http://127.0.0.1") as client:
        client.cookies.set("reviewer", "%E7%8E%8B%E6%95%8F", path=HERE)
        yield client


PAIR = {"one": "~全家照片册", "other": "~全家照片册子"}


def test_a_service_that_was_not_started_for_it_has_no_review(client: TestClient) -> None:
    assert client.get(HERE).status_code == 404
    assert client.post(HERE, data=PAIR).status_code == 404


def test_who_has_not_said_a_name_is_asked_for_it_and_remembered(reviewer: TestClient) -> None:
    reviewer.cookies.clear()
    assert "您的姓名" in reviewer.get(HERE).text
    done = reviewer.post(f"{HERE}/name", data={"name": " 王敏 "})
    assert (done.status_code, done.headers["location"]) == (303, HERE)
    cookie = done.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "王敏 正在判断" in reviewer.get(HERE).text


def test_a_pair_shows_who_says_it_and_nothing_of_a_list_is_markup(reviewer: TestClient) -> None:
    page = reviewer.get(HERE)
    assert "全家照片册<mark>子</mark>" in page.text
    assert "全家照片册的&lt;某局&gt;" in page.text
    assert page.headers["cache-control"] == "no-store"


def test_a_verdict_is_kept_with_its_reason_and_the_next_page_says_so(reviewer: TestClient, desk: Desk) -> None:
    done = reviewer.post(HERE, data={**PAIR, "key": "4", "why": "同一本"})
    assert (done.status_code, done.headers["location"]) == (303, f"{HERE}?given=1")
    (kept,) = desk.standing().given
    assert (kept.verdict.one, kept.verdict.said, kept.verdict.other) == ("~全家照片册子", "satisfies", "~全家照片册")
    assert (kept.verdict.by, kept.verdict.why) == ("王敏", "同一本")
    page = reviewer.get(f"{HERE}?given=1").text
    assert "第 1 条记下了：“全家照片册子”可以代替“全家照片册”" in page
    assert "没有要您判断的了" in page


def test_a_verdict_can_be_undone_and_stays_in_the_list(reviewer: TestClient, desk: Desk) -> None:
    reviewer.post(HERE, data={**PAIR, "key": "1"})
    assert reviewer.post(f"{HERE}/undo", data={"number": "1"}).status_code == 303
    assert desk.standing().settled.agreed == ()
    assert "王敏，" in reviewer.get(f"{HERE}/verdicts").text
    refused = reviewer.post(f"{HERE}/undo", data={"number": "1"})
    assert refused.status_code == 409
    assert "这一条已经由王敏在" in refused.text


def test_a_verdict_that_contradicts_is_refused_with_what_it_contradicts(reviewer: TestClient, desk: Desk) -> None:
    reviewer.post(HERE, data={"one": "~全家照片册", "other": "household-register", "key": "1"})
    refused = reviewer.post(HERE, data={"one": "~全家照片册", "other": "marriage-certificate", "key": "1"})
    assert refused.status_code == 409
    assert "会把目录里的" in refused.text
    assert len(desk.standing().given) == 1


def test_two_who_disagree_see_both_verdicts(reviewer: TestClient, desk: Desk) -> None:
    desk.judge("~全家照片册", Said.DIFFERENT, "~全家照片册子", "李强")
    reviewer.post(HERE, data={**PAIR, "key": "1"})
    assert "别人的结论不同" in reviewer.get(f"{HERE}?given=2").text
    page = reviewer.get(f"{HERE}/verdicts").text
    assert "有分歧的" in page
    assert page.index("李强") < page.index("王敏")


def test_what_is_disputed_is_shown_with_its_numbers_though_all_was_said_in_one_second(
    library: Library, tmp_path: Path
) -> None:
    moment = datetime(2026, 11, 2, 9, tzinfo=UTC)
    desk = Desk(tmp_path / "one.db", CATALOGUE, lambda: moment)
    desk.add("first", "一.csv", {name: Heard(1, ()) for name in ("全家照片册子", "全家照片册", "飞碟证", "飞碟证件")})
    desk.judge("~全家照片册", Said.SAME, "~全家照片册子", "王敏")
    desk.judge("~全家照片册", Said.DIFFERENT, "~全家照片册子", "李强")
    desk.judge("~飞碟证", Said.DIFFERENT, "~飞碟证件", "李强")
    desk.judge("~飞碟证", Said.SAME, "~飞碟证件", "王敏")
    desk.undo(4, "王敏")
    page = TestClient(create_app(library, desk), base_url="http://127.0.0.1").get(f"{HERE}/verdicts").text
    desk.close()
    disputed = page.split("全部，新的在前")[0]
    assert re.findall(r'name="number" value="(\d+)"', disputed) == ["1", "2"]
    assert "飞碟证" not in disputed


def test_only_what_counts_is_counted(reviewer: TestClient, desk: Desk) -> None:
    desk.add("second", "二.csv", {name: Heard(1, ()) for name in ("飞碟证", "飞碟证件", "飞碟证书本")})
    desk.judge("~飞碟证", Said.DIFFERENT, "~飞碟证件", "李强")
    desk.judge("~飞碟证", Said.UNSURE, "~飞碟证书本", "李强")
    desk.judge("~全家照片册", Said.DIFFERENT, "~全家照片册子", "李强")
    reviewer.post(HERE, data={**PAIR, "key": "1"})
    assert "1 条结论生效" in reviewer.get(HERE).text


def test_a_name_that_stands_in_no_list_is_not_judged(reviewer: TestClient, desk: Desk) -> None:
    refused = reviewer.post(HERE, data={"one": "~无此证", "other": "~全家照片册", "key": "1"})
    assert refused.status_code == 409
    assert "加进来的清单里没有“无此证”。请从复核页重新选一对。" in refused.text
    assert desk.standing().given == ()


def test_another_person_can_take_over_the_browser(reviewer: TestClient) -> None:
    assert f'<a href="{HERE}/name">换人</a>' in reviewer.get(HERE).text
    page = reviewer.get(f"{HERE}/name").text
    assert 'value="王敏"' in page
    assert "换成这个姓名" in page
    reviewer.cookies.clear()
    reviewer.post(f"{HERE}/name", data={"name": "李强"})
    assert "李强 正在判断" in reviewer.get(HERE).text


def test_every_page_leads_to_the_review_where_there_is_one(reviewer: TestClient, client: TestClient) -> None:
    for page in ("/", "/materials"):
        assert f'<a href="{HERE}">名称复核</a>' in reviewer.get(page).text
        assert HERE not in client.get(page).text
    assert f'<a href="{HERE}" aria-current="page">名称复核</a>' in reviewer.get(HERE).text


def test_the_verdicts_are_handed_out_as_content(reviewer: TestClient) -> None:
    reviewer.post(HERE, data={**PAIR, "key": "1"})
    rows = yaml.safe_load(reviewer.get(f"{HERE}/verdicts.yaml").content)
    assert [(row["one"], row["said"], row["other"], row["by"]) for row in rows] == [
        ("~全家照片册", "same", "~全家照片册子", "王敏"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}, {"origin": "null"}],
    ids=["another site", "another origin", "no origin that is known"],
)
def test_a_form_of_another_site_is_refused(reviewer: TestClient, desk: Desk, headers: dict[str, str]) -> None:
    assert reviewer.post(HERE, data={**PAIR, "key": "1"}, headers=headers).status_code == 403
    assert desk.standing().given == ()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 409),
        ({**PAIR, "key": "9"}, 409),
        ({"key": "1", "one": "household-register", "other": "household-register"}, 409),
        ({"key": "1", "one": "户籍簿", "other": "~全家照片册"}, 409),
        ({"key": "1", "one": "moon-permit", "other": "~全家照片册"}, 409),
        ({**PAIR, "key": "1", "why": "长" * 30_000}, 413),
    ],
    ids=["nothing", "no such key", "one unit twice", "no unit", "no such kind", "too long"],
)
def test_fields_that_make_no_sense_keep_nothing(reviewer: TestClient, desk: Desk, fields, status: int) -> None:
    assert reviewer.post(HERE, data=fields).status_code == status
    assert desk.standing().given == ()
