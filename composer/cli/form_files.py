"""The files that the commands of forms write: the one table in every format, and every department's original."""

from collections.abc import Mapping, Sequence
from typing import Any

import typer

import composer.exchange.forms
import composer.render.originals  # noqa: F401  (both fill their registry)
from composer.cli.parameters import listed
from composer.errors import Finding, UsageError
from composer.exchange.schema import package_to_schema
from composer.forms.originals import originals
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.nearest import nearest
from composer.outputs import FORM_FILES, ORIGINAL_FILES

ORIGINALS = "originals"
"""Folder of the originals beside the one table."""

SCHEMA = "form.schema.json"


def chosen_formats(formats: str | None) -> list[str]:
    """Names in a comma-separated list, all of them for None; raises UsageError for one that does not exist."""
    known = list(FORM_FILES)
    if formats is None:
        return known
    wanted = list(dict.fromkeys(listed(formats)))
    unknown = [name for name in wanted if name not in known] if wanted else [""]
    if unknown:
        raise UsageError([_unknown(name, known) for name in unknown])
    return wanted


def form_files(
    package: ThemePackage, catalogue: Catalogue, document: Mapping[str, Any], formats: Sequence[str]
) -> dict[str, bytes]:
    """File name to content of the one table in `formats`, with the values of `document`; JSON with its schema."""
    files = {}
    for name in formats:
        one = FORM_FILES[name]
        typer.echo(f"正在生成{one.label} …", err=True)
        files[one.filename] = one.make(package, catalogue, document)
        if name == "json":
            files[SCHEMA] = package_to_schema(package, catalogue)
    return files


def original_files(package: ThemePackage, catalogue: Catalogue, document: Mapping[str, Any]) -> dict[str, bytes]:
    """File name to content of every department's own form, filled, in every format of originals."""
    files = {}
    for one in originals(package, catalogue, document):
        typer.echo(f"正在生成原表《{one.name.strip('《》')}》 …", err=True)
        for _, kind in ORIGINAL_FILES.items():
            files[f"{ORIGINALS}/{one.id}{kind.suffix}"] = kind.make(one)
    return files


def _unknown(name: str, known: Sequence[str]) -> Finding:
    near = nearest(name.lower(), known)
    reason = "没有这种格式" if name else "没有写格式"
    return Finding("format-unknown", name[:40], reason, f"是不是 {near}" if near else "可选：" + "、".join(known))
