"""Marks of web pages that were copied along with a name."""

import html
import re

_ANY = re.compile(r"<\s*/?\s*[a-zA-Z][^>]*>|&(?:[a-z]{2,8}|#\d+);")
_KNOWN = re.compile(
    r"<\s*/?\s*(?P<tag>b|br|p|div|span|font|i|u|em|strong|a|li|ul|ol|td|tr|table|tbody|sup|sub|h[1-6])(?:\s[^>]*|\s*/)?>"
    r"|(?P<entity>&(?:[a-z]{2,8}|#\d+);)",
    re.IGNORECASE,
)
_PARTING = {"br", "p", "li", "td", "tr", "div"}
_NOT_TOLD = {"sup", "sub"}
"""What these hold says something else when it is read on the line."""


def has_markup(name: str) -> bool:
    """Whether `name` has marks of a web page, or what looks like them."""
    return bool(_ANY.search(name))


def without_markup(name: str) -> str:
    """`name` in its own length with blanks for tags, a semicolon for those that end a line, and characters as told.

    What is no known mark stays as it is.
    """
    return _KNOWN.sub(_blank, name)


def _blank(match: re.Match[str]) -> str:
    if match["entity"]:
        told = html.unescape(match[0])
        return told.ljust(len(match[0])) if len(told) < len(match[0]) else match[0]
    tag = match["tag"].lower()
    if tag in _NOT_TOLD:
        return match[0]
    return (";" if tag in _PARTING else " ").ljust(len(match[0]))
