"""材料清单规范: its page, its files and the API."""

import json
import re
from html import unescape
from io import BytesIO
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from composer.inventory import material_standard
from composer.model.theme import Library
from tests.examples import demand, item
from tests.examples import library as small_library
from web.app import create_app

MOST_OVER_THE_WIRE = 150_000


def words(client: TestClient, path: str = "/materials") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", response.text.partition("<main")[2])))


@pytest.mark.parametrize("path", ["/", "/loops"])
def test_pages_lead_there(client: TestClient, path: str) -> None:
    assert 'href="/materials"' in client.get(path).text


def test_the_page_holds_every_material_and_every_demand(client: TestClient, library: Library) -> None:
    shown, standard = words(client), material_standard(library)
    assert f"全部 {standard.items} 个事项、{standard.requirements} 条材料要求" in shown
    assert [row.name for row in standard.supplies if row.name not in shown] == []
    assert [one.name for one in standard.demands if one.name not in shown] == []


def test_every_place_that_the_page_names_is_on_it(client: TestClient) -> None:
    text = client.get("/materials").text
    assert set(re.findall(r'href="#([^"]+)"', text)) - {"main"} <= set(re.findall(r'id="([^"]+)"', text))


def test_no_basis_recorded_is_not_said_to_be_no_basis(client: TestClient) -> None:
    assert "“没有记录”的，是本内容没有记到，不等于法律没有规定" in words(client)


def test_it_is_small_over_the_wire_and_not_sent_twice(client: TestClient) -> None:
    with client.stream("GET", "/materials", headers={"accept-encoding": "gzip"}) as response:
        assert len(b"".join(response.iter_raw())) <= MOST_OVER_THE_WIRE
        etag = response.headers["etag"]
    assert client.get("/materials", headers={"if-none-match": etag}).status_code == 304


def test_a_department_sees_what_concerns_it(client: TestClient) -> None:
    shown = words(client, "/materials?department=customs")
    assert "材料清单规范：海关" in shown
    assert "报关单位备案注销申请书" in shown
    assert "公司章程" not in shown
    assert words(client, "/materials?department=") == words(client)


@pytest.mark.parametrize("path", ["/materials", "/materials/download/json", "/api/materials"])
def test_a_department_that_does_not_exist_is_not_found(client: TestClient, path: str) -> None:
    response = client.get(f"{path}?department=moon")
    assert response.status_code == 404
    assert "没有这个部门" in response.text


def test_a_format_that_does_not_exist_is_not_found(client: TestClient) -> None:
    assert client.get("/materials/download/docx").status_code == 404


def test_files_are_attachments_with_chinese_names(client: TestClient) -> None:
    book = client.get("/materials/download/xlsx?department=tax")
    assert "材料清单规范-税务局.xlsx" in unquote(book.headers["content-disposition"])
    assert 'filename="materials-standard-tax.xlsx"' in book.headers["content-disposition"]
    assert load_workbook(BytesIO(book.content)).sheetnames[0] == "共享复用材料清单"
    assert client.get("/materials/download/json").json() == client.get("/api/materials").json()


def test_the_api_gives_what_the_domain_gives(client: TestClient, library: Library) -> None:
    made = json.loads(material_standard(library).model_dump_json())
    assert client.get("/api/materials").json() == made


def test_names_of_content_are_text_on_the_page() -> None:
    content = small_library(
        [item("i", "want", requires=[demand("paper", name="<script>甲</script>")])],
        ["want"],
        kinds=[{"id": "paper", "name": "<b>乙</b>"}],
    )
    with TestClient(create_app(content)) as client:
        text = client.get("/materials").text
    assert "<script>甲" not in text
    assert "<b>乙" not in text
    assert "&lt;script&gt;甲" in text


def test_a_library_without_demands_has_a_page() -> None:
    content = small_library([item("i", "want")], ["want"])
    with TestClient(create_app(content)) as client:
        shown = words(client)
    assert "没有这样的材料。" in shown
    assert "没有查到。" in shown
