"""Whose a database is, and which schema it has.

This module is on the path of the status line: sqlite3 only. It must never write.
"""

from __future__ import annotations

import os
import sqlite3

from db.errors import Damaged, Missing, NotOurs, Outdated, TooNew

__all__ = [
    "APPLICATION_ID",
    "REVISIONS",
    "SCHEMA",
    "WAIT_SECONDS",
    "check",
    "file_uri",
    "open_file",
    "recover",
    "schema_of",
    "stamps",
    "weigh",
]

APPLICATION_ID = 0x464F4C4C
"""Bytes 68 to 71 of the file's header: `FOLL`."""

REVISIONS = ("0001", "0002")
"""Alembic's name of each schema; its place in the row, counted from one, is SQLite's `user_version`."""

SCHEMA = len(REVISIONS)

WAIT_SECONDS: float = 10
"""How long anybody waits for another before giving up."""


def check(connection: sqlite3.Connection, place: str) -> None:
    """Let only a database of this program and this schema through.

    Raises:
        Missing: it holds nothing yet.
        NotOurs, TooNew, Outdated: as they say.
        sqlite3.Error: it cannot be read.
    """
    # In this order: a file that another program fills between two of these questions is never taken for a stranger's.
    is_empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    schema = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == 0 and is_empty:
        raise Missing(place)
    if application != APPLICATION_ID:
        raise NotOurs(place)
    weigh(schema, place)


def schema_of(revision: str) -> int | None:
    """The number of the schema that Alembic calls so, None for one that is not known here."""
    return REVISIONS.index(revision) + 1 if revision in REVISIONS else None


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


def stamps() -> tuple[str, str]:
    """The statements that write whose file it is and which schema it has; they roll back like any other."""
    return (f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={SCHEMA}")


def file_uri(path: str, mode: str) -> str:
    """A file as SQLite's URI; `mode` is `ro` or `rw`, neither of which makes a file."""
    slashed = path.replace("\\", "/") if os.sep == "\\" else path
    escaped = slashed.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    root = "//" if escaped.startswith("/") else "///"
    return f"file:{root}{escaped}?mode={mode}"


def open_file(path: str, mode: str) -> sqlite3.Connection:
    """A connection that waits its turn, begins transactions only when told, and runs no code of the file's.

    Raises:
        Missing, NotOurs: there is no file, or a folder.
        sqlite3.Error: it cannot be opened.
    """
    if not os.path.isfile(path):
        raise NotOurs(path, "a folder") if os.path.isdir(path) else Missing(path)
    connection = sqlite3.connect(
        file_uri(path, mode), uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def recover(path: str) -> None:
    """Roll back what a killed process left half written: SQLite does so when a writer reads.

    Raises:
        sqlite3.Error: there is no right to write, or no sense in the file.
    """
    connection = open_file(path, "rw")
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    finally:
        connection.close()
