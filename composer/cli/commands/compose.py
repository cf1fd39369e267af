"""`onething compose`."""

from pathlib import Path
from typing import Annotated

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.parameters import (
    AnswerOption,
    AnswersOption,
    OffOption,
    OnOption,
    StartOption,
    ThemeArgument,
    ThemesOption,
)
from composer.cli.usage import a_path

INTERRUPTED = 130


@app.command()
def compose(
    theme: ThemeArgument,
    answer: AnswerOption = None,
    answers: AnswersOption = None,
    start: StartOption = None,
    on: OnOption = None,
    off: OffOption = None,
    folder: ThemesOption = assets.THEMES,
    objective: Annotated[
        str | None, typer.Option(metavar="LIST", help="先求什么最少，逗号分开，如 days-promised,fees；默认按主题的写法")
    ] = None,
    front: Annotated[
        str | None, typer.Option(metavar="A,B", help="列出两个目标之间的全部取舍，如 days-promised,fees")
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=0.01, max=86400, help="最多找多少秒；到时给出目前最好的，并注明没有证明")
    ] = 10,
    out: Annotated[Path | None, typer.Option(metavar="DIR", parser=a_path, help="把文件写到这个文件夹")] = None,
    formats: Annotated[
        str | None, typer.Option("--format", metavar="LIST", help="要哪些文件，逗号分开；默认全部")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="把套餐数据打印到标准输出")] = False,
) -> None:
    """按回答组合出套餐；不写回答时按最常见的情形。"""
    from composer.cli.answers import find_theme, read_answers, unused_answers
    from composer.cli.outputs import chosen_outputs, write_outputs
    from composer.cli.policies import read_switches, worse
    from composer.cli.summary import summary
    from composer.cli.terms import chosen_objectives, refuse_beside_front
    from composer.cli.trade_offs import say_trade_offs, trade_offs_to_json
    from composer.compose import compose as compose_package
    from composer.compose import trade_offs
    from composer.exchange.content import load_library
    from composer.exchange.json import package_to_json
    from composer.model.objective import Terms
    from composer.timeline import read_start
    from composer.why.unreachable import ways_out_in_errors

    refuse_beside_front(front, {"--objective": objective, "--out": out, "--format": formats})
    wanted = [] if formats is None and out is None else chosen_outputs(formats)
    day = None if start is None else read_start(start)
    objectives = chosen_objectives(objective, front)
    library = load_library(folder)
    chosen = find_theme(library, theme)
    given = read_answers(answer or [], answers, chosen, library.catalogue)
    terms = Terms(policies=read_switches(chosen, on, off), start=day, objectives=objectives, seconds=seconds)
    with ways_out_in_errors(chosen, library.catalogue, given, terms):
        if front is not None:
            plans = trade_offs(chosen, library.catalogue, given, terms)
            typer.echo(trade_offs_to_json(plans) if as_json else say_trade_offs(plans))
            raise typer.Exit(INTERRUPTED if plans[-1].best.stopped == "interrupt" else 0)
        package = compose_package(chosen, library.catalogue, given, terms)
    for finding in (*unused_answers(package), *worse(package, library.catalogue)):
        typer.echo(str(finding), err=True)
    if wanted:
        for path in write_outputs(package, library.catalogue, wanted, out or Path(package.theme.id)):
            typer.echo(str(path), err=as_json)
    if as_json:
        typer.echo(package_to_json(package, library.catalogue).decode(), nl=False)
    elif not wanted:
        typer.echo(summary(package, library.catalogue))
    if package.best.stopped == "interrupt":
        raise typer.Exit(INTERRUPTED)
