"""From home to the guide and away with a file: every theme, both widths, with and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Live, Visitor

# What a visitor changes: the question and the option, by their texts.
CHANGES = {
    "after-death": ("是否已经火化？", "已经火化"),
    "retirement": ("退休类别？", "弹性提前退休"),
    "open-company": ("是否同时有用工？", "有用工"),
    "open-restaurant": ("经营主体类型？", "公司"),
    "newborn": ("随谁落户？", "随母"),
    "close-company": ("注销程序？", "简易注销"),
    "open-convenience-store": ("是否零售卷烟？", "是"),
    "school-enrolment": ("入学类型？", "随迁子女"),
    "utilities-connection": ("谁来报装？", "个人"),
}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("theme", CHANGES)
def test_a_visitor_gets_from_home_to_a_file(
    visit: Callable[..., Visitor], theme: str, width: int, scripts: bool
) -> None:
    visitor = visit(width=width, scripts=scripts)
    page = visitor.page
    visitor.go("/")
    visitor.look()
    page.locator(f'.card a[href="/themes/{theme}"]').click()
    expect(page.get_by_role("button", name="看我的办事指南")).to_be_visible()
    visitor.look()
    page.get_by_role("button", name="看我的办事指南").click()
    expect(page.locator("#steps")).to_be_visible()
    visitor.look()
    ordinary = page.url

    page.get_by_role("link", name="改一改回答").click()
    question, option = CHANGES[theme]
    page.get_by_role("group", name=question).get_by_label(option, exact=True).check()
    page.get_by_role("button", name="看我的办事指南").click()
    answer = page.locator(".guide-answers div").filter(has_text=question)
    expect(answer.locator("dd")).to_have_text(option)
    expect(page).not_to_have_url(ordinary)
    visitor.look()

    with page.expect_download() as coming:
        page.get_by_role("link", name="流程图（SVG）").click()
    assert coming.value.suggested_filename.endswith("-流程图.svg")
    assert coming.value.path().stat().st_size > 1000
    assert visitor.troubles == []


def test_scripts_show_a_question_when_it_counts(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("/themes/open-restaurant")
    dependent = visitor.page.locator("#q-shareholder-type")
    expect(dependent).to_be_hidden()
    visitor.page.get_by_label("公司", exact=True).check()
    expect(dependent).to_be_visible()
    expect(visitor.page.get_by_role("status")).to_contain_text("问题有变化")
    visitor.page.get_by_label("个体工商户", exact=True).check()
    expect(dependent).to_be_hidden()


def test_a_hidden_question_keeps_no_stale_value(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("/themes/open-restaurant?principal-type=company&shareholder-type=enterprise")
    visitor.page.get_by_label("个体工商户", exact=True).check()
    with visitor.page.expect_request(lambda request: "/guide?" in request.url) as sent:
        visitor.page.get_by_role("button", name="看我的办事指南").click()
    assert "shareholder-type" not in sent.value.url


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_visitor_answers_one_by_one(visit: Callable[..., Visitor], width: int, scripts: bool) -> None:
    visitor = visit(width=width, scripts=scripts)
    page = visitor.page
    visitor.go("/themes/close-company")
    with page.expect_navigation():  # the page that is left has the same question
        page.get_by_role("link", name="一题一题地答").click()
    page.get_by_label("强制清算终结", exact=True).check()
    while page.get_by_role("button", name="下一题").count():
        visitor.look()
        with page.expect_navigation():  # between two pages there is no button, as after the last question
            page.get_by_role("button", name="下一题").click()
    expect(page.get_by_text("要紧的都答了。其余 1 个问题，答什么都不会改变结果。")).to_be_visible()
    visitor.look()
    page.get_by_role("link", name="看我的办事指南").click()
    answer = page.locator(".guide-answers div").filter(has_text="解散原因？")
    expect(answer.locator("dd")).to_have_text("强制清算终结")
    assert visitor.troubles == []


def test_scripts_set_apart_what_can_change_nothing_any_more(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.page
    left = ["agent"]
    page.route("**/api/themes/open-company/next?*", lambda route: route.fulfill(json={"question": None, "open": left}))
    visitor.go("/themes/open-company")
    page.get_by_label("有用工", exact=True).check()
    idle = page.locator(".questions-idle")
    expect(idle.locator("summary")).to_contain_text("其余 5 个问题")
    expect(page.get_by_role("group", name="是否委托他人办理？")).to_be_visible()
    expect(page.get_by_text("要紧的都答了")).to_be_hidden()
    left.clear()
    page.get_by_label("委托他人办理", exact=True).check()
    expect(page.get_by_text("要紧的都答了")).to_be_visible()
    left[:] = ["special-invoice"]
    page.get_by_label("本人办理", exact=True).check()
    expect(page.locator("#q-special-invoice")).to_be_visible()
    assert visitor.troubles == []


def test_without_scripts_every_question_is_shown_with_its_note(visit: Callable[..., Visitor]) -> None:
    visitor = visit(scripts=False)
    visitor.go("/themes/open-restaurant")
    expect(visitor.page.locator("#q-shareholder-type")).to_be_visible()
    expect(visitor.page.locator("#note-shareholder-type")).to_contain_text("“经营主体类型”选“公司”")


def test_going_back_keeps_questions_and_answers_in_step(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("/themes/open-restaurant")
    visitor.page.get_by_label("公司", exact=True).check()
    visitor.page.get_by_role("button", name="看我的办事指南").click()
    expect(visitor.page.locator("#steps")).to_be_visible()
    visitor.page.go_back()
    expect(visitor.page.get_by_label("公司", exact=True)).to_be_checked()
    expect(visitor.page.locator("#q-shareholder-type")).to_be_visible()


def test_the_keyboard_reaches_the_content_first(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("/")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.get_by_role("link", name="跳到正文")).to_be_focused()
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator(".card a").first).to_be_focused()


def test_wrong_answers_lead_back_to_the_form_with_the_rest(visit: Callable[..., Visitor]) -> None:
    visitor = visit(width=390)
    visitor.go("/themes/open-restaurant/guide?principal-type=moon&agent=by-agent")
    visitor.look()
    visitor.page.get_by_role("link", name="回去改一改").click()
    expect(visitor.page.get_by_label("委托他人办理", exact=True)).to_be_checked()
    assert visitor.troubles == []


def test_the_api_can_be_tried_from_its_page(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("/docs")
    visitor.page.get_by_text("主题列表").click()
    visitor.page.get_by_role("button", name="Try it out").click()
    visitor.page.get_by_role("button", name="Execute").click()
    expect(visitor.page.locator(".live-responses-table .response-col_status").nth(1)).to_contain_text("200")
    assert visitor.troubles == []


def test_nothing_that_a_visitor_answered_is_written_down(visit: Callable[..., Visitor], live: Live) -> None:
    visitor, log, stored = visit(), live.log.read_bytes(), live.database.read_bytes()
    visitor.go("/themes/newborn/guide?birthplace=outside&household-of=grandparents&wrong=secret-answer")
    visitor.go("/themes/newborn/guide?birthplace=outside&household-of=grandparents")
    expect(visitor.page.locator("#steps")).to_be_visible()
    assert live.log.read_bytes() == log
    assert live.database.read_bytes() == stored


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_visitor_picks_a_day_and_sees_dates(visit: Callable[..., Visitor], width: int, scripts: bool) -> None:
    visitor = visit(width=width, scripts=scripts)
    page = visitor.page
    visitor.go("/themes/close-company/guide")
    page.get_by_label("打算哪天提交申请").fill("2026-12-01")
    page.get_by_role("button", name="按这天推算日期").click()
    expect(page.locator("#schedule ~ p").first).to_contain_text("才全部办完")
    expect(page.locator(".guide-times")).to_contain_text("2026年12月1日（周二）")
    assert "start=2026-12-01" in page.url
    expect(page.locator(".time-chart:visible").first).to_be_visible()
    visitor.look()
    page.get_by_role("link", name="改一改回答").click()
    expect(page.get_by_label("打算哪天提交申请")).to_have_value("2026-12-01")
    visitor.look()
    assert visitor.troubles == []
