"""The guide as PDF on A4, set by typst with its font embedded; tagged for readers who do not see (PDF/UA-1).

PDF/A is not claimed: it wants a date of the document, and the same package has to give the same bytes on any day.
"""

import json

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS, Output
from composer.render.guide import guide_view
from composer.render.guide.chart import chart, time_charts
from composer.render.guide.prose import prose_blocks
from composer.typeset import typeset_accessible

_TEMPLATE = "documents/guide.typ"


def render_pdf(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """The guide of `package` with its Gantt chart, and its flowchart on a page of its own."""
    drawn = chart(package, catalogue)
    data = {
        "guide": guide_view(package, catalogue).model_dump(mode="json"),
        "prose": [block.model_dump(mode="json") for block in prose_blocks(package.theme.guide)],
        "chart-wide": drawn.wide,
        "gantt": time_charts(package, catalogue).wide,
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False), "chart": drawn.svg}
    return typeset_accessible(_TEMPLATE, inputs)


RENDERERS.register("pdf")(Output("guide.pdf", "application/pdf", "办事指南（PDF）", render_pdf))
