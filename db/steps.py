"""The migrations, run by Alembic on a connection that is handed over.

Loaded only when there is something to upgrade; the caller holds the lock, has made the copy, and commits.
"""

from __future__ import annotations

import os
import sqlite3

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, StaticPool, create_engine

from db.engine import on_sqlite
from db.errors import Damaged
from db.identity import stamps

__all__ = ["migrate", "migrate_file", "migrated_in_memory"]


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


def migrate_file(path: str) -> None:
    """Bring a SQLite file to the newest schema, whole or not at all.

    Raises:
        Damaged: rows would point to nothing; the file is as it was.
    """
    with on_sqlite(path, ("foreign_keys=OFF", "synchronous=EXTRA")).begin() as connection:
        migrate(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise Damaged(path, "rows that point to nothing")
        for statement in stamps():
            connection.exec_driver_sql(statement)


def migrated_in_memory() -> sqlite3.Connection:
    """A SQLite database in memory that went through every step: what `schema.sql` is written from."""
    plain = sqlite3.connect(":memory:", isolation_level=None)
    with create_engine("sqlite://", creator=lambda: plain, poolclass=StaticPool).begin() as connection:
        migrate(connection)
    return plain
