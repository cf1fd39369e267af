"""What a package can be turned into, blank or filled: the registries, and what their plugins are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from composer.forms.originals import Original
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


@dataclass(frozen=True)
class FormFile:
    """The one table as a file to fill: `make` takes the values that stand in it already (group to key to value)."""

    filename: str
    media_type: str
    label: str
    make: Callable[[ThemePackage, Catalogue, Mapping[str, Any]], bytes]


@dataclass(frozen=True)
class OriginalFile:
    """A department's own form, filled, as a file that ends in `suffix`."""

    suffix: str
    media_type: str
    make: Callable[[Original], bytes]


FORM_FILES: Registry[FormFile] = Registry("form file")
"""The one table to fill and read back: docx, json, pdf, xlsx (composer/exchange/forms)."""

ORIGINAL_FILES: Registry[OriginalFile] = Registry("original")
"""Originals to hand in: docx, pdf (composer/render/originals)."""
