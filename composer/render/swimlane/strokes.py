"""Edges of the flowchart: lines with rounded bends, and arrow heads."""

from composer.render.drawing.box import Point
from composer.render.drawing.strokes import CRITICAL
from composer.render.drawing.xml import tag

LINE = "#5d6f80"
LINE_WIDTH = 1.4
CRITICAL_WIDTH = 2.6
_CORNER = 6.0


def line(points: tuple[Point, ...], critical: bool) -> str:
    """An edge: a path with rounded bends and its arrow head."""
    ink, width, half = (CRITICAL, CRITICAL_WIDTH, 5.5) if critical else (LINE, LINE_WIDTH, 4.5)
    path = tag(
        "path", class_="way", d=_rounded(points), fill="none", stroke=ink, stroke_width=width, stroke_linejoin="round"
    )
    return path + tag("path", class_="head", d=_arrow(points, half), fill=ink)


def _rounded(points: tuple[Point, ...]) -> str:
    """The line ends a little before the tip of the arrow, so that the tip stays sharp."""
    parts = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = _towards(corner, before), _towards(corner, after)
        parts.append(f"L{enter[0]:g} {enter[1]:g}Q{corner[0]:g} {corner[1]:g} {leave[0]:g} {leave[1]:g}")
    (x, y), (before_x, _) = points[-1], points[-2]
    short_x = x + 4 * ((before_x > x) - (before_x < x))
    return "".join((*parts, f"L{short_x:g} {y if before_x != x else y - 4:g}"))


def _towards(corner: Point, other: Point) -> Point:
    """A little way from `corner` to `other`, at most half of it."""
    x, y = other[0] - corner[0], other[1] - corner[1]
    step = min(_CORNER, (abs(x) + abs(y)) / 2)
    return corner[0] + step * ((x > 0) - (x < 0)), corner[1] + step * ((y > 0) - (y < 0))


def _arrow(points: tuple[Point, ...], half: float) -> str:
    (x, y), (before_x, _) = points[-1], points[-2]
    if before_x == x:
        return f"M{x:g} {y:g}l{-half:g} {-2 * half:g}h{2 * half:g}Z"
    back = 2 * half if before_x > x else -2 * half
    return f"M{x:g} {y:g}l{back:g} {-half:g}v{2 * half:g}Z"
