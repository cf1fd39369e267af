"""Queries over the tables; takes and returns model types. Never commits: that is the session's owner's."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ValidationError
from sqlmodel import Session, col, delete, select

from composer.errors import Finding, MachineError
from composer.model.theme import Catalogue, Library
from composer.store.tables import Entry, Import

THEMES = "themes"
_NAMES = ("name", "title", "text", "label")
_DEPARTMENTS = ("department", "lead")


def save_library(session: Session, library: Library) -> None:
    """Make the database hold exactly `library`."""
    session.exec(delete(Entry))
    for kind in Catalogue.model_fields:
        session.add_all(_entries(kind, getattr(library.catalogue, kind)))
    session.add_all(_entries(THEMES, library.themes))
    session.flush()


def load_library(session: Session) -> Library:
    """The library that the database holds; raises MachineError where its documents are not what the model knows."""
    kinds: dict[str, dict[str, Any]] = {kind: {} for kind in (*Catalogue.model_fields, THEMES)}
    for entry in session.exec(select(Entry).order_by(col(Entry.kind), col(Entry.position))):
        kinds.setdefault(entry.kind, {})[entry.id] = entry.document
    themes = kinds.pop(THEMES)
    try:
        return Library.model_validate({"catalogue": kinds, "themes": themes})
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        finding = Finding(
            "store-document",
            where,
            "数据库里的内容与这个版本的程序对不上",
            "请移走这个数据库文件后重新启动，程序会重新导入内容",
        )
        raise MachineError([finding]) from error


def last_digest(session: Session) -> str | None:
    """The digest of the content that was imported last; None before the first import."""
    return session.exec(select(Import.digest).order_by(col(Import.number).desc()).limit(1)).first()


def record_import(session: Session, digest: str, moment: datetime) -> None:
    """Note that content of `digest` was imported at `moment` (UTC)."""
    session.add(Import(digest=digest, imported_at=moment))
    session.flush()


def _entries(kind: str, things: Mapping[str, BaseModel]) -> list[Entry]:
    return [
        Entry(
            kind=kind,
            id=key,
            position=position,
            name=_first(thing, _NAMES) or key,
            department=_first(thing, _DEPARTMENTS),
            stage=_first(thing, ("stage",)),
            document=thing.model_dump(mode="json"),
        )
        for position, (key, thing) in enumerate(things.items())
    ]


def _first(thing: BaseModel, attributes: tuple[str, ...]) -> str | None:
    found = (getattr(thing, attribute, None) for attribute in attributes)
    return next((str(value) for value in found if value), None)
