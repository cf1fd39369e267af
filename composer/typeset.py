"""Pages set by typst from a template and data, with the font that comes with the install and no other."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

import typst
from pylopdf_fonts_zh_cn import sans_path

from composer.assets import TEMPLATES


def typeset(template: str, inputs: Mapping[str, str], standards: Sequence[Literal["ua-1"]] = ()) -> bytes:
    """A PDF of `template` (a path below templates/), which reads `inputs` (sys.inputs). It is tagged, and undated.

    `standards` are ones that typst holds the document to (`ua-1`); raises typst.TypstError where it cannot.
    """
    return compiled((TEMPLATES / template).read_bytes(), inputs, standards)


def typeset_accessible(template: str, inputs: Mapping[str, str]) -> bytes:
    """The same as PDF/UA-1 where that can be.

    A sign that the font lacks (an emoji in a name) rules the standard out, not the document.
    """
    try:
        return typeset(template, inputs, ("ua-1",))
    except typst.TypstError:
        return typeset(template, inputs)


def compiled(source: bytes, inputs: Mapping[str, str], standards: Sequence[Literal["ua-1"]] = ()) -> bytes:
    """A PDF of `source`, the text of a template."""
    made: bytes = typst.compile(
        source,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=dict(inputs),
        pdf_standards=list(standards),
        timestamp=0,
    )
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(sans_path().parent)])
