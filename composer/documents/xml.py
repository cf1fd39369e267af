"""WordprocessingML elements (ECMA-376, ISO/IEC 29500, transitional), built by name."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile("\r\n?")
_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_NAMES = (
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Element(str):
    """Markup, which no text is mistaken for."""

    __slots__ = ()


def w(name: str, /, *children: Element, **attributes: object) -> Element:
    """The element `w:name`; its attributes are of the same namespace."""
    return _element("w", name, children, attributes)


def w14(name: str, /, *children: Element, **attributes: object) -> Element:
    """The element `w14:name`, which programs of before 2010 pass over."""
    return _element("w14", name, children, attributes)


def _element(space: str, name: str, children: Iterable[Element], attributes: dict[str, object]) -> Element:
    written = "".join(f' {space}:{key}="{quoted(str(value))}"' for key, value in attributes.items())
    inner = "".join(children)
    return Element(f"<{space}:{name}{written}>{inner}</{space}:{name}>" if inner else f"<{space}:{name}{written}/>")


def written_text(text: str) -> Element:
    """`w:t` with every blank of `text`."""
    return Element(f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def quoted(text: str) -> str:
    """`text` between the quotation marks of an attribute."""
    return escape(legal(text), _IN_ATTRIBUTES)


def legal(text: str) -> str:
    """`text` as XML 1.0 can carry it, lines ended by a line feed; U+FFFD is what it cannot."""
    return _ILLEGAL.sub("\ufffd", _LINES.sub("\n", text))


def to_xml(root: Element) -> bytes:
    """A part of a document as bytes; what only Word 2010 and later know is marked as passable."""
    head, space, rest = root.partition(">")
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMES)
    return f'{DECLARATION}{head}{names} mc:Ignorable="w14"{space}{rest}'.encode()
