"""`onething loops`."""

import json
from typing import Annotated

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.parameters import ThemesOption


@app.command()
def loops(
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="作为 JSON 打印")] = False,
) -> None:
    """找出整个目录里互为前置的事项，以及免去哪几条要求就能解开。"""
    from composer.cli.reasons import loops_text
    from composer.exchange.content import load_library
    from composer.why.loops import loops as loops_of

    catalogue = load_library(folder).catalogue
    found = loops_of(catalogue)
    if as_json:
        typer.echo(json.dumps([loop.model_dump(mode="json") for loop in found], ensure_ascii=False, indent=2))
    elif found:
        typer.echo(loops_text(found))
    typer.echo(f"{len(catalogue.items)} 个事项：{len(found)} 处互为前置", err=True)
    raise typer.Exit(1 if found else 0)
