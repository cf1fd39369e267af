"""The working copy of a list: UTF-8, comma separated, every cell in quotation marks, each row with its number."""

import csv
from pathlib import Path

from composer.exchange.lists.reading import ListedRows

_NUL = "\x00"
_SEEN = "\N{SYMBOL FOR NULL}"


def write_working_copy(opened: ListedRows, target: Path) -> int:
    """Write all rows of a list to `target`, numbered from 1; returns how many there are.

    A NUL, which no database takes, becomes a sign that is seen.
    """
    count = 0
    with target.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        write = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow
        for count, (_, cells) in enumerate(opened.rows(), 1):
            write([count, *(cell.replace(_NUL, _SEEN) if _NUL in cell else cell for cell in cells)])
    return count
