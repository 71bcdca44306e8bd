"""What can be put right without anybody's judgement: indexes, counts, reminders of what is no more, and rights.

Whoever calls has made a copy. Nothing here touches the journal, or a value that a person has given.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing

from sqlalchemy import Engine, update

from db.checks import Miscount
from db.engine import place_of
from db.errors import naming
from db.identity import open_file
from db.tables import TABLES

__all__ = ["make_owners_alone", "recount", "reindex", "withdraw"]


def reindex(path: str) -> None:
    """Build a file's indexes anew from its tables, in one transaction.

    Raises:
        Damaged, Locked, NotWritable, Full: it is as it was.
    """
    with naming(path), closing(open_file(path, "rw")) as connection:
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("REINDEX")


def recount(engine: Engine, found: Iterable[Miscount]) -> None:
    """Give rows the version that the journal counts; what the journal never heard of stays, for versions begin at one.

    Raises:
        Locked, NotWritable, Full, Damaged, Unreachable: nothing is changed.
    """
    with naming(place_of(engine)), engine.begin() as connection:
        for one in found:
            table = TABLES[one.entity]
            connection.execute(update(table).where(table.c.id == one.id).values(version=max(one.sets, 1)))


def withdraw(engine: Engine, uids: Iterable[str]) -> None:
    """Say of reminders that they stand in no calendar any more.

    Raises:
        Locked, NotWritable, Full, Damaged, Unreachable: nothing is changed.
    """
    table = TABLES["reminder"]
    with naming(place_of(engine)), engine.begin() as connection:
        for uid in uids:
            connection.execute(update(table).where(table.c.uid == uid).values(withdrawn=True))


def make_owners_alone(path: str) -> None:
    """Take a file's or a folder's rights from everybody but its owner.

    Raises:
        NotWritable: it is somebody else's.
    """
    with naming(path):
        os.chmod(path, 0o700 if os.path.isdir(path) else 0o600)
