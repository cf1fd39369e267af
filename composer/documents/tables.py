"""Tables with fixed widths, whose headings are repeated on every page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from composer.documents.text import paragraph
from composer.documents.xml import Element, w

SHADE = "F2F2F2"
"""Ground of what is not to be filled; light enough for print."""


_MUCH = 15
"""Lines of a cell from which on its row is split over pages; LibreOffice cuts off what must not be and is too high."""
_MARKUP = re.compile("<[^>]*>")
_LETTER = 210
"""Width of a Chinese character in 10.5 points, in twips."""


@dataclass(frozen=True)
class Cell:
    """Paragraphs in a cell that takes `span` columns; `down`: the first of several rows, or one of its further ones."""

    paragraphs: Sequence[Element]
    span: int = 1
    shade: str = ""
    down: str = ""

    @staticmethod
    def of(style: str, *content: Element | str, span: int = 1, shade: str = "", keep: bool = False) -> "Cell":
        """A cell with one paragraph."""
        return Cell([paragraph(style, *content, keep=keep)], span, shade)


@dataclass(frozen=True)
class Row:
    """Cells side by side; `heading` is repeated on every page; `least` is the least height in twips.

    A row stays on one page, unless it could fill one.
    """

    cells: Sequence[Cell]
    heading: bool = False
    least: int = 0


def table(widths: Sequence[int], rows: Iterable[Row], title: str = "") -> Element:
    """A table with columns of `widths` twips; `title` is what a screen reader says of it."""
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000"),
        *([w("tblCaption", val=title)] if title else []),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *(_row(row, widths) for row in rows))


def _row(row: Row, widths: Sequence[int]) -> Element:
    cells, at, most = [], 0, 0.0
    for cell in row.cells:
        width = sum(widths[at : at + cell.span])
        cells.append(_cell(cell, width))
        most = max(most, _lines(cell, width))
        at += cell.span
    properties = [] if most > _MUCH else [w("cantSplit")]
    if row.least:
        properties.append(w("trHeight", val=row.least, hRule="atLeast"))
    if row.heading:
        properties.append(w("tblHeader"))
    return w("tr", w("trPr", *properties), *cells)


def _lines(cell: Cell, width: int) -> float:
    """About how many lines a cell takes at most, all its characters being wide."""
    texts = "".join(cell.paragraphs)
    return len(_MARKUP.sub("", texts)) * _LETTER / width + texts.count("<w:br/>") + len(cell.paragraphs)


def _cell(cell: Cell, width: int) -> Element:
    properties = [w("tcW", w=width, type="dxa")]
    if cell.span > 1:
        properties.append(w("gridSpan", val=cell.span))
    if cell.down:
        properties.append(w("vMerge", val=cell.down))
    if cell.shade:
        properties.append(w("shd", val="clear", color="auto", fill=cell.shade))
    properties.append(w("vAlign", val="center"))
    return w("tc", w("tcPr", *properties), *cell.paragraphs)


def shared(total: int, parts: Sequence[int]) -> list[int]:
    """`total` twips in proportion to `parts`, to the last twip."""
    whole, edges, sofar = sum(parts), [0], 0
    for part in parts:
        sofar += part
        edges.append(total * sofar // whole)
    return [right - left for left, right in pairwise(edges)]
