"""Whose a database is, and which schema it has.

This module is on the path of the status line: sqlite3 only. It must never write.
"""

from __future__ import annotations

import os
import sqlite3

from db.errors import Damaged, Missing, NotOurs, Outdated, TooNew

__all__ = ["APPLICATION_ID", "REVISIONS", "SCHEMA", "check", "file_uri", "recover", "weigh"]

APPLICATION_ID = 0x464F4C4C
"""Bytes 68 to 71 of the file's header: `FOLL`."""

REVISIONS = ("0001",)
"""Alembic's name of each schema; its place in the row, counted from one, is SQLite's `user_version`."""

SCHEMA = len(REVISIONS)


def check(connection: sqlite3.Connection, place: str) -> None:
    """Let only a database of this program and this schema through.

    Raises:
        Missing: it holds nothing yet.
        NotOurs, TooNew, Outdated: as they say.
        sqlite3.Error: it cannot be read.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    schema = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == 0 and not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise Missing(place)
    if application != APPLICATION_ID:
        raise NotOurs(place)
    weigh(schema, place)


def weigh(schema: int, place: str) -> None:
    """Compare a schema's number with the one this program reads.

    Raises:
        TooNew, Outdated: it is another.
    """
    if schema > SCHEMA:
        raise TooNew(place, f"schema {schema}, this program reads {SCHEMA}")
    if schema < 1:
        raise Damaged(place, "no schema number")
    if schema < SCHEMA:
        raise Outdated(place, f"schema {schema}, this program reads {SCHEMA}")


def file_uri(path: str, mode: str) -> str:
    """A file as SQLite's URI; `mode` is `ro` or `rw`, neither of which makes a file."""
    slashed = path.replace("\\", "/") if os.sep == "\\" else path
    escaped = slashed.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    root = "//" if escaped.startswith("/") else "///"
    return f"file:{root}{escaped}?mode={mode}"


def recover(path: str) -> None:
    """Roll back what a killed process left half written: SQLite does so when a writer reads.

    Raises:
        sqlite3.Error: there is no right to write, or no sense in the file.
    """
    connection = sqlite3.connect(file_uri(path, "rw"), uri=True, timeout=5)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    finally:
        connection.close()
