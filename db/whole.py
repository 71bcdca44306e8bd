"""Everything in, at once: an empty database is filled with the tables of another, journal and numbers included.

Rows are those of the read side, in the order of db.columns. It must never write into a database that holds anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, select, text

from db.address import Address, read
from db.columns import COLUMNS, DAYS, FLAGS, MOMENTS
from db.creation import create
from db.engine import open_engine, place_of
from db.errors import Occupied, naming
from db.reading import Reader, open_reader
from db.setup import prepare_server
from db.tables import TABLES

__all__ = ["NAMES", "copy_server", "everything", "fill", "fill_server"]

NAMES = (
    "plan", "area", "person", "role", "holding", "action", "round", "occasion",
    "change_set", "change", "reminder", "delivery",
)  # fmt: skip
"""The tables in an order that their references allow."""

COUNTED = {"change_set": "number", "change": "id", "delivery": "id"}
CHUNK = 10_000

Reading = Callable[[object], object]
"""From a value of the read side to one of the tables'."""


def everything(reader: Reader) -> dict[str, list[tuple[object, ...]]]:
    """All tables of a database, as one state."""
    with reader.snapshot():
        return {name: reader.table(name) for name in NAMES}


def fill(engine: Engine, tables: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """Fill an empty database in one transaction; tables that are not given stay empty.

    Raises:
        Occupied: it holds rows already; nothing was stored.
        Violated: a row breaks a rule of its table; nothing was stored.
        Locked, NotWritable, Full, Damaged, Unreachable: nothing was stored.
    """
    with naming(place_of(engine)), engine.begin() as connection:
        if any(_holds(connection, name) for name in NAMES):
            raise Occupied(place_of(engine))
        for name in NAMES:
            _insert(connection, name, tables.get(name, ()))
        if connection.dialect.name == "postgresql":
            _count_on(connection)


def _holds(connection: Connection, name: str) -> bool:
    return connection.execute(select(TABLES[name]).limit(1)).first() is not None


def _insert(connection: Connection, name: str, rows: Sequence[Sequence[object]]) -> None:
    readings = [(column, _reading(column)) for column in COLUMNS[name]]
    for start in range(0, len(rows), CHUNK):
        part = [_as_columns(readings, row) for row in rows[start : start + CHUNK]]
        connection.execute(insert(TABLES[name]), part)


def _as_columns(readings: Sequence[tuple[str, Reading]], row: Sequence[object]) -> dict[str, object]:
    pairs = zip(readings, row, strict=True)
    return {column: None if value is None else reading(value) for (column, reading), value in pairs}


def _reading(column: str) -> Reading:
    if column in DAYS:
        return lambda value: date.fromisoformat(str(value))
    if column in MOMENTS:
        return lambda value: datetime.fromisoformat(str(value))
    return bool if column in FLAGS else _as_it_is


def _as_it_is(value: object) -> object:
    return value


def _count_on(connection: Connection) -> None:
    """Let the server's own numbers go on from the highest."""
    for name, column in COUNTED.items():
        highest = connection.execute(select(func.max(TABLES[name].c[column]))).scalar()
        if highest is not None:
            sequence = text("SELECT setval(pg_get_serial_sequence(:name, :column), :highest)")
            connection.execute(sequence, {"name": name, "column": column, "highest": highest})


def copy_server(address: Address, path: str) -> None:
    """Copy a server's database into an empty file."""
    create(path)
    with open_reader(address) as reader:
        fill(open_engine(read(path)), everything(reader))


def fill_server(address: Address, source: Path) -> None:
    """Fill a server's empty database from a file."""
    prepare_server(address)
    engine = open_engine(address)
    try:
        with open_reader(read(str(source))) as reader:
            fill(engine, everything(reader))
    finally:
        engine.dispose()
