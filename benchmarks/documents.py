"""The largest one table as a Word document: written, read back, and its originals, beside python-docx at less."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import docx

import composer.render.originals  # noqa: F401  (fills its registry)
from benchmarks.rendering import largest
from benchmarks.timing import Row, in_turn
from composer.exchange.filled import read_filled
from composer.exchange.forms.docx import form_to_docx
from composer.forms.fill import fill
from composer.forms.originals import originals
from composer.forms.specs import spec_of
from composer.model.package import FieldRow, FieldSource, ThemePackage
from composer.model.theme import Library
from composer.outputs import ORIGINAL_FILES
from composer.values import check

GOAL = 300
_TODAY = date(2026, 12, 1)
_CANDIDATES: tuple[Any, ...] = ("王小明", 3, "2026-03-01", "2026-03-01T09:30", 12.5, True)


def rows(library: Library) -> Iterator[Row]:
    """Milliseconds of the package with the most materials, of the themes and their ordinary questions."""
    package, catalogue = largest(library), library.catalogue
    document = filled(package)
    data = form_to_docx(package, catalogue, document)
    count = len(package.form.rows)
    ours, theirs = in_turn(lambda: form_to_docx(package, catalogue, {}), lambda: bare_document(package), 9)
    yield Row(f"docx to fill, {count} data", ours, GOAL, "python-docx, the same labels in a bare table", theirs)
    ours, _ = in_turn(lambda: form_to_docx(package, catalogue, document), None, 9)
    yield Row("docx with its values", ours, GOAL, "", None)
    ours, theirs = in_turn(
        lambda: fill(package.form, read_filled(data, "form.docx"), _TODAY), lambda: docx.Document(BytesIO(data)), 9
    )
    yield Row("docx read back and judged", ours, GOAL, "python-docx, opened only", theirs)
    made = originals(package, catalogue, document)
    ours, _ = in_turn(lambda: [ORIGINAL_FILES["docx"].make(one) for one in made], None, 9)
    yield Row(f"{len(made)} originals as docx", ours, GOAL, "", None)


def filled(package: ThemePackage) -> dict[str, Any]:
    """A value for nearly every datum that the applicant fills, five lines of every group."""
    document: dict[str, Any] = {}
    for group in package.form.groups:
        asked = [row for row in group.rows if row.source is FieldSource.APPLICANT]
        line = {row.element.key: value for row in asked if (value := _value(row)) is not None}
        if line:
            document[group.id] = [line] * 5 if group.repeats else line
    return document


def _value(row: FieldRow) -> Any:
    spec = spec_of(row)
    examples = (*row.options[:1], spec.value_format.example) if spec.value_format else row.options[:1]
    return next((one for one in (*examples, *_CANDIDATES) if not check(one, spec, _TODAY)), None)


def bare_document(package: ThemePackage) -> None:
    document = docx.Document()
    table = document.add_table(0, 2)
    for row in package.form.rows:
        table.add_row().cells[0].text = row.label
    document.save(BytesIO())
