"""`onething check`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.usage import a_path
from composer.errors import Severity


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", parser=a_path, help="内容文件夹")] = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="把问题清单作为 JSON 打印")] = False,
) -> None:
    """检查内容：列出全部问题，一次报完。"""
    from composer.cli.findings import finding_to_dict
    from composer.exchange.content import read_library
    from composer.exchange.content.cases import check_cases

    library, findings = read_library(folder)
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    findings = sorted([*findings, *check_cases(folder, library, compose=not broken)], key=lambda one: one.order)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if as_json:
        typer.echo(json.dumps([finding_to_dict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            typer.echo(str(finding))
    counts = f"{len(library.themes)} 个主题、{len(library.catalogue.items)} 个事项"
    typer.echo(f"{counts}：{errors} 个错误，{len(findings) - errors} 个提醒", err=True)
    raise typer.Exit(1 if errors else 0)
