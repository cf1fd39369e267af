"""The workbook of a package: the one form with its further sheets, where each row goes, the list of materials."""

from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from composer.exchange.schema import stamp
from composer.exchange.workbook.form_sheet import FORM_SHEET, FormSheet, rows_here
from composer.exchange.workbook.further_sheets import FurtherSheet, further_sheets
from composer.exchange.workbook.list_sheets import add_mapping_sheet, add_materials_sheet
from composer.exchange.workbook.pack import to_bytes
from composer.exchange.workbook.places import Places
from composer.exchange.workbook.styles import add_styles
from composer.exchange.workbook.text import clean
from composer.exchange.workbook.validation import OPTIONS_SHEET, Options
from composer.forms.naming import STAMP_NAME
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue


def form_workbook(package: ThemePackage, catalogue: Catalogue, document: Mapping[str, Any]) -> bytes:
    """The one form as XLSX, filled with the values of `document`: protected without password, inputs unlocked.

    It carries the stamp of what it was made for as a property of its own.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "OneThing"
    workbook.properties.title = clean(package.form.name)
    workbook.properties.language = "zh-CN"
    workbook.custom_doc_props.append(StringProperty(name=STAMP_NAME, value=stamp(package, catalogue)))  # type: ignore[attr-defined]
    add_styles(workbook)
    places, options = Places(package, catalogue), Options(workbook)
    further = further_sheets(package.form, document)
    FormSheet(workbook.create_sheet(FORM_SHEET), places, options, document, further).write()
    for group in package.form.groups:
        rows = rows_here(group)
        if group.id in further and rows:
            sheet = workbook.create_sheet(further[group.id])
            FurtherSheet(sheet, places, options).write(group, rows, document, FORM_SHEET)
    add_mapping_sheet(workbook, places)
    add_materials_sheet(workbook, places)
    if OPTIONS_SHEET in workbook.sheetnames:
        workbook.move_sheet(OPTIONS_SHEET, len(workbook.sheetnames))
    return to_bytes(workbook)
