"""The guide that stands alone: fits a phone, reads well aloud, prints on A4."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from composer.compose import compose
from composer.model.theme import Library
from composer.render.html import render_html
from tests.shipped import THEMES


@pytest.fixture(scope="module", params=THEMES)
def written(request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide of a theme, in a file."""
    path = tmp_path_factory.mktemp("guide") / "guide.html"
    path.write_bytes(render_html(compose(library.themes[request.param], library.catalogue), library.catalogue))
    return path


@pytest.fixture
def document(written: Path, browser: Browser) -> Iterator[Page]:
    """The guide of a theme, opened from a file."""
    page = browser.new_page()
    page.goto(written.as_uri())
    yield page
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_document_fits_the_window_and_axe_finds_nothing(document: Page, width: int):
    document.set_viewport_size({"width": width, "height": 900})
    document.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert document.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(document)
    assert found.violations_count == 0, found.generate_report()


def test_the_document_prints_on_a4_with_what_was_folded_away(document: Page):
    printed = PdfReader(io.BytesIO(document.pdf(prefer_css_page_size=True)))
    sizes = {tuple(sorted(round(float(length)) for length in sheet.mediabox[2:])) for sheet in printed.pages}
    assert sizes == {(595, 842)}
    assert "的写法" in "".join(sheet.extract_text() for sheet in printed.pages)


@pytest.mark.parametrize(("width", "shown"), [(390, 360), (1280, 720)])
def test_the_time_chart_stands_in_the_width_of_the_window(document: Page, width: int, shown: int):
    document.set_viewport_size({"width": width, "height": 900})
    charts = document.locator(".time-chart:visible")
    assert charts.count() >= 1
    for chart in charts.all():
        box = chart.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert str(chart.get_attribute("viewBox")).startswith(f"0 0 {shown} ")
        text = chart.locator("text").first
        assert text.evaluate("one => one.getBoundingClientRect().height") >= 11
