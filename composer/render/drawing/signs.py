"""Marks as drawings."""

from functools import lru_cache

from composer.render.drawing.marks import Mark
from composer.render.drawing.xml import tag, title


def sign(mark: Mark, x: float, y: float) -> str:
    """The mark with its upper left corner at (x, y)."""
    return f'<g class="mark" transform="translate({x:g} {y:g})">{_inside(mark)}</g>'


@lru_cache(maxsize=32)
def _inside(mark: Mark) -> str:
    look = mark.value
    outline = tag("path", d=look.outline, fill=look.fill, stroke=look.stroke)
    centre = 7.2 if mark is Mark.CHAIN else 8
    letter = tag(
        "text", look.sign, x=centre, y=11.4, font_size=9.5, font_weight=600, text_anchor="middle", fill=look.ink
    )
    return title(look.label) + outline + letter
