"""The library that the service works with: from the database, which is filled from the shipped content."""

import hashlib
import logging
from datetime import UTC, datetime
from pathlib import Path

import composer
from composer.assets import THEMES
from composer.errors import MachineError
from composer.exchange.content import load_library as read_content
from composer.exchange.content.digest import digest_of
from composer.materials.identity import lexicon_of
from composer.model.theme import Library
from composer.store.repository import last_digest, load_library, record_import, save_library
from composer.store.schema import prepare
from composer.store.sessions import open_database, reading, writing

logger = logging.getLogger("onething")


def prepare_library(database: Path | str, content: Path = THEMES) -> Library:
    """The library in `database` (a file, or a URL), after importing `content` if that is new.

    Nobody edits in the database yet, so content that changed, or documents of another version, are imported again.
    Raises ContentError for content that cannot be used and MachineError for what the machine refuses.
    """
    engine = open_database(database)
    try:
        prepare(engine)
        digest = _digest(content)
        with reading(engine) as session:
            if last_digest(session) == digest:
                try:
                    return load_library(session)
                except MachineError as error:
                    logger.warning("%s", error)
        library = read_content(content)
        lexicon_of(library.catalogue)  # a wording of two kinds is refused now, not when somebody asks for a package
        with writing(engine) as session:
            save_library(session, library)
            record_import(session, digest, datetime.now(UTC).replace(tzinfo=None))
        return library
    finally:
        engine.dispose()


def _digest(content: Path) -> str:
    """Of the content and of the program that understands it."""
    return hashlib.sha256(f"{composer.__version__} {digest_of(content)}".encode()).hexdigest()
