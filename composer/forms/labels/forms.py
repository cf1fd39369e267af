"""All labels of a form, each read where it stands: below its heading, after those before it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from composer.forms.labels.lexicon import Lexicon, plain
from composer.forms.labels.owners import Setting, setting
from composer.forms.labels.read import read_in
from composer.forms.labels.reading import LabelReading, Role
from composer.model.element import ObjectClass, Sort
from composer.model.form import Form

_OPINION = re.compile(r"意见$")
"""A heading of what offices write: it names whom they are, never whom the form is about."""


def read_form(form: Form, lexicon: Lexicon) -> tuple[tuple[LabelReading, ...], ...]:
    """What every label of `form` asks for, by section and field, each read where it stands."""
    sections = [(section.name, [field.label for field in section.fields]) for section in form.sections]
    return read_sections(sections, form.about, lexicon)


def read_sections(
    sections: Sequence[tuple[str, Sequence[str]]], about: str | None, lexicon: Lexicon, in_turn: bool = True
) -> tuple[tuple[LabelReading, ...], ...]:
    """What the labels below each heading of a form ask for; 联系电话 after 联系人 is his.

    `in_turn` is false for labels that do not stand in the order of their form.
    """
    elsewhere = _names_its_principal(sections, about, lexicon)
    every = [(setting(heading, about, lexicon, elsewhere), labels) for heading, labels in sections]
    return tuple(
        _apart(tuple(_in_turn(labels, where)) if in_turn else tuple(read_in(label, where) for label in labels))
        for where, labels in every
    )


def _apart(section: tuple[LabelReading, ...]) -> tuple[LabelReading, ...]:
    """The readings of one section; two of its labels that read as one datum, in other words, are doubted."""
    labels: dict[tuple[str | None, ...], dict[str, str]] = {}
    for one in section:
        if one.key is not None:
            labels.setdefault(one.key, {}).setdefault(plain(one.label), one.label)
    return tuple(
        replace(one, doubts=(f"这一栏里{'、'.join(f'“{label}”' for label in said.values())}读出来是同一项",))
        if one.key is not None and len(said := labels[one.key]) > 1
        else one
        for one in section
    )


def _names_its_principal(
    sections: Sequence[tuple[str, Sequence[str]]], about: str | None, lexicon: Lexicon
) -> bool | None:
    """Whether a heading or a label names whom the form is about otherwise than as 申请人; None: nobody can tell."""
    apart = setting("", about, lexicon, elsewhere=True)
    headings = [setting(heading, about, lexicon, elsewhere=True) for heading, _ in sections]
    if apart.about is None or any(one.owner == apart.about for one in headings):
        return apart.about is not None
    every = [read_in(label, apart) for _, labels in sections for label in labels]
    if any(one.owned and one.object == apart.about.id for one in every):
        return True
    known = all(
        _OPINION.search(heading) or setting(heading, about, lexicon, elsewhere=False).known for heading, _ in sections
    )
    return False if known else None


def _in_turn(labels: Iterable[str], where: Setting) -> Iterator[LabelReading]:
    before: ObjectClass | None = None
    earlier: ObjectClass | None = None
    for label in labels:
        found = read_in(label, replace(where, before=before, earlier=earlier))
        yield found
        owner = where.lexicon.objects.get(found.object or "")
        if owner is None or not found.certain:
            earlier = next(_persons(found, where), earlier)
            continue
        if found.owned or owner.sort is Sort.ACCOUNT:
            before = owner if owner.sort in (Sort.PERSON, Sort.ACCOUNT) else None
            earlier = owner if owner.sort is Sort.PERSON else earlier
        elif before is not None and owner.id != before.id:
            before = None


def _persons(read: LabelReading, where: Setting) -> Iterator[ObjectClass]:
    """Persons whom the label names, though nobody can tell what it asks for."""
    for one in read.pieces:
        word = where.lexicon.words.get(plain(read.label[one.start : one.end])) if one.role is Role.OBJECT else None
        for named in word.names if word else ():
            about = where.lexicon.objects.get(named.object or "")
            if about is not None and about.sort is Sort.PERSON:
                yield about
