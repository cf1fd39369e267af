"""The full graph of items and materials, and the font it is measured with."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pygraphviz
import pytest

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.render.fonts import FAMILY, fontconfig_environment, own_fonts
from composer.render.graph import render_graph

Drawable = tuple[ThemePackage, Catalogue]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def drawables(themed: list[Drawable], invented: Callable[..., Drawable]) -> list[Drawable]:
    return themed[::10] + [invented(size, size, True) for size in (1, 4, 12)]


def test_it_is_well_formed_and_a_strict_page_may_inline_it(drawables: list[Drawable]) -> None:
    for one in drawables:
        root = ElementTree.fromstring(render_graph(*one))
        assert root.attrib["role"] == "img"
        for element in root.iter():
            assert element.tag.removeprefix(SVG) not in {"style", "script", "a", "image"}
            assert not {"style", "id", "href"} & set(element.attrib)


def test_every_item_material_and_result_is_a_node(drawables: list[Drawable]) -> None:
    for package, catalogue in drawables:
        root = ElementTree.fromstring(render_graph(package, catalogue))
        titles = [str(node[0].text) for node in root.iter(f"{SVG}g") if node.get("class", "").startswith("node")]
        names = [planned.item.name for planned in package.items] + [row.name for row in package.materials]
        assert all(any(told.startswith(name) for told in titles) for name in names)
        issued = {result.material for planned in package.items for result in planned.item.results}
        assert len(titles) == len(package.items) + len({row.id for row in package.materials} | issued)


def test_every_demand_is_an_edge_that_names_the_requirement(drawables: list[Drawable]) -> None:
    for package, catalogue in drawables:
        root = ElementTree.fromstring(render_graph(package, catalogue))
        told = [str(edge[0].text) for edge in root.iter(f"{SVG}g") if edge.get("class") == "edge demand"]
        assert len(told) == len(package.supplies)
        for one in package.supplies:
            assert any(f"《{one.requirement.name}》" in text for text in told)


def test_the_same_package_gives_the_same_bytes_in_many_threads(drawables: list[Drawable]) -> None:
    package, catalogue = drawables[0]
    with ThreadPoolExecutor(8) as pool:
        drawn = set(pool.map(lambda _: render_graph(package, catalogue), range(24)))
    assert len(drawn) == 1


def test_chinese_is_measured_with_the_font_that_comes_along() -> None:
    text = "中文字体测试"
    with own_fonts():
        graph = pygraphviz.AGraph(
            string=f'digraph {{ a [label="{text}", shape=plain, fontname="{FAMILY}", fontsize=12] }}'
        )
        told = bytes(graph.draw(format="plain", prog="dot")).decode()
    wide = float(told.split("node a ")[1].split()[2]) * 72
    assert wide == pytest.approx(len(text) * 12, rel=0.02)


def test_the_environment_is_as_it_was_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/users/own.conf")
    monkeypatch.delenv("FONTCONFIG_SYSROOT", raising=False)
    with own_fonts():
        assert os.environ["FONTCONFIG_FILE"] == fontconfig_environment()["FONTCONFIG_FILE"]
    assert os.environ["FONTCONFIG_FILE"] == "/users/own.conf"
    assert "FONTCONFIG_SYSROOT" not in os.environ
