"""Deduplicating a list of names: read, name by name on every processor, joined by an engine, written."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from composer.exchange.lists import ListedRows, write_list
from composer.exchange.lists.working import write_working_copy
from composer.files import temporary_folder, temporary_refused
from composer.materials.names.bulk import Readers
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.listed import ListedName, holder_of
from composer.store.name_lists import ADDED, NameList, renamed
from composer.store.relations.engine import Engine

_LARGE = 500_000
"""A file of more bytes has so many names that other processes are worth starting before they are counted."""


class Deduped(NamedTuple):
    """What came of a list: rows, different names, clusters; what had to be renamed; notes on how it was read."""

    rows: int
    names: int
    clusters: int
    renamed: tuple[str, ...]
    notes: tuple[str, ...]


def dedupe_list(
    opened: ListedRows, target: Path, lexicon: Lexicon, engine: Engine, progress: Callable[[int, int], None]
) -> Deduped:
    """Write a list to `target`, each row with the columns ADDED; `progress` is told names done and all.

    Raises UsageError and MachineError as reading and writing do; `target` is then what it was before.
    """
    many = opened.source.path.stat().st_size > _LARGE
    with temporary_folder() as folder, Readers(lexicon, many=many) as readers:
        with temporary_refused():
            rows = write_working_copy(opened, folder / "given.csv")
        work = NameList(engine, _meant(opened), folder)
        work.fill(folder / "given.csv")
        (folder / "given.csv").unlink()
        names = list(work.names())
        clusters = work.cluster(_told(names, readers, progress), lambda said: holder_of(said, lexicon))
        columns, changed = renamed(opened.columns)
        write_list(target, [*columns, *ADDED], work.write, opened.source.encoding)
    return Deduped(rows, len(names), clusters, tuple(changed), tuple(opened.notes()))


def _meant(opened: ListedRows) -> list[str]:
    """The columns by what they mean; those that mean nothing here by a name that is no meaning."""
    means = {heading: key for key, heading in opened.meaning.items()}
    return [means.get(column, f"_{column}") for column in opened.columns]


def _told(names: list[str], readers: Readers, progress: Callable[[int, int], None]) -> Iterator[ListedName]:
    done = 0
    for batch in readers.read(names):
        yield from batch
        done += len(batch)
        progress(done, len(names))
