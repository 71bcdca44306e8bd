"""A database is made on first use and brought up to date, or refused: never opened as something else.

When it is up to date (nearly always) that is told by sqlite3 alone. Making a new file needs no more. Only
a real upgrade loads Alembic. What is made or upgraded is one transaction: interrupted, it leaves an empty
file, which the next start fills, or the old schema.
"""

from __future__ import annotations

import sqlite3
from enum import StrEnum

from db.address import Address
from db.creation import create
from db.errors import Missing, Outdated, naming
from db.identity import check, open_file, recover

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["Prepared", "prepare"]


class Prepared(StrEnum):
    """What was done to make a database usable."""

    CREATED = "created"
    UPGRADED = "upgraded"
    CURRENT = "current"


def prepare(address: Address, copies: Path | None = None) -> Prepared:
    """Make the database on first use, upgrade an older one after a verified copy, refuse any other.

    Args:
        address: where it is or shall be; folders that lack are made, for the owner alone.
        copies: the folder for the copy before an upgrade; beside the file when None.

    Raises:
        NotOurs, TooNew, Damaged: it is left as it was.
        Locked, NotWritable, Full, Unreachable: it could not be made or upgraded.
    """
    with naming(address.place):
        if address.path is None:
            from db.setup import prepare_server

            return Prepared(prepare_server(address))
        return _prepare_file(address, address.path, copies)


def _prepare_file(address: Address, path: str, copies: Path | None) -> Prepared:
    try:
        _look(path)
    except Missing:
        return Prepared.CREATED if create(path) else Prepared.CURRENT
    except Outdated:
        _upgrade(address, path, copies)
        return Prepared.UPGRADED
    return Prepared.CURRENT


def _look(path: str) -> None:
    """Check the file as it lies there, after rolling back what a killed process may have left."""
    try:
        _check(path, "ro")
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) != sqlite3.SQLITE_READONLY:
            raise
        recover(path)
        _check(path, "ro")


def _check(path: str, mode: str) -> None:
    connection = open_file(path, mode)
    try:
        check(connection, path)
    finally:
        connection.close()


def _upgrade(address: Address, path: str, copies: Path | None) -> None:
    from db.copies import copy_before_upgrade
    from db.steps import migrate_file

    copy_before_upgrade(address, copies)
    migrate_file(path)
