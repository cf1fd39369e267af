"""Which element a field asks for that declares none: what its label reads as, where that is certain."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from composer.forms.labels.lexicon import plain
from composer.forms.labels.reading import LabelReading
from composer.model.element import ElementRef
from composer.model.theme import Catalogue
from composer.wording import shortened

_FEW = 3


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nobody can tell from the label, and the way out."""

    reason: str
    suggestion: str


def element_of(read: LabelReading, near: Iterable[str] = ()) -> ElementRef | Unread:
    """The element that a field with this reading asks for; `near` are elements to offer where it is not certain."""
    said = f"“{shortened(read.label)}”没有写 element，"
    if read.ref is not None:
        return read.ref
    if read.doubts:
        close = "、".join(near)
        hint = f"；相近的有 {close}" if close else ""
        return Unread(f"{said}{'；'.join(read.doubts)}", f"请写 element，或在 catalogue/elements 里加同义词{hint}")
    words = "、".join(read.qualifiers)
    return Unread(f"{said}读出来有几个限定词（{words}），合起来词典里没有", "请写 element，或给它们合起来立一个限定词")


def nearest_elements(read: LabelReading, section: str, catalogue: Catalogue, count: int = _FEW) -> list[ElementRef]:
    """Up to `count` elements of the pool that a person may judge, the likeliest first.

    Likeness (rapidfuzz) ranks and never decides.
    """
    labels = {ref: plain(catalogue.element(ref).label) for ref in sorted(pool(catalogue))}
    wanted = plain(f"{section}{read.label}")
    found = process.extract(wanted, labels, scorer=fuzz.token_ratio, limit=count)
    return [ref for _, _, ref in found]


def pool(catalogue: Catalogue) -> frozenset[ElementRef]:
    """The elements that are noted in the pool, or that a form asks for."""
    asked = {field.element for form in catalogue.forms.values() for part in form.sections for field in part.fields}
    return frozenset(asked | catalogue.elements.keys())


def line_for(read: LabelReading, ref: ElementRef, about: str | None) -> str:
    """The line of content by which a person says what a label means on forms about `about`: a synonym."""
    element, trait, *qualifier = ref.split(".")
    more = [f"qualifier: {qualifier[0]}"] if qualifier else []
    more += [f"of: [{about}]"] if about else []
    return f"{{{', '.join((f'word: {read.label}', f'object: {element}', f'property: {trait}', *more, 'source: G'))}}}"
