"""The lexicon of the catalogue that ships, and one that knows holders but no kinds."""

from functools import cache

from composer import assets
from composer.exchange.content import load_library
from composer.materials.names.lexicon import Lexicon


@cache
def shipped() -> Lexicon:
    """All that ships."""
    return Lexicon.of(load_library(assets.THEMES).catalogue)


@cache
def without_kinds() -> Lexicon:
    """The language of materials alone."""
    return Lexicon.of(load_library(assets.THEMES).catalogue.model_copy(update={"kinds": {}}))
