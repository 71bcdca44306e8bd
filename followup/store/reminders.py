"""The calendar ledger between its rows and its values."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from followup.domain.reminders import Delivery, Reminder
from followup.store.quickly import maker

if TYPE_CHECKING:
    from db.reminders import DeliveryRow, ReminderRow
    from followup.store.from_rows import Row


_reminder = maker(Reminder)


@lru_cache(maxsize=4096)
def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def reminder_of(row: Row) -> Reminder:
    """Give the reminder of a row of `reminder`."""
    uid, action, kind, slot, language, told, sequence, created, modified, component, gone = row
    return _reminder(
        uid, action, kind, slot, language, told, sequence, _moment(created), _moment(modified), component, bool(gone)
    )


def delivery_of(row: Row) -> Delivery:
    """Give the delivery of a row of `delivery`."""
    _, uid, owner, channel, sequence, state, at = row
    return Delivery(uid, owner, channel, sequence, state, _moment(at))


def reminder_row(reminder: Reminder) -> ReminderRow:
    """Give a reminder as its row."""
    from db.reminders import ReminderRow

    return ReminderRow(
        uid=reminder.uid,
        action_id=reminder.action,
        kind=reminder.kind,
        slot=reminder.slot,
        language=reminder.language,
        hash=reminder.hash,
        sequence=reminder.sequence,
        created_at=reminder.created,
        modified_at=reminder.modified,
        component=reminder.component.decode(),
        withdrawn=reminder.withdrawn,
    )


def delivery_row(delivery: Delivery) -> DeliveryRow:
    """Give a delivery as its row."""
    from db.reminders import DeliveryRow

    return DeliveryRow(
        uid=delivery.uid,
        owner=delivery.owner,
        channel=delivery.channel,
        sequence=delivery.sequence,
        state=delivery.state,
        at=delivery.at,
    )
