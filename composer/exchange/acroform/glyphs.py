"""The font that what is typed is shown in: one that lies in the file, so that no viewer needs one of its own."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pikepdf import Array, Name, Object, Pdf

from composer.typeset import compiled

_SOURCE = b"""
#set page(width: 2000pt, height: auto, margin: 0pt)
#set text(font: "Noto Sans SC", size: 8pt, lang: "zh", fallback: false, ligatures: false, cjk-latin-spacing: none)
#set par(linebreaks: "simple")
#sys.inputs.signs
"""
_SYMBOLS = "·—¥€²³㎡㎝㎞㎏–"
_SAME = {"・": "·", "―": "—"}
"""Signs as the codec of GB 2312 has them, and as they are typed; the font draws both alike."""
_NAMES = (
    "玥喆堃淏珺昇頔翀彧旻瑀鋆祎璟湉沄玘玙玚炘烜燚燊垚犇骉孖琤瑄璠玹珣珵琋瑨瑢璘昉昳晅晞暐暻曈旸晙晢朏梣棽"
    "橦洺浥湜溦澔芃苧莀禛禔秾竑翙衎訸赟锜镕閟霂頵飏飖龑䶮䒟㛃㑇堉堔壵嫄嬿寀寔峣嵚愔慜"
)
"""Signs of names that GB 2312 lacks, as they are met with; others a viewer takes from the fonts of its machine."""

FONT = Name("/ZH")
"""What the font is called in the resources of the form."""

MISSING = "〓"
"""Stands for a sign that the font lacks (the geta mark that printers use)."""


@dataclass(frozen=True)
class InputFont:
    """A font as a PDF of its own (`data`), what each sign is called in it, and its width in thousandths of the size."""

    data: bytes
    codes: dict[str, int]
    widths: dict[int, int]

    def encoded(self, text: str) -> str:
        """`text` as a string of a content stream: the codes of its signs, two bytes each, in hexadecimal."""
        return "".join(f"{self._code(sign):04X}" for sign in text)

    def width(self, text: str) -> int:
        """How wide `text` is in one line, in thousandths of the size it is set in."""
        return sum(self.widths.get(self._code(sign), 1000) for sign in text)

    def _code(self, sign: str) -> int:
        return self.codes.get(_SAME.get(sign, sign), self.codes[MISSING])


def input_font(texts: Iterable[str] = ()) -> InputFont:
    """The font with the signs of GB 2312, of names and of Latin letters, and what else `texts` need and it has."""
    return _made("".join(sorted(set().union(*texts) - _usual())))


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    return frozenset(_repertoire())


def _repertoire() -> Iterator[str]:
    """Punctuation, Latin letters (ISO 8859-1), rows 1 to 3, 8 and 16 to 87 of GB 2312: no kana, Greek or frames."""
    yield from _SYMBOLS
    yield from map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))
    for row in (1, 2, 3, 8, *range(16, 88)):
        for cell in range(1, 95):
            sign = bytes((row + 0xA0, cell + 0xA0)).decode("gb2312", errors="ignore")
            yield from () if sign in _SAME else sign
    yield from _NAMES


@lru_cache(maxsize=4)
def _made(more: str) -> InputFont:
    """typst takes from the font what is set; the blanks keep signs from being joined."""
    signs = [*dict.fromkeys(_repertoire()), *(sign for sign in more if sign.isprintable())]
    with Pdf.open(io.BytesIO(compiled(_SOURCE, {"signs": " ".join(signs)}))) as pages, Pdf.new() as alone:
        font = alone.copy_foreign(next(iter(pages.pages[0].Resources.Font.values())))
        alone.add_blank_page()  # readers take a file without any for a damaged one
        alone.Root.Font = font
        described = font.DescendantFonts[0]
        # typst writes the height of a Chinese sign; lines that a viewer breaks would touch each other.
        described.FontDescriptor.Ascent, described.FontDescriptor.Descent = 1010, -220
        if "/CIDSet" in described.FontDescriptor:
            del described.FontDescriptor.CIDSet
        codes = _codes(font.ToUnicode.read_bytes())
        widths = _widths(described.W)
        kept = io.BytesIO()
        alone.save(kept, deterministic_id=True)
    return InputFont(kept.getvalue(), codes, widths)


def font_of(font: InputFont, pdf: Pdf) -> Object:
    """The font as an object of `pdf`."""
    with Pdf.open(io.BytesIO(font.data)) as alone:
        return pdf.copy_foreign(alone.Root.Font)


_LINE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4,8})>\s*\n")


def _codes(to_unicode: bytes) -> dict[str, int]:
    """Signs by the map of codes to Unicode (bfchar) that the font carries."""
    codes: dict[str, int] = {}
    for code, text in _LINE.findall(to_unicode):
        sign = bytes.fromhex(text.decode()).decode("utf-16-be", errors="replace")
        if len(sign) == 1:
            codes.setdefault(sign, int(code, 16))
    return codes


def _widths(listed: Iterable[Object]) -> dict[int, int]:
    """Widths by code, from runs `first [width …]` and `first last width` (ISO 32000-1, 9.7.4.3)."""
    runs = iter(listed)
    widths: dict[int, int] = {}
    for first in runs:
        after = next(runs)
        if isinstance(after, Array):
            widths |= {int(first) + number: round(float(width)) for number, width in enumerate(after)}
        else:
            widths |= dict.fromkeys(range(int(first), int(after) + 1), round(float(next(runs))))
    return widths
