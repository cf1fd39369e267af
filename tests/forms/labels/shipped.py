"""The words of the catalogue that ships, read once, and readings with them."""

from functools import cache

from composer import assets
from composer.exchange.content import load_library
from composer.forms.labels.lexicon import Lexicon, lexicon_of
from composer.forms.labels.read import read
from composer.forms.labels.reading import LabelReading
from composer.model.theme import Catalogue


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue that ships."""
    return load_library(assets.THEMES).catalogue


def shipped() -> Lexicon:
    """Its words."""
    return lexicon_of(shipped_catalogue())


def reads(label: str, section: str = "", about: str | None = "enterprise") -> LabelReading:
    """What a label reads as."""
    return read(label, section, about, shipped())


def ref(label: str, section: str = "", about: str | None = "enterprise") -> str | None:
    """The element that a label reads as, None where it is not certain."""
    return reads(label, section, about).ref
