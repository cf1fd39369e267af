"""The guide as one HTML file: whole, inert, and the same every time."""

import re
from html.parser import HTMLParser

import pytest

from composer.model.package import ThemePackage
from composer.model.theme import Library
from composer.render.guide.prose import prose_html
from composer.render.html import render_html

NASTY = "<script>alert('x')</script> \"引号\" #let x = 1 & =1+1 {{ 7 * 7 }}"
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """Tags, attributes and text of a document; the style sheet is not text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.unclosed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.unclosed.pop()

    def handle_endtag(self, tag):
        assert self.unclosed.pop() == tag

    def handle_data(self, data):
        if not self.unclosed or self.unclosed[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


@pytest.fixture(scope="module")
def pages(packages: tuple[ThemePackage, ...], library: Library) -> list[tuple[ThemePackage, Page]]:
    return [(package, Page(render_html(package, library.catalogue).decode())) for package in packages]


def test_every_item_material_and_basis_can_be_read(pages):
    for package, page in pages:
        names = [planned.item.name for planned in package.items]
        names += [row.name for row in package.materials]
        names += [basis.gist for planned in package.items for basis in planned.item.bases]
        assert [name for name in names if " ".join(name.split()) not in page.text] == []


def test_every_tag_is_closed(pages):
    for _, page in pages:
        assert page.unclosed == []


def test_nothing_in_it_runs_and_nothing_in_it_is_styled_inline(pages):
    for _, page in pages:
        assert "script" not in page.tags
        assert [name for _, name, _ in page.attributes if name == "style" or name.startswith("on")] == []


def test_nothing_is_fetched_from_anywhere(pages):
    for _, page in pages:
        assert {"link", "img", "iframe", "object"}.isdisjoint(page.tags)
        assert page.values("src") == []


def test_the_style_sheet_fetches_nothing(library: Library, packages):
    html = render_html(packages[0], library.catalogue).decode()
    style = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert "@page" in style
    assert "url(" not in style
    assert "@import" not in style


def test_ids_are_unique_and_every_inner_link_has_its_target(pages):
    for _, page in pages:
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        targets = {value[1:] for tag, name, value in page.attributes if tag == "a" and value.startswith("#")}
        assert targets <= set(ids)


def test_outer_links_lead_to_government_pages_alone(pages):
    for _, page in pages:
        outer = [value for tag, name, value in page.attributes if tag == "a" and name == "href" and value[0] != "#"]
        assert [link for link in outer if ".gov.cn/" not in link] == []


def test_the_flowchart_stands_inside(pages):
    for _, page in pages:
        assert "svg" in page.tags


def test_a_guide_with_uncertain_facts_marks_them_and_explains_the_mark(pages):
    for package, page in pages:
        uncertain = sum(not basis.certain for planned in package.items for basis in planned.item.bases)
        assert page.text.count("〔未核实〕") > uncertain


def test_names_full_of_markup_arrive_as_text(rename):
    package, library = rename(NASTY)
    page = Page(render_html(package, library.catalogue).decode())
    assert "script" not in page.tags
    assert page.text.count(NASTY) > 3


def test_whatever_names_an_author_types_the_document_stays_whole(unkind):
    package, library = unkind
    page = Page(render_html(package, library.catalogue).decode())
    assert page.unclosed == []
    assert "script" not in page.tags
    assert not any(name.startswith("on") for _, name, _ in page.attributes)


def test_prose_may_be_markdown_but_never_html_and_never_an_image():
    html = prose_html("# 题\n\n**粗** <b>x</b> ![](https://a.example/x.png) [去](javascript:alert(1))\n")
    assert "<h3>题</h3>" in html
    assert "<strong>粗</strong>" in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<img" not in html
    assert "href" not in html.replace('<a href="https://a.example/x.png">', "")


def test_the_same_package_gives_the_same_bytes(packages, library: Library):
    assert [render_html(one, library.catalogue) for one in packages] == [
        render_html(one, library.catalogue) for one in packages
    ]
