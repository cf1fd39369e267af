"""Tables and migrations go together."""

from contextlib import suppress
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from composer.errors import MachineError
from composer.store import migrate, schema
from composer.store.failures import machine_error
from composer.store.schema import prepare
from composer.store.sessions import open_database, writing
from composer.store.tables import REVISION, Entry


def test_migrations_make_the_tables_that_the_models_describe(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "one.db")
    prepare(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Entry.metadata) == []


def test_the_newest_migration_is_the_one_that_the_tables_name() -> None:
    assert ScriptDirectory(str(migrate.MIGRATIONS)).get_heads() == [REVISION]


def test_preparing_twice_changes_nothing(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "one.db")
    prepare(engine)
    before = (tmp_path / "one.db").read_bytes()
    prepare(engine)
    assert (tmp_path / "one.db").read_bytes() == before


@pytest.mark.parametrize("was_there", [False, True])
def test_a_database_that_cannot_be_made_leaves_no_file_that_was_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was_there: bool
) -> None:
    def full(*_: object) -> None:
        raise machine_error(None, "FULL")

    file = tmp_path / "one.db"
    if was_there:
        file.touch()
    monkeypatch.setattr(schema, "upgrade", full)
    with pytest.raises(MachineError):
        prepare(open_database(file))
    assert file.exists() == was_there


def test_migrations_can_be_taken_back(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "one.db")
    prepare(engine)
    with writing(engine) as session:
        migrate.downgrade(session.connection())
        assert inspect(session.connection()).get_table_names() == ["alembic_version"]


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "one.db")
    with suppress(RuntimeError), writing(engine) as session:
        migrate.upgrade(session.connection())
        raise RuntimeError
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "one.db")
    prepare(engine)
    with writing(engine) as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(MachineError, match=r"store-newer.*这个数据库是更新的版本建立的（9999，本程序为 0002）。请升级"):
        prepare(engine)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "other.db")
    with writing(engine) as session:
        session.connection().execute(text("CREATE TABLE songs (title TEXT)"))
    with pytest.raises(MachineError, match=r"store-foreign.*这是别的程序的数据库。请用 --db 换一个文件"):
        prepare(engine)
