"""Opening a database, and sessions in which everything happens or nothing."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlmodel import Session, create_engine

from composer.store.failures import reported

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def open_database(where: Path | str) -> Engine:
    """An engine over the SQLite file at a path (its folder is made where missing), or over a database URL.

    Raises MachineError where the folder cannot be made. Nothing is read or written yet.
    """
    if isinstance(where, str):
        return _prepared(create_engine(where, json_serializer=_dumps))
    with reported(where):
        where.parent.mkdir(parents=True, exist_ok=True)
    return _prepared(create_engine(f"sqlite:///{where}", json_serializer=_dumps))


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that sees one state of the database; failures of the machine are MachineError."""
    with reported(engine.url.database), Session(engine) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that is committed at the end, or rolled back with whatever went wrong; no one else writes meanwhile."""
    alone = engine.execution_options(onething_begin="BEGIN IMMEDIATE")
    with reported(engine.url.database), Session(alone) as session, session.begin():
        session.connection()
        yield session


def _prepared(engine: Engine) -> Engine:
    """Let SQLite have real transactions, over changes of tables too: its driver begins them too late by itself."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _leave_transactions_to_us)
        event.listen(engine, "begin", _begin)
    return engine


def _leave_transactions_to_us(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("onething_begin", "BEGIN"))
