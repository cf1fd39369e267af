"""Lists and texts out of a PDF that somebody else has written, and no more of them than a filled table has."""

import re

from pikepdf import Array, Name, Object, Stream, String

_MOST = 20_000_000
_ENTRY = 10
"""What an entry of a list counts, where a byte of text counts one."""
_LANGUAGE = re.compile("\x1b[^\x1b]{0,20}\x1b")
"""Marks of a language within a text (ISO 32000-1, 7.9.2.2)."""


class TooMuch(Exception):
    """A file makes us take more than any filled table has: it is large, or says one thing very often."""


class Taking:
    """Takes from one file; every list and text counts each time, for one that is huge can be named by many."""

    def __init__(self) -> None:
        self.left = _MOST

    def spend(self, amount: int) -> None:
        """Count `amount`; raises TooMuch where that is more than is left."""
        self.left -= amount
        if self.left < 0:
            raise TooMuch

    def listed(self, held: Object | None) -> list[Object]:
        """The entries of an array; none of what is no array."""
        if not isinstance(held, Array):
            return []
        self.spend(_ENTRY * len(held))
        return list(held)

    def text(self, held: Object | None) -> str:
        """A text, whether a string, a stream or a name (with its `/`), with `\\n` between lines; empty for all else."""
        if isinstance(held, Name):
            return str(held)
        if isinstance(held, Stream):
            written = held.read_bytes()
        elif isinstance(held, String):
            written = bytes(held)
        else:
            return ""
        self.spend(len(written))
        return _LANGUAGE.sub("", decoded(written)).replace("\r\n", "\n").replace("\r", "\n")


def decoded(written: bytes) -> str:
    """UTF-16 or UTF-8 by its mark, else PDFDocEncoding; UTF-8 that some programs write without a mark by its look."""
    if written.startswith((b"\xfe\xff", b"\xff\xfe")):
        order = "utf-16-be" if written[0] == 0xFE else "utf-16-le"
        return written[2:].decode(order, errors="replace")
    if written.startswith(b"\xef\xbb\xbf"):
        return written[3:].decode("utf-8", errors="replace")
    if not written.isascii():
        try:
            return written.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return str(String(written))
