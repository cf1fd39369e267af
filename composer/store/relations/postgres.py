"""PostgreSQL: the engine of an office that has a server. The work happens in temporary tables of one session."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import psycopg
from psycopg import sql

from composer.errors import Finding, MachineError
from composer.store.relations.engine import failing_as

_BLOCK = 1 << 20
_CREATE = re.compile(r"^\s*CREATE (TABLE|VIEW)")
_SECRET = re.compile(r"(?<=//)[^@/]*@|(?<=password=)[^&\s]*", re.IGNORECASE)


class PostgresEngine:
    """A session on the server at `url`; it leaves nothing behind."""

    at_once: int | None = None

    def __init__(self, url: str) -> None:
        try:
            self._connection = psycopg.connect(url, connect_timeout=10)
        except psycopg.Error as error:
            where = _shown(url)
            reason = "连不上，或者不许登录"
            way_out = "请检查地址、用户名和密码，以及服务器是否在运行"
            raise MachineError([Finding("database-unreachable", where, reason, way_out)]) from error

    def run(self, statement: str) -> None:
        """Execute one statement without result; the tables and views that it makes are the session's own."""
        statement = _CREATE.sub(r"CREATE TEMPORARY \1", statement, count=1)
        with failing_as(psycopg.Error):
            self._connection.execute(statement.encode())

    def rows(self, query: str) -> Iterable[tuple[Any, ...]]:
        """The rows of a query, in its order, fetched as they are read."""
        with failing_as(psycopg.Error), self._connection.cursor(name="rows") as cursor:
            cursor.execute(query.encode())
            yield from cursor

    def load(self, table: str, columns: Sequence[str], source: Path) -> None:
        """Fill `table` with the rows of a UTF-8 CSV file without header."""
        statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, FORCE_NOT_NULL ({}))").format(
            sql.Identifier(table), *(sql.SQL(", ").join(map(sql.Identifier, columns)) for _ in range(2))
        )
        with (
            failing_as(psycopg.Error),
            self._connection.cursor() as cursor,
            cursor.copy(statement) as copy,
            source.open("rb") as file,
        ):
            while block := file.read(_BLOCK):
                copy.write(block)

    def dump(self, query: str, target: BinaryIO) -> None:
        """Append the rows of a query to an open file, as UTF-8 CSV without header."""
        statement = sql.SQL("COPY ({}) TO STDOUT (FORMAT csv, FORCE_QUOTE *)").format(sql.SQL(query))
        with failing_as(psycopg.Error), self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for block in copy:
                target.write(block)

    def close(self) -> None:
        """End the session; its tables go with it."""
        self._connection.close()


def _shown(url: str) -> str:
    """An address without who logs in, and with what."""
    return _SECRET.sub("", url)
