"""The engine that writes: SQLAlchemy, one transaction at a time, durable when it returns.

Reading goes through db.reading. Every transaction of this engine takes the one write lock when it begins,
so that none fails halfway because somebody else wrote meanwhile, and change sets appear in the order of
their numbers: a reader who asks for all after the newest misses none.
"""

from __future__ import annotations

import os
import sqlite3

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from db.address import Address
from db.errors import UnknownAddress, naming
from db.identity import APPLICATION_ID, WAIT_SECONDS, open_file

__all__ = ["manners", "on_sqlite", "open_engine", "place_of", "url_of"]

PRAGMAS = ("foreign_keys=ON", "journal_mode=DELETE", "synchronous=EXTRA", "recursive_triggers=ON")
"""EXTRA: without it a power cut just after a commit could bring the removed journal back, and undo the commit."""


def open_engine(address: Address) -> Engine:
    """An engine for the database at an address, which must have been prepared (db.upgrade).

    Nothing is opened before the first transaction. No connection to a file outlives its transaction: one that
    was replaced meanwhile is never written under its old name.

    Raises:
        Unreachable, UnknownAddress: there is no driver for it, or its URL makes no sense.
    """
    if address.path is None:
        with naming(address.place):
            return _server(address)
    return on_sqlite(address.path, PRAGMAS)


def on_sqlite(path: str, pragmas: tuple[str, ...]) -> Engine:
    """An engine for a file that exists, with these settings on each connection."""

    def connect() -> sqlite3.Connection:
        connection = open_file(path, "rw")
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine.execution_options(place=path)


def place_of(engine: Engine) -> str:
    """The address of an engine as it may be shown."""
    return str(engine.get_execution_options().get("place", ""))


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _take_turn(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")


def _server(address: Address) -> Engine:
    url = url_of(address)
    engine = create_engine(url, pool_pre_ping=True, connect_args=manners(url))
    event.listen(engine, "connect", _bounded)
    event.listen(engine, "begin", _take_turn)
    return engine.execution_options(place=address.place)


def url_of(address: Address) -> URL:
    """The address of a server as the driver takes it.

    Raises:
        UnknownAddress: it makes no sense; what it holds, a password perhaps, is not told on.
    """
    try:
        return make_url(address.url)
    except (ValueError, ArgumentError):
        raise UnknownAddress(address.place) from None


def manners(url: URL) -> dict[str, str | int]:
    """How a server is called: with an end to every wait, and over a network only when it proves who it is.

    What the URL or the environment says of TLS is obeyed; `sslrootcert=system` asks libpq 16 or later.
    """
    known: dict[str, str | int] = {"application_name": "followup", "connect_timeout": int(WAIT_SECONDS)}
    known["tcp_user_timeout"] = int(WAIT_SECONDS * 3000)
    asked = "sslmode" in url.query or "PGSSLMODE" in os.environ
    if asked or _is_here(url.host or str(url.query.get("host", ""))):
        return known
    known["sslmode"] = "verify-full"
    if "sslrootcert" not in url.query and "PGSSLROOTCERT" not in os.environ:
        known["sslrootcert"] = "system"
    return known


def _is_here(host: str) -> bool:
    return host in ("", "localhost", "127.0.0.1", "::1") or host.startswith("/")


def _bounded(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{int(WAIT_SECONDS * 1000)}ms'")
    cursor.close()
    connection.commit()
