"""A filled file for a command: which package it was made for, its values, and what is to be said about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from composer.cli.answers import find_theme, read_answers
from composer.compose import compose
from composer.errors import AnswerError, Finding, MachineError, OneThingError, Severity
from composer.exchange.filled import read_filled
from composer.exchange.schema import version_of
from composer.forms.fill import MISSING, FieldFault, Filled, Leftover, fill
from composer.forms.raw import RawForm
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.theme import Library


@dataclass(frozen=True)
class FilledFile:
    """A file, the package that it fills, and what it says."""

    package: ThemePackage
    raw: RawForm
    filled: Filled


def read_file(path: Path) -> RawForm:
    """The raw values in a file; raises UsageError, or MachineError where it cannot be read."""
    try:
        return read_filled(path.read_bytes(), path.name)
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else f"读不了（{error.strerror}）"
        raise MachineError([Finding("file-unreadable", str(path), reason, "请检查路径和权限")]) from error


def fill_from(
    path: Path, theme_name: str, answers: list[str], library: Library, terms: Terms, today: date
) -> FilledFile:
    """The package that `path` was filled for, and its values.

    The answers are those that the file carries, unless some are given. Raises what reading and composing raise.
    """
    raw = read_file(path)
    theme = find_theme(library, theme_name)
    stamp = raw.stamp
    given: Mapping[str, Sequence[str]]
    if answers or stamp is None or stamp.theme != theme.id:
        given = read_answers(answers, None, theme, library.catalogue)
    else:
        given = stamp.answers
    try:
        package = compose(theme, library.catalogue, given, terms)
    except AnswerError as error:
        raise _of_another_version(path, error) from error
    return FilledFile(package, raw, fill(package.form, raw, today))


def remarks(file: FilledFile, path: Path, library: Library) -> Iterator[Finding]:
    """Warnings about what the file was made for, and everything in it that has no row in this table."""
    stamp, package = file.raw.stamp, file.package
    if stamp is None:
        reason = "文件里没有注明是为哪个主题、哪一版填的"
        yield _warning("filled-unstamped", path.name, reason, "已按格名对上；请核对结果")
    elif stamp.theme != package.theme.id:
        reason = f"这是为“{stamp.theme}”填的，不是“{package.theme.id}”"
        yield _warning("filled-other-theme", path.name, reason, "同一个数据已经取来，其余列在下面；请核对结果")
    elif stamp.version != version_of(package, library.catalogue):
        reason = "这是照另一版的表或另一组回答填的"
        yield _warning("filled-other-version", path.name, reason, "对得上的已经取来，其余列在下面；请核对结果")
    for leftover in file.filled.leftovers:
        yield _leftover(leftover, library)


def findings(faults: Sequence[FieldFault]) -> Iterator[Finding]:
    """What is wrong with the values, as errors."""
    for fault in faults:
        rule = "field-missing" if fault.code == MISSING else "field-value"
        where = f"（{fault.place}）" if fault.place else ""
        line = f"第 {fault.entry} 条的" if fault.entry else ""
        yield Finding(rule, f"{line}{fault.label}{where}", fault.message.lstrip("："), "改好后再来一次")


def _leftover(leftover: Leftover, library: Library) -> Finding:
    shown = str(leftover.cell.raw)[:40]
    try:
        label = library.catalogue.element(leftover.datum).label if leftover.datum else "不知道是什么的一项"
    except KeyError:
        label = leftover.datum
    line = f"第 {leftover.entry} 条的" if leftover.entry else ""
    reason = f"这张表不问它，填的是“{shown}”（{leftover.cell.place}）"
    return _warning("filled-leftover", f"{line}{label}", reason, "没有用到，也没有丢：原文件里还在")


def _of_another_version(path: Path, error: OneThingError) -> AnswerError:
    return AnswerError(
        [
            *error.findings,
            Finding("filled-other-version", path.name, "文件里记的回答现在不能用了", "请用 -a 重新写出回答"),
        ]
    )


def _warning(rule: str, subject: str, reason: str, way_out: str) -> Finding:
    return Finding(rule, subject, reason, way_out, severity=Severity.WARNING)
