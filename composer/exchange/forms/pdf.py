"""The one table as a PDF to fill in a browser or a PDF reader, or with a pen; read back by exchange/filled/pdf.py."""

import io
import json
from collections.abc import Mapping
from typing import Any

from pikepdf import Dictionary, ObjectStreamMode, Pdf

from composer.exchange.acroform.glyphs import input_font
from composer.exchange.acroform.page import FormPage
from composer.exchange.acroform.widgets import Fields
from composer.exchange.schema import stamp
from composer.exchange.workbook.places import Places
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import FORM_FILES, FormFile
from composer.typeset import typeset


def form_to_pdf(package: ThemePackage, catalogue: Catalogue, document: Mapping[str, Any]) -> bytes:
    """The pages on A4 with a field for every input, in which the values of `document` stand."""
    page = FormPage(Places(package, catalogue), document)
    pages = typeset("documents/form.typ", {"data": json.dumps(page.view(), ensure_ascii=False)})
    font = input_font(text for one in page.inputs.values() for text in one.texts)
    made = io.BytesIO()
    with Pdf.open(io.BytesIO(pages)) as pdf:
        Fields(pdf, page.inputs, font).lay(stamp(package, catalogue))
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.save(made, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()


FORM_FILES.register("pdf")(FormFile("form.pdf", "application/pdf", "一张表单（可填的 PDF）", form_to_pdf))
