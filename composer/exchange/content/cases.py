"""Reads the cases of themes: `THEME-ID/cases/*.yaml`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from composer.cases import ExpectedCase, differences
from composer.errors import Finding, Place
from composer.exchange.content.schema_errors import findings_of
from composer.exchange.content.yamltree import read_yaml
from composer.model.theme import Library


def read_cases(folder: Path, library: Library) -> tuple[dict[str, dict[str, ExpectedCase]], list[Finding]]:
    """Cases by theme id and file name (without ending) below `folder`, and what is wrong with their files."""
    cases: dict[str, dict[str, ExpectedCase]] = {}
    findings: list[Finding] = []
    for theme_id in library.themes:
        for path in sorted((folder / theme_id / "cases").glob("*.yaml")):
            case, wrong = _read_case(path, path.relative_to(folder).as_posix())
            findings += wrong
            if case is not None:
                cases.setdefault(theme_id, {})[path.stem] = case
    return cases, findings


def _read_case(path: Path, shown: str) -> tuple[ExpectedCase | None, list[Finding]]:
    start = Place(shown, 1, 1)
    try:
        tree = read_yaml(path, shown)
    except OSError as error:
        reason = f"读不了这个文件（{error.strerror}）"
        return None, [Finding("file-unreadable", "", reason, "请检查权限和磁盘", start)]
    if tree.data is None:
        empty = Finding("file-empty", "", "文件是空的", "请写上内容，或删去文件", start)
        return None, tree.findings or [empty]
    at = tree.data["at"] if isinstance(tree.data, dict) else start
    try:
        case = ExpectedCase.model_validate(_without_places(tree.data))
    except ValidationError as error:
        return None, [*tree.findings, *findings_of(error, tree.data, ExpectedCase, at)]
    return case.model_copy(update={"at": at}), tree.findings


def check_cases(folder: Path, library: Library, *, compose: bool = True) -> Iterator[Finding]:
    """Everything that is wrong with the cases below `folder`; what they expect is only looked at to `compose` them."""
    cases, findings = read_cases(folder, library)
    yield from findings
    for theme_id, of_theme in cases.items() if compose else ():
        for case in of_theme.values():
            yield from differences(case, library.themes[theme_id], library.catalogue)


def _without_places(data: Any) -> Any:
    """Cases are mappings of ids, where a place would be taken for one more id."""
    if isinstance(data, dict):
        return {key: _without_places(value) for key, value in data.items() if key != "at"}
    if isinstance(data, list):
        return [_without_places(value) for value in data]
    return data
