"""Changes to rows: each field as the columns that hold it, and as the journal's JSON."""

from __future__ import annotations

from datetime import date
from json import dumps
from typing import TYPE_CHECKING, Any

from db.changes import RowChange, SetRow

if TYPE_CHECKING:
    from db.changes import Columns, Scalar
    from followup.domain.changes import Change, ChangeSet

_WHENS = frozenset({"due", "first", "agreed"})
_LISTS = frozenset({"responsible", "follow_up_responsible", "triggers", "doubts"})
_DAYS = frozenset({"document_date", "start", "end", "status_since", "window_start", "window_end", "held_on", "on_day"})
_NAMED = {"plan": "plan_id", "area": "area_id", "role": "role_id", "person": "person_id", "action": "action_id"}
_NAMED |= {"occasion": "occasion_id", "start": "start_on", "end": "end_on"}
_ABSENT = frozenset({"area_id", "occasion_id"})
"""References that are null, not empty, where there is none."""


def set_row(made: ChangeSet) -> SetRow:
    """Give a change set as the journal's row."""
    return SetRow(made.id, made.at, made.by, made.why, made.kind, made.undoes or None)


def row_change(change: Change) -> RowChange:
    """Give a change as the database takes it."""
    return RowChange(
        change.entity,
        change.id,
        change.field,
        _json(change, change.old),
        _json(change, change.new),
        _columns(change.field, change.old),
        _columns(change.field, change.new),
    )


def _json(change: Change, plain: Any) -> str | None:  # noqa: ANN401 - any plain value
    if plain is None and change.field is None:
        return None
    return compact(plain)


def compact(plain: Any) -> str:  # noqa: ANN401 - any plain value
    """Give the JSON text that is stored: short, with letters as they are."""
    return dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _columns(field: str | None, plain: Any) -> Columns | None:  # noqa: ANN401 - any plain value
    if field is not None:
        return field_columns(field, plain)
    if plain is None:
        return None
    whole: dict[str, Scalar] = {"version": 1}
    for name, value in plain.items():
        whole |= field_columns(name, value)
    return whole


def field_columns(field: str, plain: Any) -> dict[str, Scalar]:  # noqa: ANN401 - any plain value
    """Give one field's plain value as columns."""
    if field in _WHENS:
        return _when_columns(field, plain)
    if field in _LISTS:
        return {field: compact(plain)}
    column = _NAMED.get(field, field)
    if field in _DAYS:
        return {column: _day(plain)}
    return {column: None if column in _ABSENT and not plain else plain}


def _when_columns(field: str, plain: dict[str, Any]) -> dict[str, Scalar]:
    return {
        f"{field}_text": plain["text"],
        f"{field}_kind": plain["kind"],
        f"{field}_start": _day(plain["start"]),
        f"{field}_end": _day(plain["end"]),
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
