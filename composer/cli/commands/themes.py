"""`onething themes`."""

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.parameters import ThemesOption


@app.command()
def themes(folder: ThemesOption = assets.THEMES) -> None:
    """列出主题：编号、名称、对象。"""
    from composer.exchange.content import load_library

    for theme in load_library(folder).themes.values():
        typer.echo(f"{theme.id}\t{theme.name}\t{theme.audience}")
