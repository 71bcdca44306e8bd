"""The ledger's rules: which UID an entry has for ever, when its sequence rises, and which component is still good.

A sequence only rises, also over a withdrawal, an undo and a clock turned back; what has not changed keeps its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from exports.ics import render_event
from followup.domain.reminders import Reminder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from exports.sheet import Event
    from followup.publishing.entries import Entry

NAMESPACE = UUID("0b8cbf7e-6a4e-5e0f-9a3b-5d1c4f2a7e61")
_FORMAT = "1"
"""Rises when the same event is written in other bytes, so that components kept from before are written anew."""


@lru_cache(maxsize=256)
def _namespace(plan: str) -> UUID:
    return uuid5(NAMESPACE, plan)


def uid_of(entry: Entry, language: str) -> str:
    """Give the UID of an entry; `language` is "" in the plan's own language, so that one UID has one content."""
    name = f"{entry.action.id}/{entry.kind}/{entry.slot}"
    return str(uuid5(_namespace(entry.action.plan), f"{name}/{language}" if language else name))


def fingerprint(event: Event) -> str:
    """Give a hash of all that a calendar is told of an event, but for its stamps."""
    alarms = [(alarm.days_before, alarm.hour, alarm.text) for alarm in event.alarms]
    days = (event.day.toordinal(), event.rule, [day.toordinal() for day in event.excluded])
    words = (event.summary, event.description, alarms, event.categories, event.private, event.url)
    return blake2b(repr((_FORMAT, days, words)).encode(errors="backslashreplace"), digest_size=16).hexdigest()


def revised(known: Reminder | None, entry: Entry, language: str, event: Event, now: datetime) -> Reminder:
    """Give the reminder that tells the event: the known one if it tells just that, else a new or a later one."""
    told = fingerprint(event)
    if known is not None and known.hash == told and not known.withdrawn:
        return known
    sequence = known.sequence + 1 if known else 0
    created = known.created if known else now.replace(microsecond=0)
    modified = max(now.replace(microsecond=0), known.modified if known else created)
    stamped = replace(event, created=created, modified=modified, sequence=sequence)
    component = render_event(stamped).decode()
    kept = (event.uid, entry.action.id, entry.kind, entry.slot, language)
    return Reminder(*kept, told, sequence, created, modified, component)


def withdrawn(known: Reminder, now: datetime) -> Reminder:
    """Give the reminder as one that stands in no calendar any more, with the sequence of the message that says so."""
    modified = max(now.replace(microsecond=0), known.modified)
    return replace(known, withdrawn=True, sequence=known.sequence + 1, modified=modified)


@dataclass(frozen=True)
class Ledger:
    """What calendars were told before: reminders by UID."""

    reminders: Mapping[str, Reminder]

    @classmethod
    def of(cls, reminders: Iterable[Reminder]) -> Ledger:
        """Give the ledger of these reminders."""
        return cls({one.uid: one for one in reminders})
