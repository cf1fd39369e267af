"""The full graph of items and materials, laid out by Graphviz."""

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS, Output
from composer.render.network.content import graph_of
from composer.render.network.dot import lay_out
from composer.render.network.inline import inline


def render_graph(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """A standalone SVG of all items and materials of `package` in UTF-8, without styles, scripts and ids."""
    graph = graph_of(package, catalogue)
    return (inline(lay_out(graph), graph) + "\n").encode()


RENDERERS.register("graph")(Output("graph.svg", "image/svg+xml", "事项与材料全图（SVG）", render_graph))
