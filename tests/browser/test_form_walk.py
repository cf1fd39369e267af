"""A person fills the one table: on a telephone and at a desk, with and without scripts, by keyboard alone."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from composer.compose import compose
from composer.model.theme import Library
from tests.browser.conftest import Live, Visitor
from tests.web.filling import filled_fields

HERE = "/themes/open-restaurant/form"
SECRET = "王敏的饺子馆"


@pytest.fixture(scope="module")
def texts(library: Library) -> dict[str, str]:
    form = compose(library.themes["open-restaurant"], library.catalogue, {}).form
    return {**dict(filled_fields(form)), "datum.enterprise.name": SECRET}


def begin(visitor: Visitor) -> Page:
    visitor.go(HERE)
    visitor.look()
    visitor.page.get_by_role("button", name="开始填").click()
    return visitor.page


def fill_page(page: Page, texts: dict[str, str]) -> None:
    """Write into every input of a page what it asks."""
    for name in page.locator("[data-field]").evaluate_all("all => all.map(one => one.dataset.field)"):
        text, inputs = texts[name], page.locator(f'[name="{name}"]')
        match inputs.first.evaluate("one => one.type"):
            case "radio" | "checkbox":
                if text:
                    page.locator(f'[name="{name}"][value="{text}"]').check()
            case "select-one":
                inputs.select_option(text)
            case _:
                inputs.fill(text)


@pytest.mark.parametrize(("width", "scripts"), [(390, False), (1280, True)])
def test_a_person_fills_the_table_to_the_end_and_gets_the_files(
    visit: Callable[..., Visitor], live: Live, texts: dict[str, str], width: int, scripts: bool, tmp_path: Path
) -> None:
    visitor = visit(width=width, scripts=scripts)
    page = begin(visitor)
    for part in ("申请人", "办理事项", "场所", "有关人员", "声明和签署"):
        expect(page.get_by_role("heading", level=1)).to_have_text(part)
        visitor.look()
        fill_page(page, texts)
        page.get_by_role("button", name="下一步：").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("核对和下载")
    visitor.look()
    expect(page.get_by_text("都填好了，没有发现问题")).to_be_visible()
    expect(page.locator(".review-value").filter(has_text=SECRET)).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("button", name="JSON").click()
    document = json.loads(Path(coming.value.path()).read_bytes())
    assert document["enterprise"]["name"] == SECRET
    assert document["operator"]["sex"] == "女"
    with page.expect_download() as coming:
        page.get_by_role("button", name="全部表格").click()
    assert coming.value.suggested_filename == "开办餐饮店一件事-全部表格.zip"
    assert visitor.troubles == []
    assert SECRET not in live.log.read_text(encoding="utf-8")
    assert SECRET not in page.url


def test_lines_are_added_and_removed_without_scripts(visit: Callable[..., Visitor]) -> None:
    page = begin(visit(width=390, scripts=False))
    page.get_by_text("去别的部分").click()
    page.get_by_role("button", name="有关人员").click()
    page.get_by_role("button", name="再加一条从业人员").click()
    second = page.get_by_role("group", name="从业人员　第 2 条")
    second.get_by_label("姓名").fill("李强")
    page.get_by_role("button", name=re.compile("删去这一条.*从业人员第 1 条")).click()
    expect(page.get_by_role("group", name="从业人员　第 1 条").get_by_label("姓名")).to_have_value("李强")
    expect(second).to_have_count(0)


def test_the_keyboard_alone_fills_goes_on_and_reaches_what_is_wrong(visit: Callable[..., Visitor]) -> None:
    page = begin(visit(scripts=False))
    page.get_by_label("经营者移动电话").focus()
    page.keyboard.type("1380013")
    page.keyboard.press("Enter")
    expect(page).to_have_title("错误：申请人（第 1 部分，共 5 部分）：开办餐饮店一件事 · 一件事")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("经营者移动电话")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("13800138000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("办理事项")


def test_what_is_wrong_and_what_follows_is_said_while_one_fills(visit: Callable[..., Visitor]) -> None:
    visitor = visit(width=390)
    page = begin(visitor)
    page.get_by_label("经营者移动电话").fill("1380013")
    page.get_by_label("经营者移动电话").press("Tab")
    expect(page.get_by_text("手机号码应为11位，这里只有7位，请核对后重填")).to_be_visible()
    expect(page.get_by_label("经营者移动电话")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("经营者身份证件号码").fill("11010519491231002X")
    page.get_by_label("经营者身份证件号码").press("Tab")
    expect(page.get_by_text("由身份证号码得出：女")).to_be_visible()
    page.get_by_label("经营者移动电话").fill("13800138000")
    page.get_by_label("经营者移动电话").press("Tab")
    expect(page.get_by_text("手机号码应为11位")).to_be_hidden()
    assert visitor.troubles == []


def test_a_draft_stays_on_the_device_is_offered_again_and_erased(visit: Callable[..., Visitor]) -> None:
    visitor = visit(width=390)
    page = begin(visitor)
    expect(page.get_by_text("草稿", exact=False).first).to_be_visible()
    page.get_by_label("经营者姓名").fill("李强")
    visitor.go(HERE)
    page.get_by_role("button", name="继续上次的草稿").click()
    expect(page.get_by_label("经营者姓名")).to_have_value("李强")
    page.get_by_role("button", name="删掉草稿").click()
    expect(page.get_by_text("草稿已经从这台设备上删掉了。")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    visitor.go(HERE)
    expect(page.get_by_text("上次的草稿还在")).to_be_hidden()
    assert visitor.troubles == []


def test_a_draft_of_other_answers_goes_back_to_them(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go(f"{HERE}?principal-type=company")
    visitor.page.get_by_role("button", name="开始填").click()
    visitor.page.get_by_label("法定代表人姓名").fill("李强")
    visitor.go(HERE)
    expect(visitor.page.get_by_text("它是按另一组回答填的")).to_be_visible()
    visitor.page.get_by_role("button", name="继续上次的草稿").click()
    expect(visitor.page.get_by_label("法定代表人姓名")).to_have_value("李强")


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_page_of_the_table(visit: Callable[..., Visitor], width: int, tmp_path: Path) -> None:
    visitor = visit(width=width)
    page = begin(visitor)

    def clean() -> None:
        visitor.look()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()

    page.get_by_label("企业（字号）名称").fill(SECRET)
    clean()
    page.get_by_label("经营者移动电话").fill("1380013")
    page.get_by_role("button", name="下一步：").click()
    expect(page.get_by_role("alert")).to_be_visible()
    clean()
    page.get_by_text("去别的部分").click()
    page.get_by_role("button", name="有关人员").click()
    expect(page.get_by_role("button", name="先不改")).to_have_attribute("value", "past:4")
    page.get_by_role("button", name="先不改").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("有关人员")
    clean()
    page.get_by_text("去别的部分").click()
    page.get_by_role("button", name="核对和下载").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("核对和下载")
    clean()
    with page.expect_download() as coming:
        page.get_by_role("button", name="JSON").click()
    coming.value.save_as(tmp_path / "form.json")
    visitor.go(HERE)
    clean()
    page.get_by_role("button", name="读入").click()
    expect(page.get_by_role("alert")).to_be_visible()
    clean()
    page.get_by_label("填过的文件").set_input_files(tmp_path / "form.json")
    page.get_by_role("button", name="读入").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("读到 1 项")
    clean()
    assert visitor.troubles == []


def test_every_control_can_be_hit_with_a_thumb(visit: Callable[..., Visitor]) -> None:
    page = begin(visit(width=390))
    heights = page.locator(".option label, main button:not(.visually-hidden), .input, summary").evaluate_all(
        "all => all.map(one => one.offsetHeight)"
    )
    assert min(height for height in heights if height) >= 44
