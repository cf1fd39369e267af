"""What people write, in the one form that is read. Names and sentences keep their characters; codes do not."""

import re
import unicodedata

UNSEEN = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
"""Characters of control and of direction. What scripts need to join letters stays: U+200C, U+200D, U+180B and so on."""
REPLACED = r"\ufffd-\uffff"
BROKEN = rf"{REPLACED}\ud800-\udfff"
"""What shows that a text was damaged on its way, and what no XML file may hold."""
BLANK = r" \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = re.compile(f"[{UNSEEN}]")
_BROKEN = re.compile(f"[{BROKEN}]")
_NEWLINE = re.compile(r"\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]")
_BLANKS = re.compile(rf"[{BLANK}\t\n]+")
_OUTER = re.compile(rf"^[{BLANK}\t\n]+|[{BLANK}\t\n]+\Z")
_CAPITALS = {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－ー─", "-"))


def tidy_text(text: str, *, lines: bool) -> str:
    """`text` without what cannot be seen and without outer blanks, in NFC; a line break is a blank if no `lines` are.

    Nothing that can be seen is taken away, and what is broken stays, to be refused.
    """
    text = _UNSEEN.sub("", _NEWLINE.sub("\n", text)).replace("\t", " ")
    text = unicodedata.normalize("NFC", text)
    return _OUTER.sub("", text if lines else re.sub(rf"[{BLANK}]*\n[{BLANK}\n]*", " ", text))


def is_broken(text: str) -> bool:
    """Whether characters were lost or cannot be stored."""
    return _BROKEN.search(text) is not None


def plain(text: str) -> str:
    """For numbers, dates and codes: compatibility forms (NFKC), all dashes as -, single blanks, nothing unseen."""
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", _NEWLINE.sub("\n", text)))
    return _BLANKS.sub(" ", text.translate(_DASHES)).strip(" ")


def compact(text: str) -> str:
    """The same without any blank."""
    return unicodedata.normalize("NFKC", plain(text).replace(" ", ""))


def capitals(text: str) -> str:
    """`text` with the letters A to Z for a to z; other alphabets keep theirs."""
    return text.translate(_CAPITALS)
