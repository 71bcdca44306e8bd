"""What a change is to the database: the journal's JSON beside the same thing as columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.errors import Violated

__all__ = ["Columns", "RowChange", "Scalar", "SetRow", "refuse_unstorable"]

Scalar = str | int | date | None
Columns = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One change of one row.

    Attributes:
        entity, id: the table and the row.
        field: what changed, as the journal calls it; None when the whole row appears or disappears.
        old, new: JSON texts for the journal; None where there was, or will be, no row.
        before, after: the same as columns. With a field, only its columns, the same in both. Without one, every
            column of the row; `before` is None for a new row, `after` for one that goes. `version` is the database's
            own count: it may be given and is not read.
    """

    entity: str
    id: str
    field: str | None
    old: str | None
    new: str | None
    before: Columns | None
    after: Columns | None


@dataclass(frozen=True, slots=True)
class SetRow:
    """Who made a set of changes, when (an aware instant) and why; `undoes` is the id of the set it takes back."""

    id: str
    at: datetime
    by: str
    why: str
    kind: str
    undoes: str | None


def refuse_unstorable(change_set: SetRow, changes: Sequence[RowChange], place: str) -> None:
    """Refuse the one character that SQLite stores and cuts off at, and PostgreSQL does not store.

    Raises:
        Violated: a text holds NUL.
    """
    if any("\0" in text for text in _texts(change_set, changes)):
        raise Violated(place, "NUL in a text")


def _texts(change_set: SetRow, changes: Sequence[RowChange]) -> Iterator[str]:
    yield from (change_set.id, change_set.by, change_set.why)
    for change in changes:
        yield from (text for text in (change.id, change.field, change.old, change.new) if text)
        yield from (value for value in (change.after or {}).values() if isinstance(value, str))
