"""`onething materials`: names of materials, one by one and in long lists."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.parameters import ThemesOption
from composer.cli.usage import a_path

materials = typer.Typer(rich_markup_mode=None, help="材料：解析名称、去重、材料清单规范。")
app.add_typer(materials, name="materials")


@materials.command("parse")
def parse_names(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="材料名称，照办事指南的写法")],
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="作为 JSON 打印")] = False,
) -> None:
    """解析材料名称：要哪几样材料、谁的、什么载体、几份，以及名称里每个字的去处。"""
    from composer.cli.names import as_data, as_text
    from composer.exchange.content import load_library
    from composer.materials.names.lexicon import Lexicon
    from composer.materials.names.parse import parse

    lexicon = Lexicon.of(load_library(folder).catalogue)
    parsed = [parse(name, lexicon) for name in names]
    if as_json:
        typer.echo(json.dumps([as_data(one, lexicon) for one in parsed], ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(as_text(one, lexicon) for one in parsed))


@materials.command()
def dedupe(
    source: Annotated[
        Path, typer.Argument(metavar="IN", parser=a_path, help="CSV 或 .xlsx，至少有一列 name（材料名称）")
    ],
    target: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", parser=a_path, help="写到哪个 CSV 文件")],
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="在这个 PostgreSQL 上做，如 postgresql://…；不写就在本机做")
    ] = None,
    folder: ThemesOption = assets.THEMES,
) -> None:
    """把一份材料清单里的同一样材料认出来：行和列都不动，每行加上 cluster 等七列。"""
    from composer.cli.lists import dedupe_list
    from composer.exchange.content import load_library
    from composer.materials.names.lexicon import Lexicon

    lexicon = Lexicon.of(load_library(folder).catalogue)
    engine = _engine(database)
    try:
        with _progress("解析材料名称") as bar:
            done = dedupe_list(source, target, lexicon, engine, lambda now, of: _advance(bar, now, of))
    finally:
        engine.close()
    for column in done.renamed:
        typer.echo(f"原来就有 {column} 这一列，原来的改名为 input_{column}", err=True)
    typer.echo(f"{done.rows} 行，{done.names} 个不同的名称，{done.clusters} 样材料：{target}", err=True)


@materials.command()
def standard(
    targets: Annotated[
        list[Path] | None,
        typer.Option("--out", "-o", metavar="FILE", parser=a_path, help="写到 .xlsx 或 .json 文件，可重复"),
    ] = None,
    department: Annotated[
        str | None, typer.Option(metavar="ID", help="只看这个部门要的和办出的材料，写编号或名称")
    ] = None,
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="作为 JSON 打印")] = False,
) -> None:
    """材料清单规范：全部事项的共享复用材料清单、材料供需表，以及按三问该取消或优化的材料。"""
    from composer.cli.standard import department_called, summary, write_standard
    from composer.exchange.content import load_library
    from composer.exchange.standard import standard_to_json
    from composer.inventory import material_standard, of_department

    library = load_library(folder)
    made = material_standard(library)
    if department is not None:
        made = of_department(made, department_called(department, made, library.catalogue))
    for path in write_standard(made, library.catalogue, targets or []):
        typer.echo(str(path), err=as_json)
    if as_json:
        typer.echo(standard_to_json(made).decode(), nl=False)
    elif not targets:
        typer.echo(summary(made))


@contextmanager
def _progress(label: str) -> Iterator[Any]:
    """A bar on a terminal; elsewhere nothing, because what is kept in a file is no progress."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        seen = sys.stderr if sys.stderr.isatty() else nowhere
        with typer.progressbar(length=1, label=label, file=seen) as bar:
            yield bar


def _engine(url: str | None) -> Any:
    if url is None:
        from composer.store.relations.duck import DuckEngine

        return DuckEngine()
    from composer.store.relations.postgres import PostgresEngine

    return PostgresEngine(url)


def _advance(bar: Any, now: int, of: int) -> None:
    bar.length = of
    bar.update(now - bar.pos)
