"""`onething schemas`."""

from pathlib import Path
from typing import Annotated

import typer

from composer.cli.app import app
from composer.cli.usage import a_path


@app.command()
def schemas(
    folder: Annotated[Path, typer.Argument(metavar="DIR", parser=a_path, help="写到的文件夹")] = Path("themes/schema"),
) -> None:
    """为编辑器生成内容文件的 JSON Schema。"""
    from composer.exchange.content.schemas import write_schemas

    for path in write_schemas(folder):
        typer.echo(str(path))
