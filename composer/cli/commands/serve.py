"""`onething serve`."""

import importlib
from pathlib import Path
from typing import Annotated

import typer

from composer.cli.app import app
from composer.cli.usage import a_path


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="监听的地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="监听的端口")] = 8000,
    db: Annotated[Path, typer.Option(metavar="FILE", parser=a_path, help="数据库文件，第一次启动时建立")] = Path(
        "onething.db"
    ),
) -> None:
    """启动网站：主题、提问、指南、下载和接口。"""
    # By name, because the layers have web above this one.
    importlib.import_module("web.server").serve(host, port, db)
