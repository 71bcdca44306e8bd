"""The one door through which rows change: a change set is stored whole, with its journal, or not at all.

Each change carries the value it started from, and the statement that stores it hits a row only where that
value still stands: what makes undo possible is what detects a conflict. It must never write a row without
its journal, and never know what a column means.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, insert

from db.changes import RowChange, Scalar, SetRow, refuse_unstorable
from db.engine import place_of
from db.errors import naming
from db.rows import apply
from db.tables import TABLES

__all__ = ["RowChange", "Scalar", "SetRow", "commit"]


def commit(engine: Engine, change_set: SetRow, changes: Sequence[RowChange]) -> int:
    """Store a change set in one transaction, durable on return, and give its number.

    The changes are applied in their order, except that neighbours which all make rows, or all remove rows, are
    put in the order that the tables' references ask for. Each touched row's `version` grows by one.

    Raises:
        Stale: a row is no longer as a change says it was; nothing is stored.
        Violated: a change breaks a rule of the tables; nothing is stored.
        Locked, NotWritable, Full, Damaged, Unreachable: nothing is stored.
    """
    place = place_of(engine)
    refuse_unstorable(change_set, changes, place)
    with naming(place), engine.begin() as connection:
        number = _open_set(connection, change_set)
        apply(connection, changes)
        _write(connection, number, changes)
    return number


def _open_set(connection: Connection, change_set: SetRow) -> int:
    row = {name: getattr(change_set, name) for name in ("id", "at", "by", "why", "kind", "undoes")}
    key = connection.execute(insert(TABLES["change_set"]).values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def _write(connection: Connection, number: int, changes: Sequence[RowChange]) -> None:
    if changes:
        connection.execute(insert(TABLES["change"]), [_line(number, change) for change in changes])


def _line(number: int, change: RowChange) -> dict[str, str | int | None]:
    return {
        "set_number": number,
        "entity": change.entity,
        "entity_id": change.id,
        "field": change.field,
        "old": change.old,
        "new": change.new,
    }
