"""DuckDB in process: the engine where an office has no server."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import duckdb

from composer.files import temporary_refused
from composer.store.relations.engine import failing_as, quoted

_MEMORY = "512MB"
"""What DuckDB may hold in memory; beyond it works on disk, so that a long list fits a small machine."""
_ROWS = 10_000
_BLOCK = 1 << 20
_WAY_OUT = "什么也没有写下；请看磁盘和内存够不够，或用环境变量 TMPDIR 换一个地方，再做一次"


class DuckEngine:
    """A database of its own on disk, gone when it is closed."""

    at_once: int | None = 100_000

    def __init__(self) -> None:
        with temporary_refused():
            self._folder = TemporaryDirectory(prefix="onething-", ignore_cleanup_errors=True)
        with self._failing():
            self._connection = duckdb.connect(str(Path(self._folder.name) / "work.duckdb"))
            self._connection.execute(f"SET memory_limit = '{_MEMORY}'")
            self._connection.execute("SET preserve_insertion_order = true")

    def run(self, statement: str) -> None:
        """Execute one statement without result."""
        with self._failing():
            self._connection.execute(statement)

    def rows(self, query: str) -> Iterable[tuple[Any, ...]]:
        """The rows of a query, in its order."""
        with self._failing():
            found = self._connection.execute(query)
            while batch := found.fetchmany(_ROWS):
                yield from batch

    def load(self, table: str, columns: Sequence[str], source: Path) -> None:
        """Fill `table` with the rows of a UTF-8 CSV file without header."""
        named = ", ".join(quoted(column) for column in columns)
        options = (  # the end of a line is named, because the first CR of a cell would be taken for one
            "FORMAT csv, HEADER false, AUTO_DETECT false, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NEW_LINE '\\n',"
            f" FORCE_NOT_NULL ({named}), MAX_LINE_SIZE 16777216, PARALLEL false"
        )
        self.run(f"COPY {table} ({named}) FROM '{_path(source)}' ({options})")

    def dump(self, query: str, target: BinaryIO) -> None:
        """Append the rows of a query to an open file, as UTF-8 CSV without header."""
        part = Path(self._folder.name) / "part.csv"
        self.run(f"COPY ({query}) TO '{_path(part)}' (FORMAT csv, HEADER false, FORCE_QUOTE *)")
        with part.open("rb") as rows:
            shutil.copyfileobj(rows, target, _BLOCK)
        part.unlink()

    def _failing(self) -> AbstractContextManager[None]:
        return failing_as(duckdb.Error, str(Path(self._folder.name).parent), _WAY_OUT)

    def close(self) -> None:
        """Let the database and its folder go."""
        self._connection.close()
        self._folder.cleanup()


def _path(path: Path) -> str:
    return str(path).replace("'", "''")
