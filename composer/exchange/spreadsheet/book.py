"""A workbook: its sheets, the names of its cells, its own properties."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Self
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from composer.exchange.spreadsheet.parts import Parts, attribute
from composer.exchange.spreadsheet.sheet import Sheet, Surroundings, read_sheet
from composer.exchange.spreadsheet.values import Format, format_of, text_of

DAMAGED = (BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, NotImplementedError, RuntimeError, EOFError)
"""What reading raises where an archive or a part of it is damaged."""
_TRUE = ("1", "true", "on")


@dataclass(frozen=True)
class Named:
    """A defined name: what it means, and the sheet that it is known on, None where it is known everywhere."""

    name: str
    means: str
    sheet: str | None


class Book:
    """A workbook whose sheets are read when they are asked for. Reading raises one of DAMAGED where it is damaged."""

    def __init__(self, archive: ZipFile) -> None:
        self._parts = Parts(archive)
        root = self._parts.related("")
        self._part = next((part for kind, part in root.values() if kind == "officeDocument"), "xl/workbook.xml")
        self._properties = next((part for kind, part in root.values() if kind == "custom-properties"), "")
        self._related = self._parts.related(self._part)
        self._sheets: dict[str, str] = {}
        for one in self._parts.elements(self._part, "sheet"):
            kind, part = self._related.get(attribute(one, "id") or "", ("", ""))
            self._sheets[one.get("name", "")] = part if kind == "worksheet" else ""
        self._read: dict[str, Sheet] = {}

    @classmethod
    @contextmanager
    def opened(cls, data: bytes) -> Iterator[Self]:
        """The workbook in `data` while it is read."""
        with ZipFile(io.BytesIO(data)) as archive:
            yield cls(archive)

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of its sheets, in their order."""
        return tuple(self._sheets)

    def sheet(self, name: str) -> Sheet:
        """The sheet of this name; one that holds no cells, such as a chart, is empty. LookupError where none is."""
        if name not in self._read:
            part = self._sheets[name]
            self._read[name] = read_sheet(self._parts, part, name, self._around) if part else Sheet(name, {}, ())
        return self._read[name]

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """Its defined names; those that are known everywhere first."""
        found = []
        for one in self._parts.elements(self._part, "definedName"):
            local = one.get("localSheetId")
            sheet = self.sheet_names[int(local)] if local is not None else None
            found.append(Named(one.get("name", ""), one.text or "", sheet))
        return tuple(sorted(found, key=lambda named: named.sheet is not None))

    @cached_property
    def properties(self) -> dict[str, str]:
        """The properties that its makers gave it, as text."""
        if not self._properties or self._properties not in self._parts:
            return {}
        return {
            one.get("name", ""): "".join(one.itertext()).strip()
            for one in self._parts.elements(self._properties, "property")
        }

    @cached_property
    def _around(self) -> Surroundings:
        strings = [text_of(one) for part in self._kind("sharedStrings") for one in self._parts.elements(part, "si")]
        formats = [form for part in self._kind("styles") for form in self._formats(part)]
        marks = [one.get("date1904") for one in self._parts.elements(self._part, "workbookPr")]
        return Surroundings(strings, formats, any(mark in _TRUE for mark in marks))

    def _kind(self, wanted: str) -> list[str]:
        return [part for kind, part in self._related.values() if kind == wanted and part in self._parts]

    def _formats(self, part: str) -> Iterator[Format]:
        for styles in self._parts.elements(part, "styleSheet"):
            codes = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in styles.iterfind(".//{*}numFmt")}
            for xf in styles.iterfind("{*}cellXfs/{*}xf"):
                yield _format(xf, codes)


def _format(xf: Element, codes: dict[int, str]) -> Format:
    id = int(xf.get("numFmtId") or 0)
    shown, digits = format_of(id, codes.get(id))
    protection = xf.find("{*}protection")
    locked = protection.get("locked", "1") if protection is not None else "1"
    return Format(shown, digits, unlocked=locked not in _TRUE)
