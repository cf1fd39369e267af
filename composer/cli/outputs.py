"""The files that `onething compose` writes."""

from collections.abc import Iterable
from pathlib import Path

import typer

import composer.exchange
import composer.render  # noqa: F401  (both fill their registry)
from composer.cli.parameters import listed
from composer.errors import Finding, UsageError
from composer.files import write_all
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.nearest import nearest
from composer.outputs import FORMATS, RENDERERS, Output


def output_names() -> list[str]:
    """Names of all outputs, those for reading first."""
    return [*RENDERERS, *FORMATS]


def output(name: str) -> Output:
    """The output of that name; raises KeyError."""
    return RENDERERS[name] if name in RENDERERS else FORMATS[name]


def chosen_outputs(formats: str | None) -> list[str]:
    """Names in a comma-separated list, all of them for None; raises UsageError for one that does not exist."""
    if formats is None:
        return output_names()
    wanted = list(dict.fromkeys(listed(formats)))
    findings = []
    for name in wanted:
        if name not in RENDERERS and name not in FORMATS:
            near = nearest(name.lower(), output_names())
            hint = f"是不是 {near}" if near else "可选：" + "、".join(output_names())
            findings.append(Finding("format-unknown", name[:40], "没有这种格式", hint))
    if findings or not wanted:
        raise UsageError(
            findings or [Finding("format-unknown", "", "没有写格式", "可选：" + "、".join(output_names()))]
        )
    return wanted


def write_outputs(package: ThemePackage, catalogue: Catalogue, names: Iterable[str], folder: Path) -> list[Path]:
    """Make every output, then write them all into `folder`, or none."""
    files = {}
    for name in names:
        one = output(name)
        typer.echo(f"正在生成{one.label} …", err=True)
        files[one.filename] = one.make(package, catalogue)
    return write_all(folder, files)
