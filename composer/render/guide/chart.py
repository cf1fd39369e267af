"""The flowchart of a package as a guide shows it: the SVG renderer's own drawing, ready to stand inside a document."""

import re
from dataclasses import dataclass

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS

_SIZE = re.compile(r'viewBox="\s*\S+\s+\S+\s+(\S+)\s+(\S+)\s*"')


@dataclass(frozen=True)
class Chart:
    """An `<svg>` without XML declaration; `wide` where it wants a page in landscape."""

    svg: str
    wide: bool


def chart(package: ThemePackage, catalogue: Catalogue) -> Chart:
    """The swimlane chart of `package`."""
    drawn = RENDERERS["svg"].make(package, catalogue).decode()
    svg = drawn[drawn.index("<svg") :]
    size = _SIZE.search(svg)
    return Chart(svg=svg, wide=size is not None and float(size[1]) > float(size[2]))
