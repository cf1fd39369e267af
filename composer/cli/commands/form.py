"""`onething form`: the one table to fill, what was filled, and every department's own form."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.parameters import AnswerOption, OffOption, OnOption, ThemeArgument, ThemesOption
from composer.cli.usage import a_path

form = typer.Typer(rich_markup_mode=None, help="表单：多表合一、填好读回、分填到各部门的原表，字段名读成哪个数据元。")
app.add_typer(form, name="form")

OutOption = Annotated[Path, typer.Option("--out", metavar="DIR", parser=a_path, help="写到这个文件夹")]

FormatsOption = Annotated[
    str | None, typer.Option("--format", metavar="LIST", help="一张表单要哪些格式，逗号分开；默认全部")
]

DataArgument = Annotated[
    Path, typer.Argument(metavar="DATA", parser=a_path, help="填好的文件：.xlsx、.docx、.pdf 或 .json")
]

EarlierOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--from", metavar="FILE", parser=a_path, help="从以前填好的文件带入相同的数据；可重复，后写的补前写的"
    ),
]

DraftOption = Annotated[bool, typer.Option("--draft", help="没填完或有错也写出来，错的留空")]


@form.command()
def merge(
    theme: ThemeArgument,
    out: OutOption,
    answer: AnswerOption = None,
    on: OnOption = None,
    off: OffOption = None,
    earlier: EarlierOption = None,
    formats: FormatsOption = None,
    folder: ThemesOption = assets.THEMES,
) -> None:
    """把各部门的表合成一张，写成各种可填的文件。"""
    from composer.cli.answers import find_theme, read_answers
    from composer.cli.filled import say_conflicts, taken_from
    from composer.cli.form_files import chosen_formats, form_files
    from composer.cli.policies import read_switches
    from composer.compose import compose
    from composer.exchange.content import load_library
    from composer.files import write_all
    from composer.model.objective import Terms

    wanted = chosen_formats(formats)
    library = load_library(folder)
    chosen = find_theme(library, theme)
    given = read_answers(answer or [], None, chosen, library.catalogue)
    package = compose(chosen, library.catalogue, given, Terms(policies=read_switches(chosen, on, off)))
    say_conflicts(package)
    document = taken_from(earlier or [], package, date.today())
    for path in write_all(out, form_files(package, library.catalogue, document, wanted)):
        typer.echo(str(path))


@form.command()
def fill(
    theme: ThemeArgument,
    data: DataArgument,
    out: OutOption,
    answer: AnswerOption = None,
    on: OnOption = None,
    off: OffOption = None,
    draft: DraftOption = False,
    formats: FormatsOption = None,
    folder: ThemesOption = assets.THEMES,
) -> None:
    """读回填好的文件，核对，写出填好的一张表单和各部门的原表。"""
    from composer.cli.filled import values_in
    from composer.cli.form_files import chosen_formats, form_files, original_files
    from composer.exchange.content import load_library
    from composer.files import write_all

    wanted = chosen_formats(formats)
    library = load_library(folder)
    package, document = values_in(data, theme, answer or [], (on, off), library, date.today(), draft)
    files = form_files(package, library.catalogue, document, wanted)
    files |= original_files(package, library.catalogue, document)
    for path in write_all(out, files):
        typer.echo(str(path))


@form.command()
def split(
    theme: ThemeArgument,
    data: DataArgument,
    out: OutOption,
    answer: AnswerOption = None,
    on: OnOption = None,
    off: OffOption = None,
    draft: DraftOption = False,
    folder: ThemesOption = assets.THEMES,
) -> None:
    """读回填好的文件，只写出各部门的原表。"""
    from composer.cli.filled import values_in
    from composer.cli.form_files import original_files
    from composer.exchange.content import load_library
    from composer.files import write_all

    library = load_library(folder)
    package, document = values_in(data, theme, answer or [], (on, off), library, date.today(), draft)
    for path in write_all(out, original_files(package, library.catalogue, document)):
        typer.echo(str(path))


@form.command()
def labels(
    theme: Annotated[
        str | None, typer.Argument(metavar="THEME", help="主题的编号或名称；不写就看目录里的全部表单")
    ] = None,
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="作为 JSON 打印")] = False,
) -> None:
    """每个字段名读成哪个数据元；读不准的说明原因，列出相近的和可以粘贴的内容，请人判断。"""
    from composer.cli.answers import find_theme
    from composer.cli.labels import as_data, as_text, label_rows
    from composer.exchange.content import load_library

    library = load_library(folder)
    rows = label_rows(library.catalogue, None if theme is None else find_theme(library, theme))
    typer.echo(json.dumps(as_data(rows), ensure_ascii=False, indent=2) if as_json else as_text(rows))
