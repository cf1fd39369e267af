"""A department's own form, filled, as a Word document: its sections and fields in their own order and words."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from composer.documents.package import MEDIA_TYPE, ROOM, WordDocument, to_bytes
from composer.documents.tables import SHADE, Cell, Row, shared, table
from composer.documents.text import paragraph
from composer.documents.xml import Element
from composer.forms.originals import SIGNED, Line, Original, OriginalSection, Table
from composer.model.form import FilledBy
from composer.outputs import ORIGINAL_FILES, OriginalFile

UNCHECKED = "〔未核实〕"
"""Mark of a form that nobody has compared with what the department publishes."""

_HALVES = shared(ROOM, [20, 30, 20, 30])
_SHORT_LABEL, _SHORT_TEXT = 18, 30
"""Half-width characters that stand beside another field on one line of the page."""
_LINE, _LONG, _SIGNED = 440, 1300, 1000
_BLANK_ROWS = 3
"""Rows of a table in which nothing stands yet, to be filled by hand."""
_WIDEST, _NARROWEST, _PADDING, _ROOM_FOR_TEXT = 24, 6, 3, 101
"""Half-width characters: of what a column holds, beside it, and of all columns together in 9.5 points."""


def original_to_docx(original: Original) -> bytes:
    """`original` on A4; what nobody has checked is marked, and what departments fill is left to them."""
    name = original.name.strip("《》")
    title = name if original.certain else name + UNCHECKED
    body = [
        paragraph("Title", title),
        paragraph("Subtitle", f"报送：{'、'.join(original.departments)}　　办理：{'、'.join(original.items)}"),
        *(element for section in original.sections for element in _section(section)),
        paragraph("FormHint", "各项的名称和先后照原表；格式以主管部门公布的表样为准。"),
    ]
    return to_bytes(WordDocument(title=title, head=title, body=body))


def _section(section: OriginalSection) -> Iterator[Element]:
    """A heading, a table for each run of fields that are filled once, and one for each repeating group."""
    yield paragraph("Heading2", section.name)
    lines: list[Line] = []
    written = False
    for part in (*section.parts, None):
        if isinstance(part, Line):
            lines.append(part)
            continue
        for made in _tables(section.name, lines, part):
            if written:
                yield paragraph("FormHint")
            yield made
            written = True
        lines = []


def _tables(name: str, lines: Sequence[Line], part: Table | None) -> Iterator[Element]:
    if lines:
        yield table(_HALVES, _rows(lines), name)
    if part is not None:
        yield _entries(name, part)


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Short fields two on a line, all others on lines of their own."""
    at = 0
    while at < len(lines):
        pair = lines[at : at + 2]
        if len(pair) == 2 and all(map(_is_short, pair)):
            yield Row([cell for line in pair for cell in (_label(line.label), _content(line, 1))], least=_LINE)
            at += 2
        else:
            line = pair[0]
            least = _LONG if line.long else _SIGNED if _is_signed(line) else _LINE
            yield Row([_label(line.label), _content(line, 3)], least=least)
            at += 1


def _is_short(line: Line) -> bool:
    fits = halves(line.label) <= _SHORT_LABEL and halves(line.text or line.note) <= _SHORT_TEXT
    return fits and not line.long and not _is_signed(line) and "\n" not in line.text


def _is_signed(line: Line) -> bool:
    return line.note == SIGNED


def _label(text: str) -> Cell:
    return Cell.of("FormLabel", text, shade=SHADE)


def _content(line: Line, span: int) -> Cell:
    """What stands in a field, or who will write it."""
    if _is_signed(line):
        return Cell.of("FormSign", f"{line.note}：" + "_" * 24, span=span)
    if line.text or not line.note:
        return Cell.of("FormInput", line.text, span=span)
    return Cell.of("FormHint", line.note, span=span, shade=SHADE if FilledBy.DEPARTMENT.value in line.note else "")


def _entries(name: str, part: Table) -> Element:
    """One row an entry; where the page is too narrow for that, one entry below the other."""
    rows = part.rows or tuple(("",) * len(part.columns) for _ in range(_BLANK_ROWS))
    needed = [
        _PADDING + min(_WIDEST, max(_NARROWEST, -(-halves(label) // 2), *(halves(row[at]) for row in rows)))
        for at, label in enumerate(part.columns)
    ]
    if sum(needed) <= _ROOM_FOR_TEXT:
        made = [Row([Cell.of("FormHead", label, shade=SHADE, keep=True) for label in part.columns], heading=True)]
        made += [Row([Cell.of("FormEntry", text) for text in row], least=_LINE) for row in rows]
        return table(shared(ROOM, needed), made, name)
    below: list[Row] = []
    for number, row in enumerate(rows, start=1):
        below.append(Row([Cell.of("FormHead", f"第 {number} 条", span=4, shade=SHADE, keep=True)]))
        below += _rows([Line(label, text) for label, text in zip(part.columns, row, strict=True)])
    return table(_HALVES, below, name)


def halves(text: str) -> int:
    """Width of the widest line of `text` in half-width characters: a Chinese character counts two."""
    return max(sum(2 if east_asian_width(char) in "WFA" else 1 for char in line) for line in text.split("\n"))


ORIGINAL_FILES.register("docx")(OriginalFile(".docx", MEDIA_TYPE, original_to_docx))
