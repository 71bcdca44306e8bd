"""Why a row could not be changed: what somebody else made of it meanwhile.

Asked only after a statement missed, inside the same transaction; it must never write.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, UniqueConstraint, and_, select
from sqlalchemy.exc import IntegrityError

from db.changes import Columns, RowChange
from db.errors import Stale
from db.tables import TABLES

__all__ = ["is_conflict", "stale"]

SQLITE = ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_FOREIGNKEY")
POSTGRESQL = ("23505", "23503")


def is_conflict(error: IntegrityError) -> bool:
    """Whether another row is in the way: a key that is taken, a parent that went, a child that came."""
    name = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    return name in SQLITE or name in POSTGRESQL


def stale(connection: Connection, changes: Sequence[RowChange]) -> Stale:
    """The conflict of the first of these changes, all of one row, that does not fit what is stored."""
    first = changes[0]
    found = _stored(connection, first.entity, first.id)
    change = next((change for change in changes if not _fits(change, found)), first)
    if found is None:
        rival = _rival(connection, change) if change.before is None else None
        return _told(change, _json(rival), rival)
    seen = {name: found[name] for name in change.before or found}
    return _told(change, _last(connection, change) or _json(seen), seen)


def _told(change: RowChange, actual: str | None, found: Columns | None) -> Stale:
    return Stale(change.entity, change.id, change.field, change.old, actual, found)


def _stored(connection: Connection, entity: str, id: str) -> Columns | None:
    table = TABLES[entity]
    row = connection.execute(select(table).where(table.c.id == id)).mappings().first()
    return None if row is None else dict(row)


def _fits(change: RowChange, found: Columns | None) -> bool:
    if found is None or change.before is None:
        return found is None and change.before is None
    return all(found.get(name) == value for name, value in change.before.items() if name != "version")


def _rival(connection: Connection, change: RowChange) -> Columns | None:
    """The row that already has a key which a new row wants."""
    table, row = TABLES[change.entity], change.after or {}
    for rule in table.constraints:
        if isinstance(rule, UniqueConstraint):
            same = and_(*(column == row.get(column.name) for column in rule.columns))
            rival = connection.execute(select(table).where(same)).mappings().first()
            if rival is not None:
                return dict(rival)
    return None


def _last(connection: Connection, change: RowChange) -> str | None:
    """The value as the journal last wrote it, which is the caller's own form of it."""
    table = TABLES["change"]
    same = (table.c.entity == change.entity) & (table.c.entity_id == change.id)
    if change.field is None:
        return None
    said = select(table.c.new).where(same & (table.c.field == change.field)).order_by(table.c.id.desc())
    return connection.execute(said.limit(1)).scalar()


def _json(columns: Columns | None) -> str | None:
    """Columns as JSON: one alone as its value, several as an object, days as ISO text."""
    if columns is None:
        return None
    values: Mapping[str, object] = {name: _plain(value) for name, value in columns.items()}
    return json.dumps(_single(values.values()) if len(values) == 1 else values, ensure_ascii=False)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _single(values: Iterable[object]) -> object:
    return next(iter(values))
