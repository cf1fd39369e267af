"""Reads content files of one folder into models, keeps what is wrong, and remembers which ids were lost by it."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from composer.checks import Excused
from composer.errors import ContentError, Finding, Place, Severity
from composer.exchange.content.elements import DICTIONARIES
from composer.exchange.content.schema_errors import findings_of
from composer.exchange.content.sourcetext import read_text
from composer.exchange.content.unstated import Unstated
from composer.exchange.content.yamltree import Tree, read_yaml
from composer.model.theme import Catalogue, Theme


class _Identified(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def at(self) -> Place | None: ...


M = TypeVar("M", bound=BaseModel)

_LISTS = "、".join(DICTIONARIES)
_READ_WITH = frozenset({"material", "holder", "object", "property", "qualifier", "synonym"})
_OWN_FILES = {
    "guide": "请把文字写到同一文件夹的 guide.md 里",
    "policies": "请把每项改革举措写到同一文件夹的 policies/编号.yaml 里",
}


class Reader:
    """Content files below `folder`; `lost` says of each kind of thing which ids stand in what could not be read.

    `unstated` reads the names of demands that declare no document, and the labels of fields that declare no element.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unstated = Unstated(Catalogue())
        self.findings: list[Finding] = []
        self.lost: dict[str, Excused] = {}

    def rows(self, kind: str, pattern: str, model: type[M]) -> dict[str, M]:
        """Rows of the files of the catalogue that are one list each, by id."""
        found: dict[str, M] = {}
        for path, data in self.trees(f"catalogue/{pattern}"):
            self.keep_rows(found, kind, model, path, data, "内容")
        return dict(sorted(found.items()))

    def element_rows(self, kind: str, key: str, model: type[M]) -> dict[str, M]:
        """Rows of the list `key` of the element files, which hold several lists, by id."""
        found: dict[str, M] = {}
        for path, data in self.element_files:
            if data is None:
                self.lose(kind, None)
            elif key in data:
                self.keep_rows(found, kind, model, path, data[key], f"{key} ", data)
        return dict(sorted(found.items()))

    def documents(self, kind: str, pattern: str, model: type[M]) -> dict[str, M]:
        """Files that hold one thing each, by id; the id must be the name of the file (of a theme: its folder)."""
        found: dict[str, M] = {}
        for path, data in self.trees(pattern):
            name = path.parent.name if path.name == "theme.yaml" else path.stem
            one = None
            if data is not None:
                if isinstance(data, dict) and model is Theme:
                    self.refuse_own_files(data)
                    self.add_guide(data, path)
                one = self.completed(model, data, path)
            if one is None:
                self.lose(kind, name)
            else:
                self.check_name(one, name, path)  # type: ignore[arg-type]
                self.keep(found, one)
        return found

    def trees(self, pattern: str) -> Iterator[tuple[Path, Any]]:
        """Path below the folder and data (None where it was lost) of each file that matches, by name."""
        for path in sorted(self.folder.glob(pattern)):
            relative = path.relative_to(self.folder)
            try:
                tree = read_yaml(path, relative.as_posix())
            except OSError as error:
                tree = Tree(relative.as_posix())
                tree.report("file-unreadable", f"读不了这个文件（{error.strerror}）", "请检查权限和磁盘")
            if tree.data is None and not any(one.severity is Severity.ERROR for one in tree.findings):
                tree.report("file-empty", "文件是空的", "请写上内容，或删去文件")
            self.findings += tree.findings
            yield relative, tree.data

    @cached_property
    def element_files(self) -> list[tuple[Path, dict[str, Any] | None]]:
        """The element files, read once; one that is no mapping is lost, unknown keys are reported."""
        files: list[tuple[Path, dict[str, Any] | None]] = []
        for path, data in self.trees("catalogue/elements/*.yaml"):
            if data is not None and not isinstance(data, dict):
                place = Place(path.as_posix(), 1, 1)
                self.report("schema-model-type", "内容应当是一组键和值", f"请写这些列表里用到的：{_LISTS}", place)
                data = None
            files.append((path, data))
            for key in set(data or ()) - {*DICTIONARIES, "at"}:
                reason = f"不认识的键 {key[:40]}"
                self.report("schema-extra-forbidden", reason, f"可选：{_LISTS}", data["at"].of_key(key))
        return files

    def keep_rows(
        self,
        found: dict[str, M],
        kind: str,
        model: type[M],
        path: Path,
        rows: Any,
        key: str,
        parent: dict[str, Any] | None = None,
    ) -> None:
        """Add the valid ones of `rows` to `found`; `key` is what messages call the list."""
        if isinstance(rows, list):
            for index, row in enumerate(rows):
                one = self.validated(model, row, path, rows.at.of(str(index)))  # type: ignore[attr-defined]
                if one is None:
                    self.lose(kind, row.get("id") if isinstance(row, dict) else None)
                self.keep(found, one)
        else:
            self.lose(kind, None)
            if rows is not None or parent is not None:
                place = parent["at"].of(key.strip()) if parent else Place(path.as_posix(), 1, 1)
                self.report("schema-list-type", f"{key}应当是列表", "请每行一项、以短横开头", place)

    def refuse_own_files(self, data: dict[str, Any]) -> None:
        """Report keys of a theme that stand in files of their own, and take them out."""
        for key, suggestion in _OWN_FILES.items():
            if data.pop(key, None) is not None:
                self.report("schema-extra-forbidden", f"不认识的键 {key}", suggestion, data["at"].of_key(key))

    def add_guide(self, data: dict[str, Any], path: Path) -> None:
        """Give a theme's data the prose that stands beside it."""
        prose = path.parent / "guide.md"
        data["guide"] = ""
        if (self.folder / prose).exists():
            try:
                text, findings = read_text(self.folder / prose, prose.as_posix())
            except OSError as error:
                reason = f"读不了这个文件（{error.strerror}）"
                self.report("file-unreadable", reason, "请检查权限和磁盘", Place(prose.as_posix(), 1, 1))
                return
            self.findings += findings
            data["guide"] = text or ""

    def completed(self, model: type[M], data: Any, path: Path) -> M | None:
        """What `validated` gives, once the documents and the elements that rows leave out are read from their names."""
        try:
            unread = list(self.unstated.fill(data))
        except ContentError as error:
            unread = list(error.findings)
        one = self.validated(model, data, path)
        if unread and not _READ_WITH & self.lost.keys():  # else the kind, or the word, may stand in what was lost
            self.findings += unread
        return None if unread else one

    def validated(self, model: type[M], data: Any, path: Path, at: Place | None = None) -> M | None:
        if isinstance(data, dict) and "at" in data:
            at = data["at"]
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.findings += findings_of(error, data, model, at or Place(path.as_posix(), 1, 1))
            return None

    def check_name(self, one: _Identified, name: str, path: Path) -> None:
        if one.id != name:
            what = "文件夹名" if path.name == "theme.yaml" else "文件名"
            reason = f"编号 {one.id} 与{what} {name} 不同"
            place = one.at.of("id") if one.at else None
            self.findings.append(Finding("id-file-name", one.id, reason, f"请把编号或{what}改成一致", place))

    def keep(self, found: dict[str, M], one: Any) -> None:
        if one is None:
            return
        first: Any = found.setdefault(one.id, one)
        if first is not one:
            reason = f"编号重复，另一处在 {first.at}"
            self.findings.append(Finding("id-duplicate", one.id, reason, "请改名或删去一处", one.at.of("id")))

    def lose(self, kind: str, name: object) -> None:
        """Note that something of `kind` could not be read; None where nobody can say what its id is."""
        self.lost.setdefault(kind, Excused()).add(name if isinstance(name, str) else None)

    def report(self, rule: str, reason: str, suggestion: str, place: Place) -> None:
        self.findings.append(Finding(rule, "", reason, suggestion, place))
