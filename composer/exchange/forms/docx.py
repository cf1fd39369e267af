"""The one table as a Word document: content controls to fill, which are read back by their names."""

from collections.abc import Mapping
from typing import Any

from composer.documents.package import MEDIA_TYPE, WordDocument, to_bytes
from composer.exchange.controls.layout import Layout
from composer.exchange.schema import stamp
from composer.exchange.workbook.places import Places
from composer.forms.naming import STAMP_NAME
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import FORM_FILES, FormFile


def form_to_docx(package: ThemePackage, catalogue: Catalogue, document: Mapping[str, Any]) -> bytes:
    """The table of `package` with the values of `document` in it; what it was made for is a property of the file."""
    layout = Layout(Places(package, catalogue), document)
    body = tuple(layout.body())
    return to_bytes(
        WordDocument(
            title=package.form.name,
            head=f"{package.theme.name} · {package.form.name}",
            body=body,
            properties={STAMP_NAME: stamp(package, catalogue), **layout.controls.properties},
            building_blocks=layout.controls.building_blocks,
        )
    )


FORM_FILES.register("docx")(FormFile("form.docx", MEDIA_TYPE, "一张表单（Word）", form_to_docx))
