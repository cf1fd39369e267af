"""What happens at the start: the store is filled, and filled again when the content changed."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from composer.assets import THEMES
from composer.errors import ContentError, MachineError
from composer.model.theme import Library
from web.server import bind
from web.startup import prepare_library


def imports(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        count: int = connection.execute("SELECT count(*) FROM imports").fetchone()[0]
    connection.close()
    return count


def test_the_first_start_imports_what_ships(tmp_path: Path, library: Library) -> None:
    assert prepare_library(tmp_path / "one.db").model_dump_json() == library.model_dump_json()
    assert imports(tmp_path / "one.db") == 1


def test_the_next_start_reads_the_database(tmp_path: Path, library: Library) -> None:
    prepare_library(tmp_path / "one.db")
    assert prepare_library(tmp_path / "one.db").model_dump_json() == library.model_dump_json()
    assert imports(tmp_path / "one.db") == 1


def test_content_that_changed_is_imported_again(tmp_path: Path) -> None:
    content = tmp_path / "themes"
    shutil.copytree(THEMES, content)
    prepare_library(tmp_path / "one.db", content)
    guide = content / "newborn" / "guide.md"
    guide.write_text("恭喜！\n", encoding="utf-8")
    assert prepare_library(tmp_path / "one.db", content).themes["newborn"].guide == "恭喜！\n"
    assert imports(tmp_path / "one.db") == 2


def test_content_that_cannot_be_used_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    content = tmp_path / "themes"
    shutil.copytree(THEMES, content)
    prepare_library(tmp_path / "one.db", content)
    (content / "newborn" / "theme.yaml").write_text("id: newborn\n", encoding="utf-8")
    with pytest.raises(ContentError):
        prepare_library(tmp_path / "one.db", content)
    assert imports(tmp_path / "one.db") == 1


def test_documents_of_another_version_are_imported_again(tmp_path: Path, library: Library) -> None:
    prepare_library(tmp_path / "one.db")
    with sqlite3.connect(tmp_path / "one.db") as connection:
        connection.execute("UPDATE entries SET document = '{}' WHERE kind = 'themes'")
    connection.close()
    assert prepare_library(tmp_path / "one.db").model_dump_json() == library.model_dump_json()


def test_a_database_that_needs_no_change_may_be_read_only(tmp_path: Path, library: Library) -> None:
    prepare_library(tmp_path / "one.db")
    read_only = f"sqlite:///file:{tmp_path / 'one.db'}?mode=ro&uri=true"
    assert prepare_library(read_only).model_dump_json() == library.model_dump_json()


def test_a_port_in_use_is_refused_with_the_way_out() -> None:
    with bind("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        with pytest.raises(MachineError) as refused:
            bind("127.0.0.1", port)
    assert str(refused.value) == (
        f"错误 [port-in-use] 127.0.0.1:{port}：端口已被别的程序占用。"
        f"请换一个端口，如 --port {port + 1}，或先结束占用它的程序。"
    )


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(MachineError, match=r"host-unknown.*这台机器没有这个地址"):
        bind("192.0.2.1", 0)


def test_a_host_that_is_no_host_is_refused() -> None:
    with pytest.raises(MachineError, match="port-refused"):
        bind("no such host", 0)
