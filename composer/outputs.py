"""What a package can be turned into: the two registries, and what their plugins are."""

from collections.abc import Callable
from dataclasses import dataclass

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.registry import Registry


@dataclass(frozen=True)
class Output:
    """A file made from a package: its name, media type, label for a reader, and the function that makes its bytes.

    The same package and catalogue always give the same bytes.
    """

    filename: str
    media_type: str
    label: str
    make: Callable[[ThemePackage, Catalogue], bytes]


FORMATS: Registry[Output] = Registry("format")
"""Exchange formats, for programs and for filling in: json, schema, xlsx (composer/exchange)."""

RENDERERS: Registry[Output] = Registry("renderer")
"""Renderings, for reading: svg, graph, html, pdf (composer/render)."""
