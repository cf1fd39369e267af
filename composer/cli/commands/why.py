"""`onething why`."""

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
def why(
    theme: ThemeArgument,
    thing: Annotated[str, typer.Argument(metavar="ID", help="事项、材料、字段、问题或改革举措的编号或名称")],
    answer: AnswerOption = None,
    answers: AnswersOption = None,
    on: OnOption = None,
    off: OffOption = None,
    start: StartOption = None,
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="作为 JSON 打印")] = False,
) -> None:
    """说明一样东西为什么在套餐里、为什么不在：从想要的结果一步步到它。"""
    from composer.cli.answers import find_theme, read_answers
    from composer.cli.policies import read_switches
    from composer.cli.reasons import explanation_text
    from composer.exchange.content import load_library
    from composer.model.objective import Terms
    from composer.timeline import read_start
    from composer.why import why as explanation_of

    library = load_library(folder)
    chosen = find_theme(library, theme)
    given = read_answers(answer or [], answers, chosen, library.catalogue)
    day = None if start is None else read_start(start)
    terms = Terms(policies=read_switches(chosen, on, off), start=day)
    explanation = explanation_of(thing, chosen, library.catalogue, given, terms)
    if as_json:
        typer.echo(json.dumps(explanation.model_dump(mode="json"), ensure_ascii=False, indent=2))
    else:
        typer.echo(explanation_text(explanation))
