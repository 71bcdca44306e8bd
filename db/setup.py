"""A server's tables are made and upgraded by Alembic, in one transaction, by one program at a time."""

from __future__ import annotations

from sqlalchemy import Connection

from db.address import Address
from db.engine import open_engine
from db.errors import Missing, Outdated
from db.server import asking, identify
from db.steps import migrate

__all__ = ["prepare_server"]


def prepare_server(address: Address) -> str:
    """Make or upgrade what is needed: `created`, `upgraded` or `current`."""
    if _looked(address) == "current":
        return "current"
    engine = open_engine(address)
    try:
        with engine.begin() as connection:
            return _migrated(connection, address.place)
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
