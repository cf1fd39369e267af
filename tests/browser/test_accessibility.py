"""axe finds nothing on any kind of page, at either width."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visitor

PAGES = {
    "home": "/",
    "questions": "/themes/open-restaurant?principal-type=company",
    "one-by-one": "/themes/open-restaurant/next?principal-type=company",
    "guide": "/themes/open-restaurant/guide?principal-type=company&public-gathering=public",
    "why-list": "/themes/open-restaurant/why",
    "why": "/themes/open-restaurant/why/business-licence",
    "why-question": "/themes/open-restaurant/why/principal-type",
    "what-if": "/themes/open-restaurant/what-if?if.answer.principal-type=company",
    "what-if-broken": "/themes/open-restaurant/what-if?if.without=food-business-licensing",
    "loops": "/loops",
    "materials": "/materials",
    "materials-of-one": "/materials?department=public-security",
    "not-found": "/themes/marriage",
    "wrong-answers": "/themes/open-restaurant/guide?principal-type=moon",
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(visit: Callable[..., Visitor], path: str, width: int) -> None:
    visitor = visit(width=width)
    visitor.go(path)
    found = Axe().run(visitor.page)
    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_of_ours_around_the_api_description(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("/docs")
    found = Axe().run(visitor.page, context={"exclude": [["#swagger-ui"]]})
    assert found.violations_count == 0, found.generate_report()


def test_every_control_can_be_hit_with_a_thumb(visit: Callable[..., Visitor]) -> None:
    visitor = visit(width=390)
    visitor.go("/themes/open-restaurant")
    heights = visitor.page.locator("label, button").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert min(height for height in heights if height) >= 44
