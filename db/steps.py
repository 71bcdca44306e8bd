"""The migrations, run by Alembic on a connection that is handed over.

Loaded only when there is something to upgrade; the caller holds the lock, has made the copy, and commits.
"""

from __future__ import annotations

import os
import sqlite3

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, StaticPool, create_engine

__all__ = ["migrate", "migrated_in_memory"]


FOLDERS = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "migrations", "versions")]
"""Where the steps lie."""


def migrate(connection: Connection, to: str = "head") -> None:
    """Run the steps up to a revision, in the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", os.pathsep.join(FOLDERS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def migrated_in_memory() -> sqlite3.Connection:
    """A SQLite database in memory that went through every step: what `schema.sql` is written from."""
    plain = sqlite3.connect(":memory:", isolation_level=None)
    with create_engine("sqlite://", creator=lambda: plain, poolclass=StaticPool).begin() as connection:
        migrate(connection)
    return plain
