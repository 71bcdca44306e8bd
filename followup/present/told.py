"""Who was told what, when and by which way: the ledger of reminders as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from followup.domain.reminders import Delivery, Reminder
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases


@dataclass(frozen=True, slots=True)
class Told:
    """One note of the ledger: `who` is a person's name, "" for the whole plan's calendar; `state` sent or withdrawn.

    `channel` is folder, hand, draft, mail, digest-draft, digest-mail or caldav:ADDRESS, `kind` due, follow-up or
    warning-N; `day` is where it stands in the calendar, the first one if it `recurs`; `is_old` tells that it has been
    drawn up anew since. `label` and `action` (id) are "" if the action is no more.
    """

    at: datetime
    who: str
    channel: str
    state: str
    action: str
    label: str
    kind: str
    sequence: int
    day: date | None = None
    recurs: bool = False
    is_old: bool = False


def told_rows(
    snapshot: Snapshot, reminders: Iterable[Reminder], deliveries: Iterable[Delivery], action: str = ""
) -> tuple[Told, ...]:
    """Give the notes newest first; those of one action (id), if named."""
    known = {one.uid: one for one in reminders if action in ("", one.action)}
    rows = [_row(snapshot, known[one.uid], one) for one in deliveries if one.uid in known]
    return tuple(reversed(rows))


def told_lines(rows: Iterable[Told], phrases: Phrases) -> list[str]:
    """Give the notes as lines: when, which action, what, to whom, by which way, sent or withdrawn."""
    return [_line(row, phrases) for row in rows]


def _line(row: Told, phrases: Phrases) -> str:
    way, _, place = row.channel.partition(":")
    warned = row.kind.startswith("warning")
    return phrases(
        f"calendar.told.{row.state}",
        when=f"{row.at.astimezone():%Y-%m-%d %H:%M}",
        label=row.label or "–",
        what=phrases(f"calendar.told.{'warning' if warned else row.kind.replace('-', '_')}"),
        who=row.who or phrases("calendar.told.plan"),
        way=phrases(f"calendar.told.{way.replace('-', '_')}", place=place),
    )


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
        day=_day_of(reminder.component),
        recurs=b"\nRRULE" in reminder.component,
        is_old=told.sequence < reminder.sequence,
    )


def _day_of(component: bytes) -> date | None:
    """Give the day that an entry of a calendar begins on (RFC 5545, DTSTART), None where it has none."""
    from datetime import date

    said = next((line for line in component.splitlines() if line.startswith(b"DTSTART")), b"").rpartition(b":")[2][:8]
    try:
        return date.fromisoformat(said.decode()) if said else None
    except ValueError:
        return None
