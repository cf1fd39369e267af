"""How the element that a label reads as stands to the one that is declared for its field."""

from collections.abc import Iterator

from composer.forms.labels.lexicon import Lexicon
from composer.forms.labels.reading import LabelReading
from composer.model.element import ElementRef


def agrees(read: LabelReading, declared: ElementRef, lexicon: Lexicon) -> bool:
    """Whether `declared` is what the certain reading says, or what the author knows beyond the label.

    He may declare the wider datum (身份证号 as the number of a paper), or narrow one that the label leaves open (住址
    below 落户 as 户籍地址); not another person's, nor another trait.
    """
    about, trait, *qualifier = declared.split(".")
    if about != read.object or trait not in wider(read.property or "", lexicon):
        return False
    return not qualifier or not read.qualifiers or tuple(qualifier) == read.qualifiers or trait != read.property


def are_one(first: LabelReading, second: LabelReading, lexicon: Lexicon) -> bool:
    """Whether two certain readings can be one datum: equal, or one wider than the other."""
    return any(
        agrees(one, ".".join((other.object or "", other.property or "", *other.qualifiers)), lexicon)
        for one, other in ((first, second), (second, first))
    )


def wider(trait: str, lexicon: Lexicon) -> Iterator[str]:
    """The property with id `trait`, and those that it is a kind of, the closest first."""
    seen: set[str] = set()
    while trait in lexicon.properties and trait not in seen:
        seen.add(trait)
        yield trait
        trait = lexicon.properties[trait].kind_of or ""
