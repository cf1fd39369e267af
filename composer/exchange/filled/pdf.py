"""A filled PDF: what stands in its form fields, whoever saved it. Scripts and all else in it are left alone."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    PasswordError,
    Pdf,
    PdfError,
    PikepdfError,
    QpdfRuntimeError,
)
from pikepdf.settings import set_qpdf_limits

from composer.errors import UsageError
from composer.exchange.acroform.naming import STAMP_FIELD, datum_of_field
from composer.exchange.acroform.objects import Taking, TooMuch
from composer.exchange.filled.refusals import refused
from composer.forms.raw import Cell, RawForm, Stamp, sorted_entries

MOST_FIELDS = 60_000
"""Fields, and levels of them, that are looked at: 10,000 lines of six columns."""
_MOST_PAGES = 1000
_DEEPEST = 20


def read(data: bytes, name: str) -> RawForm:
    """The raw values of a PDF that was made for a table; raises UsageError where it is damaged, locked or is none."""
    _set_limits()
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            return _Form(pdf, name).read()
    except TooMuch as error:
        reason = "PDF 里的格或内容多得不像一张表"
        raise refused("filled-too-big", name, reason, "填好的表没有这么多，请检查来源") from error
    except PasswordError as error:
        reason = "PDF 设了打开密码"
        raise refused("filled-locked", name, reason, "请取消密码，另存后再交") from error
    except (PdfError, PikepdfError, QpdfRuntimeError, ValueError, TypeError, AttributeError, KeyError) as error:
        reason = "PDF 已损坏，打不开"
        raise refused("filled-damaged", name, reason, "请用原来的程序打开，另存一份再交") from error


@lru_cache(maxsize=1)
def _set_limits() -> None:
    """What qpdf may unpack and hold: for this process, because a hostile file says nothing of its size beforehand."""
    set_qpdf_limits(
        flate_max_memory=100 * 1024 * 1024,
        run_length_max_memory=100 * 1024 * 1024,
        png_max_memory=100 * 1024 * 1024,
        tiff_max_memory=100 * 1024 * 1024,
        max_stream_filters=2,
        parser_max_container_size=200_000,
        doc_max_warnings=1000,
    )


@dataclass(frozen=True)
class _Field:
    """A field that takes a value: its full name, its dictionary, what it has from those above it."""

    name: str
    held: Dictionary
    inherited: dict[str, Object]

    def get(self, key: str) -> Object | None:
        return self.held.get(key, self.inherited.get(key))


class _Form:
    def __init__(self, pdf: Pdf, name: str) -> None:
        self.pdf, self.name = pdf, name
        self.take = Taking()
        self.seen = 0

    def read(self) -> RawForm:
        """The values by datum; of a choice with boxes of their own, all that are ticked."""
        form = self.pdf.Root.get("/AcroForm")
        top = form.get("/Fields") if isinstance(form, Dictionary) else None
        fields = list(self.fields(self.take.listed(top), "", {}, 0))
        if not fields:
            raise self.without_fields()
        self.pages = dict(self.places())
        cells: dict[str, Cell] = {}
        lines: dict[tuple[str, int], dict[str, Cell]] = {}
        strays: list[Cell] = []
        stamp, ours = None, False
        for field in fields:
            head, _, below = field.name.partition(".")
            place = datum_of_field(head) if not below or below.isdecimal() else datum_of_field(field.name)
            value = self.value(field)
            if field.name == STAMP_FIELD:
                ours = True
                stamp = Stamp.read(value) if isinstance(value, str) else None
            elif place is None:
                strays += [Cell(value, self.place(field))] if value else []
            else:
                ours = True
                datum, entry = place
                group = datum.partition(".")[0]
                line = cells if entry is None else lines.setdefault((group, entry), {})
                line[datum] = self.joined(line.get(datum), value, field)
        if not ours:
            way_out = "请交本站给的“一张表单”PDF，填好后直接保存的那一份"
            raise refused("filled-no-form", self.name, "这个 PDF 不是一张表单：里面的格不是表单的格", way_out)
        return RawForm(stamp, cells, sorted_entries(lines), tuple(strays))

    def joined(self, before: Cell | None, value: Any, field: _Field) -> Cell:
        """What a datum says after one more of its fields; options that stand in several become a list."""
        if before is None or not before.raw:
            return Cell(value, before.place if before else self.place(field))
        if not value:
            return before
        both = [one for raw in (before.raw, value) for one in (raw if isinstance(raw, list) else [raw])]
        return Cell(list(dict.fromkeys(both)), before.place)

    def fields(self, held: Sequence[Object], above: str, inherited: dict[str, Object], depth: int) -> Iterator[_Field]:
        """The fields that take a value, below those that only hold others."""
        for one in held:
            self.seen += 1
            if self.seen > MOST_FIELDS or depth > _DEEPEST:
                raise TooMuch
            if not isinstance(one, Dictionary):
                continue
            name = ".".join(filter(None, (above, self.take.text(one.get("/T")))))
            below = [kid for kid in self.take.listed(one.get("/Kids")) if isinstance(kid, Dictionary) and "/T" in kid]
            if below:
                passed = {key: one[key] for key in ("/FT", "/V", "/Ff", "/Opt") if key in one}
                yield from self.fields(below, name, inherited | passed, depth + 1)
            else:
                yield _Field(name, one, inherited)

    def places(self) -> Iterator[tuple[tuple[int, int], int]]:
        """The page of every field, by the number of its object."""
        for number, page in enumerate(islice(self.pdf.pages, _MOST_PAGES), start=1):
            for one in self.take.listed(page.obj.get("/Annots")):
                yield one.objgen, number

    def place(self, field: _Field) -> str:
        shown = [field.held, *self.take.listed(field.held.get("/Kids"))]
        number = next((self.pages[one.objgen] for one in shown if one.objgen in self.pages), None)
        return f"第 {number} 页" if number else ""

    def without_fields(self) -> UsageError:
        """Paper that was scanned has pictures and no letters; what was printed to a file has letters and no fields."""
        resources = [page.obj.get("/Resources", Dictionary()) for page in islice(self.pdf.pages, 5)]
        letters = any(len(one.get("/Font", Dictionary())) for one in resources)
        way_out = "请打开本站给的 PDF 表，填好后用“保存”或“下载”存下来再交；已经填在纸上的，请照着填到网页或表里"
        if letters:
            return refused("filled-printed", self.name, "这个 PDF 里没有可以读的格：像是用“打印成 PDF”存的", way_out)
        return refused("filled-printed", self.name, "这个 PDF 里只有图片：像是扫描或拍照的", way_out)

    def value(self, field: _Field) -> Any:
        """What a field says: text, the label of the box that is ticked, a list where several are picked; or None."""
        held = field.get("/V")
        if field.get("/FT") == Name.Btn:
            return self.ticked(field, held)
        if isinstance(held, Array):
            return [text for one in self.take.listed(held) if (text := self.shown(field, one))]
        return self.shown(field, held) or None

    def ticked(self, field: _Field, held: Object | None) -> str | None:
        """The option of the box that is ticked; its state is the number of an option, or says it itself.

        A state is a name; some programs write a text instead.
        """
        if held is None and "/AS" in field.held:
            held = field.held.AS
        if held is None or held == Name.Off:
            return None
        state = self.take.text(held).removeprefix("/")
        options = [self.take.text(option) for option in self.take.listed(field.get("/Opt"))]
        is_number = re.fullmatch("[0-9]{1,4}", state) is not None and int(state) < len(options)
        return options[int(state)] if is_number and (isinstance(held, Name) or state not in options) else state

    def shown(self, field: _Field, held: Object | None) -> str:
        """Text as it stands; of a list whose entries have a value and a label, the label."""
        text = self.take.text(held)
        if not text or field.get("/FT") != Name.Ch:
            return text
        pairs = (self.take.listed(option) for option in self.take.listed(field.get("/Opt")))
        labels = (pair[1] for pair in pairs if len(pair) == 2 and self.take.text(pair[0]) == text)
        return self.take.text(next(labels, None)) or text
