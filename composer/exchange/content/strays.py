"""Content files that lie where nothing reads them: a wrong folder, a wrong ending."""

from collections.abc import Iterator
from pathlib import Path

from composer.errors import Finding, Place, Severity

_CATALOGUE_FILES = frozenset({"sources.yaml", "departments.yaml", "holders.yaml", "clean-ups.yaml"})
_CATALOGUE_FOLDERS = frozenset({"materials", "elements", "questions", "items", "forms", "verdicts"})


def strays(folder: Path) -> Iterator[Finding]:
    """A warning `file-ignored` for each YAML file under `folder` that is not read; hidden ones are no content."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in relative.parts)
        if path.suffix.lower() in (".yaml", ".yml") and not hidden and not _is_read(folder, relative.parts):
            suggestion = (
                "请以 .yaml 结尾，放到 catalogue/ 的某个文件夹或主题的文件夹里（见 docs/reference/content-format.md）"
            )
            place = Place(relative.as_posix(), 1, 1)
            yield Finding("file-ignored", "", "这个文件没有被读取", suggestion, place, Severity.WARNING)


def _is_read(folder: Path, parts: tuple[str, ...]) -> bool:
    if not parts[-1].endswith(".yaml"):
        return False
    match parts:
        case ("catalogue", name):
            return name in _CATALOGUE_FILES
        case ("catalogue", kind, _):
            return kind in _CATALOGUE_FOLDERS
        case (_, "theme.yaml"):
            return True
        case (theme, "cases" | "policies", _):
            return (folder / theme / "theme.yaml").is_file()
    return False
