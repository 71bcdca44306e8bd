"""A PostgreSQL database: asked through SQLAlchemy with the read side's own SQL, and made or upgraded by Alembic.

Loaded only when the address names a server.
"""

from __future__ import annotations

from _thread import RLock
from collections.abc import Iterator

from sqlalchemy import Connection, Engine, create_engine, text

from db.address import Address
from db.columns import DAYS, FLAGS, MOMENTS
from db.engine import manners, url_of
from db.errors import Missing, NotOurs, TooNew
from db.identity import schema_of, weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from db.source import Row, Values

__all__ = ["Server", "asking", "identify"]

ASKS = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""One state for as long as a transaction lasts, and no way to write."""


class Server:
    """A server's database that can be asked."""

    def __init__(self, address: Address) -> None:
        self.place = address.place
        self.lock = RLock()
        self._engine = asking(address)
        self._held: Connection | None = None
        try:
            with self._engine.connect() as connection:
                identify(connection, self.place)
        except BaseException:
            self._engine.dispose()
            raise

    def rows(self, sql: str, values: Values) -> list[Row]:
        """What a query gives."""
        if self._held is not None:
            return _rows(self._held, sql, values)
        with self._engine.connect() as connection:
            return _rows(connection, sql, values)

    def each(self, sql: str, values: Values) -> Iterator[Row]:
        """The same row by row; the driver holds them all anyway."""
        return iter(self.rows(sql, values))

    def shown(self, name: str, column: str) -> str:
        """The SQL that gives a column as a file gives it."""
        if name in MOMENTS:
            return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24\\:MI\\:SS.US\"Z\"')"
        if name in DAYS:
            return f"to_char({column}, 'YYYY-MM-DD')"
        return f"CAST({column} AS integer)" if name in FLAGS else column

    def octets(self, column: str) -> str:
        """The SQL that gives a text as its bytes."""
        return f"convert_to({column}, 'UTF8')"

    def begin(self) -> None:
        """Hold the state as it is now."""
        self._held = self._engine.connect()
        self._held.execute(text("SELECT 1"))

    def end(self) -> None:
        """Let the state go."""
        if self._held is not None:
            self._held.close()
        self._held = None

    def token(self) -> tuple[int, int]:
        """The newest change set: a server does not tell of other commits."""
        found = self.rows('SELECT coalesce(max("number"), 0) FROM "change_set"', {})
        return 0, int(found[0][0])

    def close(self) -> None:
        """Let the server go."""
        self.end()
        self._engine.dispose()


def asking(address: Address) -> Engine:
    """An engine that can only read."""
    url = url_of(address)
    engine = create_engine(url, pool_size=1, pool_pre_ping=True, connect_args=manners(url))
    return engine.execution_options(**ASKS)


def _rows(connection: Connection, sql: str, values: Values) -> list[Row]:
    return [tuple(row) for row in connection.execute(text(sql), dict(values))]


def identify(connection: Connection, place: str) -> None:
    """Let only a database of this program and this schema through.

    Raises:
        Missing: there is no table in the schema.
        NotOurs, TooNew, Outdated: as they say.
    """
    tables = {row[0] for row in connection.execute(text(TABLES_THERE))}
    if not tables:
        raise Missing(place)
    if not {"alembic_version", "change_set", "change", "action"} <= tables:
        raise NotOurs(place)
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    schema = schema_of(str(revision))
    if schema is None:
        raise TooNew(place, f"schema {revision}")
    weigh(schema, place)


TABLES_THERE = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
