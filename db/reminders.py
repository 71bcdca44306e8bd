"""The calendar ledger: which reminder stands where, and what was sent.

It is a record of what calendars were told, not of the plan, so its rows may be updated and no journal follows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, Table, insert

from db.engine import place_of
from db.errors import naming
from db.tables import TABLES

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

__all__ = ["DeliveryRow", "ReminderRow", "record"]


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """One reminder as it stands; instants are aware, `component` is the rendered VEVENT."""

    uid: str
    action_id: str
    kind: str
    slot: str
    language: str
    hash: str
    sequence: int
    created_at: datetime
    modified_at: datetime
    component: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A reminder sent or withdrawn; `owner` is a person's id, or empty for the file of the whole plan."""

    uid: str
    owner: str
    channel: str
    sequence: int
    state: str
    at: datetime


def record(engine: Engine, reminders: Sequence[ReminderRow], deliveries: Sequence[DeliveryRow] = ()) -> None:
    """Store reminders, new or changed, and what was sent, in one transaction.

    Raises:
        Violated: a row breaks a rule of its table; nothing is stored.
        Locked, NotWritable, Full, Damaged, Unreachable: nothing is stored.
    """
    with naming(place_of(engine)), engine.begin() as connection:
        if reminders:
            _keep(connection, reminders)
        if deliveries:
            connection.execute(insert(TABLES["delivery"]), [asdict(row) for row in deliveries])


def _keep(connection: Connection, reminders: Sequence[ReminderRow]) -> None:
    statement = _upsert(connection)(TABLES["reminder"])
    told = {column.name: column for column in statement.excluded if column.name != "uid"}
    rows = [asdict(row) for row in reminders]
    connection.execute(statement.on_conflict_do_update(index_elements=["uid"], set_=told), rows)


def _upsert(connection: Connection) -> Callable[[Table], sqlite.Insert | postgresql.Insert]:
    """The INSERT of this database that can also update; the other one's dialect would only cost its loading."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as upsert_in_file

        return upsert_in_file
    from sqlalchemy.dialects.postgresql import insert as upsert_on_server

    return upsert_on_server
