"""The lexicon of the catalogue that ships, and one that knows holders but no kinds."""

from functools import cache

from composer import assets
from composer.exchange.content import load_library
from composer.materials.names.lexicon import Lexicon
from composer.model.theme import Catalogue


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue that ships, read once."""
    return load_library(assets.THEMES).catalogue


@cache
def shipped() -> Lexicon:
    """All that ships."""
    return Lexicon.of(shipped_catalogue())


@cache
def without_kinds() -> Lexicon:
    """The language of materials alone."""
    return Lexicon.of(shipped_catalogue().model_copy(update={"kinds": {}}))
