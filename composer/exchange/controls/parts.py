"""The parts of a Word document that a reader needs, parsed without following anything that they point to."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Node: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_BYTES = 40 * 1024 * 1024
"""Of one part, unpacked: more than ten thousand lines of a table have."""

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


class DamagedError(Exception):
    """A part that is missing, no XML, or that defines entities, which no part of a document may."""


class TooBigError(Exception):
    """A part that is larger than any form's."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


class Parts:
    """Looks up parts by what the document says of them, for programs call them differently."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.main_name = next(self._targets("", "/officeDocument"), "word/document.xml")
        self.main = self.parsed(self.main_name)

    def pages(self) -> Iterator[Node]:
        """Headers and footers of the document, each once."""
        for kind in ("/header", "/footer"):
            for name in sorted(set(self._targets(self.main_name, kind))):
                yield self.parsed(name)

    def heading_styles(self) -> frozenset[str]:
        """Ids of the styles of headings: programs name the styles alike, and give them ids of their own."""
        name = next(self._targets(self.main_name, "/styles"), None)
        if name is None:
            return frozenset()
        styles = self.parsed(name).iter(f"{W}style")
        return frozenset(
            style.get(f"{W}styleId", "")
            for style in styles
            if (named := style.find(f"{W}name")) is not None
            and named.get(f"{W}val", "").lower() in ("heading 1", "heading 2")
        )

    def properties(self) -> dict[str, str]:
        """Custom properties of the document."""
        name = next(self._targets("", "/custom-properties"), None)
        if name is None:
            return {}
        return {one.get("name", ""): "".join(map(str, one.itertext())) for one in self.parsed(name) if one.get("name")}

    def parsed(self, name: str) -> Node:
        """The root of a part. Raises DamagedError or TooBigError."""
        try:
            info = self._archive.getinfo(name)
        except KeyError as error:
            raise DamagedError(name) from error
        if info.file_size > MOST_BYTES:
            raise TooBigError(name)
        xml = self._archive.read(info).replace(_STRICT, W.strip("{}").encode())
        try:
            tree = etree.parse(io.BytesIO(xml), _parser())
        except etree.XMLSyntaxError as error:
            raise DamagedError(name) from error
        if tree.docinfo.internalDTD is not None:
            raise DamagedError(name)
        return tree.getroot()

    def _targets(self, source: str, kind: str) -> Iterator[str]:
        """Names of the parts that `source` (the package itself where empty) relates to, of a kind of relation."""
        folder, _, name = source.rpartition("/")
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations not in self._archive.namelist():
            return
        for relation in self.parsed(relations):
            if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                joined = target if target.startswith("/") else posixpath.join(folder, target)
                yield posixpath.normpath(joined).lstrip("/")
