"""PostgreSQL: the engine of an office that has a server. The work happens in temporary tables of one session."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from composer.errors import Finding, MachineError, UsageError
from composer.store.relations.engine import failing_as

_BLOCK = 1 << 20
_CREATE = re.compile(r"^\s*CREATE (TABLE|VIEW)")
_NO_DATABASE = re.compile(r'database "([^"]+)" does not exist|数据库 ?["“]([^"”]+)["”] ?不存在')
_SECRET = re.compile(r"(?<=//)[^@/]*@|(?<=password=)[^&\s]*", re.IGNORECASE)


class PostgresEngine:
    """A session on the server at `url`; it leaves nothing behind."""

    at_once: int | None = None

    def __init__(self, url: str) -> None:
        """Log in; raises UsageError for what is no address of PostgreSQL, MachineError where that is refused."""
        try:
            conninfo_to_dict(url)
        except psycopg.ProgrammingError as error:
            way_out = "请写成 postgresql://用户名:密码@服务器:5432/数据库"
            raise UsageError([Finding("database-address", _shown(url), "不是 PostgreSQL 的地址", way_out)]) from error
        try:
            self._connection = psycopg.connect(url, connect_timeout=10)
        except psycopg.Error as error:
            raise MachineError([_refused(url, error)]) from error

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


def _refused(url: str, error: psycopg.Error) -> Finding:
    """What the server said; it sends no code when it lets nobody in, only words in its own language."""
    missing = _NO_DATABASE.search(str(error))
    if missing:
        reason = f"服务器上没有 {missing.group(1) or missing.group(2)} 这个数据库"
        return Finding("database-missing", _shown(url), reason, "请检查地址里的数据库名，或先在服务器上建立它")
    way_out = "请检查地址、用户名和密码，以及服务器是否在运行"
    return Finding("database-unreachable", _shown(url), "连不上，或者不许登录", way_out)


def _shown(url: str) -> str:
    """An address without who logs in, and with what."""
    return _SECRET.sub("", url)
