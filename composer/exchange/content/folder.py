"""A folder of content files to a `Library`: every problem of the run is collected, none is the first only."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from composer.checks import Excused, check_library, check_references
from composer.errors import ContentError, Finding, MachineError, Severity
from composer.exchange.content.elements import DICTIONARIES, KINDS
from composer.exchange.content.pausing import no_collection
from composer.exchange.content.policies import read_policies
from composer.exchange.content.reader import Reader
from composer.exchange.content.strays import strays
from composer.exchange.content.unstated import Unstated
from composer.exchange.content.verdicts import with_read_verdicts
from composer.model.clean_up import CleanUp
from composer.model.form import Form
from composer.model.item import Department, ServiceItem
from composer.model.material import Holder, MaterialKind
from composer.model.situation import Question
from composer.model.theme import Catalogue, Library, Source, Theme


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
    """Read the content under `folder` and all that is wrong with it, warnings included, sorted by place.

    What is faulty is left out of the library. Raises MachineError where `folder` is no folder.
    """
    library, findings = _read(folder, check_library)
    ignored = strays(folder) if library.themes else ()
    return library, sorted([*findings, *ignored], key=lambda finding: finding.order)


def _read(
    folder: Path, check: Callable[[Library, Mapping[str, Excused]], Iterable[Finding]]
) -> tuple[Library, list[Finding]]:
    if not folder.is_dir():
        reason = "这是一个文件，不是文件夹" if folder.exists() else "没有这个文件夹"
        raise MachineError([Finding("folder-missing", str(folder), reason, "请检查路径，写内容文件夹，如 themes")])
    reader = Reader(folder)
    with no_collection():
        library = _library(reader)
    findings = [*reader.findings, *check(library, reader.lost)]
    if not library.themes and not findings:
        reason, suggestion = "这个文件夹里没有主题（*/theme.yaml）", "请指到内容文件夹，如 themes"
        findings.append(Finding("folder-empty", str(folder), reason, suggestion))
    return library, sorted(dict.fromkeys(findings), key=lambda finding: finding.order)


def _library(reader: Reader) -> Library:
    documents = with_read_verdicts(
        Catalogue(
            holders=reader.rows("holder", "holders.yaml", Holder),
            kinds=reader.rows("material", "materials/*.yaml", MaterialKind),
        ),
        reader,
    )
    dictionaries: dict[str, Any] = {
        key: reader.element_rows(KINDS[key], key, model) for key, model in DICTIONARIES.items()
    }
    reader.unstated = Unstated(documents.model_copy(update=dictionaries))
    catalogue = Catalogue(
        sources=reader.rows("source", "sources.yaml", Source),
        departments=reader.rows("department", "departments.yaml", Department),
        holders=documents.holders,
        clean_ups=reader.rows("clean-up", "clean-ups.yaml", CleanUp),
        kinds=documents.kinds,
        **dictionaries,
        questions=reader.rows("question", "questions/*.yaml", Question),
        items=reader.documents("item", "catalogue/items/*.yaml", ServiceItem),
        forms=reader.documents("form", "catalogue/forms/*.yaml", Form),
    )
    policies = read_policies(reader)
    themes = {
        name: theme.model_copy(update={"policies": policies.get(_folder(theme), ())})
        for name, theme in reader.documents("theme", "*/theme.yaml", Theme).items()
    }
    return Library(catalogue=catalogue, themes=themes)


def _folder(theme: Theme) -> str:
    """Name of the folder that a theme was read from; it differs from the id where that is wrong."""
    return Path(theme.at.file).parent.name if theme.at else theme.id
