"""Copies of a database: made by SQLite's backup interface, verified by opening, for the owner alone.

A copy is never trusted because it was written: it counts when it has been opened and checked. A server is
copied into a file of the same kind, row by row.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from db.address import Address
from db.errors import Damaged, Locked, Missing, NotOurs, Outdated, named, naming
from db.folders import make_folder, make_private, settle
from db.identity import WAIT_SECONDS, check, open_file, recover

__all__ = ["Copy", "copies_in", "copy", "copy_before_upgrade", "replace", "verify"]

PAUSE = 0.25
SUFFIX = ".db"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file in the folder of copies: how many bytes, and when it was written (UTC)."""

    path: Path
    size: int
    modified: datetime


def copies_in(folder: Path) -> list[Copy]:
    """The copies in a folder, by name; none when there is no folder."""
    found = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    return [_seen(path) for path in found]


def _seen(path: Path) -> Copy:
    seen = path.stat()
    return Copy(path, seen.st_size, datetime.fromtimestamp(seen.st_mtime, UTC))


def copy(address: Address, target: Path) -> None:
    """Copy a database into a file, which appears whole and verified or not at all, replacing one of that name.

    Raises:
        Missing, NotOurs, TooNew, Damaged, Locked, Unreachable: the source cannot be copied.
        NotWritable, Full: the file cannot be written.
    """
    with naming(str(target)), _beside(target) as part:
        if address.path is not None:
            _back_up(address.path, part)
        else:
            from db.whole import copy_server

            copy_server(address, part)
        verify(Path(part))


def replace(address: Address, source: Path) -> None:
    """Put a copy in a database's place, as one transaction: others see the old or the new, and never a mixture.

    A file that is too damaged for that is kept beside it as NAME.damaged. A server is filled only when it is empty.

    Raises:
        NotOurs, TooNew, Damaged: the copy is not fit; nothing was changed.
        Locked, NotWritable, Full, Occupied, Unreachable: nothing was changed.
    """
    verify(source)
    with naming(address.place):
        if address.path is None:
            from db.whole import fill_server

            fill_server(address, source)
        elif _usable(address.path):
            _pour(str(source), address.path)
        else:
            _put(str(source), address.path)


def verify(path: Path) -> None:
    """Open a copy and check it whole; an older schema is as good as the newest.

    Raises:
        Missing, NotOurs, TooNew, Damaged: it is not to be relied on.
    """
    with naming(str(path)), closing(open_file(str(path), "ro")) as connection:
        _identified(connection, str(path))
        said = [row[0] for row in connection.execute("PRAGMA quick_check")]
        if said != ["ok"]:
            raise Damaged(str(path), said[0])
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise Damaged(str(path), "rows that point to nothing")


def copy_before_upgrade(address: Address, folder: Path | None) -> Path:
    """Copy a file of an older schema, named after its schema and its newest change set; the copy's path."""
    path = str(address.path)
    with naming(path), closing(open_file(path, "ro")) as connection:
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        number = connection.execute("SELECT coalesce(max(number), 0) FROM change_set").fetchone()[0]
    stem, _ = os.path.splitext(os.path.basename(path))
    target = (folder or Path(path).parent) / f"{stem}-schema-{schema}-change-{number}{SUFFIX}"
    copy(address, target)
    return target


def _identified(connection: sqlite3.Connection, path: str) -> None:
    try:
        check(connection, path)
    except Outdated:
        return


@contextmanager
def _beside(target: Path) -> Iterator[str]:
    """A file to write, which takes the target's name when all went well and is gone otherwise."""
    folder = str(target.absolute().parent)
    make_folder(folder)
    part = os.path.join(folder, f".{target.name}.{os.getpid()}.part")
    _gone(part)
    try:
        make_private(part)
        yield part
        settle(part)
        os.replace(part, target)
        settle(folder)
    finally:
        _gone(part)


def _gone(path: str) -> None:
    for name in (path, f"{path}-journal"):
        if os.path.exists(name):
            os.unlink(name)


def _back_up(source: str, part: str) -> None:
    with closing(open_file(source, "ro")) as connection, closing(open_file(part, "rw")) as target:
        _held(connection, source)
        _identified(connection, source)
        connection.backup(target)


def _held(connection: sqlite3.Connection, path: str) -> None:
    """Hold the source as it is: the backup would wait without end for one that is locked."""
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) != sqlite3.SQLITE_READONLY:
            raise
        recover(path)
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def _usable(path: str) -> bool:
    """Whether a file is sound enough for SQLite to write there in a transaction.

    Raises:
        NotOurs, TooNew: it is sound, and not to be replaced.
    """
    if not os.path.exists(path):
        return False
    try:
        with closing(open_file(path, "rw")) as connection:
            _identified(connection, path)
            return [row[0] for row in connection.execute("PRAGMA quick_check")] == ["ok"]
    except (Damaged, Missing):
        return False
    except sqlite3.DatabaseError as error:
        if isinstance(named(error, path), Damaged | NotOurs):
            return False
        raise


def _pour(source: str, path: str) -> None:
    with closing(open_file(source, "ro")) as connection, closing(open_file(path, "rw")) as target:
        target.execute("PRAGMA synchronous=EXTRA")
        connection.backup(target, progress=_Patience(path), sleep=PAUSE)


class _Patience:
    """Ends a backup that waits too long for a target that somebody holds."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.left = int(WAIT_SECONDS / PAUSE)

    def __call__(self, status: int, *_: int) -> None:
        self.left -= status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if self.left < 0:
            raise Locked(self.place)


def _put(source: str, path: str) -> None:
    """Replace a file that is beyond use, and keep it; its journal must not be rolled back into the new one."""
    with _beside(Path(path)) as part:
        _back_up(source, part)
        verify(Path(part))
        aside = _free(f"{path}.damaged")
        for name in ("", "-journal"):
            if os.path.exists(path + name):
                os.replace(path + name, aside + name)


def _free(path: str) -> str:
    """The path, or the first with a number after it, that no file has."""
    return next(name for name in _numbered(path) if not os.path.exists(name))


def _numbered(path: str) -> Iterator[str]:
    yield path
    yield from (f"{path}.{number}" for number in count(2))
