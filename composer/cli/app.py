"""The `onething` command. Results go to stdout, progress and messages to stderr.

Exit codes: 0 done · 1 content has errors · 2 the command was called wrongly · 3 answers that cannot be ·
4 the machine refused (port, folder, disk) · 130 interrupted.
"""

import io
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.main import get_command

from composer import __version__
from composer.cli.usage import translated
from composer.errors import Finding, MachineError, OneThingError, UsageError
from composer.files import refusal

app = typer.Typer(
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="OneThing：把多个事项组合成一件事，给出流程图、办事指南和一张表单。",
)


def main() -> NoReturn:
    """Entry point: errors of the family and refusals of the machine become messages and exit codes, not tracebacks."""
    command = get_command(app)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Chinese still gets everything
    try:
        try:
            code = command(standalone_mode=False)
        finally:
            if sys.stdout is not None:  # closed by the caller: `>&-`
                sys.stdout.flush()
    except OneThingError as error:
        _tell(error.findings)
        sys.exit(error.exit_code)
    except typer.TyperException as error:
        _tell(translated(error, command).findings)
        sys.exit(UsageError.exit_code)
    except OSError as error:
        _tell([refusal(error.filename or "标准输出", error)])
        with Path(os.devnull).open("wb") as nowhere:  # what is still buffered must not fail once more at exit
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        sys.exit(MachineError.exit_code)
    sys.exit(code or 0)


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _tell(findings: Iterable[Finding]) -> None:
    for finding in findings:  # they quote the caller, whose words must not steer the terminal
        typer.echo(_CONTROLS.sub(lambda found: f"\\x{ord(found.group()):02x}", str(finding)), err=True)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onething {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="打印版本号")
    ] = False,
) -> None:
    """What stands before the command; the help text is the app's, and is shown where there is no command."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(UsageError.exit_code)
