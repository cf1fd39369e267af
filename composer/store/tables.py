"""Tables: key columns to search and join by, beside the validated document of each model."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

REVISION = "0001"
"""The migration that these tables agree with (composer/store/migrations)."""


class Entry(SQLModel, table=True):
    """One thing of a library. `kind` is its place there (items, forms, themes …), `position` its order in that place.

    `department` is who handles an item, or leads a theme; `stage` is the stage of life that a theme belongs to.
    """

    __tablename__ = "entries"

    kind: str = Field(primary_key=True, max_length=32)
    id: str = Field(primary_key=True, max_length=130)
    position: int
    name: str = Field(index=True, max_length=2000)
    department: str | None = Field(default=None, index=True, max_length=64)
    stage: str | None = Field(default=None, index=True, max_length=32)
    document: dict[str, Any] = Field(sa_type=sa.JSON)


class Import(SQLModel, table=True):
    """One import of shipped content: the digest of what was imported, and when (UTC)."""

    __tablename__ = "imports"

    number: int | None = Field(default=None, primary_key=True)
    digest: str = Field(max_length=64)
    imported_at: datetime = Field(sa_type=sa.DateTime)
