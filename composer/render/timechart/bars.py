"""One row's bar: what it is filled with tells waiting, handling, range, slack and the statutory limit apart."""

from collections.abc import Iterator

from composer.render.drawing.box import Box, Point
from composer.render.drawing.strokes import CRITICAL, rectangle
from composer.render.drawing.xml import tag
from composer.render.timechart.place import BAR, CRITICAL_BAR, THIN, PlacedRow, Sheet

PLAIN, PLAIN_PALE, PLAIN_EDGE = "#4f7ea3", "#d3e1ec", "#2f5573"
CRITICAL_PALE, CRITICAL_EDGE = "#f5d3c6", "#7d2509"
LEGAL = "#56626e"
PAPER = "#ffffff"
_HATCH = 6.0
_LEAST = 2.0
"""A bar is at least so wide, however short its time is in the whole."""


def bar(sheet: Sheet, placed: PlacedRow) -> Iterator[str]:
    """The strokes of a row, from back to front."""
    row, span, y = placed.row, placed.row.span, placed.middle
    x, done = sheet.x(span.start), sheet.x(span.finish)
    if span.deadline is not None and span.deadline > span.start:
        yield legal(x, sheet.x(span.deadline), y + (CRITICAL_BAR if row.critical else BAR) / 2 + 2)
    if span.latest > span.finish:
        yield slack(done, sheet.x(span.latest), y)
    if span.finish > span.start:
        waiting, least = sheet.x(min(span.waiting, span.finish)), sheet.x(min(span.least, span.finish))
        yield from body(x, waiting, least, max(done, x + _LEAST), y, row.critical, row.known)
    if row.unlimited:
        yield unlimited(done, y, row.critical)
    elif row.is_milestone:
        yield milestone(x, y, row.critical)


def body(
    start: float, waiting: float, least: float, finish: float, y: float, critical: bool, known: bool
) -> Iterator[str]:
    """A bar: pale all along, full until `least`, hatched until `waiting`; a dashed edge where it is "at least"."""
    high = CRITICAL_BAR if critical else BAR
    box = Box(start, y - high / 2, finish - start, high)
    full, pale, edge = _colours(critical)
    yield rectangle(box, fill=pale)
    if least > max(start, waiting):
        first = max(start, waiting)
        yield rectangle(box._replace(x=first, width=least - first), fill=full)
    if waiting > start:
        waited = box._replace(width=min(waiting, finish) - start)
        yield rectangle(waited, fill=PAPER)
        yield tag("path", d=_hatching(waited), stroke=edge, stroke_width=1.1, fill="none")
    yield rectangle(
        box, fill="none", stroke=edge, stroke_width=2 if critical else 1, stroke_dasharray=None if known else "4 3"
    )


def _colours(critical: bool) -> tuple[str, str, str]:
    return (CRITICAL, CRITICAL_PALE, CRITICAL_EDGE) if critical else (PLAIN, PLAIN_PALE, PLAIN_EDGE)


def _hatching(box: Box) -> str:
    """Slanted lines within the box, each cut off at its edges."""
    parts = []
    offset = _HATCH / 2
    while offset < box.width + box.height:
        left, right = max(0.0, offset - box.height), min(offset, box.width)
        parts.append(
            f"M{box.x + left:.4g} {box.y + offset - left:.5g}L{box.x + right:.4g} {box.y + offset - right:.5g}"
        )
        offset += _HATCH
    return "".join(parts)


def slack(start: float, end: float, y: float) -> str:
    """A thin tail with a stop."""
    return tag(
        "path", d=f"M{start:g} {y:g}H{end:g}M{end:g} {y - 4:g}v8", stroke=PLAIN_EDGE, stroke_width=1.4, fill="none"
    )


def legal(start: float, end: float, y: float) -> str:
    """A thin empty bar beneath: the statutory limit."""
    box = Box(start, y, max(end - start, _LEAST), THIN)
    return rectangle(box, fill=PAPER, stroke=LEGAL, stroke_width=0.9)


def milestone(x: float, y: float, critical: bool) -> str:
    """A diamond: done at once."""
    full, _, edge = _colours(critical)
    half = 8 if critical else 6.5
    return tag("path", d=_diamond((x, y), half), fill=full, stroke=edge, stroke_width=2 if critical else 1)


def unlimited(x: float, y: float, critical: bool) -> str:
    """A dashed diamond with a question mark: how long is unknown."""
    edge = _colours(critical)[2]
    outline = tag("path", d=_diamond((x, y), 9), fill=PAPER, stroke=edge, stroke_width=1.2, stroke_dasharray="3 2")
    sign = tag("text", "?", x=x, y=y + 4, font_size=11, font_weight=600, text_anchor="middle", fill=edge)
    return outline + sign


def _diamond(centre: Point, half: float) -> str:
    return f"M{centre[0]:g} {centre[1] - half:g}l{half:g} {half:g}l{-half:g} {half:g}l{-half:g} {-half:g}Z"
