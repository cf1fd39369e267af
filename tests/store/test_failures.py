"""What the machine refuses is said in Chinese, with the way out, and leaves nothing half-written."""

import errno
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from composer.errors import MachineError
from composer.model.theme import Library
from composer.store.failures import reported
from composer.store.repository import load_library, save_library
from composer.store.schema import prepare
from composer.store.sessions import open_database, reading, writing


def with_pragma(engine: Engine, pragma: str) -> Engine:
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))
    engine.dispose()
    return engine


def test_a_damaged_file(tmp_path: Path) -> None:
    (tmp_path / "one.db").write_text("这不是数据库" * 1000)
    with pytest.raises(MachineError, match=r"store-damaged.*one\.db：这个文件不是数据库，或已经损坏。请移走这个文件"):
        prepare(open_database(tmp_path / "one.db"))


def test_a_file_cut_short(tmp_path: Path, library: Library) -> None:
    engine = open_database(tmp_path / "one.db")
    prepare(engine)
    with writing(engine) as session:
        save_library(session, library)
    engine.dispose()
    whole = (tmp_path / "one.db").read_bytes()
    (tmp_path / "one.db").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(MachineError, match="store-damaged"), reading(engine) as session:
        load_library(session)


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"store-unopened.*打不开数据库文件"):
        prepare(open_database(tmp_path))


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match=r"store-unopened.*打不开数据库文件"):
        open_database(tmp_path / "file" / "one.db")


def test_a_read_only_database(tmp_path: Path) -> None:
    engine = with_pragma(open_database(tmp_path / "one.db"), "query_only=ON")
    with pytest.raises(MachineError, match=r"store-read-only.*只读的。请检查权限，或用 --db 换一个能写的位置"):
        prepare(engine)


@pytest.mark.parametrize(
    ("number", "rule"),
    [(errno.EROFS, "store-read-only"), (errno.ENOSPC, "store-disk-full"), (errno.EIO, "store-unopened")],
)
def test_what_the_system_refuses(number: int, rule: str) -> None:
    with pytest.raises(MachineError, match=rule), reported(Path("one.db")):
        raise OSError(number, "refused")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, library: Library) -> None:
    engine = open_database(tmp_path / "one.db")
    prepare(engine)
    small = library.model_copy(update={"themes": dict(list(library.themes.items())[:1])})
    with writing(engine) as session:
        save_library(session, Library(catalogue=small.catalogue.model_copy(update={"items": {}, "forms": {}})))
    with reading(engine) as session:
        before = load_library(session).model_dump_json()
    with_pragma(engine, "max_page_count=1")
    with pytest.raises(MachineError, match=r"store-disk-full.*磁盘满了，没有写入任何内容"), writing(engine) as session:
        save_library(session, library)
    with reading(engine) as session:
        assert load_library(session).model_dump_json() == before


def test_a_database_in_use_is_not_waited_for_in_vain(tmp_path: Path) -> None:
    first, second = open_database(tmp_path / "one.db"), open_database(tmp_path / "one.db")
    prepare(first)
    with_pragma(second, "busy_timeout=0")
    with (
        writing(first),
        pytest.raises(MachineError, match=r"store-busy.*数据库正被别的程序占用"),
        writing(second),
    ):
        pass
