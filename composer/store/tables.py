"""Tables: key columns to search and join by, beside the validated document of each model."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

REVISION = "0002"
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


class Name(SQLModel, table=True):
    """A name of materials under review: on how many rows of the lists it stands, and a few of those who say it."""

    __tablename__ = "names"

    name: str = Field(primary_key=True)
    rows: int
    said_by: list[str] = Field(sa_type=sa.JSON)


class NamesList(SQLModel, table=True):
    """A list whose names are under review, by the digest of its bytes, so that none counts twice."""

    __tablename__ = "lists"

    digest: str = Field(primary_key=True, max_length=64)
    file: str
    rows: int
    added_at: datetime = Field(sa_type=sa.DateTime)


class Judgement(SQLModel, table=True):
    """One verdict of one person, which stays here when it is undone. Moments are UTC."""

    __tablename__ = "verdicts"

    number: int | None = Field(default=None, primary_key=True)
    one: str = Field(max_length=200)
    said: str = Field(max_length=16)
    other: str = Field(max_length=200)
    by: str = Field(max_length=200)
    why: str | None = Field(default=None, max_length=2000)
    given_at: datetime = Field(sa_type=sa.DateTime)
    undone_by: str | None = Field(default=None, max_length=200)
    undone_at: datetime | None = Field(default=None, sa_type=sa.DateTime)


class Claim(SQLModel, table=True):
    """A pair that somebody has on the table `until` a moment (UTC), so that another is asked something else."""

    __tablename__ = "claims"

    one: str = Field(primary_key=True, max_length=200)
    other: str = Field(primary_key=True, max_length=200)
    by: str = Field(max_length=200)
    until: datetime = Field(sa_type=sa.DateTime)
