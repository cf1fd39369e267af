"""Answers as a command is given them: `问题=选项` words and a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from composer.errors import AnswerError, Finding, MachineError, Place, Severity
from composer.exchange.content.sourcetext import read_text
from composer.exchange.content.yamltree import read_yaml
from composer.model.package import DroppedKind, ThemePackage
from composer.model.theme import Catalogue, Library, Theme
from composer.nearest import nearest
from composer.situations.answers import find_question


def find_theme(library: Library, name: str) -> Theme:
    """The theme of that id, name or alias; raises AnswerError with the nearest."""
    for theme in library.themes.values():
        if name in (theme.id, theme.name, *theme.aliases):
            return theme
    names = {text: theme.id for theme in library.themes.values() for text in (theme.id, theme.name, *theme.aliases)}
    near = nearest(name, names)
    hint = f"是不是 {names[near]}" if near else "可选：" + "、".join(library.themes)
    raise AnswerError([Finding("answer-theme", name[:40], "没有这个主题", hint)])


def read_answers(words: list[str], file: Path | None, theme: Theme, catalogue: Catalogue) -> dict[str, list[str]]:
    """Question to options; a question given in `words` replaces the file's answer to it, however either names it.

    Raises AnswerError for words or a file that are no answers, MachineError for a file that cannot be read.
    """
    given: dict[str, list[str]] = {}
    findings = []
    for word in words:
        question, equals, option = word.partition("=")
        if equals and question.strip() and option.strip():
            given.setdefault(question.strip(), []).append(option.strip())
        else:
            way_out = "请写成 问题=选项，如 -a agent=by-agent"
            findings.append(Finding("answer-form", word[:40], "回答的写法不对", way_out))
    if findings:
        raise AnswerError(findings)
    questions = {one.question: catalogue.questions[one.question] for one in theme.questions}
    replaced = {find_question(questions, name) for name in given} - {None}
    kept = _from_file(file) if file else {}
    return {
        **{name: options for name, options in kept.items() if find_question(questions, name) not in replaced},
        **given,
    }


def unused_answers(package: ThemePackage) -> Iterator[Finding]:
    """A warning for each answer to a question that the other answers leave unasked."""
    for dropped in package.dropped:
        if dropped.kind is DroppedKind.QUESTION:
            yield Finding("answer-unused", dropped.id, dropped.reason, "请删去它，或改别的回答", None, Severity.WARNING)


def _from_file(file: Path) -> dict[str, list[str]]:
    try:
        return _from_json(file) if file.suffix.lower() == ".json" else _from_yaml(file)
    except FileNotFoundError:
        raise MachineError([Finding("file-missing", str(file), "没有这个文件", "请检查路径")]) from None
    except OSError as error:
        reason = f"读不了这个文件（{error.strerror}）"
        raise MachineError([Finding("file-unreadable", str(file), reason, "请检查权限和路径")]) from error


def _from_yaml(file: Path) -> dict[str, list[str]]:
    tree = read_yaml(file, str(file))
    _refuse_errors(tree.findings)
    if not isinstance(tree.data, dict):
        raise AnswerError([_bad(file, Place(str(file), 1, 1))])
    return {key: _options(value, file, tree.data["at"].of(key)) for key, value in tree.data.items() if key != "at"}


def _from_json(file: Path) -> dict[str, list[str]]:
    text, findings = read_text(file, str(file))
    _refuse_errors(findings)
    start = Place(str(file), 1, 1)
    try:
        data = json.loads(text or "", object_pairs_hook=list)
    except RecursionError:
        raise AnswerError([_bad(file, start)]) from None
    except json.JSONDecodeError as error:
        place = Place(str(file), error.lineno, error.colno)
        raise AnswerError([Finding("json-syntax", "", "JSON 写法有误", "请检查引号、逗号和括号", place)]) from None
    if not isinstance(data, list) or not all(isinstance(pair, tuple) for pair in data):
        raise AnswerError([_bad(file, start)])
    answers: dict[str, list[str]] = {}
    for question, value in data:
        if question in answers:
            way_out = "同一层里每个键只能写一次，请改名或合并"
            raise AnswerError([Finding("json-duplicate-key", "", f"键 {question[:40]} 重复了", way_out, start)])
        answers[question] = _options(value, file, start)
    return answers


def _refuse_errors(findings: list[Finding]) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise AnswerError(errors)


def _options(value: Any, file: Path, place: Place) -> list[str]:
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str | int | float | bool) for one in values):
        raise AnswerError([_bad(file, place)])
    return [str(one) for one in values]


def _bad(file: Path, place: Place) -> Finding:
    return Finding("answer-file", "", f"{file.name} 里应当是“问题: 选项”", "每行一个问题；多选写成 [选项, 选项]", place)
