"""The day of application in the address: `?start=2026-12-01`."""

from collections.abc import Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

GUIDE = "/themes/close-company/guide"
START = "start=2026-12-01"


@pytest.fixture
def client(client: TestClient) -> Iterator[TestClient]:
    """A client that goes on to the canonical address."""
    client.follow_redirects = True
    yield client
    client.follow_redirects = False


def test_a_start_gives_the_guide_dates(client: TestClient) -> None:
    page = client.get(f"{GUIDE}?{START}").text
    assert "2026年12月1日（周二）提交" in page
    assert 'value="2026-12-01"' in page
    assert "2027 年的放假调休安排还没有收录" in page


def test_a_start_on_a_day_off_says_from_which_working_day_it_counts(client: TestClient) -> None:
    page = unescape(client.get(f"{GUIDE}?start=2026-10-01").text)
    assert "2026年10月1日（周四）休息，按2026年10月8日（周四）提交算起。" in page


def test_without_a_start_the_guide_counts_days_and_asks_for_one(client: TestClient) -> None:
    page = client.get(GUIDE).text
    assert "从提交申请那天（第 0 天）算起" in page
    assert '<input type="date" id="start" name="start"' in page


@pytest.mark.parametrize("written", ["2026/12/1", "2026年12月1日", "2026-12-1"])
def test_another_way_to_write_the_day_leads_to_the_one_way(client: TestClient, written: str) -> None:
    response = client.get(GUIDE, params={"start": written}, follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"].endswith(f"&{START}")


def test_an_empty_field_is_no_start(client: TestClient) -> None:
    response = client.get(f"{GUIDE}?start=")
    assert response.status_code == 200
    assert "start=" not in str(response.url)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("soon", "开始日期的写法不对。请写成 2026-12-01 这样的日期"),
        ("2026-02-30", "日历上没有这一天。请检查月和日"),
        ("1989-06-01", "只能推算 1990 年到 2100 年的日期"),
        ("2100-12-30", "只能推算 1990 年到 2100 年的日期"),
    ],
)
@pytest.mark.parametrize("path", [GUIDE, "/themes/close-company/download/gantt"])
def test_a_start_that_cannot_be_is_a_422_page_that_says_why(
    client: TestClient, path: str, written: str, said: str
) -> None:
    response = client.get(path, params={"start": written})
    assert response.status_code == 422
    assert said in response.text


def test_the_way_back_from_a_wrong_answer_keeps_the_start(client: TestClient) -> None:
    page = unescape(client.get(f"{GUIDE}?agent=moon&{START}").text)
    assert f'href="/themes/close-company?{START}"' in page


def test_the_way_back_from_a_wrong_start_keeps_the_answers(client: TestClient) -> None:
    page = unescape(client.get("/themes/open-restaurant/guide?agent=by-agent&start=soon").text)
    assert 'href="/themes/open-restaurant?agent=by-agent"' in page


def test_downloads_and_the_questions_carry_the_start(client: TestClient) -> None:
    page = unescape(client.get(f"{GUIDE}?{START}").text)
    query = page.split("/themes/close-company/download/gantt?")[1].split('"')[0]
    assert query.endswith(START)
    drawn = client.get(f"/themes/close-company/download/gantt?{query}").text
    assert "2026年12月" in drawn
    assert 'value="2026-12-01"' in client.get(f"/themes/close-company?{query}").text


def test_pages_with_and_without_a_start_are_kept_apart(client: TestClient) -> None:
    dated, plain = client.get(f"{GUIDE}?{START}"), client.get(GUIDE)
    assert dated.headers["etag"] != plain.headers["etag"]


def test_the_api_gives_dates_for_a_start(client: TestClient) -> None:
    body = client.get(f"/api/themes/close-company/package?{START}").json()
    assert body["timeline"]["begins"] == "2026-12-01"
    assert body["timeline"]["promised"]["slots"][0]["dates"]["earliest_start"] == "2026-12-01"
    assert "start" not in body["answers"]
