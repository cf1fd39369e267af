"""The text of a content file that nobody vouches for: bounded in size, UTF-8, without control characters."""

import codecs
import re
from pathlib import Path

from composer.errors import Finding, Place, Severity

MAX_BYTES = 1 << 20

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that no reader can see and that XML, hence a workbook, cannot hold."""


def read_text(path: Path, shown: str) -> tuple[str | None, list[Finding]]:
    """The text of the file at `path`, which messages call `shown`, or None, and what is wrong with it.

    A file that is too large is refused before it is read. Raises OSError where the file cannot be read.
    """
    start = Place(shown, 1, 1)
    if path.exists() and not path.is_file():
        return None, [Finding("file-unreadable", "", "这不是一个普通文件", "请换成文件，或改名", start)]
    size = path.stat().st_size
    if size > MAX_BYTES:
        reason = f"文件有 {size:,} 字节，超过上限 {MAX_BYTES:,} 字节"
        return None, [Finding("file-too-large", "", reason, "请拆成几个文件，或检查是否放错了文件", start)]
    raw = path.read_bytes()
    findings = []
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
        reason, suggestion = "文件开头有字节顺序标记（BOM），已略过", "请另存为不带 BOM 的 UTF-8"
        findings.append(Finding("file-bom", "", reason, suggestion, start, Severity.WARNING))
    text, wrong = _decoded(raw, shown)
    return text, [*findings, *wrong]


def _decoded(raw: bytes, shown: str) -> tuple[str | None, list[Finding]]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in raw[:2]:
        return None, [_wrong_encoding("文件是 UTF-16 编码", Place(shown, 1, 1))]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [_wrong_encoding("文件不是 UTF-8 编码（可能是 GBK）", Place(shown, line, 1))]
    found = CONTROL.search(text)
    if found is None:
        return text, []
    before = text[: found.start()]
    place = Place(shown, before.count("\n") + 1, found.start() - before.rfind("\n"))
    return None, [control_character(found.group(), place)]


def _wrong_encoding(reason: str, place: Place) -> Finding:
    return Finding("file-encoding", "", reason, "请用编辑器的“另存为”把编码改成 UTF-8", place)


def control_character(character: str, place: Place) -> Finding:
    """The finding of a character that must not stand in content."""
    return Finding(
        "yaml-character", "", f"有看不见的控制字符 U+{ord(character):04X}", "请删去这个字符，或整行重打", place
    )
