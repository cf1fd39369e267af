"""What the relational work needs of an engine; its SQL is what DuckDB and PostgreSQL both understand."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from composer.errors import Finding, MachineError
from composer.wording import shortened


class Engine(Protocol):
    """A database that holds the tables of one piece of work, and loses them when it is closed.

    Whatever it cannot do is a MachineError.

    `at_once` is how many wide rows it puts in order best; None is all of them, however many.
    """

    at_once: int | None

    def run(self, statement: str) -> None:
        """Execute one statement without result."""
        ...

    def rows(self, query: str) -> Iterable[tuple[Any, ...]]:
        """The rows of a query, in its order."""
        ...

    def load(self, table: str, columns: Sequence[str], source: Path) -> None:
        """Fill `table`, which exists, with the rows of a UTF-8 CSV file without header, in their order."""
        ...

    def dump(self, query: str, target: BinaryIO) -> None:
        """Append the rows of a query to an open file, as UTF-8 CSV without header, in its order."""
        ...

    def close(self) -> None:
        """Let everything go."""
        ...


def quoted(name: str) -> str:
    """A name of a column as both engines take it, whatever characters it has."""
    return '"' + name.replace('"', '""') + '"'


_WAY_OUT = "什么也没有写下；请看磁盘和内存够不够，再做一次"


@contextmanager
def failing_as(kind: type[Exception], where: str = "", way_out: str = _WAY_OUT) -> Iterator[None]:
    """Make what a database raises, `kind`, the MachineError `database-failed` with the first line of what it said."""
    try:
        yield
    except kind as error:
        said = shortened((str(error).splitlines() or [""])[0]) or type(error).__name__
        raise MachineError([Finding("database-failed", where, f"数据库中途出了错（{said}）", way_out)]) from error
