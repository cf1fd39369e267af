"""The words that labels are made of, ready to be looked up: the dictionaries of a catalogue."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from composer.errors import ContentError, Finding, Place
from composer.forms.labels.words import Named, Trait, Word, fitting
from composer.model.element import ObjectClass, Property, Synonym
from composer.model.theme import Catalogue
from composer.model.value import ValueType
from composer.texts import Aligned

_Meant = tuple[Named | Trait | str, Place | None]
"""A meaning of a word (of a qualifier its id), and where it is written."""
_RELATION = re.compile(r"与(.+?)的?关系$")


@dataclass(frozen=True, repr=False)
class Lexicon:
    """Words by their plain form: those of labels, and those that only head sections.

    `relations` is the property that says how somebody stands to an object class (与新生儿关系), by that class.
    """

    words: Mapping[str, Word]
    headings: Mapping[str, Word]
    longest: int
    objects: Mapping[str, ObjectClass]
    properties: Mapping[str, Property]
    relations: Mapping[str, str]
    reach: frozenset[str]
    signatures: frozenset[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Lexicon":
        """All that `catalogue` knows. Raises ContentError with every word that means two things."""
        words, headings = _Words(catalogue), _Words(catalogue)
        for about in catalogue.objects.values():
            words.at(about.name).names[Named(about.id)] = about.at
        for trait in catalogue.properties.values():
            words.at(trait.name).traits[Trait(trait.id, of=trait.of, own=trait.own)] = trait.at
        for qualifier in catalogue.qualifiers.values():
            words.at(qualifier.name).qualifiers[qualifier.id] = qualifier.at
        for synonym in catalogue.synonyms.values():
            (headings if synonym.heading else words).add(synonym)
        findings = [*words.joins(), *headings.joins()]
        if findings:
            raise ContentError(findings)
        return cls(
            words=words.by_form,
            headings=headings.by_form,
            longest=max(map(len, words.by_form), default=0),
            objects=catalogue.objects,
            properties=catalogue.properties,
            relations=dict(_relations(words, catalogue)),
            reach=frozenset(_reach(catalogue)),
            signatures=frozenset(_signatures(catalogue)),
        )


def lexicon_of(catalogue: Catalogue) -> Lexicon:
    """The words of `catalogue`, made ready once. Raises ContentError as `Lexicon.of` does."""
    found: Lexicon | None = catalogue.readings.get(Lexicon)
    if found is None:
        found = Lexicon.of(catalogue)
        catalogue.readings[Lexicon] = found
    return found


def plain(word: str) -> str:
    """The form in which a word is looked up: one width, simplified characters, no spaces, small letters."""
    text = Aligned(word).text
    small = text.lower()
    return small if len(small) == len(text) else text


class _Words:
    """Words while they are gathered."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.by_form: dict[str, Word] = {}

    def at(self, word: str) -> Word:
        return self.by_form.setdefault(plain(word), Word())

    def add(self, synonym: Synonym) -> None:
        word, at = self.at(synonym.word), synonym.at
        if synonym.property:
            trait = self.catalogue.properties.get(synonym.property)
            inherits = trait is not None and not synonym.object and not synonym.of
            of, own = (trait.of, trait.own) if trait and inherits else (synonym.of, False)
            word.traits[Trait(synonym.property, synonym.qualifier, synonym.object, of, own)] = at
        elif synonym.object or synonym.principal:
            named = Named(synonym.object, synonym.qualifier, synonym.principal, synonym.unless_named)
            word.names.pop(Named(synonym.object), None)
            word.names[named] = at
        elif synonym.qualifier:
            word.qualifiers[synonym.qualifier] = at
        else:
            word.heading = True

    def joins(self) -> Iterator[Finding]:
        """`synonym-joins` for each word that means two things."""
        for form, word in self.by_form.items():
            clash = next(self._clashes(word), None)
            if clash:
                (one, at), (other, first) = sorted(clash, key=_written, reverse=True)
                where = f"（{first}）" if first else ""
                reason = f"“{form}”既指{self._called(other)}{where}，又指{self._called(one)}，读不出是哪一个"
                yield Finding("synonym-joins", form, reason, "请只留一处，或用 of 写明各指谁的", at)

    def _clashes(self, word: Word) -> Iterator[tuple[_Meant, _Meant]]:
        """Pairs of meanings that nothing tells apart: traits are told apart by whose they are."""
        names: list[_Meant] = list(word.names.items())
        names += word.qualifiers.items()
        open_to_all: list[_Meant] = [(one, at) for one, at in word.traits.items() if not one.of]
        if len(names) > 1:
            yield names[0], names[1]
        elif names and open_to_all:
            yield names[0], open_to_all[0]
        for about in self.catalogue.objects.values() if len(word.traits) > 1 else ():
            close = fitting(word.traits, about)
            if len(close) > 1:
                yield (close[0], word.traits[close[0]]), (close[1], word.traits[close[1]])

    def _called(self, meaning: Named | Trait | str) -> str:
        known = self.catalogue
        if isinstance(meaning, Named):
            about = known.objects.get(meaning.object or "")
            return f"对象{about.name}（{about.id}）" if about else "这张表的主体"
        if isinstance(meaning, Trait):
            trait = known.properties.get(meaning.property)
            return f"特性{trait.name if trait else ''}（{meaning.property}）"
        qualifier = known.qualifiers.get(meaning)
        return f"限定词{qualifier.name if qualifier else ''}（{meaning}）"


def _written(row: _Meant) -> tuple[str, int, int]:
    at = row[1]
    return (at.file, at.line, at.column) if at else ("", 0, 0)


def _relations(words: _Words, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for trait in catalogue.properties.values():
        found = _RELATION.match(plain(trait.name))
        names = words.by_form[found[1]].names if found and found[1] in words.by_form else {}
        for named in names:
            if named.object:
                yield named.object, trait.id


def _reach(catalogue: Catalogue) -> Iterator[str]:
    """Properties that tell how somebody is reached at once: telephones, mail."""
    for trait in catalogue.properties.values():
        written = catalogue.representations.get(trait.representation or "")
        if written and written.format in ("phone", "mobile", "landline", "email"):
            yield trait.id


def _signatures(catalogue: Catalogue) -> Iterator[str]:
    """Properties that are a signature or a seal."""
    for trait in catalogue.properties.values():
        written = catalogue.representations.get(trait.representation or "")
        if (written.type if written else trait.type) is ValueType.SIGNATURE:
            yield trait.id
