"""From Graphviz's SVG to one that stands alone and that a strict page may inline, with titles and a legend."""

import re
from xml.etree import ElementTree

from composer.render.drawing.marks import Mark
from composer.render.drawing.signs import sign
from composer.render.drawing.text import width
from composer.render.drawing.xml import FONTS, say, tag, title
from composer.render.network.content import Graph

_NAMESPACE = re.compile(r"\{[^}]*\}")
_SVG = "http://www.w3.org/2000/svg"
_LEGEND_ROW = 24.0
_LEGEND_SIZE = 12.0
_MARGIN = 12.0


def inline(drawn: str, graph: Graph) -> str:
    """One SVG element: ids, comments, styles and links dropped, the full text of every node and link in its title."""
    root = ElementTree.fromstring(drawn)
    main = next(child for child in root if child.get("class") == "graph")
    for child in list(main):
        if _local(child) in ("title", "polygon"):
            main.remove(child)
    left, top, wide, high = (float(number) for number in root.attrib["viewBox"].split())
    full = _titles(graph)
    for element in main.iter():
        _clean(element, full)
    wide = max(wide, 420.0)
    legend, legend_height = _legend(wide)
    total = high + legend_height + 2 * _MARGIN
    body = ElementTree.tostring(main, encoding="unicode")
    return tag(
        "svg",
        title(graph.title),
        tag("desc", say(_words(graph))),
        tag("rect", class_="paper", x=left, y=top, width=wide, height=total, fill="#ffffff"),
        body,
        tag("g", *legend, class_="legend", transform=f"translate({left:g} {top + high + _MARGIN:g})"),
        xmlns=_SVG,
        class_="network",
        role="img",
        viewBox=f"{left:g} {top:g} {wide:g} {total:g}",
        width=wide,
        height=total,
        font_family=FONTS,
    )


def _local(element: ElementTree.Element) -> str:
    return _NAMESPACE.sub("", element.tag)


def _titles(graph: Graph) -> dict[str, tuple[str, str]]:
    """Title and class by the id that the DOT text gave."""
    nodes = {
        f"node-{number}": (f"{node.name}（{node.note}）", f"node {node.kind}")
        for number, node in enumerate(graph.nodes)
    }
    links = {f"link-{number}": (link.full, f"edge {link.kind}") for number, link in enumerate(graph.links)}
    return nodes | links


def _clean(element: ElementTree.Element, full: dict[str, tuple[str, str]]) -> None:
    element.tag = _local(element)
    told = full.get(element.attrib.pop("id", ""))
    if told:
        element.set("class", told[1])
        for child in element:
            if _local(child) == "title":
                child.text = told[0]
    for name in [name for name in element.attrib if name.startswith("{") or name in ("style", "font-family")]:
        del element.attrib[name]
    element.tail = None
    if element.tag not in ("text", "title"):
        element.text = None


def _words(graph: Graph) -> str:
    names = {node.id: node.name for node in graph.nodes}
    told = []
    for node in graph.nodes:
        if node.kind == "item":
            demanded = "、".join(
                names[link.start] for link in graph.links if link.end == node.id and link.kind == "demand"
            )
            issued = "、".join(
                names[link.end] for link in graph.links if link.start == node.id and link.kind == "issue"
            )
            told.append(f"{node.name}：要 {demanded or '无'}；办出 {issued}。")
    return " ".join(told)


def _legend(room: float) -> tuple[list[str], float]:
    """Marks in rows, then what lines and boxes mean; the drawing and its height."""
    x, y = _MARGIN, 0.0
    drawn = []
    entries: list[tuple[Mark | str, str]] = [(mark, mark.value.label) for mark in Mark]
    entries += [
        ("得", "办理结果"),
        ("■", "事项（红色的在关键路径上）"),
        ("→", "绿线办出，灰线提交，虚线可后补或以承诺代替"),
    ]
    for kind, label in entries:
        wide = 22 + width(label, _LEGEND_SIZE) + 18
        if x + wide > room and x > _MARGIN:
            x, y = _MARGIN, y + _LEGEND_ROW
        if isinstance(kind, Mark):
            drawn.append(sign(kind, x, y))
        else:
            drawn.append(tag("text", kind, x=x + 8, y=y + 12, font_size=12, text_anchor="middle", fill="#1b2733"))
        drawn.append(tag("text", say(label), x=x + 22, y=y + 12, font_size=_LEGEND_SIZE, fill="#27333f"))
        x += wide
    return drawn, y + _LEGEND_ROW
