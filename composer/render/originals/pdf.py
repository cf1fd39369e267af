"""A department's own form, filled, as PDF on A4 to print, sign and hand in: tagged, with its font (PDF/UA-1)."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

from composer.forms.originals import SIGNED, Line, Original, OriginalSection, Table
from composer.outputs import ORIGINAL_FILES, OriginalFile
from composer.typeset import typeset_accessible

_HALF_A_LINE = 40
"""Half-width characters that fit beside another field; what is longer has the line for itself."""
_HALF_A_LABEL = 24
_NARROWEST, _WIDEST, _WIDEST_CHINESE = 5, 24, 14


def original_to_pdf(original: Original) -> bytes:
    """`original` in the order of its department; short fields stand two a line, as on printed forms."""
    data = {
        "name": original.name,
        "certain": original.certain,
        "items": original.items,
        "departments": original.departments,
        "missing": original.missing,
        "sections": [{"name": one.name, "blocks": list(_blocks(one))} for one in original.sections],
    }
    return typeset_accessible("documents/original.typ", {"data": json.dumps(data, ensure_ascii=False)})


def _blocks(section: OriginalSection) -> Iterator[dict[str, Any]]:
    """Runs of lines, each with its fields by rows, and tables between them."""
    run: list[Line] = []
    for part in section.parts:
        if isinstance(part, Line):
            run.append(part)
            continue
        if run:
            yield {"rows": list(_rows(run))}
            run = []
        yield {"columns": part.columns, "rows": part.rows or [("",) * len(part.columns)], "widths": _widths(part)}
    if run:
        yield {"rows": list(_rows(run))}


def _rows(lines: Sequence[Line]) -> Iterator[list[dict[str, Any]]]:
    """One or two fields a row, in their order."""
    waiting: Line | None = None
    for line in lines:
        if not _is_short(line):
            if waiting:
                yield [_field(waiting)]
                waiting = None
            yield [_field(line)]
        elif waiting:
            yield [_field(waiting), _field(line)]
            waiting = None
        else:
            waiting = line
    if waiting:
        yield [_field(waiting)]


def _field(line: Line) -> dict[str, Any]:
    return {
        "label": line.label,
        "text": line.text,
        "note": line.note,
        "long": line.long,
        "signed": line.note == SIGNED,
    }


def _is_short(line: Line) -> bool:
    fits = _halves(line.text) <= _HALF_A_LINE and _halves(line.label) <= _HALF_A_LABEL
    return fits and not line.long and "\n" not in line.text


def _widths(table: Table) -> list[int]:
    """How wide each column is beside the others: room for the longest number, while Chinese text breaks anywhere."""
    columns = zip(table.columns, *table.rows, strict=True)
    return [max(_NARROWEST, *(min(_halves(text), _most(text)) for text in column)) for column in columns]


def _most(text: str) -> int:
    return _WIDEST if text.isascii() else _WIDEST_CHINESE


def _halves(text: str) -> int:
    """Width of one line of `text` in half-width characters."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


ORIGINAL_FILES.register("pdf")(OriginalFile(".pdf", "application/pdf", original_to_pdf))
