"""Single strokes of a drawing: boxes and text."""

from functools import lru_cache

from composer.render.drawing.box import Box
from composer.render.drawing.words import Type, Words
from composer.render.drawing.xml import Value, attributes, say, tag, title

CRITICAL = "#b3401c"
"""The colour of what decides how long the whole takes; it never says so alone."""


def rectangle(box: Box, **more: Value) -> str:
    """A box with presentation attributes."""
    return tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, **more)


def text(words: Words, x: float, y: float, anchor: str | None = None) -> str:
    """`words` moved by (x, y); `anchor` middle centres every line on the left edge."""
    left, top, leading = words.x + x, words.y + y, words.type.value.leading
    full = title(words.full) if words.full else ""
    if len(words.lines) == 1:
        return f'<text x="{left:g}" y="{top:g}"{_face(words.type, anchor)}>{full}{say(words.lines[0])}</text>'
    lines = "".join(
        f'<tspan x="{left:g}" y="{top + leading * row:g}">{say(line)}</tspan>' for row, line in enumerate(words.lines)
    )
    return f"<text{_face(words.type, anchor)}>{full}{lines}</text>"


@lru_cache(maxsize=64)
def _face(kind: Type, anchor: str | None) -> str:
    look = kind.value
    return attributes(font_size=look.size, font_weight=600 if look.bold else None, fill=look.ink, text_anchor=anchor)
