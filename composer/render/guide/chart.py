"""The charts of a package as a guide shows them, ready to stand inside a document."""

import re
from dataclasses import dataclass

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import RENDERERS
from composer.render.timechart.content import time_chart_of
from composer.render.timechart.draw import time_chart_parts
from composer.render.timechart.place import NARROW, WIDE

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


@dataclass(frozen=True)
class TimeCharts:
    """The Gantt chart as `<svg>` elements one below the other: for a page or a sheet of A4, and for a phone."""

    wide: tuple[str, ...]
    narrow: tuple[str, ...]


def time_charts(package: ThemePackage, catalogue: Catalogue) -> TimeCharts:
    """The Gantt chart of `package` in both widths."""
    content = time_chart_of(package, catalogue)
    return TimeCharts(tuple(time_chart_parts(content, WIDE)), tuple(time_chart_parts(content, NARROW)))
