"""YAML to plain data that remembers its places, for files that nobody vouches for.

Read as a stream of events, so that nothing is expanded: anchors, aliases and tags are refused, nesting and size
are bounded, repeated keys are reported. Scalars follow the YAML 1.2 core schema: `no` is a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from composer.errors import Finding, Place
from composer.exchange.content.sourcetext import CONTROL, control_character, read_text
from composer.exchange.content.syntax import in_plain_words, is_too_deep

MAX_DEPTH = 40

Mark = tuple[int, int]
"""Line and column, from 1."""

_WORDS = {"true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+$")
_NUMBER_STARTS = frozenset("-+0123456789")


class PlacedStr(str):
    """A string that knows where it was written, so that a short form can pass its place on."""

    __slots__ = ("mark",)
    mark: tuple[str, int, int]

    @property
    def at(self) -> Place:
        """Where it was written."""
        return Place(*self.mark)


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
    """Builds data from YAML events with a stack of its own, so that depth cannot exhaust Python's.

    There are tens of thousands of events, so that each is looked at once, and a place is made only of what asks for it.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.stack: list[_Frame] = []
        self.root: Any = None
        self.documents = 0

    def build(self, text: str) -> Any:
        events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        for event in events:
            mark = event.start_mark
            at = (mark.line + 1, mark.column + 1)
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.scalar(event, at)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self.open(event, at)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                frame = self.stack.pop()
                place = frame.place(self.tree.file)
                self.put(frame.finish(place), place)
            elif kind is yaml.AliasEvent:
                self.refuse_anchor(event, at)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    self.refuse("yaml-documents", "一个文件里有多个 YAML 文档（---）", "请拆成几个文件", at)
        return self.root

    def refuse(self, rule: str, reason: str, suggestion: str, at: Mark) -> None:
        self.tree.report(rule, reason, suggestion, Place(self.tree.file, *at))
        raise _Refused

    def refuse_anchor(self, event: Any, at: Mark) -> None:
        self.refuse("yaml-anchor", f"不支持锚点和引用（{event.anchor}）", "请把内容完整写出来", at)

    def refuse_tag(self, tag: str, at: Mark) -> None:
        written = tag.replace("tag:yaml.org,2002:", "!!")
        self.refuse("yaml-tag", f"不支持标签 {written}", "请删去标签，需要文字时加引号", at)

    def open(self, event: Any, at: Mark) -> None:
        if event.anchor is not None:
            self.refuse_anchor(event, at)
        if event.tag is not None:
            self.refuse_tag(event.tag, at)
        if len(self.stack) >= MAX_DEPTH:
            self.refuse("yaml-depth", f"嵌套太深，超过 {MAX_DEPTH} 层", "请检查缩进和括号", at)
        self.stack.append(_Frame(at, {} if type(event) is yaml.MappingStartEvent else PlacedList()))

    def scalar(self, event: Any, at: Mark) -> None:
        """Take a scalar as the key that is due, or as a value."""
        if event.anchor is not None:
            self.refuse_anchor(event, at)
        if event.tag is not None and event.tag != "!":
            self.refuse_tag(event.tag, at)
        text: str = event.value
        if event.style == '"':  # the file was searched as a whole, so that none comes but by an escape
            hidden = CONTROL.search(text)
            if hidden:
                self.tree.findings.append(control_character(hidden.group(), Place(self.tree.file, *at)))
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and type(frame.value) is dict:
            self.begin(frame, text, at)
        else:
            self.put(self.read(text, at) if event.style else self.plain(text, at), at)

    def plain(self, text: str, at: Mark) -> Any:
        """What a scalar without quotation marks is: a word of YAML, a number, or text."""
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in _NUMBER_STARTS:
            if _INTEGER.match(text):
                return int(text) if len(text) < 16 else text
            if _FLOAT.match(text):
                return float(text)
        return self.read(text, at)

    def read(self, text: str, at: Mark) -> PlacedStr:
        placed = PlacedStr(text)
        placed.mark = (self.tree.file, *at)
        return placed

    def put(self, value: Any, place: Place | Mark) -> None:
        """Put a finished value where it belongs."""
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.inside[str(len(frame.value))] = place
            frame.value.append(value)
        elif frame.key is None:
            at = (place.line, place.column) if isinstance(place, Place) else place
            self.refuse("yaml-key", "键应当是一个词，现在是列表或一组键和值", "请检查冒号、问号和括号的位置", at)
        else:
            frame.value[frame.key] = value
            frame.inside[frame.key] = place
            frame.key = None

    def begin(self, frame: "_Frame", key: str, at: Mark) -> None:
        """Take `key` as the next key of a mapping."""
        if key == "at":
            self.refuse("yaml-key", "键 at 留作内部使用", "请改名", at)
        elif key in frame.keys:
            reason = f"键 {key} 重复了，上一处在第 {frame.keys[key][0]} 行"
            suggestion = "同一层里每个键只能写一次，请改名或合并"
            self.tree.report("yaml-duplicate-key", reason, suggestion, Place(self.tree.file, *at))
        else:
            frame.keys[key] = at
        frame.key = key


class _Frame:
    """A mapping or list under construction; `key` is the key whose value comes next."""

    __slots__ = ("at", "inside", "key", "keys", "value")

    def __init__(self, at: Mark, value: dict[str, Any] | PlacedList) -> None:
        self.at, self.value = at, value
        self.key: str | None = None
        self.inside: dict[str, Place | Mark] = {}
        self.keys: dict[str, Mark] = {}

    def place(self, file: str) -> Place:
        """Where it stands, with the places of all that is in it."""
        return Place(file, *self.at, self.inside, self.keys)

    def finish(self, place: Place) -> Any:
        """The value, which knows its place."""
        if isinstance(self.value, dict):
            self.value["at"] = place
        else:
            self.value.at = place
        return self.value
