"""A filled file for a command: which package it was made for, its values, and what is to be said about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer

from composer.cli.answers import find_theme, read_answers
from composer.cli.policies import read_switches
from composer.compose import compose
from composer.errors import AnswerError, Finding, MachineError, Severity
from composer.exchange.filled import read_filled
from composer.exchange.schema import version_of
from composer.forms.fill import MISSING, FieldFault, Filled, Leftover, fill
from composer.forms.prefill import beneath, taken_over
from composer.forms.raw import RawForm
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue, Library

Switches = tuple[Iterable[str] | None, Iterable[str] | None]
"""What `--on` and `--off` say."""


def values_in(
    path: Path, theme_name: str, answers: list[str], switches: Switches, library: Library, today: date, draft: bool
) -> tuple[ThemePackage, Mapping[str, Any]]:
    """The package that a file was filled for, and its values; says to stderr what is to be said about it.

    The answers are those that the file carries, unless some are given. Raises AnswerError with everything that is wrong
    with the values, unless a `draft` will do; what reading and composing raise.
    """
    raw = read_file(path)
    theme = find_theme(library, theme_name)
    stamp = raw.stamp
    given: Mapping[str, Sequence[str]] = read_answers(answers, None, theme, library.catalogue)
    if not answers and stamp is not None and stamp.theme == theme.id:
        given = stamp.answers
    try:
        package = compose(theme, library.catalogue, given, Terms(policies=read_switches(theme, *switches)))
    except AnswerError as error:
        old = Finding("filled-other-version", path.name, "文件里记的回答现在不能用了", "请用 -a 重新写出回答")
        raise AnswerError([*error.findings, old]) from error
    filled = fill(package.form, raw, today)
    for finding in remarks(raw, filled, package, path, library.catalogue):
        typer.echo(str(finding), err=True)
    wrong = list(findings(filled.faults))
    if wrong and not draft:
        raise AnswerError(wrong)
    for finding in wrong:
        typer.echo(str(finding), err=True)
    return package, filled.document


def taken_from(paths: Sequence[Path], package: ThemePackage, today: date) -> Mapping[str, Any]:
    """The values that files filled earlier have for the same data, what a later file says beneath what the first says.

    Says to stderr what was taken over; what cannot be used as it stands is left out and said as well.
    """
    earlier = RawForm(None)
    for path in paths:
        raw, taken = taken_over(package.form, read_file(path))
        earlier = beneath(earlier, raw)
        names = "、".join(dict.fromkeys(one.label for one in taken)) or "没有相同的数据"
        typer.echo(f"从 {path.name} 带入：{names}", err=True)
    filled = fill(package.form, earlier, today)
    for finding in findings([fault for fault in filled.faults if fault.code != MISSING and fault.place]):
        typer.echo(str(finding), err=True)
    return filled.document


def say_conflicts(package: ThemePackage) -> None:
    """Say to stderr where the original forms do not agree, and what the one table does about it."""
    for conflict in package.form.conflicts:
        severity = Severity.WARNING
        finding = Finding("form-conflict", conflict.element, conflict.reason, conflict.proposal, severity=severity)
        typer.echo(str(finding), err=True)


def read_file(path: Path) -> RawForm:
    """The raw values in a file; raises UsageError, or MachineError where it cannot be read."""
    try:
        return read_filled(path.read_bytes(), path.name)
    except FileNotFoundError:
        raise MachineError([Finding("file-missing", str(path), "没有这个文件", "请检查路径")]) from None
    except OSError as error:
        reason = f"读不了这个文件（{error.strerror}）"
        raise MachineError([Finding("file-unreadable", str(path), reason, "请检查权限和路径")]) from error


def remarks(raw: RawForm, filled: Filled, package: ThemePackage, path: Path, catalogue: Catalogue) -> Iterator[Finding]:
    """Warnings about what the file was made for, and everything in it that has no row in this table."""
    stamp = raw.stamp
    if stamp is None:
        reason = "文件里没有注明是为哪个主题、哪一版填的"
        yield _warning("filled-unstamped", path.name, reason, "已按格名对上，请核对结果")
    elif stamp.theme != package.theme.id:
        reason = f"这是为“{stamp.theme}”填的，不是“{package.theme.id}”"
        yield _warning("filled-other-theme", path.name, reason, "相同的数据已经取来，其余列在下面，请核对结果")
    elif stamp.version != version_of(package, catalogue):
        reason = "这是照另一版的表或另一组回答填的"
        yield _warning("filled-other-version", path.name, reason, "对得上的已经取来，其余列在下面，请核对结果")
    for leftover in filled.leftovers:
        yield _leftover(leftover, catalogue)


def findings(faults: Iterable[FieldFault]) -> Iterator[Finding]:
    """What is wrong with the values, as errors."""
    for fault in faults:
        where = f"（{fault.place}）" if fault.place else ""
        subject = f"{f'第 {fault.entry} 条的' if fault.entry else ''}{fault.label}{where}"
        reason = fault.message
        if fault.code == MISSING:
            yield Finding("field-missing", subject, reason, "请补填")
        else:
            yield Finding("field-value", subject, reason, "请改好再来")


def _leftover(leftover: Leftover, catalogue: Catalogue) -> Finding:
    try:
        label = catalogue.element(leftover.datum).label if leftover.datum else "认不出的一项"
    except (KeyError, ValueError):
        label = leftover.datum
    line = f"第 {leftover.entry} 条的" if leftover.entry else ""
    reason = f"这张表不问它，填的是“{str(leftover.cell.raw)[:40]}”（{leftover.cell.place}）"
    return _warning("filled-leftover", f"{line}{label}", reason, "没有用到；原文件里还在，没有丢")


def _warning(rule: str, subject: str, reason: str, way_out: str) -> Finding:
    return Finding(rule, subject, reason, way_out, severity=Severity.WARNING)
