"""The graph as DOT text, and its layout by Graphviz."""

from collections.abc import Mapping

import pygraphviz

from composer.render.drawing.marks import Mark
from composer.render.drawing.text import wrap
from composer.render.fonts import FAMILY, own_fonts
from composer.render.network.content import Graph, Link, Node

_SIZE = 12.0
_ROOM = 180.0
_SHAPES: Mapping[Mark | None, tuple[str, str, str, str]] = {
    Mark.FORM: ("note", "filled", "#e3ecf5", "#1f4e79"),
    Mark.OWN: ("box", "filled,rounded", "#f9ecd9", "#8a4b08"),
    Mark.CHAIN: ("cds", "filled", "#d5eadf", "#2f7d56"),
    Mark.SHARED: ("hexagon", "filled", "#e3e6f5", "#5661a8"),
    Mark.PLEDGE: ("octagon", "filled", "#f3e3f0", "#97488a"),
    Mark.LATER: ("box", "filled,rounded,dashed", "#ffffff", "#7a3e00"),
    None: ("folder", "filled", "#ffffff", "#2f7d56"),
}
ITEM = "#2f5573"
CRITICAL = "#a33a19"
_INK = "#1b2733"
_LINKS = {
    "issue": {"color": "#2f7d56", "penwidth": "1.8"},
    "demand": {"color": "#5d6f80", "penwidth": "1.1"},
    "order": {"color": "#5d6f80", "penwidth": "1.1", "style": "dotted"},
}


def lay_out(graph: Graph) -> str:
    """SVG text as Graphviz writes it; the group of node or link number N has the id node-N or link-N."""
    with own_fonts():
        drawn = pygraphviz.AGraph(string=dot(graph)).draw(format="svg", prog="dot")
    return bytes(drawn).decode()


def dot(graph: Graph) -> str:
    """The graph as DOT text; names never become identifiers, labels are quoted."""
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    lines = [
        "digraph {",
        '  graph [rankdir=LR, nodesep=0.16, ranksep=0.7, bgcolor="transparent"]',
        f'  node [fontname="{FAMILY}", fontsize={_SIZE:g}, margin="0.14,0.07", height=0.3]',
        "  edge [arrowsize=0.65]",
        *(f"  n{number} {_node(node, number)}" for number, node in enumerate(graph.nodes)),
        *(
            f"  n{numbers[link.start]} -> n{numbers[link.end]} {_link(link, number)}"
            for number, link in enumerate(graph.links)
        ),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _node(node: Node, number: int) -> str:
    ink = _INK
    if node.kind == "item":
        note = f"〔{node.note}{'，关键路径' if node.critical else ''}〕"
        lines = wrap(node.name, _SIZE, _ROOM, 3).lines + wrap(note, _SIZE, _ROOM, 2).lines
        ground, ink = (CRITICAL if node.critical else ITEM), "#ffffff"
        look = {"shape": "box", "style": "filled", "fillcolor": ground, "color": ground}
    else:
        sign = f"{node.mark.value.sign}｜" if node.mark else "得｜"
        lines = wrap(sign + node.name, _SIZE, _ROOM, 3).lines
        shape, style, fill, stroke = _SHAPES[node.mark]
        look = {"shape": shape, "style": style, "fillcolor": fill, "color": stroke}
    return _attributes({"label": "\n".join(lines), "id": f"node-{number}", "fontcolor": ink, **look})


def _link(link: Link, number: int) -> str:
    look = dict(_LINKS[link.kind])
    if not link.firm:
        look["style"] = "dashed"
    return _attributes({"id": f"link-{number}", **look})


def _attributes(told: Mapping[str, str]) -> str:
    return "[" + ", ".join(f"{key}={_quoted(value)}" for key, value in told.items()) + "]"


def _quoted(text: str) -> str:
    """A DOT string: backslashes and quotes are escapes there, and Graphviz reads entities inside."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;").replace("\n", "\\n")
    return f'"{safe}"'
