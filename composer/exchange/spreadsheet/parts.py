"""The parts of an Office archive: XML by name, and which part belongs to which."""

import posixpath
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

_HEAD = 1024


class Parts:
    """The parts of an open archive. Names of parts mind no case, as the packaging rules have it (ECMA-376 part 2)."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower().replace("\\", "/"): name for name in archive.namelist()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def elements(self, name: str, *tags: str) -> Iterator[Element]:
        """Each whole element called one of `tags`, in any namespace; its content is dropped when the next is asked for.

        Raises SyntaxError for what is no XML, or declares a document type, which no Office file does; LookupError.
        """
        with self._archive.open(self._names[name.lower()]) as part:
            _refuse_document_type(part)
            part.seek(0)
            for _, element in iterparse(part):
                if kind_of(element) in tags:
                    yield element
                    element.clear()

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The parts that `name` refers to ("" for the archive itself): id to what they are and their name."""
        folder, _, own = name.rpartition("/")
        source = f"{folder}/_rels/{own}.rels".lstrip("/")
        if source not in self:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in self.elements(source, "Relationship")
            if one.get("TargetMode") != "External"
        }


def _refuse_document_type(part: IO[bytes]) -> None:
    if b"<!DOCTYPE" in part.read(_HEAD).replace(b"\0", b""):
        raise SyntaxError("a document type")


def kind_of(element: Element) -> str:
    """What an element is called, in any namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """The attribute called `name` in any namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)
