"""The columns that the read side gives, in order: a row is a tuple of exactly these.

Written out rather than asked of SQLModel, whose import a status line must not pay; a test pins them to the tables.
"""

from __future__ import annotations

__all__ = [
    "ACTION_COLUMNS",
    "AREA_COLUMNS",
    "CHANGE_COLUMNS",
    "CHANGE_SET_COLUMNS",
    "COLUMNS",
    "DAYS",
    "DELIVERY_COLUMNS",
    "FLAGS",
    "HISTORY_COLUMNS",
    "HOLDING_COLUMNS",
    "MOMENTS",
    "OCCASION_COLUMNS",
    "PERSON_COLUMNS",
    "PLAN_COLUMNS",
    "REMINDER_COLUMNS",
    "ROLE_COLUMNS",
    "ROUND_COLUMNS",
]

PLAN_COLUMNS = ("id", "key", "title", "unit", "review", "document_date", "source", "language", "version")
AREA_COLUMNS = ("id", "plan_id", "code", "name", "position", "grade", "version")
PERSON_COLUMNS = ("id", "name", "mail", "language", "version")
ROLE_COLUMNS = ("id", "plan_id", "name", "version")
HOLDING_COLUMNS = ("id", "role_id", "person_id", "start_on", "end_on", "version")
ACTION_COLUMNS = (
    "id",
    "plan_id",
    "area_id",
    "label",
    "position",
    "requirement",
    "measure",
    "status",
    "status_since",
    "status_note",
    "due_text",
    "due_kind",
    "due_start",
    "due_end",
    "responsible",
    "responsible_text",
    "follow_up_text",
    "rule",
    "first_text",
    "first_kind",
    "first_start",
    "first_end",
    "triggers",
    "follow_up_responsible",
    "follow_up_responsible_text",
    "doubts",
    "source",
    "version",
)
ROUND_COLUMNS = (
    "id",
    "action_id",
    "key",
    "window_start",
    "window_end",
    "agreed_text",
    "agreed_kind",
    "agreed_start",
    "agreed_end",
    "held_on",
    "result",
    "note",
    "held_by",
    "evidence",
    "occasion_id",
    "version",
)
OCCASION_COLUMNS = ("id", "plan_id", "trigger", "on_day", "note", "version")
CHANGE_SET_COLUMNS = ("number", "id", "at", "by", "why", "kind", "undoes")
CHANGE_COLUMNS = ("id", "set_number", "entity", "entity_id", "field", "old", "new")
REMINDER_COLUMNS = (
    "uid",
    "action_id",
    "kind",
    "slot",
    "language",
    "hash",
    "sequence",
    "created_at",
    "modified_at",
    "component",
    "withdrawn",
)
DELIVERY_COLUMNS = ("id", "uid", "owner", "channel", "sequence", "state", "at")
HISTORY_COLUMNS = (*CHANGE_SET_COLUMNS, "entity", "entity_id", "field", "old", "new")
"""What Reader.history gives: the set's columns, then the change's own."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "plan": PLAN_COLUMNS,
    "area": AREA_COLUMNS,
    "person": PERSON_COLUMNS,
    "role": ROLE_COLUMNS,
    "holding": HOLDING_COLUMNS,
    "action": ACTION_COLUMNS,
    "round": ROUND_COLUMNS,
    "occasion": OCCASION_COLUMNS,
    "change_set": CHANGE_SET_COLUMNS,
    "change": CHANGE_COLUMNS,
    "reminder": REMINDER_COLUMNS,
    "delivery": DELIVERY_COLUMNS,
}

DAYS = frozenset(
    {
        "document_date",
        "start_on",
        "end_on",
        "status_since",
        "due_start",
        "due_end",
        "first_start",
        "first_end",
        "window_start",
        "window_end",
        "agreed_start",
        "agreed_end",
        "held_on",
        "on_day",
    }
)
"""Days, given as `2026-05-01`."""

FLAGS = frozenset({"withdrawn"})
"""Truth, given as 0 or 1."""

MOMENTS = frozenset({"at", "created_at", "modified_at"})
"""Instants, given as `2026-05-01T10:00:00.000000Z`."""
