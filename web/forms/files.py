"""The files that come of the table: itself in every format, every department's own form, and all of them in one."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import composer.exchange.forms
import composer.render.originals  # noqa: F401  (both fill their registry)
from composer.forms.originals import originals
from composer.model.theme import Catalogue, Theme
from composer.outputs import FORM_FILES, ORIGINAL_FILES, FormFile
from web.cache import Made
from web.forms.table import Table

ALL, ORIGINALS = "all", "originals"
"""Names of the archives: everything, and the originals alone."""

_ZIP = "application/zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_KINDS = {"xlsx": "Excel", "docx": "Word", "pdf": "PDF", "json": "JSON（给程序用）"}
"""What people call kinds of files, in the order in which they look for them."""


@dataclass(frozen=True)
class FileView:
    """A file to be had: the last part of its address, and what it is called."""

    name: str
    label: str


@dataclass(frozen=True)
class OriginalView:
    """A department's own form, with its files; `missing` are the fields that nobody has filled."""

    name: str
    departments: str
    certain: bool
    missing: tuple[str, ...]
    files: tuple[FileView, ...]


def form_file_views() -> tuple[FileView, ...]:
    """Every format of the table, those that people open first."""
    known = list(_KINDS)
    files = [(_suffix(one).removeprefix("."), name) for name, one in FORM_FILES.items()]
    files.sort(key=lambda file: known.index(file[0]) if file[0] in known else len(known))
    return tuple(FileView(name, _kind(suffix)) for suffix, name in files)


def original_views(table: Table, catalogue: Catalogue, document: Mapping[str, Any]) -> tuple[OriginalView, ...]:
    """Every department's own form; none where there is no format for them."""
    kinds = [kind for _, kind in ORIGINAL_FILES.items()]
    if not kinds:
        return ()
    return tuple(
        OriginalView(
            name=one.name,
            departments="、".join(one.departments),
            certain=one.certain,
            missing=one.missing,
            files=tuple(FileView(f"{one.id}{kind.suffix}", _kind(kind.suffix)) for kind in kinds),
        )
        for one in originals(table.package, catalogue, document)
    )


def blank_file(name: str, table: Table, catalogue: Catalogue) -> Made | None:
    """The table with nothing in it."""
    return _form_file(FORM_FILES[name], table, catalogue, {}, "空表") if name in FORM_FILES else None


def filled_file(name: str, table: Table, catalogue: Catalogue, document: Mapping[str, Any]) -> Made | None:
    """A file of the table filled with `document`, or None where `name` is none."""
    theme = table.asked.theme
    if name in FORM_FILES:
        return _form_file(FORM_FILES[name], table, catalogue, document, "填好的表")
    if name in (ALL, ORIGINALS):
        files = form_files(table, catalogue, document) if name == ALL else {}
        files |= original_files(table, catalogue, document)
        return Made(
            archive(files), _ZIP, f"{theme.name}-{'全部表格' if name == ALL else '各部门的表'}.zip", f"{name}.zip"
        )
    for one in originals(table.package, catalogue, document):
        for _, kind in ORIGINAL_FILES.items():
            if name == f"{one.id}{kind.suffix}":
                return Made(kind.make(one), kind.media_type, f"{plain(one.name)}{kind.suffix}", name)
    return None


def form_files(table: Table, catalogue: Catalogue, document: Mapping[str, Any]) -> dict[str, bytes]:
    """The table in every format, by the name in an archive."""
    return {
        f"{plain(table.form.name)}{_suffix(one)}": one.make(table.package, catalogue, document)
        for _, one in FORM_FILES.items()
    }


def original_files(table: Table, catalogue: Catalogue, document: Mapping[str, Any]) -> dict[str, bytes]:
    """Every department's own form in every format, by the name in an archive; numbered, for names may be the same."""
    return {
        f"各部门的表/{number:02d}-{plain(one.name)}{kind.suffix}": kind.make(one)
        for number, one in enumerate(originals(table.package, catalogue, document), start=1)
        for _, kind in ORIGINAL_FILES.items()
    }


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archived:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archived.writestr(info, content)
    return out.getvalue()


def plain(name: str) -> str:
    """A name as every file system takes it, without the marks of a title."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f《》]', "", name).strip(" .")[:80] or "表"


def _form_file(one: FormFile, table: Table, catalogue: Catalogue, document: Mapping[str, Any], what: str) -> Made:
    content = one.make(table.package, catalogue, document)
    return Made(content, one.media_type, _filename(table.asked.theme, one, what), one.filename)


def _filename(theme: Theme, one: FormFile, what: str) -> str:
    return f"{plain(theme.name)}-{what}{_suffix(one)}"


def _suffix(one: FormFile) -> str:
    return f".{one.filename.rpartition('.')[2]}"


def _kind(suffix: str) -> str:
    return _KINDS.get(suffix.removeprefix("."), suffix.removeprefix(".").upper())
