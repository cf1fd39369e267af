"""`onething prove`."""

from typing import Annotated

import typer

from composer import assets
from composer.cli.app import app
from composer.cli.parameters import AnswerOption, ThemeArgument, ThemesOption


@app.command()
def prove(
    theme: ThemeArgument,
    answer: AnswerOption = None,
    folder: ThemesOption = assets.THEMES,
    as_json: Annotated[bool, typer.Option("--json", help="把证明作为 JSON 打印")] = False,
) -> None:
    """证明一个主题对全部回答成立：有多少种套餐，哪些回答走不通，哪些问题多余。"""
    from composer.cli.answers import find_theme, read_answers
    from composer.cli.proofs import proof_text, proof_to_json
    from composer.exchange.content import load_library
    from composer.proof.prove import prove as prove_theme
    from composer.situations.answers import named_answers

    library = load_library(folder)
    chosen = find_theme(library, theme)
    given = named_answers(chosen, library.catalogue, read_answers(answer or [], None, chosen, library.catalogue))
    proof = prove_theme(chosen, library.catalogue, given)
    typer.echo(proof_to_json(proof) if as_json else proof_text(proof, chosen, library.catalogue))
