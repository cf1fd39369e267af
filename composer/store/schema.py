"""Whether a database has the tables of this version, and bringing it there."""

import importlib
from contextlib import suppress
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlmodel import Session

from composer.errors import Finding, MachineError
from composer.store.sessions import reading, writing
from composer.store.tables import REVISION

VERSION_TABLE = "alembic_version"


class State(Enum):
    """How the tables of a database stand to this version."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"


def prepare(engine: Engine) -> None:
    """Bring the tables to this version, all or nothing: of a database that was not there, nothing stays either.

    Raises MachineError for a database of a newer version, or of another program, and for what the machine refuses.
    """
    file = Path(engine.url.database) if engine.dialect.name == "sqlite" and engine.url.database else None
    is_new = file is not None and not file.exists()
    try:
        with reading(engine) as session:
            if state(session) is State.CURRENT:
                return
        with writing(engine) as session:
            if state(session) is not State.CURRENT:
                upgrade(session.connection())
    except BaseException:
        if file and is_new:
            engine.dispose()
            _remove_empty(file)
        raise


def _remove_empty(file: Path) -> None:
    """Take away a file that has nothing in it; one that another program has filled meanwhile stays."""
    with suppress(OSError):
        if file.stat().st_size == 0:
            file.unlink()


def state(session: Session) -> State:
    """How the tables stand; raises MachineError where this version has no business with them."""
    connection = session.connection()
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return State.EMPTY
    if VERSION_TABLE not in tables:
        raise _refusal(connection, "store-foreign", "这是别的程序的数据库", "请用 --db 换一个文件")
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if found == REVISION:
        return State.CURRENT
    if found is None or found > REVISION:
        reason = f"这个数据库是更新的版本建立的（{found}，本程序为 {REVISION}）"
        raise _refusal(connection, "store-newer", reason, "请升级 onething，或用 --db 换一个文件")
    return State.OLDER


def upgrade(connection: Connection) -> None:
    """Run the migrations that `connection` has not seen, in its transaction."""
    migrate = importlib.import_module("composer.store.migrate")  # alembic is only needed here, and slow to import
    migrate.upgrade(connection)


def _refusal(connection: Connection, rule: str, reason: str, suggestion: str) -> MachineError:
    return MachineError([Finding(rule, str(connection.engine.url.database or ""), reason, suggestion)])
