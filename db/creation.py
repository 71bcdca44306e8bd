"""A new SQLite file with the newest schema, made by sqlite3 alone, in one transaction.

Interrupted, it leaves an empty file, which the next start fills; two programs at once make one database.
"""

from __future__ import annotations

import os
import sqlite3

from db import schema
from db.errors import Missing, NotWritable
from db.folders import make_folder, make_private
from db.identity import check, open_file, stamps

__all__ = ["create"]


def create(path: str) -> bool:
    """Make a database, and the folders that lack, for the owner alone; False when another program was quicker.

    Raises:
        NotOurs, TooNew, Outdated: another program was, and made something else.
        NotWritable, OSError, sqlite3.Error: it cannot be made.
    """
    _place(path)
    connection = open_file(path, "rw")
    try:
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        return _fill(connection, path)
    finally:
        connection.close()


def _place(path: str) -> None:
    try:
        make_folder(os.path.dirname(path))
        make_private(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotWritable(path, error.strerror or "") from error


def _fill(connection: sqlite3.Connection, path: str) -> bool:
    try:
        check(connection, path)
    except Missing:
        for statement in (*schema.statements(), *stamps()):
            connection.execute(statement)
        connection.execute("COMMIT")
        return True
    return False
