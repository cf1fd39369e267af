"""The Gantt chart: a row for each item, its bar from the earliest start to the end of the promised limit."""

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS, Output
from composer.render.timechart.content import time_chart_of
from composer.render.timechart.draw import time_chart
from composer.render.timechart.place import WIDE


def render_gantt(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """A standalone SVG of `package` in time in UTF-8, without styles, scripts and ids, so that a page may inline it."""
    return (time_chart(time_chart_of(package, catalogue), WIDE) + "\n").encode()


RENDERERS.register("gantt")(Output("gantt.svg", "image/svg+xml", "时间图（SVG）", render_gantt))
