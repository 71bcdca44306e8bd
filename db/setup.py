"""A server's tables are made and upgraded by Alembic, in one transaction, by one program at a time."""

from __future__ import annotations

from sqlalchemy import Connection

from db.address import Address
from db.engine import open_engine
from db.errors import Missing, NotWritable, Outdated, naming
from db.server import asking, identify
from db.steps import migrate

__all__ = ["prepare_server"]


def prepare_server(address: Address) -> str:
    """Make or upgrade what is needed: `created`, `upgraded` or `current`.

    Raises:
        Outdated: it must be upgraded, and this user may not.
    """
    found = _looked(address)
    if found == "current":
        return found
    engine = open_engine(address)
    try:
        with naming(address.place), engine.begin() as connection:
            return _migrated(connection, address.place)
    except NotWritable as error:
        if found == "upgraded":
            raise Outdated(address.place) from error
        raise
    finally:
        engine.dispose()


def _migrated(connection: Connection, place: str) -> str:
    done = _state(connection, place)
    if done != "current":
        migrate(connection)
    return done


def _looked(address: Address) -> str:
    """The state as somebody sees it who may only read."""
    engine = asking(address)
    try:
        with engine.connect() as connection:
            return _state(connection, address.place)
    finally:
        engine.dispose()


def _state(connection: Connection, place: str) -> str:
    try:
        identify(connection, place)
    except Missing:
        return "created"
    except Outdated:
        return "upgraded"
    return "current"
