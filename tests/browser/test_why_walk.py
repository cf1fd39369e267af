"""From the guide to why, and from there to what if and back: both widths, without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor


@pytest.mark.parametrize("width", [390, 1280])
def test_a_visitor_asks_why_and_what_if_without_scripts(visit: Callable[..., Visitor], width: int) -> None:
    visitor = visit(width=width, scripts=False)
    page = visitor.page
    visitor.go("/themes/open-restaurant/guide")
    page.locator("#step-food-business-licensing").get_by_role("link", name="为什么？").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("为什么要“食品经营许可（新办）”？")
    expect(page.locator(".chain-want")).to_have_text("您要“食品经营许可证”")
    visitor.look()

    page.get_by_role("link", name="为什么", exact=True).click()
    expect(page.get_by_role("heading", name="这次不要的")).to_be_visible()
    visitor.look()

    page.get_by_role("link", name="如果情况变了会怎样").click()
    page.get_by_label("经营主体类型？").select_option("公司")
    page.get_by_role("group", name="不办的事项").get_by_text("个体工商户设立登记").click()
    page.get_by_role("button", name="放在一起看").click()
    changed = page.locator(".differences li").filter(has_text="公司设立登记注册").first
    expect(changed).to_contain_text("“经营主体类型”选了“公司”")
    visitor.look()

    page.get_by_role("link", name="清除改动").click()
    expect(page.get_by_role("heading", name="改一改试试")).to_be_visible()
    assert "if." not in page.url
    assert visitor.troubles == []
