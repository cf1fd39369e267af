"""A reviewer at the pages of the review: keys with scripts, buttons without, both widths."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visitor, address_of, visitors

NAMES = "材料名称,部门\n全家照片册子,某局\n全家照片册,某局\n飞碟停放许可,\n飞碟停放许可证书本,\n"


@pytest.fixture
def review(tmp_path: Path, browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Opens reviewers of a review of their own, served by the command."""
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    command = [sys.executable, "-m", "composer", "materials", "review", str(tmp_path / "review.db"),
               "--add", str(tmp_path / "names.csv"), "--web", "--port", "0"]  # fmt: skip
    log = tmp_path / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    try:
        with visitors(browser, address_of(process, log)) as arrive:
            yield arrive
    finally:
        process.terminate()
        process.wait(10)


def enter(visitor: Visitor, name: str) -> None:
    visitor.go("/materials/review")
    visitor.page.get_by_label("您的姓名").fill(name)
    visitor.page.get_by_role("button", name="开始").click()
    expect(visitor.page.get_by_role("heading", name="甲")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_one_key_judges_a_pair_and_the_verdict_can_be_undone(review: Callable[..., Visitor], width: int) -> None:
    visitor = review(width)
    enter(visitor, "王敏")
    page = visitor.page
    visitor.look()
    page.keyboard.press("1")
    expect(page.get_by_role("status")).to_contain_text("第 1 条记下了")
    visitor.look()
    page.keyboard.press("u")
    expect(page.get_by_role("status")).not_to_contain_text("记下了")
    page.get_by_role("link", name="给过的结论").click()
    expect(page.locator(".is-undone")).to_contain_text("是同一种（王敏")
    visitor.look()
    assert visitor.troubles == []


def test_a_reason_is_typed_without_the_keys_judging(review: Callable[..., Visitor]) -> None:
    visitor = review()
    enter(visitor, "王敏")
    page = visitor.page
    page.get_by_label("理由（可以不写）").fill("第 1 版")
    page.get_by_label("理由（可以不写）").press("2")
    page.get_by_label("理由（可以不写）").press("Enter")
    expect(page.get_by_role("status")).not_to_contain_text("记下了")
    page.get_by_role("button", name="不是同一种").click()
    page.get_by_role("link", name="给过的结论").click()
    expect(page.locator(".verdicts small")).to_have_text("第 1 版2")


def test_two_people_at_once_without_scripts(review: Callable[..., Visitor]) -> None:
    first, second = review(scripts=False), review(scripts=False)
    enter(first, "王敏")
    first.page.get_by_role("button", name="拿不准").click()
    expect(first.page.get_by_role("status")).to_contain_text("拿不准")
    enter(second, "李强")
    second.page.get_by_role("button", name="甲可以代替乙").click()
    expect(second.page.get_by_role("status")).to_contain_text("可以代替")
    assert first.troubles + second.troubles == []


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_the_pages_of_the_review(review: Callable[..., Visitor], width: int) -> None:
    visitor = review(width)
    visitor.go("/materials/review")
    assert Axe().run(visitor.page).violations_count == 0
    enter(visitor, "王敏")
    found = Axe().run(visitor.page)
    assert found.violations_count == 0, found.generate_report()
    visitor.page.keyboard.press("1")
    expect(visitor.page.get_by_role("status")).to_contain_text("第 1 条记下了")
    visitor.go("/materials/review/verdicts")
    found = Axe().run(visitor.page)
    assert found.violations_count == 0, found.generate_report()
