"""Tables with fixed widths, whose rows are not split over pages and whose headings are repeated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from composer.documents.text import paragraph
from composer.documents.xml import Element, w

SHADE = "F2F2F2"
"""Ground of what is not to be filled; light enough for print."""


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
    """Cells side by side; `heading` is repeated on every page; `least` is the least height in twips."""

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
    properties = [w("cantSplit")]
    if row.least:
        properties.append(w("trHeight", val=row.least, hRule="atLeast"))
    if row.heading:
        properties.append(w("tblHeader"))
    cells, at = [], 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(widths[at : at + cell.span])))
        at += cell.span
    return w("tr", w("trPr", *properties), *cells)


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
