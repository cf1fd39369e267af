"""Answers as a command is given them: `问题=选项` words and a file."""

from pathlib import Path
from typing import Any

from rapidfuzz import process

from composer.errors import AnswerError, ContentError, Finding, MachineError, Place, Severity
from composer.exchange.content.yamltree import read_yaml
from composer.model.theme import Library, Theme


def find_theme(library: Library, name: str) -> Theme:
    """The theme of that id, name or alias; raises AnswerError with the nearest."""
    for theme in library.themes.values():
        if name in (theme.id, theme.name, *theme.aliases):
            return theme
    names = {text: theme.id for theme in library.themes.values() for text in (theme.id, theme.name, *theme.aliases)}
    near = process.extractOne(name, list(names), score_cutoff=50)
    hint = f"是不是 {names[near[0]]}" if near else "可选：" + "、".join(library.themes)
    raise AnswerError([Finding("answer-theme", name[:40], "没有这个主题", hint)])


def read_answers(words: list[str], file: Path | None) -> dict[str, list[str]]:
    """Question to options; a question given in `words` replaces the file's answer to it."""
    answers = _from_file(file) if file else {}
    given: dict[str, list[str]] = {}
    findings = []
    for word in words:
        question, equals, option = word.partition("=")
        if equals and question and option:
            given.setdefault(question.strip(), []).append(option.strip())
        else:
            findings.append(
                Finding("answer-form", word[:40], "回答的写法不对", "请写成 问题=选项，如 -a agent=by-agent")
            )
    if findings:
        raise AnswerError(findings)
    return {**answers, **given}


def _from_file(file: Path) -> dict[str, list[str]]:
    if not file.is_file():
        raise MachineError([Finding("file-missing", str(file), "没有这个文件", "请检查路径")])
    tree = read_yaml(file, str(file))
    errors = [finding for finding in tree.findings if finding.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    if not isinstance(tree.data, dict):
        raise AnswerError([_bad(file, Place(str(file), 1, 1))])
    return {str(key): _options(value, file, tree.data["at"].of(key)) for key, value in tree.data.items() if key != "at"}


def _options(value: Any, file: Path, place: Place) -> list[str]:
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str | int | float | bool) for one in values):
        raise AnswerError([_bad(file, place)])
    return [str(one) for one in values]


def _bad(file: Path, place: Place) -> Finding:
    return Finding("answer-file", "", f"{file.name} 里应当是“问题: 选项”", "每行一个问题；多选写成 [选项, 选项]", place)
