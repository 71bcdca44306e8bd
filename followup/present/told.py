"""Who was told what, when and by which way: the ledger of reminders as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from followup.domain.reminders import Delivery, Reminder
    from followup.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Told:
    """One note of the ledger: `who` is a person's name, "" for the whole plan's calendar; `state` sent or withdrawn.

    `channel` is folder, hand, draft, mail, digest-draft, digest-mail or caldav:ADDRESS, `kind` due, follow-up or
    warning-N; `label` and `action` (id) are "" if the action is no more.
    """

    at: datetime
    who: str
    channel: str
    state: str
    action: str
    label: str
    kind: str
    sequence: int


def told_rows(
    snapshot: Snapshot, reminders: Iterable[Reminder], deliveries: Iterable[Delivery], action: str = ""
) -> tuple[Told, ...]:
    """Give the notes newest first; those of one action (id), if named."""
    known = {one.uid: one for one in reminders if action in ("", one.action)}
    rows = [_row(snapshot, known[one.uid], one) for one in deliveries if one.uid in known]
    return tuple(reversed(rows))


def _row(snapshot: Snapshot, reminder: Reminder, told: Delivery) -> Told:
    person, action = snapshot.people.get(told.owner), snapshot.actions.get(reminder.action)
    return Told(
        at=told.at,
        who=person.name if person else told.owner,
        channel=told.channel,
        state=told.state,
        action=action.id if action else "",
        label=action.label if action else "",
        kind=reminder.kind,
        sequence=told.sequence,
    )
