"""The one table as a fillable PDF: writing it, reading it back, and an original, of the package with the most rows."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf import PdfReader

from benchmarks.rendering import largest
from benchmarks.timing import Row, in_turn
from composer.exchange.filled import read_filled
from composer.exchange.forms.pdf import form_to_pdf
from composer.forms.originals import originals
from composer.model.package import FieldSource, ThemePackage
from composer.model.theme import Library
from composer.model.value import ValueType
from composer.render.originals.pdf import original_to_pdf

GOAL = 300
"""Milliseconds to write a table, and to read one back."""


def rows(library: Library) -> Iterator[Row]:
    """Blank and filled to ten lines a group; the peers are the bare job: fields on blank pages, another reader."""
    package, catalogue = largest(library), library.catalogue
    filled = document(package)
    data = form_to_pdf(package, catalogue, filled)
    count = len(PdfReader(io.BytesIO(data)).get_fields() or {})
    named = f"pdf form, {len(package.form.rows)} rows, {count} fields"
    bare = ("pikepdf, as many bare fields on one page", lambda: bare_fields(count))
    for what, values in (("blank", {}), ("filled", filled)):
        ours, theirs = in_turn(lambda values=values: form_to_pdf(package, catalogue, values), bare[1], 7)
        yield Row(f"{named}, {what}", ours, GOAL, bare[0], theirs)
    ours, theirs = in_turn(
        lambda: read_filled(data, "form.pdf"), lambda: PdfReader(io.BytesIO(data)).get_form_text_fields(), 7
    )
    yield Row("pdf form, read back", ours, GOAL, "pypdf, text fields alone", theirs)
    every = originals(package, catalogue, filled)
    ours, _ = in_turn(lambda: [original_to_pdf(one) for one in every], None, 7)
    yield Row(f"{len(every)} originals as pdf", ours, None)


def document(package: ThemePackage) -> dict[str, Any]:
    """Something in every text and list of every line."""
    return {group.id: [line(group.rows)] * 10 if group.repeats else line(group.rows) for group in package.form.groups}


def line(rows: Sequence[Any]) -> Mapping[str, Any]:
    values: dict[str, Any] = {}
    for row in rows:
        if row.source is FieldSource.APPLICANT:
            if row.spec.type in (ValueType.TEXT, ValueType.LONG_TEXT):
                values[row.element.key] = "广东省广州市天河区体育东路"
            elif row.spec.type is ValueType.CHOICE:
                values[row.element.key] = row.options[0]
    return values


def bare_fields(count: int) -> None:
    pdf = Pdf.new()
    page = pdf.add_blank_page()
    fields = [
        pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"a{number}"), Rect=Array([0, 0, 9, 9])
            )
        )
        for number in range(count)
    ]
    page.obj.Annots = Array(fields)
    pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
    pdf.save(io.BytesIO())
