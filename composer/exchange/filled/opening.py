"""What a file is by its own bytes, whatever it is called, and whether it may be opened."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from composer.exchange.filled import docx, json, pdf, xlsx
from composer.exchange.filled.refusals import refused
from composer.forms.raw import RawForm

MOST_BYTES = 20 * 1024 * 1024
"""Of a filled file: a hundred times what a table filled to the brim has."""
MOST_UNPACKED = 200 * 1024 * 1024
MOST_ENTRIES = 2000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_MACROS = re.compile(r"(?i).*vbaproject\.bin|xl/macrosheets/.*")
_WORKBOOK = re.compile(r"(?i)xl/workbook\d*\.xml")
_BLOCK = 1 << 20
_PDF_HEADER = 1024
"""Bytes within which the header of a PDF stands; programs take what comes before it (ISO 32000-1, Annex H)."""


def read_filled(data: bytes, name: str) -> RawForm:
    """The raw values of a filled file called `name`: XLSX, DOCX, PDF or JSON.

    Raises UsageError where it is none of these, is locked, carries macros or would unpack to more than is sane.
    """
    if len(data) > MOST_BYTES:
        raise refused(
            "filled-too-big", name, f"文件有 {len(data) // 1024 // 1024} MB", "填好的表不会超过 20 MB，请检查"
        )
    if data.startswith(b"PK\x03\x04"):
        return _read_package(data, name)
    if data.startswith(_OLD_OFFICE):
        reason = "文件设了密码，或是旧格式（.xls、.doc、.et、.wps）"
        raise refused("filled-locked", name, reason, "请取消密码，另存为 .xlsx 或 .docx 再交")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return json.read(data, name)
    if b"%PDF-" in data[:_PDF_HEADER]:
        return pdf.read(data, name)
    raise refused("filled-unknown", name, "认不出这是什么文件", "请交填好的 .xlsx、.docx、.pdf 或 .json")


def _read_package(data: bytes, name: str) -> RawForm:
    """Office documents are zip archives with one part that says what they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(_sane(archive, name))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise refused("filled-damaged", name, "文件已损坏，打不开", "请用原来的程序打开，另存一份再交") from error
    if any(_MACROS.fullmatch(part) for part in parts):
        raise refused("filled-macro", name, "文件里有宏", "请另存为不带宏的 .xlsx 或 .docx 再交")
    if any(_WORKBOOK.fullmatch(part) for part in parts):
        return xlsx.read(data, name)
    if any(part.startswith("word/document") for part in parts):
        return docx.read(data, name)
    if "content.xml" in parts:
        reason = "这是 OpenDocument 文件（.ods、.odt）"
        raise refused("filled-unknown", name, reason, "请另存为 .xlsx 或 .docx 再交")
    if "xl/workbook.bin" in parts:
        raise refused("filled-unknown", name, "这是二进制工作簿（.xlsb）", "请另存为 .xlsx 再交")
    raise refused("filled-unknown", name, "认不出这是什么文件", "请交填好的 .xlsx、.docx、.pdf 或 .json")


def _sane(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    """The names of the parts, each unpacked once to see that it is whole.

    What they say that they unpack to is looked at before: no more than that is ever unpacked, whatever is in them.
    """
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise refused("filled-too-big", name, f"压缩包里有 {len(infos)} 个文件", "填好的表没有这么多，请检查")
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise refused("filled-too-big", name, "展开后超过 200 MB", "这不像填好的表，请检查来源")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise refused("filled-locked", name, "文件设了密码", "请取消密码，另存一份再交")
    for info in infos:
        with archive.open(info) as part:
            while part.read(_BLOCK):
                pass
        yield info.filename
