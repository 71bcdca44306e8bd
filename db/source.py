"""A SQLite file that can be asked: opened read-only, on a connection that is kept.

This module is on the path of the status line: sqlite3 only. It must never write; the one thing it does to
a file is to let SQLite roll back what a killed process left half written, without which nobody may read it.
"""

from __future__ import annotations

import os
import sqlite3
from _thread import RLock
from collections.abc import Callable, Iterator, Mapping

from db.columns import MOMENTS
from db.identity import check, open_file, recover

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol, TypeVar

    T = TypeVar("T")
    Row = tuple[Any, ...]
    Values = Mapping[str, str | int | None]

    class Source(Protocol):
        """A database that can be asked, by one thread at a time."""

        place: str
        lock: RLock

        def rows(self, sql: str, values: Values) -> list[Row]:
            """What a query gives; `:name` stands for a value."""

        def each(self, sql: str, values: Values) -> Iterator[Row]:
            """The same row by row, between begin and end."""

        def shown(self, name: str, column: str) -> str:
            """The SQL that gives the column of this name as db.columns promises it."""

        def octets(self, column: str) -> str:
            """The SQL that gives a text as its bytes in UTF-8: what goes out as bytes need not become letters first."""

        def begin(self) -> None:
            """From here on every query sees the same state."""

        def end(self) -> None:
            """And no longer."""

        def token(self) -> tuple[int, int]:
            """A pair that changes when another process has committed."""

        def close(self) -> None:
            """Let it go."""


__all__ = ["File"]


class File:
    """A file that can be asked."""

    def __init__(self, path: str) -> None:
        self.place = path
        self.lock = RLock()
        self._open()

    def _open(self) -> None:
        self._connection = open_file(self.place, "ro")
        try:
            self._inode = os.stat(self.place).st_ino
            self._recovered(self._check)
        except BaseException:
            self._connection.close()
            raise

    def _check(self) -> None:
        check(self._connection, self.place)

    def _recovered(self, ask: Callable[[], T]) -> T:
        """Ask, and once more after a rollback of what a killed process left."""
        try:
            return ask()
        except sqlite3.OperationalError as error:
            if (getattr(error, "sqlite_errorcode", 0) & 0xFF) != sqlite3.SQLITE_READONLY:
                raise
            recover(self.place)
            return ask()

    def rows(self, sql: str, values: Values) -> list[Row]:
        """What a query gives."""
        return self._recovered(lambda: self._connection.execute(sql, values).fetchall())

    def each(self, sql: str, values: Values) -> Iterator[Row]:
        """The same row by row: a row that is used at once need not be held, which reading thousands is faster for."""
        return self._connection.execute(sql, values)

    def shown(self, name: str, column: str) -> str:
        """The SQL that gives a column as promised: a file keeps all so, but for instants, in UTC without saying it."""
        return f"replace({column}, ' ', 'T') || 'Z'" if name in MOMENTS else column

    def octets(self, column: str) -> str:
        """The SQL that gives a text as its bytes."""
        return f"CAST({column} AS BLOB)"

    def begin(self) -> None:
        """Hold the state as it is now; a plain BEGIN would hold it only from the first query on."""
        self._recovered(self._hold)

    def _hold(self) -> None:
        self._connection.execute("BEGIN")
        try:
            self._connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except sqlite3.Error:
            self._connection.execute("ROLLBACK")
            raise

    def end(self) -> None:
        """Let the state go."""
        self._connection.execute("ROLLBACK")

    def token(self) -> tuple[int, int]:
        """The file's number and SQLite's count of other connections' commits; a replaced file is reopened."""
        if os.stat(self.place).st_ino != self._inode:
            self._connection.close()
            self._open()
        return self._inode, int(self.rows("PRAGMA data_version", {})[0][0])

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
