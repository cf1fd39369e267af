"""What goes in comes out."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from composer.errors import MachineError
from composer.model.theme import Library
from composer.store.repository import last_digest, load_library, record_import, save_library
from composer.store.schema import prepare
from composer.store.sessions import open_database, reading, writing
from composer.store.tables import Entry


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_database(tmp_path / "one.db")
    prepare(engine)
    return engine


def saved(engine: Engine, library: Library) -> Library:
    with writing(engine) as session:
        save_library(session, library)
    with reading(engine) as session:
        return load_library(session)


def test_a_library_comes_back_as_it_was_saved(engine: Engine, library: Library) -> None:
    assert saved(engine, library).model_dump() == library.model_dump()


def test_the_order_of_a_library_is_kept(engine: Engine, library: Library) -> None:
    backwards = Library(catalogue=library.catalogue, themes=dict(reversed(library.themes.items())))
    assert list(saved(engine, backwards).themes) == list(backwards.themes)


def test_what_a_library_no_longer_has_is_gone(engine: Engine, library: Library) -> None:
    saved(engine, library)
    fewer = Library(catalogue=library.catalogue, themes=dict(list(library.themes.items())[:1]))
    assert saved(engine, fewer).model_dump_json() == fewer.model_dump_json()


def test_saving_twice_changes_nothing(engine: Engine, library: Library) -> None:
    assert saved(engine, saved(engine, library)).model_dump_json() == library.model_dump_json()


def test_items_are_found_by_their_department(engine: Engine, library: Library) -> None:
    saved(engine, library)
    department = next(iter(library.catalogue.items.values())).department
    with reading(engine) as session:
        query = select(Entry.id).where(col(Entry.kind) == "items", col(Entry.department) == department)
        found = set(session.exec(query))
    assert found == {item.id for item in library.catalogue.items.values() if item.department == department}


def test_chinese_stands_in_the_documents_as_itself(engine: Engine, library: Library, tmp_path: Path) -> None:
    saved(engine, library)
    name = next(iter(library.themes.values())).name
    assert (tmp_path / "one.db").read_bytes().count(name.encode()) >= 2


def test_a_document_that_the_model_does_not_know_is_reported(engine: Engine, library: Library) -> None:
    saved(engine, library)
    theme = next(iter(library.themes))
    with writing(engine) as session:
        entry = session.get_one(Entry, ("themes", theme))
        entry.document = {"id": theme}
    with pytest.raises(MachineError, match="数据库里的内容与这个版本的程序对不上"), reading(engine) as session:
        load_library(session)


def test_a_kind_that_the_model_does_not_know_is_reported(engine: Engine, library: Library) -> None:
    saved(engine, library)
    with writing(engine) as session:
        session.add(Entry(kind="planets", id="mars", position=0, name="火星", document={}))
    with pytest.raises(MachineError, match="store-document"), reading(engine) as session:
        load_library(session)


def test_the_last_import_counts(engine: Engine) -> None:
    with reading(engine) as session:
        assert last_digest(session) is None
    for digest in ("a", "b"):
        with writing(engine) as session:
            record_import(session, digest, datetime(2026, 1, 1))
    with reading(engine) as session:
        assert last_digest(session) == "b"
