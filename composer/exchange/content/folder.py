"""A folder of content files to a `Library`: every problem of the run is collected, none is the first only."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from composer.checks import check_library, check_references
from composer.errors import ContentError, Finding, MachineError, Place, Severity
from composer.exchange.content.schema_errors import findings_of
from composer.exchange.content.yamltree import read_yaml
from composer.model.form import ElementNote, Form, ObjectClass, Property
from composer.model.item import Department, ServiceItem
from composer.model.material import Holder, MaterialKind
from composer.model.situation import Question
from composer.model.theme import Catalogue, Library, Source, Theme

T = TypeVar("T", bound=BaseModel)


def load_library(folder: Path) -> Library:
    """Read the content under `folder` for use; raises ContentError with all errors of form and reference.

    What only matters to its authors (`read_library` with its checks over whole themes) is not looked at.
    """
    library, findings = _read(folder, check_references)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    return library


def read_library(folder: Path) -> tuple[Library, list[Finding]]:
    """Read the content under `folder` and all that is wrong with it, warnings included, sorted by place."""
    return _read(folder, check_library)


def _read(folder: Path, check: Callable[[Library], Iterable[Finding]]) -> tuple[Library, list[Finding]]:
    reader = _Reader(folder)
    library = reader.library()
    findings = reader.findings
    if not any(finding.severity is Severity.ERROR for finding in findings):
        findings = [*findings, *check(library)]
    return library, sorted(findings, key=lambda finding: finding.order)


@dataclass
class _Reader:
    folder: Path
    findings: list[Finding] = field(default_factory=list)

    def library(self) -> Library:
        if not self.folder.is_dir():
            reason = "不是文件夹" if self.folder.exists() else "没有这个文件夹"
            raise MachineError([Finding("folder-missing", str(self.folder), reason, "请检查路径")])
        catalogue = Catalogue(
            sources=self.rows("sources.yaml", Source),
            departments=self.rows("departments.yaml", Department),
            holders=self.rows("holders.yaml", Holder),
            kinds=self.rows("materials/*.yaml", MaterialKind),
            objects=self.rows("elements/*.yaml", ObjectClass, "objects"),
            properties=self.rows("elements/*.yaml", Property, "properties"),
            elements=self.rows("elements/*.yaml", ElementNote, "elements"),
            questions=self.rows("questions/*.yaml", Question),
            items=self.documents("catalogue/items/*.yaml", ServiceItem),
            forms=self.documents("catalogue/forms/*.yaml", Form),
        )
        themes = self.documents("*/theme.yaml", Theme)
        if not themes and not self.findings:
            self.report("folder-empty", Path(), "这个文件夹里没有主题（*/theme.yaml）", "请指到内容文件夹，如 themes/")
        return Library(catalogue=catalogue, themes=themes)

    def report(self, rule: str, path: Path, reason: str, suggestion: str) -> None:
        self.findings.append(Finding(rule, "", reason, suggestion, Place(self.shown(path), 1, 1)))

    def shown(self, path: Path) -> str:
        return path.as_posix() if path != Path() else self.folder.name + "/"

    def trees(self, pattern: str) -> Iterator[tuple[Path, Any]]:
        """Path below the folder and data of each file that matches, in the order of their names."""
        for path in sorted(self.folder.glob(pattern)):
            relative = path.relative_to(self.folder)
            try:
                tree = read_yaml(path, self.shown(relative))
            except OSError as error:
                self.report("file-unreadable", relative, f"读不了文件（{error.strerror}）", "请检查权限")
                continue
            self.findings += tree.findings
            if tree.data is None and not tree.findings:
                self.report("file-empty", relative, "文件是空的", "请写上内容，或删去文件")
            elif tree.data is not None:
                yield relative, tree.data

    def rows(self, pattern: str, model: type[T], key: str | None = None) -> dict[str, T]:
        """Rows of the list files of the catalogue, by id; `key` picks one list of a file that has several."""
        found: dict[str, T] = {}
        for path, data in self.trees(f"catalogue/{pattern}") if key is None else self.element_trees(pattern):
            rows = data if key is None else data.get(key, [])
            if not isinstance(rows, list):
                self.report("schema-list-type", path, "这里应当是一个列表", "请每行以短横开头")
                continue
            for row in rows:
                self.keep(found, self.validated(model, row, path))
        return dict(sorted(found.items()))

    def element_trees(self, pattern: str) -> list[tuple[Path, Any]]:
        """Element files hold three lists; they are read once and their top keys checked."""
        if not hasattr(self, "_element_trees"):
            kept = []
            for path, data in self.trees(f"catalogue/{pattern}"):
                unknown = (
                    set(data) - {"objects", "properties", "elements", "at"} if isinstance(data, dict) else {"列表"}
                )
                if unknown:
                    self.report(
                        "schema-extra-forbidden",
                        path,
                        f"不认识的键 {'、'.join(sorted(unknown))}",
                        "只有 objects、properties、elements",
                    )
                else:
                    kept.append((path, data))
            self._element_trees = kept
        return self._element_trees

    def documents(self, pattern: str, model: type[T]) -> dict[str, T]:
        """Files that hold one thing each, by id; the id must be the name of the file (of a theme: its folder)."""
        found: dict[str, T] = {}
        for path, data in self.trees(pattern):
            name = path.parent.name if path.name == "theme.yaml" else path.stem
            if isinstance(data, dict) and model is Theme:
                data["guide"] = self.prose(path.parent / "guide.md")
            one = self.validated(model, data, path)
            if one is not None and one.id != name:  # type: ignore[attr-defined]
                self.report("id-file-name", path, f"编号 {one.id} 与文件名 {name} 不同", "请改成一致")  # type: ignore[attr-defined]
            self.keep(found, one)
        return found

    def prose(self, path: Path) -> str:
        full = self.folder / path
        if not full.is_file():
            return ""
        try:
            return full.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            self.report("file-encoding", path, "文件不是 UTF-8 编码（可能是 GBK）", "请另存为 UTF-8")
            return ""

    def validated(self, model: type[T], data: Any, path: Path) -> T | None:
        at = data["at"] if isinstance(data, dict) and "at" in data else Place(self.shown(path), 1, 1)
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.findings += findings_of(error, data, model, at)
            return None

    def keep(self, found: dict[str, T], one: T | None) -> None:
        if one is None:
            return
        key: str = one.id  # type: ignore[attr-defined]
        if key in found:
            first = found[key].at  # type: ignore[attr-defined]
            self.findings.append(
                Finding("id-duplicate", key, f"编号重复，另一处在 {first}", "请改名或删去一处", one.at)  # type: ignore[attr-defined]
            )
        else:
            found[key] = one
