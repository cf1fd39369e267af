"""Addresses of cells, as the several programs write them."""

import re
from dataclasses import dataclass

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_AREA = re.compile(
    r"=?\$?(?:'((?:[^']|'')+)'|([^'!\[\]:]+?))[!.]"
    r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::(?:\$?(?:'(?:[^']|'')+'|[^'!\[\]:]*?)[!.])?\$?([A-Z]{1,3})\$?(\d{1,7}))?"
)


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of a sheet, from the first row and column (from 1) to the last, both of them in it."""

    sheet: str
    first_row: int
    first_column: int
    last_row: int
    last_column: int


def area_of(text: str) -> Area | None:
    """The cells that `text` means: 'A sheet'!$B$2:$C$3, Sheet!B2, $Sheet.$B$2; None where it means none, as #REF!."""
    found = _AREA.fullmatch(text.strip())
    if found is None:
        return None
    sheet = found[1].replace("''", "'") if found[1] else found[2]
    row, column = int(found[4]), column_of(found[3])
    last_row, last_column = (int(found[6]), column_of(found[5])) if found[5] else (row, column)
    return Area(sheet, min(row, last_row), min(column, last_column), max(row, last_row), max(column, last_column))


def cell_at(address: str) -> tuple[int, int]:
    """Row and column (from 1) of B3 or $B$3. Raises ValueError for what is no address."""
    found = _CELL.fullmatch(address)
    if found is None:
        raise ValueError(address)
    return int(found[2]), column_of(found[1])


def column_of(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number


def address_of(row: int, column: int) -> str:
    """B3 for row 3 and column 2."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
