"""Paper: A4, margins, what is repeated on each page, page numbers, protection without password."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from composer.exchange.workbook.text import clean

A3, A4 = 8, 9
"""Paper sizes as ECMA-376 numbers them (18.3.1.63)."""

_HEADER_ROOM = 60
_CM = 1 / 2.54


def set_page(sheet: Worksheet, title: str, repeat: str, *, landscape: bool, columns: int, paper: int = A4) -> None:
    """Make `sheet` ready for paper: `columns` wide on one page, rows `repeat` on top of each, `title` as header.

    It is protected, without password, but for the height of rows and the width of columns.
    """
    sheet.page_setup.paperSize = paper
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(
        left=1.2 * _CM, right=1.2 * _CM, top=1.6 * _CM, bottom=1.5 * _CM, header=0.7 * _CM, footer=0.7 * _CM
    )
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = repeat
    sheet.print_area = f"A1:{get_column_letter(columns)}{sheet.max_row}"
    sheet.oddHeader.right.text = "&9" + _escaped(title)  # type: ignore[union-attr]
    sheet.oddFooter.center.text = "&9第 &P 页，共 &N 页"  # type: ignore[union-attr]
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatRows = False
    sheet.protection.formatColumns = False


def _escaped(title: str) -> str:
    """`title` as header text: on one line, `&` doubled, and apart from the code before it."""
    return " " + " ".join(clean(title, _HEADER_ROOM).split()).replace("&", "&&")
