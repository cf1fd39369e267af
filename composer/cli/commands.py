"""The `onething` command. Results go to stdout, progress and messages to stderr.

Exit codes: 0 done · 1 content has errors · 2 the command was called wrongly · 3 answers that cannot be ·
4 the machine refused (port, folder, disk) · 130 interrupted.
"""

import importlib
import io
import json
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from composer import __version__, assets
from composer.errors import Finding, MachineError, OneThingError, Severity
from composer.files import refusal

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="OneThing：把多个事项组合成一件事，给出流程图、办事指南和一张表单。",
)

ThemesOption = Annotated[Path, typer.Option("--themes", metavar="DIR", help="内容文件夹，默认用随软件发布的主题")]


def main() -> NoReturn:
    """Entry point: errors of the family and refusals of the machine become messages and exit codes, not tracebacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Chinese still gets everything
    try:
        try:
            app()
        finally:
            if sys.stdout is not None:  # closed by the caller: `>&-`
                sys.stdout.flush()
    except OneThingError as error:
        for finding in error.findings:
            typer.echo(str(finding), err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        typer.echo(str(refusal(error.filename or "标准输出", error)), err=True)
        with Path(os.devnull).open("wb") as nowhere:  # what is still buffered must not fail once more at exit
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        sys.exit(MachineError.exit_code)
    sys.exit(0)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onething {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="打印版本号")
    ] = False,
) -> None:
    """What stands before the command; the help text is the app's."""


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="监听的地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="监听的端口")] = 8000,
    db: Annotated[Path, typer.Option(metavar="FILE", help="数据库文件，第一次启动时建立")] = Path("onething.db"),
) -> None:
    """启动网站：主题、提问、指南、下载和接口。"""
    # By name, because the layers have web above this one.
    importlib.import_module("web.server").serve(host, port, db)


@app.command()
def themes(folder: ThemesOption = assets.THEMES) -> None:
    """列出主题：编号、名称、对象。"""
    from composer.exchange.content import load_library

    for theme in load_library(folder).themes.values():
        typer.echo(f"{theme.id}\t{theme.name}\t{theme.audience}")


@app.command()
def compose(
    theme: Annotated[str, typer.Argument(metavar="THEME", help="主题的编号或名称")],
    answer: Annotated[
        list[str] | None,
        typer.Option("--answer", "-a", metavar="问题=选项", help="一个回答，编号或文字都行；多选重复写"),
    ] = None,
    answers: Annotated[Path | None, typer.Option(metavar="FILE", help="YAML 或 JSON 文件里的回答")] = None,
    folder: ThemesOption = assets.THEMES,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="把文件写到这个文件夹")] = None,
    formats: Annotated[
        str | None, typer.Option("--format", metavar="LIST", help="要哪些文件，逗号分开；默认全部")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="把套餐数据打印到标准输出")] = False,
) -> None:
    """按回答组合出套餐；不写回答时按最常见的情形。"""
    from composer.cli.answers import find_theme, read_answers, unused_answers
    from composer.cli.outputs import chosen_outputs, write_outputs
    from composer.cli.summary import summary
    from composer.compose import compose as compose_package
    from composer.exchange.content import load_library
    from composer.exchange.json import package_to_json

    wanted = chosen_outputs(formats) if formats or out else []
    library = load_library(folder)
    chosen = find_theme(library, theme)
    package = compose_package(chosen, library.catalogue, read_answers(answer or [], answers, chosen, library.catalogue))
    for finding in unused_answers(package):
        typer.echo(str(finding), err=True)
    if wanted:
        for path in write_outputs(package, library.catalogue, wanted, out or Path(package.theme.id)):
            typer.echo(str(path), err=as_json)
    if as_json:
        typer.echo(package_to_json(package, library.catalogue).decode(), nl=False)
    elif not wanted:
        typer.echo(summary(package, library.catalogue))


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="内容文件夹")] = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="把问题清单作为 JSON 打印")] = False,
) -> None:
    """检查内容：列出全部问题，一次报完。"""
    from composer.exchange.content import read_library
    from composer.exchange.content.cases import check_cases

    library, findings = read_library(folder)
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    findings = sorted([*findings, *check_cases(folder, library, compose=not broken)], key=lambda one: one.order)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if as_json:
        typer.echo(json.dumps([_finding_dict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            typer.echo(str(finding))
    counts = f"{len(library.themes)} 个主题、{len(library.catalogue.items)} 个事项"
    typer.echo(f"{counts}：{errors} 个错误，{len(findings) - errors} 个提醒", err=True)
    raise typer.Exit(1 if errors else 0)


@app.command()
def schemas(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="写到哪里")] = Path("themes/schema"),
) -> None:
    """为编辑器生成内容文件的 JSON Schema。"""
    from composer.exchange.content.schemas import write_schemas

    for path in write_schemas(folder):
        typer.echo(str(path))


def _finding_dict(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "subject": finding.subject,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "file": place and place.file,
        "line": place and place.line,
        "column": place and place.column,
    }
