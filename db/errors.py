"""What can go wrong with a database, named once for every back end.

The driver's own errors (sqlite3, SQLAlchemy, psycopg, the operating system) never leave this package.
This module is on the path of the status line: it imports the standard library only, and it must
never put a password or the text of a row in a message.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

__all__ = [
    "Damaged",
    "DatabaseError",
    "Full",
    "Locked",
    "Missing",
    "NotOurs",
    "NotWritable",
    "Occupied",
    "Outdated",
    "Stale",
    "TooNew",
    "UnknownAddress",
    "Unreachable",
    "Violated",
    "named",
    "naming",
]


class DatabaseError(Exception):
    """Something is wrong with the database at `place`; `detail` is the driver's word on it.

    Attributes:
        place: the file's path, or the URL without its password.
        detail: technical text for a report, may be empty.
    """

    def __init__(self, place: str = "", detail: str = "") -> None:
        super().__init__(place, detail)
        self.place = place
        self.detail = detail

    def __str__(self) -> str:
        return ": ".join(part for part in (type(self).__name__, self.place, self.detail) if part)


class UnknownAddress(DatabaseError):
    """The address names no kind of database that is served here."""


class Missing(DatabaseError):
    """There is no database there, or it is still empty."""


class NotOurs(DatabaseError):
    """The file or the schema belongs to another program, or is no database."""


class TooNew(DatabaseError):
    """A later version of the program made or upgraded it."""


class Occupied(DatabaseError):
    """There are rows already: only an empty database can be filled from a copy."""


class Outdated(DatabaseError):
    """An earlier version of the program made it: it must be upgraded before it is read."""


class Damaged(DatabaseError):
    """Its content cannot be trusted."""


class Locked(DatabaseError):
    """Somebody else held it longer than the wait lasts."""


class NotWritable(DatabaseError):
    """There is no right, or no way, to write there."""


class Full(DatabaseError):
    """There is no room left to write."""


class Unreachable(DatabaseError):
    """The server, or the driver that talks to it, is not there."""


class Violated(DatabaseError):
    """A row breaks a rule of its table; the program, not the user, is at fault."""


class Stale(DatabaseError):
    """Somebody changed the row meanwhile: nothing of the change set was stored.

    Attributes:
        entity, id, field: what could not be changed; `field` is None for a row that should appear or disappear.
        expected: JSON text of the value the change started from, None where no row was expected.
        actual: JSON text of the value that is stored, None where there is no such row.
        found: the stored columns that were compared, None where there is no such row.
    """

    def __init__(
        self,
        entity: str,
        id: str,
        field: str | None,
        expected: str | None,
        actual: str | None,
        found: Mapping[str, str | int | date | None] | None = None,
    ) -> None:
        super().__init__("", f"{entity} {id} {field or ''}".rstrip())
        self.entity, self.id, self.field = entity, id, field
        self.expected, self.actual, self.found = expected, actual, found


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Let errors of the drivers and the system out under this module's names.

    Raises:
        DatabaseError: instead of every error that `named` knows; others pass unchanged.
    """
    try:
        yield
    except DatabaseError as error:
        error.place = error.place or place
        raise
    except Exception as error:
        known = named(error, place)
        if known is None:
            raise
        raise known from error


def named(error: BaseException, place: str) -> DatabaseError | None:
    """The name of a driver's or the system's error, None for one that is not about a database."""
    source = getattr(error, "orig", None) or error
    if isinstance(source, sqlite3.Error):
        return _sqlite(source)(place, str(source))
    if isinstance(source, OSError):
        return _system(source)(place, source.strerror or str(source))
    if isinstance(source, UnicodeEncodeError):
        return Violated(place, "text that is no Unicode")
    return _server(source, place)


def _sqlite(error: sqlite3.Error) -> type[DatabaseError]:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return Locked if "locked" in str(error) else Violated
    return _EXTENDED.get(code) or _PRIMARY.get(code & 0xFF, Damaged)


def _system(error: OSError) -> type[DatabaseError]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Full
    return Missing if error.errno in (errno.ENOENT, errno.ENOTDIR) else NotWritable


def _server(error: BaseException, place: str) -> DatabaseError | None:
    """An error of PostgreSQL's driver by its SQLSTATE, without importing the driver."""
    if isinstance(error, ModuleNotFoundError) and (error.name or "").startswith("psycopg"):
        return Unreachable(place, "the driver psycopg is not installed")
    if type(error).__module__.partition(".")[0] != "psycopg":
        return None
    state = getattr(error, "sqlstate", None) or ""
    kind = _STATES.get(state) or _CLASSES.get(state[:2], Unreachable)
    return kind(place, str(error).partition("\n")[0])


_PRIMARY: dict[int, type[DatabaseError]] = {
    1: Damaged,  # SQLITE_ERROR: a table or a column that should be there is not
    3: NotWritable,  # PERM
    5: Locked,  # BUSY
    6: Locked,  # LOCKED
    8: NotWritable,  # READONLY
    10: NotWritable,  # IOERR: sync, truncate, lock
    11: Damaged,  # CORRUPT
    13: Full,  # FULL
    14: NotWritable,  # CANTOPEN
    15: Locked,  # PROTOCOL
    18: Violated,  # TOOBIG
    19: Violated,  # CONSTRAINT
    20: Violated,  # MISMATCH
    21: Violated,  # MISUSE
    23: NotWritable,  # AUTH
    25: Violated,  # RANGE
    26: NotOurs,  # NOTADB
}

_EXTENDED: dict[int, type[DatabaseError]] = {
    266: Damaged,  # IOERR_READ
    522: Damaged,  # IOERR_SHORT_READ
    778: Full,  # IOERR_WRITE: a quota or a file-size limit is told this way
    8458: Damaged,  # IOERR_CORRUPTFS
}

_STATES: dict[str, type[DatabaseError]] = {
    "25006": NotWritable,  # read_only_sql_transaction
    "42501": NotWritable,  # insufficient_privilege
    "42P01": Damaged,  # undefined_table
    "42703": Damaged,  # undefined_column
    "40P01": Locked,  # deadlock_detected
    "40001": Locked,  # serialization_failure
    "55P03": Locked,  # lock_not_available
    "57014": Locked,  # query_canceled, by a timeout
    "53100": Full,  # disk_full
    "P0001": Violated,  # raised by the journal's trigger
}

_CLASSES: dict[str, type[DatabaseError]] = {
    "22": Violated,
    "23": Violated,
    "42": Damaged,
    "58": Damaged,
    "XX": Damaged,
}
