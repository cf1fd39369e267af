"""The flowchart as a file."""

from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.render.drawing.marks import Mark
from composer.render.drawing.text import plain
from composer.render.svg import render_svg
from composer.render.swimlane.describe import describe

Drawable = tuple[ThemePackage, Catalogue]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def drawables(themed: list[Drawable], invented: Callable[..., Drawable]) -> list[Drawable]:
    return themed[::6] + [invented(size, size, True) for size in (1, 4, 12, 40)]


def texts(root: ElementTree.Element, name: str) -> Iterator[str]:
    return ("".join(element.itertext()) for element in root.iter(f"{SVG}{name}"))


def test_it_is_well_formed_and_a_strict_page_may_inline_it(drawables: list[Drawable]) -> None:
    for one in drawables:
        for element in ElementTree.fromstring(render_svg(*one)).iter():
            assert element.tag.removeprefix(SVG) in {"svg", "g", "title", "desc", "rect", "path", "text", "tspan"}
            assert not {"style", "id", "href"} & set(element.attrib)
            assert not any(name.startswith("on") for name in element.attrib)


def test_it_is_an_image_with_title_and_description(drawables: list[Drawable]) -> None:
    for package, catalogue in drawables:
        root = ElementTree.fromstring(render_svg(package, catalogue))
        assert root.attrib["role"] == "img"
        assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
        assert plain(package.theme.name) in str(root[0].text)
        assert all(plain(planned.item.name) in str(root[1].text) for planned in package.items)


def test_the_same_package_gives_the_same_bytes(drawables: list[Drawable]) -> None:
    for package, catalogue in drawables:
        copy = ThemePackage.model_validate(package.model_dump())
        assert render_svg(package, catalogue) == render_svg(copy, catalogue)


def test_every_item_has_its_card_and_every_requirement_its_line(drawables: list[Drawable]) -> None:
    for package, catalogue in drawables:
        root = ElementTree.fromstring(render_svg(package, catalogue))
        cards = {group.attrib["data-item"]: group for group in root.iter(f"{SVG}g") if "data-item" in group.attrib}
        assert list(cards) == list(dict.fromkeys(cards))
        assert set(cards) == {planned.item.id for planned in package.items}
        for one in package.supplies:
            assert any(told.startswith(plain(one.requirement.name)) for told in texts(cards[one.item], "title"))
        for item, card in cards.items():
            demanded = sum(one.item == item for one in package.supplies)
            assert sum(group.get("class") == "mark" for group in card.iter(f"{SVG}g")) == demanded


def test_a_name_of_500_characters_is_cut_where_it_is_drawn_and_whole_in_its_title(
    invented: Callable[..., Drawable],
) -> None:
    package, catalogue = invented(1, 1)
    name = "长" * 500
    item = package.items[0].item.model_copy(update={"name": name})
    planned = package.items[0].model_copy(update={"item": item})
    root = ElementTree.fromstring(render_svg(package.model_copy(update={"items": (planned,)}), catalogue))
    assert any(name in told for told in texts(root, "title"))
    assert all(len(told) < 60 for told in texts(root, "tspan"))


def test_markup_in_names_stays_text(invented: Callable[..., Drawable]) -> None:
    package, catalogue = invented(1, 1)
    name = '<script>alert("1")</script>&lt;\''
    theme = package.theme.model_copy(update={"name": name})
    drawn = render_svg(package.model_copy(update={"theme": theme}), catalogue)
    assert b"<script" not in drawn
    assert str(ElementTree.fromstring(drawn)[0].text).startswith(name)


def test_an_unknown_limit_is_said_to_be_unknown(invented: Callable[..., Drawable]) -> None:
    package, catalogue = next(
        one for one in (invented(1, seed) for seed in range(50))
        if one[0].items[0].item.limits.statutory[0].text == "不定"
    )  # fmt: skip
    root = ElementTree.fromstring(render_svg(package, catalogue))
    assert "法定时限：不定不明" in set(texts(root, "text"))


def test_the_legend_explains_every_mark(drawables: list[Drawable]) -> None:
    told = set(texts(ElementTree.fromstring(render_svg(*drawables[0])), "text"))
    assert {mark.value.label for mark in Mark} <= told


def test_the_description_tells_stage_by_stage_what_to_hand_in_and_do(themed: list[Drawable]) -> None:
    for package, catalogue in themed[::10]:
        steps = describe(package, catalogue)
        assert len(steps) == max(planned.stage for planned in package.items) + 1
        for planned in package.items:
            assert any(f"“{planned.item.name}”" in line for line in steps[planned.stage - 1].lines)


MEASURE = """() => [...document.querySelectorAll('g.card')].flatMap(card => {
  const box = card.querySelector(':scope > rect').getBoundingClientRect();
  return [...card.querySelectorAll(':scope > text')]
    .filter(text => { const it = text.getBoundingClientRect();
      return it.left < box.left || it.right > box.right || it.top < box.top - 12 || it.bottom > box.bottom; })
    .map(text => text.textContent);
})"""


def test_a_browser_draws_no_text_beyond_its_card(drawables: list[Drawable], browser: Browser) -> None:
    page = browser.new_page()
    for one in drawables:
        page.set_content(render_svg(*one).decode())
        assert page.evaluate(MEASURE) == []
    page.close()


def test_the_one_form_replaces_as_many_forms_as_the_figures_count(themed: list[Drawable]) -> None:
    for package, catalogue in themed[::5]:
        forms = int(package.measures.forms[0].value)
        assert (f"代 {forms} 张申请表" in render_svg(package, catalogue).decode()) == (forms > 1)
