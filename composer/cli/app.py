"""The `onething` command. Results go to stdout, progress and messages to stderr.

Exit codes: 0 done · 1 content has errors · 2 the command was called wrongly · 3 answers that cannot be ·
4 the machine refused (port, folder, disk) · 130 interrupted.
"""

import io
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from composer import __version__
from composer.errors import MachineError, OneThingError
from composer.files import refusal

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="OneThing：把多个事项组合成一件事，给出流程图、办事指南和一张表单。",
)


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
