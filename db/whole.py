"""Everything in, at once: an empty database is filled with the tables of another, journal and numbers included.

Rows are those of the read side, in the order of db.columns. It must never write into a database that holds anything.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, func, insert, select, text

from db.address import Address, read
from db.columns import COLUMNS, DAYS, FLAGS, MOMENTS
from db.creation import create
from db.engine import open_engine, place_of
from db.errors import Occupied, naming
from db.reading import Reader, open_reader
from db.setup import prepare_server
from db.steps import migrate_file
from db.tables import TABLES

__all__ = ["NAMES", "all_rows", "copy_server", "everything", "fill", "fill_server", "pour"]

NAMES = (
    "plan", "area", "person", "role", "holding", "action", "round", "occasion",
    "change_set", "change", "reminder", "delivery",
)  # fmt: skip
"""The tables in an order that their references allow."""

COUNTED = {"change_set": "number", "change": "id", "delivery": "id"}
CHUNK = 2_000

Reading = Callable[[object], object]
"""From a value of the read side to one of the tables'."""


def everything(reader: Reader) -> dict[str, list[tuple[object, ...]]]:
    """All tables of a database, as one state."""
    with reader.snapshot():
        return {name: reader.table(name) for name in NAMES}


def all_rows(reader: Reader) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every row of a database beside the name of its table, as one state, a page in memory at a time."""
    with reader.snapshot():
        for name in NAMES:
            for page in reader.pages(name):
                yield from ((name, row) for row in page)


def fill(engine: Engine, tables: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """Fill an empty database in one transaction; tables that are not given stay empty.

    Raises:
        Occupied: it holds rows already; nothing was stored.
        Violated: a row breaks a rule of its table; nothing was stored.
        Locked, NotWritable, Full, Damaged, Unreachable: nothing was stored.
    """
    pour(engine, ((name, row) for name in NAMES for row in tables.get(name, ())))


def pour(engine: Engine, rows: Iterable[tuple[str, Sequence[object]]]) -> None:
    """Fill an empty database with rows, each beside the name of its table, the tables in the order of NAMES.

    Raises:
        Occupied, Violated, Locked, NotWritable, Full, Damaged, Unreachable: as `fill`; nothing was stored.
        Anything that giving the rows raises: nothing was stored.
    """
    with naming(place_of(engine)), engine.begin() as connection:
        if any(_holds(connection, name) for name in NAMES):
            raise Occupied(place_of(engine))
        for name, own in groupby(rows, key=itemgetter(0)):
            _insert(connection, name, (row for _, row in own))
        if connection.dialect.name == "postgresql":
            _count_on(connection)


def _holds(connection: Connection, name: str) -> bool:
    return connection.execute(select(TABLES[name]).limit(1)).first() is not None


def _insert(connection: Connection, name: str, rows: Iterator[Sequence[object]]) -> None:
    readings = [(column, _reading(column)) for column in COLUMNS[name]]
    while part := [_as_columns(readings, row) for row in islice(rows, CHUNK)]:
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
        pour(open_engine(read(path)), all_rows(reader))


def fill_server(address: Address, source: Path) -> None:
    """Fill a server's empty database from a file, which may be of an older schema and stays as it is."""
    prepare_server(address)
    engine = open_engine(address)
    try:
        with TemporaryDirectory(prefix="followup-") as folder:
            newest = str(Path(folder) / source.name)
            shutil.copy(source, newest)
            migrate_file(newest)
            with open_reader(read(newest)) as reader:
                pour(engine, all_rows(reader))
    finally:
        engine.dispose()
