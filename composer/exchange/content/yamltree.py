"""YAML to plain data that remembers its places, for files that nobody vouches for.

Read as a stream of events, so that nothing is expanded: anchors, aliases and tags are refused, nesting and size
are bounded, repeated keys are reported. Scalars follow the YAML 1.2 core schema: `no` is a word.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from composer.errors import Finding, Place
from composer.exchange.content.sourcetext import CONTROL, control_character, read_text
from composer.exchange.content.syntax import in_plain_words, is_too_deep

MAX_DEPTH = 40

_WORDS = {"true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+$")


class PlacedStr(str):
    """A string that knows where it was written, so that a short form can pass its place on."""

    __slots__ = ("at",)
    at: Place


class PlacedList(list[Any]):
    """A list that knows where it and its entries were written."""

    __slots__ = ("at",)
    at: Place


@dataclass
class Tree:
    """One file read: `data` with an `at` in each mapping, and what was wrong on the way."""

    file: str
    data: Any = None
    findings: list[Finding] = field(default_factory=list)

    def report(self, rule: str, reason: str, suggestion: str, place: Place | None = None) -> None:
        self.findings.append(Finding(rule, "", reason, suggestion, place or Place(self.file, 1, 1)))


def read_yaml(path: Path, shown: str) -> Tree:
    """Read the file at `path`, which messages call `shown`. Raises OSError, but never for what the file holds."""
    text, findings = read_text(path, shown)
    tree = Tree(shown, findings=findings)
    if text is None:
        return tree
    try:
        tree.data = _Builder(tree).build(text)
    except _Refused:
        pass
    except yaml.MarkedYAMLError as error:
        reason, suggestion, mark = in_plain_words(error)
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else None
        tree.report("yaml-depth" if is_too_deep(error) else "yaml-syntax", reason, suggestion, place)
    return tree


class _Refused(Exception):
    """The file was given up; the finding stands in the tree."""


class _Builder:
    """Builds data from YAML events with a stack of its own, so that depth cannot exhaust Python's."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.stack: list[_Frame] = []
        self.root: Any = None

    def build(self, text: str) -> Any:
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            place = self.place(event)
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self.refuse("yaml-documents", "一个文件里有多个 YAML 文档（---）", "请拆成几个文件", place)
                case yaml.AliasEvent() | yaml.NodeEvent(anchor=str()):
                    self.refuse("yaml-anchor", f"不支持锚点和引用（{event.anchor}）", "请把内容完整写出来", place)
                case yaml.ScalarEvent():
                    self.put(self.scalar(event, place), place, event.value)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self.open(event, place)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    frame = self.stack.pop()
                    self.put(frame.finish(), frame.place)
        return self.root

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.tree.file, mark.line + 1, mark.column + 1) if mark else Place(self.tree.file, 1, 1)

    def refuse(self, rule: str, reason: str, suggestion: str, place: Place) -> None:
        self.tree.report(rule, reason, suggestion, place)
        raise _Refused

    def refuse_tag(self, tag: str, place: Place) -> None:
        written = tag.replace("tag:yaml.org,2002:", "!!")
        self.refuse("yaml-tag", f"不支持标签 {written}", "请删去标签，需要文字时加引号", place)

    def open(self, event: Any, place: Place) -> None:
        if event.tag is not None:
            self.refuse_tag(event.tag, place)
        if len(self.stack) >= MAX_DEPTH:
            self.refuse("yaml-depth", f"嵌套太深，超过 {MAX_DEPTH} 层", "请检查缩进和括号", place)
        self.stack.append(_Frame(place, {} if isinstance(event, yaml.MappingStartEvent) else PlacedList()))

    def scalar(self, event: Any, place: Place) -> Any:
        if event.tag is not None and event.tag != "!":
            self.refuse_tag(event.tag, place)
        value: str = event.value
        if not event.style:
            if value in _WORDS:
                return _WORDS[value]
            if _INTEGER.match(value):
                return int(value) if len(value) < 16 else value
            if _FLOAT.match(value):
                return float(value)
        hidden = CONTROL.search(value)
        if hidden:
            self.tree.findings.append(control_character(hidden.group(), place))
        text = PlacedStr(value)
        text.at = place
        return text

    def put(self, value: Any, place: Place, written: str | None = None) -> None:
        """Put a finished value where it belongs; `written` is the text of a scalar, as which a key is taken."""
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.inside[str(len(frame.value))] = place
            frame.value.append(value)
        elif frame.key is None:
            self.begin(frame, written, place)
        else:
            frame.value[frame.key] = value
            frame.inside[frame.key] = place
            frame.key = None

    def begin(self, frame: "_Frame", key: str | None, place: Place) -> None:
        """Take `key` as the next key of a mapping."""
        if key is None:
            self.refuse("yaml-key", "键应当是一个词，现在是列表或一组键和值", "请检查冒号、问号和括号的位置", place)
        elif key == "at":
            self.refuse("yaml-key", "键 at 留作内部使用", "请改名", place)
        elif key in frame.keys:
            reason = f"键 {key} 重复了，上一处在第 {frame.keys[key].line} 行"
            self.tree.report("yaml-duplicate-key", reason, "同一层里每个键只能写一次，请改名或合并", place)
        else:
            frame.keys[key] = place
        frame.key = key


@dataclass
class _Frame:
    """A mapping or list under construction; `key` is the key whose value comes next."""

    place: Place
    value: dict[str, Any] | PlacedList
    key: str | None = None
    inside: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)

    def finish(self) -> Any:
        at = Place(self.place.file, self.place.line, self.place.column, self.inside, self.keys)
        if isinstance(self.value, dict):
            self.value["at"] = at
        else:
            self.value.at = at
        return self.value
