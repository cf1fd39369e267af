"""`onething policies`."""

import json
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


@app.command()
def policies(
    theme: ThemeArgument,
    answer: AnswerOption = None,
    answers: AnswersOption = None,
    on: OnOption = None,
    off: OffOption = None,
    start: StartOption = None,
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="把结果作为 JSON 打印")] = False,
) -> None:
    """列出改革举措：依据、是否采用、单独和合起来省多少。"""
    from composer.cli.answers import find_theme, read_answers
    from composer.cli.policies import effects_to_dict, read_switches, table
    from composer.effects import effects
    from composer.exchange.content import load_library
    from composer.model.objective import Terms
    from composer.timeline import read_start

    day = None if start is None else read_start(start)
    library = load_library(folder)
    chosen = find_theme(library, theme)
    given = read_answers(answer or [], answers, chosen, library.catalogue)
    terms = Terms(policies=read_switches(chosen, on, off), start=day)
    found = effects(chosen, library.catalogue, given, terms)
    if as_json:
        typer.echo(json.dumps(effects_to_dict(chosen, found), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(table(chosen, found)))
