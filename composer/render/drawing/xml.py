"""XML text that a page with a strict content security policy may inline: attributes only, no styles, no scripts."""

from functools import lru_cache
from xml.sax.saxutils import escape

from composer.render.drawing.text import plain

FONTS = (
    "'Noto Sans SC', 'Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', "
    "'WenQuanYi Micro Hei', sans-serif"
)
_QUOTE = {'"': "&quot;"}

Value = str | int | float | None


@lru_cache(maxsize=8192)
def say(text: str) -> str:
    """`text` for the inside of an element or of an attribute in double quotes."""
    return escape(plain(text), _QUOTE)


@lru_cache(maxsize=256)
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def attributes(**told: Value) -> str:
    """Attributes with a blank before each; names take _ for -, None leaves one out."""
    return "".join(
        f' {_attribute(key)}="{say(value) if isinstance(value, str) else f"{value:g}"}"'
        for key, value in told.items()
        if value is not None
    )


def tag(name: str, *inside: str, **told: Value) -> str:
    """An element of `inside` (XML already) with its attributes."""
    start = f"<{name}{attributes(**told)}"
    return f"{start}>{''.join(inside)}</{name}>" if inside else f"{start}/>"


def title(text: str) -> str:
    """The element that holds the full text of what is drawn."""
    return f"<title>{say(text)}</title>"
