"""The guide as PDF on A4, set by typst with its font embedded; tagged for readers who do not see (PDF/UA-1).

PDF/A is not claimed: it wants a date of the document, and the same package has to give the same bytes on any day.
"""

import json
from functools import lru_cache

import typst
from pylopdf_fonts_zh_cn import sans_path

from composer.assets import TEMPLATES
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS, Output
from composer.render.guide import guide_view
from composer.render.guide.chart import chart, time_charts
from composer.render.guide.prose import prose_blocks

_TEMPLATE = TEMPLATES / "documents" / "guide.typ"


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
    try:
        return _compile(inputs, accessible=True)
    except typst.TypstError:
        # A sign that the font lacks (an emoji in a name) rules the standard out, not the guide.
        return _compile(inputs, accessible=False)


def _compile(inputs: dict[str, str], accessible: bool) -> bytes:
    return typst.compile(
        str(_TEMPLATE),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=["ua-1"] if accessible else [],
        timestamp=0,
    )


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(sans_path().parent)])


RENDERERS.register("pdf")(Output("guide.pdf", "application/pdf", "办事指南（PDF）", render_pdf))
