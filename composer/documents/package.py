"""The parts of a document to bytes that depend on nothing but what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from composer.assets import TEMPLATES
from composer.documents.text import field as worked_out
from composer.documents.text import paragraph
from composer.documents.xml import DECLARATION, Element, legal, quoted, to_xml, w

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ROOM = 9638
"""Twips between the margins of the page (A4, 20 mm left and right)."""

_FIXED = (1980, 1, 1, 0, 0, 0)
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_TERMS = "http://purl.org/dc/elements/1.1/"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that ECMA-376 part 1, 22.3 keeps for the user's own."""


@dataclass(frozen=True)
class WordDocument:
    """What a document says: its body, the line at the head of each page, and properties by name (255 characters each).

    `building_blocks` are texts that controls show while they are empty, by name.
    """

    title: str
    head: str
    body: Sequence[Element]
    properties: Mapping[str, str] = field(default_factory=dict)
    building_blocks: Sequence[Element] = ()


def to_bytes(document: WordDocument) -> bytes:
    """`document` as DOCX."""
    parts = dict(_templates() if document.building_blocks else _without_glossary())
    parts["docProps/core.xml"] = _core(document.title)
    parts["docProps/custom.xml"] = _custom(document.properties)
    parts["word/document.xml"] = to_xml(w("document", w("body", *document.body, _page())))
    parts["word/header1.xml"] = to_xml(w("hdr", paragraph("Header", document.head)))
    parts["word/footer1.xml"] = to_xml(w("ftr", _numbers()))
    if document.building_blocks:
        blocks = w("glossaryDocument", w("docParts", *document.building_blocks))
        parts["word/glossary/document.xml"] = to_xml(blocks)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, _FIXED)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, parts[name])
    return packed.getvalue()


_TEMPLATES: Mapping[str, str] = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "docProps/app.xml": "app.xml",
    "word/_rels/document.xml.rels": "document.rels",
    "word/glossary/_rels/document.xml.rels": "glossary.rels",
    "word/fontTable.xml": "fonts.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
    "word/glossary/styles.xml": "styles.xml",
    "word/theme/theme1.xml": "theme.xml",
}
"""Parts that are the same in every document, and the file of each in templates/word."""


@cache
def _templates() -> Mapping[str, bytes]:
    return {part: (TEMPLATES / "word" / name).read_bytes() for part, name in _TEMPLATES.items()}


@cache
def _without_glossary() -> Mapping[str, bytes]:
    """The parts without those of building blocks, and without the lines that speak of them."""
    return {
        part: b"".join(line for line in content.splitlines(keepends=True) if b"glossary" not in line)
        for part, content in _templates().items()
        if "glossary" not in part
    }


def _page() -> Element:
    """A4 upright, 20 mm left and right, 22 mm above and below."""
    return w(
        "sectPr",
        Element('<w:headerReference w:type="default" r:id="rIdHeader"/>'),
        Element('<w:footerReference w:type="default" r:id="rIdFooter"/>'),
        w("pgSz", w=11906, h=16838),
        w("pgMar", top=1247, right=1134, bottom=1247, left=1134, header=680, footer=624, gutter=0),
    )


def _numbers() -> Element:
    return paragraph("Footer", "第 ", worked_out("PAGE", "1"), " 页　共 ", worked_out("NUMPAGES", "1"), " 页")


def _core(title: str) -> bytes:
    return _declared(
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_CORE_TERMS}"><dc:title>{escape(legal(title))}</dc:title>'
        "<dc:creator>OneThing</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _custom(properties: Mapping[str, str]) -> bytes:
    """Properties of a user's own; numbers of properties start from 2 (ECMA-376 part 1, 22.3.2.1)."""
    written = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{quoted(name)}">'
        f"<vt:lpwstr>{escape(legal(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), start=2)
    )
    return _declared(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{written}</Properties>')


def _declared(xml: str) -> bytes:
    return f"{DECLARATION}{xml}".encode()
