"""The one form as a workbook: a sheet to fill, where each row goes, and the list of materials."""

from openpyxl import Workbook

from composer.exchange.workbook.form_sheet import add_form_sheet
from composer.exchange.workbook.list_sheets import add_mapping_sheet, add_materials_sheet
from composer.exchange.workbook.pack import to_bytes
from composer.exchange.workbook.places import Places
from composer.exchange.workbook.styles import add_styles
from composer.exchange.workbook.text import clean
from composer.exchange.workbook.validation import OPTIONS_SHEET
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import FORMATS, Output


def package_to_xlsx(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """The workbook of a package: 一张表单 (protected without password, inputs unlocked), 对照表, 材料清单."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "OneThing"
    workbook.properties.title = clean(package.form.name)
    workbook.properties.language = "zh-CN"
    add_styles(workbook)
    places = Places(package, catalogue)
    add_form_sheet(workbook, places)
    add_mapping_sheet(workbook, places)
    add_materials_sheet(workbook, places)
    if OPTIONS_SHEET in workbook.sheetnames:
        workbook.move_sheet(OPTIONS_SHEET, len(workbook.sheetnames))
    return to_bytes(workbook)


FORMATS.register("xlsx")(
    Output(
        "form.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "一张表单（Excel）",
        package_to_xlsx,
    )
)
