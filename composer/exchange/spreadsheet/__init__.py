"""Workbooks (ECMA-376) as they lie in their archive: names, cells, merged cells, properties, and nothing else.

A library that keeps everything of a workbook takes ten times as long to read one, and knows no cell's formula and value
at once.
"""

from composer.exchange.spreadsheet.addresses import Area, address_of, area_of
from composer.exchange.spreadsheet.book import Book, Named
from composer.exchange.spreadsheet.sheet import Sheet
from composer.exchange.spreadsheet.values import Given

__all__ = ["Area", "Book", "Given", "Named", "Sheet", "address_of", "area_of"]
