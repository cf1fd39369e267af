"""Readings of the labels of forms, told to people and to programs; what is not certain is the review queue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from composer.forms.labels.forms import read_form
from composer.forms.labels.lexicon import lexicon_of
from composer.forms.labels.reading import LabelReading
from composer.forms.labels.unstated import line_for, nearest_elements
from composer.model.element import ElementRef
from composer.model.form import Field, Form
from composer.model.theme import Catalogue, Theme


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a form with what its label reads as; `near` are elements to judge where that is not certain.

    The first is the declared one.
    """

    form: Form
    section: str
    field: Field
    read: LabelReading
    near: tuple[ElementRef, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Lines of content to paste, for a verdict of each kind: `element` of the field, and a synonym."""
        about = self.form.about
        return tuple(
            line for ref in self.near[:1] for line in (f"element: {ref}", f"- {line_for(self.read, ref, about)}")
        )


def label_rows(catalogue: Catalogue, theme: Theme | None) -> list[Row]:
    """Every field of the forms of `theme`, or of the catalogue, in the order of forms and fields.

    Raises ContentError where a word of labels means two things.
    """
    lexicon = lexicon_of(catalogue)
    rows = []
    for form in _forms(catalogue, theme):
        for section, found in zip(form.sections, read_form(form, lexicon), strict=True):
            for field, read in zip(section.fields, found, strict=True):
                near = () if read.certain else (field.element, *nearest_elements(read, section.name, catalogue))
                rows.append(Row(form, section.name, field, read, tuple(dict.fromkeys(near))))
    return rows


def _forms(catalogue: Catalogue, theme: Theme | None) -> Iterable[Form]:
    if theme is None:
        return catalogue.forms.values()
    asked = (catalogue.items[one.item].form for one in theme.items)
    return [catalogue.forms[name] for name in dict.fromkeys(filter(None, asked))]


def as_text(rows: Sequence[Row]) -> str:
    """A line a field, form by form; below those that are not certain why, and what may be pasted."""
    lines: list[str] = []
    last: tuple[str, str] | None = None
    for row in rows:
        if (row.form.id, row.section) != last:
            last = (row.form.id, row.section)
            lines.append(f"{row.form.name}（{row.form.id}）· {row.section}")
        lines.append(f"  {row.field.label}\t{row.read.ref or '？'}")
        if not row.read.certain:
            lines.append(f"      {'；'.join(row.read.doubts)}")
            lines.append(f"      登记的是 {row.field.element}，相近的有 {'、'.join(row.near[1:])}；判断以后可以写：")
            lines += [f"        {line}" for line in row.lines]
    certain = sum(row.read.certain for row in rows)
    lines.append(f"{len(rows)} 个字段，按规则读出 {certain} 个，待判断 {len(rows) - certain} 个")
    return "\n".join(lines)


def as_data(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The same as JSON."""
    return [
        {
            "form": row.form.id,
            "section": row.section,
            "label": row.field.label,
            "declared": row.field.element,
            "certain": row.read.certain,
            "element": row.read.ref,
            "object": row.read.object,
            "property": row.read.property,
            "qualifiers": list(row.read.qualifiers),
            "unit": row.read.unit,
            "notes": list(row.read.notes),
            "doubts": list(row.read.doubts),
            "near": list(row.near),
            "lines": list(row.lines),
            "trace": list(row.read.trace()),
        }
        for row in rows
    ]
