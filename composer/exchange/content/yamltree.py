"""YAML to plain data that remembers its places, for files that nobody vouches for.

Read as a stream of events, so that nothing is expanded: anchors, aliases and tags are refused, nesting and size
are bounded, repeated keys are reported. Scalars follow the YAML 1.2 core schema: `no` is a word.
"""

import codecs
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from composer.errors import Finding, Place, Severity

MAX_BYTES = 1 << 20
MAX_DEPTH = 40

_WORDS = {"true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+$")


class PlacedStr(str):
    """A string that knows where it was written, so that a short form can pass its place on."""

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
    """Read the file at `path`, which messages call `shown`; never raises for what the file holds."""
    tree = Tree(shown)
    text = _read_text(path, tree)
    if text is None:
        return tree
    try:
        tree.data = _Builder(tree).build(text)
    except _Refused:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else None
        tree.report("yaml-syntax", f"YAML 写法有误（{error.problem}）", "请检查这一行和上一行的缩进、冒号和引号", place)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        bad = f"U+{error.character:04X}" if isinstance(error.character, int) else repr(error.character)
        tree.report("yaml-character", f"有不能出现的控制字符 {bad}", "请删去这个字符", Place(shown, line, 1))
    return tree


def _read_text(path: Path, tree: Tree) -> str | None:
    size = path.stat().st_size
    if size > MAX_BYTES:
        tree.report(
            "file-too-large",
            f"文件有 {size:,} 字节，超过上限 {MAX_BYTES:,} 字节",
            "一个事项一个文件，请拆开，或检查是否放错了文件",
        )
        return None
    raw = path.read_bytes()
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tree.report("file-encoding", "文件是 UTF-16 编码", "请另存为 UTF-8")
        return None
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
        tree.findings.append(
            Finding(
                "file-bom", "", "文件开头有字节顺序标记（BOM），已略过", "请另存为不带 BOM 的 UTF-8",
                Place(tree.file, 1, 1), Severity.WARNING,
            )
        )  # fmt: skip
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        tree.report("file-encoding", "文件不是 UTF-8 编码（可能是 GBK）", "请另存为 UTF-8", Place(tree.file, line, 1))
        return None


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
                    self.put(self.scalar(event, place), place)
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

    def open(self, event: Any, place: Place) -> None:
        if event.tag is not None:
            self.refuse("yaml-tag", f"不支持标签 {event.tag}", "请删去标签", place)
        if len(self.stack) >= MAX_DEPTH:
            self.refuse("yaml-depth", f"嵌套超过 {MAX_DEPTH} 层", "请检查缩进和括号", place)
        self.stack.append(_Frame(place, {} if isinstance(event, yaml.MappingStartEvent) else []))

    def scalar(self, event: Any, place: Place) -> Any:
        if event.tag is not None and event.tag != "!":
            self.refuse("yaml-tag", f"不支持标签 {event.tag}", "请删去标签", place)
        value: str = event.value
        if not event.style:
            if value in _WORDS:
                return _WORDS[value]
            if _INTEGER.match(value):
                return int(value) if len(value) < 16 else value
            if _FLOAT.match(value):
                return float(value)
        text = PlacedStr(value)
        text.at = place
        return text

    def put(self, value: Any, place: Place) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif not frame.has_key:
            frame.key, frame.has_key = str(value), True
            if frame.key in frame.value or frame.key == "at":
                reason = f"键 {frame.key} 重复了" if frame.key in frame.value else "键 at 留作内部使用"
                self.tree.report("yaml-duplicate-key", reason, "同一层里每个键只能写一次，请改名或合并", place)
        else:
            frame.value[frame.key] = value
            frame.inside[frame.key] = place
            frame.has_key = False


@dataclass
class _Frame:
    """A mapping or list under construction."""

    place: Place
    value: dict[str, Any] | list[Any]
    key: str = ""
    has_key: bool = False
    inside: dict[str, Place] = field(default_factory=dict)

    def finish(self) -> Any:
        if isinstance(self.value, dict):
            self.value["at"] = Place(self.place.file, self.place.line, self.place.column, self.inside)
        return self.value
