"""Paragraphs and runs."""

from collections.abc import Iterator

from composer.documents.xml import Element, legal, w, written_text


def run(text: str, style: str = "") -> Element:
    """`text` as a run, in a style of characters; line breaks and tabs are kept."""
    properties = [w("rPr", w("rStyle", val=style))] if style else []
    return w("r", *properties, *_pieces(legal(text)))


def _pieces(text: str) -> Iterator[Element]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield w("br")
        for at, piece in enumerate(line.split("\t")):
            if at:
                yield w("tab")
            if piece:
                yield written_text(piece)


def paragraph(style: str, *content: Element | str, keep: bool = False) -> Element:
    """Runs, controls and texts in a paragraph; `keep`: it stays on the page of what follows."""
    properties = w("pPr", w("pStyle", val=style), *([w("keepNext")] if keep else []))
    return w("p", properties, *(one if isinstance(one, Element) else run(one) for one in content))


def field(instruction: str, shown: str) -> Element:
    """What the program works out, a page number; `shown` until it has."""
    return w("fldSimple", run(shown), instr=f" {instruction} ")
