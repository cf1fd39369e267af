"""The one table on pages: what is written travels in them, is shown where it is wrong, and is kept nowhere."""

import io
import json
import logging
import re
import zipfile
from collections.abc import Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

from composer.compose import compose
from composer.forms.specs import is_written, must_be_filled
from composer.model.package import MergedForm
from composer.model.theme import Library
from composer.outputs import FORM_FILES, ORIGINAL_FILES, OriginalFile
from tests.web.filling import IDENTITY, filled_fields

HERE = "/themes/open-restaurant/form"
PAGE = f"{HERE}/page"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def form(library: Library) -> MergedForm:
    return compose(library.themes["open-restaurant"], library.catalogue, {}).form


@pytest.fixture
def plain_originals() -> Iterator[None]:
    """A format of originals of our own, whichever others there are."""
    kind = OriginalFile(".test", "text/plain", lambda original: original.name.encode())
    ORIGINAL_FILES.register("test")(kind)
    yield
    del ORIGINAL_FILES._plugins["test"]


def title(page: str) -> str:
    return unescape(re.search("<title>(.*)</title>", page)[1])  # type: ignore[index]


def hidden(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in found}


def test_the_start_says_how_much_it_is_for_whom_and_what_to_have_at_hand(client: TestClient, form: MergedForm) -> None:
    page = client.get(HERE, follow_redirects=True).text
    asked = [row for row in form.rows if is_written(row)]
    assert f"<strong>{len(asked)}</strong> 栏，其中必填 {sum(map(must_be_filled, asked))} 栏" in page
    for said in ("代替原来的 3 张表", "市场监督管理局", "排水许可申请表〔未核实〕",
                 "经营者、食品安全管理人员、从业人员", "经营者签字（盖章）、申请人（申报人）签字"):  # fmt: skip
        assert said in page
    for name in FORM_FILES:
        assert f"{HERE}/blank/{name}" in page


@pytest.mark.parametrize("name", list(FORM_FILES))
def test_the_blank_table_can_be_had_in_every_format(client: TestClient, name: str) -> None:
    got = client.get(f"{HERE}/blank/{name}", follow_redirects=True)
    assert got.status_code == 200
    assert "attachment" in got.headers["content-disposition"]


def test_an_unknown_format_is_not_found(client: TestClient) -> None:
    assert client.get(f"{HERE}/blank/doc", follow_redirects=True).status_code == 404
    assert client.post(f"{HERE}/files/doc").status_code == 404


def test_the_guide_and_the_questions_lead_to_it(client: TestClient) -> None:
    for path in ("/themes/open-restaurant/guide", "/themes/open-restaurant"):
        assert f'href="{HERE}' in client.get(path, follow_redirects=True).text


def test_a_page_asked_for_by_its_address_alone_leads_to_the_start(client: TestClient) -> None:
    got = client.get(PAGE)
    assert got.status_code == 303
    assert got.headers["location"].startswith(HERE)


def test_each_part_is_a_page_and_the_review_is_the_last(client: TestClient) -> None:
    names, sent = [], {"page": "start"}
    for _ in range(6):
        page = client.post(PAGE, data=sent).text
        names.append(re.search("<h1>(.*)</h1>", page)[1])  # type: ignore[index]
        sent = {"page": hidden(page)["page"]}
    assert names == ["申请人", "办理事项", "场所", "有关人员", "声明和签署", "核对和下载"]


def test_what_is_missing_blocks_nothing_and_is_listed_at_the_review(client: TestClient, form: MergedForm) -> None:
    page = client.post(PAGE, data={"page": "1", "go": "to:review"}).text
    needed = [group for group in form.groups if any(map(must_be_filled, group.rows))]
    missing = sum(1 if group.repeats else sum(map(must_be_filled, group.rows)) for group in needed)
    assert f"还有 {missing} 处必填的没填" in page
    assert re.search(r"申请人：\d+ 处", page)


def test_what_is_wrong_keeps_its_page_and_stands_beside_the_field_and_at_the_top(client: TestClient) -> None:
    got = client.post(PAGE, data={"page": "1", "datum.operator.mobile": "1380013"})
    said = "手机号码应为11位，这里只有7位，请核对后重填"
    assert got.status_code == 422
    assert title(got.text).startswith("错误：申请人（第 1 部分，共 5 部分）")
    assert f'<li><a href="#datum.operator.mobile">经营者移动电话：{said}</a></li>' in got.text
    assert f'<span class="field-error-text">{said}</span>' in got.text
    control = re.search(r'<input [^>]*name="datum.operator.mobile"[^>]*>', got.text)[0]  # type: ignore[index]
    assert 'value="1380013"' in control
    assert 'aria-describedby="datum.operator.mobile-hint datum.operator.mobile-error" aria-invalid="true"' in control


def test_what_is_wrong_can_be_left_for_later_and_stands_at_the_review(client: TestClient) -> None:
    sent = {"page": "1", "datum.operator.mobile": "1380013"}
    assert 'value="past:review"' in client.post(PAGE, data={**sent, "go": "to:review"}).text
    got = client.post(PAGE, data={**sent, "go": "past:review"})
    assert got.status_code == 200
    assert "有 1 处不对，还没有写进表里" in got.text
    assert hidden(got.text)["datum.operator.mobile"] == "1380013"


def test_what_is_mended_from_the_review_leads_back_to_it(client: TestClient) -> None:
    page = client.post(PAGE, data={"page": "review", "go": "mend:3"}).text
    assert hidden(page)["then"] == "review"
    assert "改好了，回到核对" in page
    assert "核对和下载" in title(client.post(PAGE, data={"page": "3", "then": "review"}).text)


def test_everything_written_goes_on_from_page_to_page(client: TestClient) -> None:
    page = client.post(PAGE, data={"page": "1", "datum.contact.name": "王敏", "row2.food_worker.name": "李强"}).text
    assert hidden(page)["datum.contact.name"] == "王敏"
    assert hidden(page)["row1.food_worker.name"] == "李强"


def test_what_the_table_does_not_ask_is_left_behind(client: TestClient) -> None:
    sent = {"page": "1", "datum.director.name": "甲", "row1.contact.name": "乙", "datum.food_worker.name": "丙",
            "datum.enterprise.uscc": "丁", "datum.operator.signature": "戊", "onclick": "己"}  # fmt: skip
    assert set(hidden(client.post(PAGE, data=sent).text)) <= {"page", "line"}


def test_lines_are_added_removed_and_bounded(client: TestClient) -> None:
    sent = {"page": "4", "row1.food_worker.name": "甲", "row2.food_worker.name": "乙"}
    page = client.post(PAGE, data={**sent, "go": "add:food-worker"}).text
    assert 'id="line.food-worker.3"' in page
    page = client.post(PAGE, data={**sent, "go": "remove:food-worker:1"}).text
    assert "删去了从业人员第 1 条" in page
    assert re.search('name="row1.food_worker.name"[^>]*value="乙"', page)
    assert 'id="line.food-worker.2"' not in page
    many = {"page": "4"} | {f"row{at}.family_member.name": "甲" for at in range(1, 21)}
    page = client.post(PAGE, data={**many, "go": "add:family-member"}).text
    assert "最多 20 条，不能再加了" in page
    assert "再加一条参加经营的家庭成员" not in page


def test_a_fault_names_the_line_as_the_page_counts_it_blank_ones_too(client: TestClient) -> None:
    sent = {"page": "4", "row1.food_worker.name": " ", "row2.food_worker.identity_number": "?"}
    page = client.post(PAGE, data=sent).text
    assert '<a href="#row2.food_worker.identity_number">第 2 条从业人员的身份证件号码：' in page


def test_what_follows_from_another_field_is_said(client: TestClient) -> None:
    sent = {"page": "1", "go": "to:1", "datum.operator.identity_number": IDENTITY}
    page = client.post(PAGE, data=sent).text
    assert "由身份证号码得出：女" in page


@pytest.mark.parametrize("at", ["1", "4", "review"])
def test_a_script_in_a_field_stays_text(client: TestClient, at: str) -> None:
    sent = {"page": "start", "go": f"to:{at}", "datum.enterprise.name": SCRIPT, "row1.food_worker.name": f'">{SCRIPT}'}
    page = client.post(PAGE, data=sent).text
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page


def test_no_page_is_kept_nor_sets_a_cookie_and_no_value_stands_in_an_address(client: TestClient) -> None:
    sent = {"page": "1", "datum.enterprise.name": "王记饺子馆"}
    for path in (PAGE, f"{HERE}/files/json"):
        got = client.post(path, data=sent)
        assert got.headers["cache-control"] == "no-store"
        assert "set-cookie" not in got.headers
        assert "etag" not in got.headers
    links = re.findall('(?:href|action|formaction)="([^"]*)"', client.post(PAGE, data=sent).text)
    assert not any("王" in unescape(link) or "%E7%8E%8B" in link for link in links)


def test_no_value_reaches_a_log_even_when_a_writer_fails(
    client: TestClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("王记饺子馆")

    monkeypatch.setattr("web.routers.forms.filled_file", fail)
    with caplog.at_level(logging.DEBUG):
        client.post(PAGE, data={"page": "1", "datum.enterprise.name": "王记饺子馆", "datum.operator.mobile": "1380013"})
        assert client.post(f"{HERE}/files/json", data={"datum.enterprise.name": "王记饺子馆"}).status_code == 500
    assert "ValueError at" in caplog.text
    assert "王记" not in caplog.text
    assert "1380013" not in caplog.text


def test_a_table_filled_to_the_end_gives_every_file(
    client: TestClient, form: MergedForm, plain_originals: None
) -> None:
    sent = dict(filled_fields(form))
    page = client.post(PAGE, data={"page": "start", "go": "to:review", **sent}).text
    assert "都填好了，没有发现问题" in page
    document = json.loads(client.post(f"{HERE}/files/json", data=sent).content)
    assert document["operator"]["sex"] == "女"
    assert document["declaration"]["date"] == "2026-03-01"
    for original in form.originals.values():
        got = client.post(f"{HERE}/files/{original.id}.test", data=sent)
        assert got.content.decode() == original.name
    packed = zipfile.ZipFile(io.BytesIO(client.post(f"{HERE}/files/all", data=sent).content)).namelist()
    assert "开办餐饮店联合申请表.json" in packed
    assert "各部门的表/01-个体工商户登记（备案）申请书.test" in packed
    only = zipfile.ZipFile(io.BytesIO(client.post(f"{HERE}/files/originals", data=sent).content)).namelist()
    assert all(name.startswith("各部门的表/") for name in only)


def test_the_same_values_give_the_same_bytes(client: TestClient, form: MergedForm) -> None:
    sent = dict(filled_fields(form))
    one, other = (client.post(f"{HERE}/files/all", data=sent).content for _ in range(2))
    assert one == other


@pytest.mark.parametrize("name", list(FORM_FILES))
def test_a_file_taken_away_half_filled_is_gone_on_with(client: TestClient, name: str) -> None:
    sent = {"datum.contact.name": "王敏", "row1.food_worker.name": "李强", "datum.declaration.date": "2026年3月1日"}
    taken = client.post(f"{HERE}/files/{name}", data=sent).content
    page = client.post(f"{HERE}/read", files={"file": ("x", taken)}).text
    assert "读到 3 项" in page
    assert {name: value for name, value in hidden(page).items() if name != "page"} == sent


def test_a_file_of_other_answers_offers_both(client: TestClient) -> None:
    sent = {"datum.contact.name": "王敏", "datum.legal_representative.name": "李强"}
    taken = client.post(f"{HERE}/files/json?principal-type=company", data=sent).content
    page = client.post(f"{HERE}/read", files={"file": ("x", taken)}).text
    assert "文件是按另一组回答填的" in page
    assert re.search(r'formaction="[^"]*principal-type=company[^"]*">按文件里的回答接着填', page)
    assert hidden(page)["datum.legal_representative.name"] == "李强"
    assert "<dt>法定代表人姓名</dt><dd>李强</dd>" in page


def test_a_file_of_another_theme_brings_what_is_the_same(client: TestClient) -> None:
    sent = {"datum.contact.name": "王敏", "datum.operator.name": "李强", "datum.declaration.date": "2026-03-01"}
    taken = client.post(f"{HERE}/files/json", data=sent).content
    page = client.post("/themes/open-convenience-store/form/read", files={"file": ("x", taken)}).text
    assert "这个文件是为另一件事填的" in page
    assert hidden(page)["datum.operator.name"] == "李强"
    assert "datum.declaration.date" not in hidden(page)


def test_a_wrong_value_in_a_file_is_said_and_carried_to_its_field(client: TestClient) -> None:
    data = json.dumps({"operator": {"mobile": "123", "name": "\ud800<b>"}}).encode()
    page = client.post(f"{HERE}/read", files={"file": ("x", data)}).text
    assert "有 2 处要改" in page
    assert hidden(page)["datum.operator.mobile"] == "123"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello", "认不出这是什么文件。请交填好的 .xlsx、.docx、.pdf 或 .json"),
        (b"{", "第 1 行第 2 列不是 JSON"),
        (b"PK\x03\x04damaged", "文件已损坏，打不开"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_way_out(client: TestClient, data: bytes, said: str) -> None:
    got = client.post(f"{HERE}/read", files={"file": ("<b>秘密.xlsx", data)})
    assert got.status_code == 422
    assert said in got.text
    assert "回去重选" in got.text
    assert "秘密" not in got.text


def test_a_zip_bomb_is_refused(client: TestClient) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(40 << 20))
    got = client.post(f"{HERE}/read", files={"file": ("x.xlsx", bomb.getvalue())})
    assert got.status_code == 422
    assert "展开后超过 30 MB" in got.text


def test_no_file_chosen_is_said_at_the_start(client: TestClient) -> None:
    got = client.post(f"{HERE}/read", files={"file": ("", b"")})
    assert got.status_code == 422
    assert title(got.text).startswith("错误：填表")
    assert '<a href="#file">请先选一个文件，再点“读入”</a>' in got.text


def test_what_is_no_upload_is_refused(client: TestClient) -> None:
    for headers in ({}, {"content-type": "multipart/form-data"}, {"content-type": "multipart/form-data; boundary=x"}):
        assert client.post(f"{HERE}/read", content=b"file=x", headers=headers).status_code == 422


@pytest.mark.parametrize(
    ("path", "size", "most"), [("page", 1 << 20, 1), ("files/json", 1 << 20, 1), ("read", 6 << 20, 5)]
)
def test_too_much_is_refused_with_the_way_out(client: TestClient, path: str, size: int, most: int) -> None:
    got = client.post(f"{HERE}/{path}", content=b"a=" + b"x" * size)
    assert got.status_code == 413
    assert "内容太多，一次放不下" in got.text
    assert f"一次最多 {most} MB" in got.text


def test_too_many_fields_are_refused(client: TestClient) -> None:
    assert client.post(PAGE, content=b"a=1&" * 30_001).status_code == 413


@pytest.mark.parametrize(
    "go", ["", "nowhere", "to:99", "to:", "mend:x", "add:nobody", "remove:food-worker:0", "remove:food-worker:x"]
)
@pytest.mark.parametrize("page", ["", "99", "4", "review", "²"])
def test_a_button_that_does_not_exist_leads_to_some_page(client: TestClient, page: str, go: str) -> None:
    assert client.post(PAGE, data={"page": page, "go": go}).status_code == 200


def test_a_page_sent_from_another_site_changes_nothing_and_gets_what_it_sent(client: TestClient) -> None:
    headers = {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}
    client.post(PAGE, data={"page": "1", "datum.enterprise.name": "别人写的"}, headers=headers)
    assert "别人写的" not in client.post(PAGE, data={"page": "1"}).text
