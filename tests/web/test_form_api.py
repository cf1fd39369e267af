"""The values of the one table from programs: checked, and written into files."""

import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient

from composer.compose import compose
from composer.model.theme import Library
from tests.web.filling import filled_fields

HERE = "/api/themes/open-restaurant/form"


@pytest.fixture(scope="module")
def whole(library: Library, client: TestClient) -> bytes:
    form = compose(library.themes["open-restaurant"], library.catalogue, {}).form
    return client.post("/themes/open-restaurant/form/files/json", data=dict(filled_fields(form))).content


def test_a_whole_table_is_complete_and_its_values_come_back(client: TestClient, whole: bytes) -> None:
    got = client.post(f"{HERE}/check", content=whole).json()
    sent = json.loads(whole)
    del sent["$form"]
    assert (got["complete"], got["faults"], got["unused"]) == (True, [], [])
    assert got["values"] == sent


def test_what_is_wrong_or_missing_is_said_with_its_place(client: TestClient) -> None:
    sent = {"contact": {"phone": "12"}, "food-worker": [{}, {"name": "王", "identity-number": "?"}], "x": {"y": "z"}}
    got = client.post(f"{HERE}/check", json=sent).json()
    faults = {one["place"]: one for one in got["faults"] if one["place"]}
    assert faults["contact.phone"]["code"] == "format-phone"
    assert faults["food-worker[2].identity-number"]["datum"] == "food-worker.identity-number"
    assert {"datum": "contact.name", "label": "联系人姓名", "entry": None, "place": "", "code": "missing",
            "message": "还没有填写"} in got["faults"]  # fmt: skip
    assert got["unused"] == [{"datum": "x.y", "entry": None, "place": "x.y"}]
    assert got["complete"] is False


@pytest.mark.parametrize("what", ["fill", "split"])
def test_a_whole_table_is_written_into_an_archive(client: TestClient, whole: bytes, what: str) -> None:
    got = client.post(f"{HERE}/{what}", content=whole)
    assert got.headers["content-type"] == "application/zip"
    assert got.headers["cache-control"] == "no-store"
    names = zipfile.ZipFile(io.BytesIO(got.content)).namelist()
    assert ("开办餐饮店联合申请表.json" in names) == (what == "fill")


@pytest.mark.parametrize("what", ["fill", "split"])
def test_a_table_with_faults_is_not_written_and_each_is_said(client: TestClient, what: str) -> None:
    got = client.post(f"{HERE}/{what}", json={"contact": {"phone": "12"}})
    assert got.status_code == 422
    assert got.headers["content-type"] == "application/problem+json"
    phone = next(one for one in got.json()["errors"] if one["datum"] == "contact.phone")
    assert (phone["rule"], phone["subject"], phone["place"]) == ("field-value", "联系人电话", "contact.phone")


@pytest.mark.parametrize("what", ["check", "fill", "split"])
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"[]", "最外层不是一组键和值"),
        (b"{", "第 1 行第 2 列不是 JSON"),
        (b'{"a": NaN}', "有不是 JSON 的数，或嵌套太深"),
        (b"\xff", "不是 UTF-8 编码（第 1 个字节）"),
    ],
)
def test_what_is_no_table_is_refused(client: TestClient, what: str, body: bytes, reason: str) -> None:
    got = client.post(f"{HERE}/{what}", content=body)
    assert got.status_code == 422
    assert [one["reason"] for one in got.json()["errors"]] == [reason]


def test_too_much_is_refused(client: TestClient) -> None:
    got = client.post(f"{HERE}/check", content=b" " * ((1 << 20) + 1))
    assert (got.status_code, got.json()["title"]) == (413, "内容太多，一次放不下")


def test_a_theme_that_does_not_exist_is_not_found(client: TestClient) -> None:
    assert client.post("/api/themes/nothing/form/check", json={}).status_code == 404
