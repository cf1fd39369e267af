"""`onething materials`: names of materials, one by one and in long lists."""

import importlib
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

VerdictsOption = Annotated[
    Path | None, typer.Option("--verdicts", metavar="DB", parser=a_path, help="连同这个复核数据库里生效的结论")
]

SheetOption = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="读工作簿里的这张工作表，默认第一张")]

HeaderRowOption = Annotated[
    int, typer.Option("--header-row", metavar="N", min=1, max=1_048_576, help="第几行是表头，上面的不读")
]

materials = typer.Typer(rich_markup_mode=None, help="材料：解析名称、去重、复核、材料清单规范。")
app.add_typer(materials, name="materials")


@materials.command("parse")
def parse_names(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="材料名称，照办事指南的写法")],
    verdicts: VerdictsOption = None,
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="作为 JSON 打印")] = False,
) -> None:
    """解析材料名称：要哪几样材料、谁的、什么载体、几份，以及名称里每个字的去处。"""
    from composer.cli.names import as_data, as_text
    from composer.materials.names.parse import parse

    lexicon = _lexicon(folder, verdicts)
    parsed = [parse(name, lexicon) for name in names]
    if as_json:
        typer.echo(json.dumps([as_data(one, lexicon) for one in parsed], ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(as_text(one, lexicon) for one in parsed))


@materials.command()
def dedupe(
    source: Annotated[
        Path, typer.Argument(metavar="IN", parser=a_path, help="材料清单：CSV 或 .xlsx，至少有一列 name（材料名称）")
    ],
    target: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", parser=a_path, help="结果写到哪个 CSV 文件")],
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="在这个 PostgreSQL 上做，如 postgresql://…；不写就在本机做")
    ] = None,
    sheet: SheetOption = None,
    header_row: HeaderRowOption = 1,
    verdicts: VerdictsOption = None,
    folder: ThemesOption = assets.THEMES,
) -> None:
    """把一份材料清单里的同一样材料认出来：行和列都不动，每行加上 cluster 等七列。"""
    from composer.cli.lists import dedupe_list
    from composer.exchange.lists import read_list, refuse_target

    refuse_target(source, target)
    opened = read_list(source, sheet, header_row)
    lexicon = _lexicon(folder, verdicts)
    engine = _engine(database)
    try:
        with _progress("解析材料名称") as bar:
            done = dedupe_list(opened, target, lexicon, engine, lambda now, of: _advance(bar, now, of))
    finally:
        engine.close()
    for note in done.notes:
        typer.echo(note, err=True)
    for column in done.renamed:
        typer.echo(f"原来就有 {column} 这一列，原来的改名为 input_{column}", err=True)
    typer.echo(f"{done.rows} 行，{done.names} 个不同的名称，{done.clusters} 样材料：{target}", err=True)


@materials.command()
def review(
    database: Annotated[Path, typer.Argument(metavar="DB", parser=a_path, help="复核用的数据库文件，第一次时建立")],
    add: Annotated[
        list[Path] | None,
        typer.Option(metavar="LIST", parser=a_path, help="先把这份 CSV 或 .xlsx 里的名称加进来；可重复"),
    ] = None,
    sheet: SheetOption = None,
    header_row: HeaderRowOption = 1,
    by: Annotated[str, typer.Option(metavar="姓名", help="谁来判断；结论上留着这个姓名")] = "",
    listed: Annotated[bool, typer.Option("--list", help="列出给过的结论，有分歧的在前")] = False,
    undo: Annotated[int | None, typer.Option(metavar="N", min=1, max=2**31, help="撤销第 N 条结论")] = None,
    target: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", parser=a_path, help="把结论写成内容文件（YAML）")
    ] = None,
    web: Annotated[bool, typer.Option("--web", help="在网页上判断，几个人可以一起")] = False,
    host: Annotated[str, typer.Option(help="网页监听的地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="网页监听的端口")] = 8000,
    folder: ThemesOption = assets.THEMES,
) -> None:
    """请人判断哪些名称是同一样材料：最值得判断的在前，一个键一条结论，马上生效，可以撤销。"""
    from composer.cli import review as reviewing
    from composer.cli.keyboard import Keyboard
    from composer.exchange.content import load_library
    from composer.exchange.lists import read_list

    lists = [read_list(source, sheet, header_row) for source in add or ()]
    library = load_library(folder)
    with reviewing.opened(database, library.catalogue, may_be_new=bool(add)) as desk:
        for opened in lists:
            rows, new = reviewing.add_names(opened, desk)
            for note in opened.notes():
                typer.echo(f"{opened.source.path}：{note}", err=True)
            typer.echo(f"{opened.source.path}：{rows} 行{'' if new else '，以前已经加过，没有重复加'}", err=True)
        if undo is not None:
            typer.echo(reviewing.undone(desk, undo, by), err=True)
        if target is not None:
            typer.echo(f"{reviewing.write_verdicts(desk, target)} 条结论：{target}", err=True)
        if listed:
            typer.echo("\n".join(reviewing.list_given(desk)))
        if web:
            importlib.import_module("web.server").serve_review(host, port, library, desk)
        elif not (add or listed or undo or target):
            given = reviewing.judge_all(desk, by, Keyboard(), typer.echo)
            typer.echo(f"这次给了 {given} 条结论。", err=True)


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


def _lexicon(folder: Path, verdicts: Path | None) -> Any:
    """What the content knows, and what was judged beside it."""
    from composer.exchange.content import load_library
    from composer.materials.names.lexicon import Lexicon

    catalogue = load_library(folder).catalogue
    if verdicts is not None:
        from composer.cli.review import opened

        with opened(verdicts, catalogue) as desk:
            catalogue = desk.effective()
    return Lexicon.of(catalogue)


def _engine(url: str | None) -> Any:
    if url is None:
        from composer.store.relations.duck import DuckEngine

        return DuckEngine()
    from composer.store.relations.postgres import PostgresEngine

    return PostgresEngine(url)


def _advance(bar: Any, now: int, of: int) -> None:
    bar.length = of
    bar.update(now - bar.pos)
