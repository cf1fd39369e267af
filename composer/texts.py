"""The original text in the one form that is read, and the way back to it."""

import re
import unicodedata
from functools import cache
from typing import Protocol

_SAME_WORD = {
    "戶": "户",
    "身分证": "身份证",
    "户口薄": "户口簿",
    "帐": "账",
    "登陆": "登录",
    "相片": "照片",
    "像片": "照片",
    "影印本": "复印件",
    "影印件": "复印件",
    "影本": "复印件",
    "其它": "其他",
    "签定": "签订",
}
_EITHER_PARENT = re.compile(
    r"(?P<kin>外祖|[祖岳养生继])?父亲?(?:\(或?者?母亲?\)|[/或]者?母)(?:亲(?!属|笔|自|友|子|生))?"
)
"""父(母) is one of them, 父母 are both."""
_BRACKETS = str.maketrans("〔〕【】[]{}﹝﹞「」『』〈〉‹›\\", "()()()()()《》《》《》《》/")
_QUOTES = str.maketrans("“”„‟〝〞＂", '"' * 7)
_CIRCLED = re.compile(r"[①-⓿❶-➓㈠-㈩㊀-㊉]")
_ANGLED = re.compile(r"<([^<>]*)>(?![=\d])|<(?![=\d])|>(?![=\d])")
"""Marks of a title, as keyboards have them; before a number they compare."""
_SPACE = re.compile(r"\s")


class _Converter(Protocol):
    def convert(self, text: str) -> str:
        """The text in simplified characters."""
        ...


@cache
def _simplifier() -> _Converter:
    from opencc import OpenCC  # noqa: PLC0415 - only those who read pay for its dictionaries

    converter: _Converter = OpenCC("t2s")
    return converter


def simplified(text: str) -> str:
    """`text` in simplified characters."""
    return text if text.isascii() else _simplifier().convert(text)


class Aligned:
    """A text as it is read (`text`), each character with the place in `original` that it stands for (`origins`).

    Compatibility forms (NFKC), traditional characters (OpenCC), brackets and quotation marks come to one form; spaces
    and invisible characters are left out of `text`; of numbers in circles a number in brackets is made.
    """

    __slots__ = ("original", "origins", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        text = original.translate(_PLAIN)
        if _PLAIN.uneven.isdisjoint(original):
            origins = list(range(len(text)))
        else:
            origins = [at for at, character in enumerate(original) for _ in _PLAIN[ord(character)]]
        if "<" in text or ">" in text:
            text = _ANGLED.sub(_titled, text)
        self.text, self.origins = _simplified(text, origins)


class _PlainForms(dict[int, str]):
    """Every character that was met, by its number, as it is read; `uneven` are those that are not read as just one."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, number: int) -> str:
        character = chr(number)
        plain = character if "一" <= character <= "鿿" else _plain(character)
        if len(plain) != 1:
            self.uneven.add(character)
        self[number] = plain
        return plain


_PLAIN = _PlainForms()


def _plain(character: str) -> str:
    """One character without its compatibility form; nothing for spaces and for what cannot be seen."""
    numbered = bool(_CIRCLED.match(character))
    plain = unicodedata.normalize("NFKC", character)
    if numbered:
        plain = f"({plain.strip('()')})"
    plain = plain.translate(_BRACKETS).translate(_QUOTES)
    return "".join(one for one in plain if not _SPACE.match(one) and unicodedata.category(one)[0] != "C")


def _titled(match: re.Match[str]) -> str:
    return f"《{match[1]}》" if match[1] is not None else "《" if match[0] == "<" else "》"


def _simplified(text: str, origins: list[int]) -> tuple[str, list[int]]:
    if text.isascii():
        return text, origins
    plain = _simplifier().convert(text)
    if len(plain) != len(text):
        plain = "".join(_one_for_one(character) for character in text)
    for word, same in _SAME_WORD.items():
        at = plain.find(word)
        while at >= 0:
            plain, origins = _reworded(plain, origins, at, at + len(word), same)
            at = plain.find(word, at + len(same)) if word != same else -1
    parent = _EITHER_PARENT.search(plain) if "父" in plain else None
    while parent:
        kin = parent["kin"]
        same = f"{kin}父或{kin}母" if kin else "父亲或母亲"
        plain, origins = _reworded(plain, origins, parent.start(), parent.end(), same)
        parent = _EITHER_PARENT.search(plain, parent.start() + len(same))
    return plain, origins


def _reworded(plain: str, origins: list[int], start: int, end: int, same: str) -> tuple[str, list[int]]:
    """The text with `same` from `start` to `end`, whose characters stand where those that they replace stood."""
    last = end - start - 1
    spread = [origins[start + min(offset, last)] for offset in range(len(same))]
    return plain[:start] + same + plain[end:], [*origins[:start], *spread, *origins[end:]]


@cache
def _one_for_one(character: str) -> str:
    plain = _simplifier().convert(character)
    return plain if len(plain) == 1 else character
