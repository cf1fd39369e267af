"""The one form as a workbook to fill: a sheet to fill, where each row goes, and the list of materials."""

from composer.exchange.workbook.book import form_workbook
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import FORMATS, Output

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def package_to_xlsx(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """The workbook of a package, with nothing filled in."""
    return form_workbook(package, catalogue, {})


FORMATS.register("xlsx")(Output("form.xlsx", MEDIA_TYPE, "一张表单（Excel）", package_to_xlsx))
