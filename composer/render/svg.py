"""The swimlane flowchart: departments side by side, stages from top to bottom, materials inside the cards."""

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS, Output
from composer.render.swimlane.content import chart_of
from composer.render.swimlane.draw import swimlane


def render_svg(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """A standalone SVG of `package` in UTF-8, without styles, scripts and ids, so that a page may inline it."""
    return (swimlane(chart_of(package, catalogue)) + "\n").encode()


RENDERERS.register("svg")(Output("flowchart.svg", "image/svg+xml", "流程图（SVG）", render_svg))
