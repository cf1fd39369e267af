"""The guide as one HTML file that stands alone: own styles, the flowchart inside, no scripts; prints on A4."""

from markupsafe import Markup

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS, Output
from composer.render.guide import guide_view
from composer.render.guide.chart import chart, time_charts
from composer.render.templates import environment


def render_html(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """The guide of `package` as a UTF-8 HTML document."""
    drawn = chart(package, catalogue)
    page = environment().get_template("documents/guide.html")
    return page.render(
        guide=guide_view(package, catalogue),
        chart=Markup(drawn.svg),
        wide=drawn.wide,
        gantt=time_charts(package, catalogue),
    ).encode()


RENDERERS.register("html")(Output("guide.html", "text/html; charset=utf-8", "办事指南（网页）", render_html))
