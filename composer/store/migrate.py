"""Runs the migrations that ship in composer/store/migrations."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for a connection whose transaction is the caller's."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Run the migrations that the database has not seen."""
    command.upgrade(configuration(connection), "head")


def downgrade(connection: Connection) -> None:
    """Take every migration back."""
    command.downgrade(configuration(connection), "base")
