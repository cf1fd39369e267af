"""A workbook to bytes that depend on nothing but its content."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_MODIFIED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_FIXED = (1980, 1, 1, 0, 0, 0)


def to_bytes(workbook: Workbook) -> bytes:
    """`workbook` as XLSX; the times that the library stamps on it are taken out."""
    saved, packed = BytesIO(), BytesIO()
    workbook.save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(b"", content)
            part = ZipInfo(name, _FIXED)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, content)
    return packed.getvalue()
