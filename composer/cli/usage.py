"""A command that was called wrongly, said in Chinese: what is wrong, with which word, and how it is written."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import typer
from pydantic import ValidationError

from composer.errors import Finding, UsageError
from composer.nearest import nearest
from composer.wording import shortened

_TOO_MANY = re.compile(r"unexpected extra argument\S* \((.*)\)")
_NO_COMMAND = re.compile(r"No such command '(.*?)'\.")
_NO_WORD = re.compile(r"Missing command(\.)")
_HELP = "用 --help 看写法"


def translated(error: typer.TyperException, command: Any) -> UsageError:
    """What typer found wrong with a call of `command`, the whole group of commands, as a finding of the family.

    The kinds of error that typer raises have no public names, so they are told apart by what they carry.
    """
    context = getattr(error, "ctx", None)
    called = context.command if context else command
    parameter, option = getattr(error, "param", None), getattr(error, "option_name", None)
    if option is not None:
        return UsageError([_option(option, error.message, called, command)])
    if parameter is not None and not error.message:
        return UsageError([_missing(parameter, called, command)])
    if parameter is not None:
        return UsageError([_value(parameter, called, command, error)])
    return UsageError([_word(error.message, called, command)])


def a_path(text: str | Path) -> Path:
    """A path as it was written; raises ValueError for an empty one, which would mean the current folder."""
    if not str(text).strip():
        raise ValueError
    return Path(text)


def _options(*commands: Any) -> Mapping[str, Any]:
    """Options of these commands, by every way to write them."""
    return {name: one for each in commands for one in each.params for name in one.opts if name.startswith("-")}


def _option(name: str, message: str, called: Any, whole: Any) -> Finding:
    here, anywhere = _options(called), _options(*(one for _, one in _tree(whole)))
    known = here.get(name) or anywhere.get(name)
    subject = shortened(name)
    if message.startswith("No such option") or known is None:
        if hasattr(called, "commands") and known is not None:
            return Finding("usage-option", subject, "命令前面不能写这个选项", "请写在命令的后面")
        near = nearest(name, here)
        return Finding("usage-option", subject, "没有这个选项", f"是不是 {near}" if near else f"可选：{_listed(here)}")
    if getattr(known, "is_flag", False):
        return Finding("usage-value", subject, "这个选项后面不带值", f"请只写 {name}")
    return Finding("usage-missing", subject, "后面没有写值", f"请写成 {_example(name, known)}")


def _example(name: str, option: Any) -> str:
    """How the option is written, by the name that it was called by."""
    return f"{name} {option.metavar or option.default or '值'}"


def _listed(options: Mapping[str, Any]) -> str:
    return "、".join(name for name in (*options, "--help") if name.startswith("--"))


def _missing(parameter: Any, command: Any, whole: Any) -> Finding:
    option = parameter.opts[0]
    name = option if option.startswith("-") else parameter.metavar
    return Finding("usage-missing", name, f"没有写{parameter.help or ''}", f"请写成 {_written(command, whole)}")


def _value(parameter: Any, command: Any, whole: Any, error: typer.TyperException) -> Finding:
    """What a value should have been, from the limits of its parameter."""
    option = parameter.opts[0]
    name, written = option, _example(option, parameter)
    if not option.startswith("-"):
        name, written = parameter.metavar, _written(command, whole)
    fault = error.__cause__
    given = str(fault.errors()[0]["input"]) if isinstance(fault, ValidationError) else ""
    if not given.strip():
        return Finding("usage-value", name, "值是空的", f"请写成 {written}")
    kind = "整数" if isinstance(parameter.min, int) else "数"
    reason = f"“{shortened(given)}”不是 {parameter.min} 到 {parameter.max} 之间的{kind}"
    return Finding("usage-value", name, reason, f"请写成 {written} 的样子")


def _word(message: str, command: Any, whole: Any) -> Finding:
    """Words that are too many, a command that does not exist, or none."""
    for pattern, said in _SAID.items():
        if found := pattern.search(message):
            return said(found.group(1), command, whole)
    return Finding("usage-other", "", f"写法不对（{message}）", f"请{_HELP}")


def _too_many(words: str, command: Any, whole: Any) -> Finding:
    way_out = f"请写成 {_written(command, whole)}；含有空格的词要加引号"
    return Finding("usage-extra", shortened(words), "不知道这是什么，前面的词已经写全了", way_out)


def _no_command(word: str, group: Any, whole: Any) -> Finding:
    near = nearest(word, group.commands)
    way_out = f"是不是 {_written(group, whole)} {near}" if near else f"可选：{'、'.join(group.commands)}"
    return Finding("usage-command", shortened(word), "没有这个命令", way_out)


def _no_word(_: str, group: Any, whole: Any) -> Finding:
    way_out = f"请写成 {_written(group, whole)} {next(iter(group.commands))} 的样子，可选：{'、'.join(group.commands)}"
    return Finding("usage-command", group.name, "后面没有写要做什么", way_out)


_SAID: Final[Mapping[re.Pattern[str], Callable[[str, Any, Any], Finding]]] = {
    _TOO_MANY: _too_many,
    _NO_COMMAND: _no_command,
    _NO_WORD: _no_word,
}


def _tree(command: Any, path: tuple[str, ...] = ("onething",)) -> Iterator[tuple[tuple[str, ...], Any]]:
    """A command and all below it, each with the words by which it is called."""
    yield path, command
    for name, one in getattr(command, "commands", {}).items():
        yield from _tree(one, (*path, name))


def _written(command: Any, whole: Any) -> str:
    """How a command is written: the words by which it is called, and what it cannot do without."""
    path = next(path for path, one in _tree(whole) if one is command)
    return " ".join((*path, *_words(command)))


def _words(command: Any) -> Iterator[str]:
    for one in command.params:
        if one.param_type_name == "argument":
            yield one.metavar if one.required else f"[{one.metavar}]"
        elif one.required:
            yield f"{min(one.opts, key=len)} {one.metavar}"
