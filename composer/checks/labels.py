"""What a field is called agrees with the element that it is declared to be; a word of labels means one thing."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from composer.checks.registry import CHECKS
from composer.errors import ContentError, Finding, Place, Severity
from composer.forms.labels.agreement import agrees, are_one
from composer.forms.labels.forms import read_form
from composer.forms.labels.lexicon import Lexicon, lexicon_of
from composer.forms.labels.reading import LabelReading
from composer.model.element import ElementRef
from composer.model.form import Field, Form
from composer.model.theme import Catalogue, Library


@CHECKS.register("labels")
def labels(library: Library) -> Iterator[Finding]:
    """`synonym-joins`; warns `field-reads`, `fields-joined`."""
    catalogue = library.catalogue
    try:
        lexicon = lexicon_of(catalogue)
    except ContentError as error:
        yield from error.findings
        return
    agreeing: dict[ElementRef, list[_Read]] = {}
    for form in catalogue.forms.values():
        for section, found in zip(form.sections, read_form(form, lexicon), strict=True):
            for field, read in zip(section.fields, found, strict=True):
                one = _Read(form, field, read)
                if not read.certain:
                    continue
                if agrees(read, field.element, lexicon):
                    agreeing.setdefault(field.element, []).append(one)
                elif not _is_a_case(field, section.fields, read, lexicon):
                    yield _differs(one, catalogue)
    for ref, group in agreeing.items():
        yield from _joined(ref, group, lexicon)


class _Read(NamedTuple):
    form: Form
    field: Field
    read: LabelReading

    @property
    def place(self) -> Place | None:
        return self.field.at and self.field.at.of("element")


def _is_a_case(field: Field, fields: Sequence[Field], read: LabelReading, lexicon: Lexicon) -> bool:
    """Whether the field stands for one case of what its label says: another field of that label agrees with it."""
    return any(
        other.label == field.label and other is not field and agrees(read, other.element, lexicon) for other in fields
    )


def _differs(one: _Read, catalogue: Catalogue) -> Finding:
    said = catalogue.element(one.field.element).label
    reason = f"“{one.field.label}”读出来是{_called(one.read, catalogue)}，登记的是{said}（{one.field.element}）"
    way_out = "请改 element，或写清楚字段名、about，或在 catalogue/elements 里给这个说法加同义词"
    return Finding("field-reads", one.form.id, reason, way_out, one.place, Severity.WARNING)


def _joined(ref: ElementRef, group: Sequence[_Read], lexicon: Lexicon) -> Iterator[Finding]:
    """`fields-joined` for the first pair of fields declared as `ref` that read as two."""
    different = list({one.read.key: one for one in reversed(group)}.values())
    for first, second in combinations(sorted(different, key=lambda one: str(one.place)), 2):
        if not are_one(first.read, second.read, lexicon):
            where = f"（{first.place}）" if first.place else ""
            reason = f"“{second.field.label}”和“{first.field.label}”{where}都登记成 {ref}，读出来是两样"
            way_out = "请核对是不是同一个数据；不是的，各写各的 element"
            yield Finding("fields-joined", second.form.id, reason, way_out, second.place, Severity.WARNING)
            return


def _called(read: LabelReading, catalogue: Catalogue) -> str:
    if read.ref is None:
        return ".".join((read.object or "", read.property or "", *read.qualifiers))
    return f"{catalogue.element(read.ref).label}（{read.ref}）"
