"""`onething what-if`."""

import json
from typing import Annotated

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.parameters import AnswersOption, OffOption, OnOption, StartOption, ThemeArgument, ThemesOption


@app.command("what-if")
def what_if(
    theme: ThemeArgument,
    have: Annotated[
        list[str] | None, typer.Option(metavar="MATERIAL", help="如果手上已有这份材料；编号或名称，可重复写")
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="ITEM", help="如果不办这个事项；编号或名称，可重复写")
    ] = None,
    answer: Annotated[
        list[str] | None, typer.Option("--answer", "-a", metavar="问题=选项", help="如果这样回答；多选重复写")
    ] = None,
    on: OnOption = None,
    off: OffOption = None,
    base: Annotated[
        list[str] | None, typer.Option("--base", "-b", metavar="问题=选项", help="现在的回答，不写按最常见的情形")
    ] = None,
    answers: AnswersOption = None,
    start: StartOption = None,
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="作为 JSON 打印")] = False,
) -> None:
    """如果情况变了会怎样：两份套餐放在一起，每处不同和它的原因。"""
    from composer.cli.answers import find_theme, read_answers
    from composer.cli.comparison import what_if_text
    from composer.cli.policies import read_switches
    from composer.exchange.content import load_library
    from composer.exchange.json import package_to_dict
    from composer.model.objective import Terms
    from composer.timeline import read_start
    from composer.why import Supposed
    from composer.why import what_if as what_if_of
    from composer.why.data import what_if_to_dict

    library = load_library(folder)
    chosen = find_theme(library, theme)
    now = read_answers(base or [], answers, chosen, library.catalogue)
    supposed = Supposed(
        have=tuple(have or ()),
        without=tuple(without or ()),
        answers=read_answers(answer or [], None, chosen, library.catalogue),
        policies=read_switches(chosen, on, off),
    )
    terms = Terms(start=None if start is None else read_start(start))
    found = what_if_of(chosen, library.catalogue, now, supposed, terms)
    if as_json:
        data = what_if_to_dict(found, lambda package: package_to_dict(package, library.catalogue))
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        typer.echo(what_if_text(found))
    raise typer.Exit(0 if found.after is not None else 1)
