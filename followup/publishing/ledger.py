"""The ledger's rules: which UID an entry has for ever, when its sequence rises, and which component is still good.

A sequence only rises, also over a withdrawal, an undo and a clock turned back; what has not changed keeps its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha1
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from exports.ics import render_event
from followup.domain.reminders import Reminder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from exports.sheet import Event
    from followup.publishing.entries import Entry

NAMESPACE = UUID("0b8cbf7e-6a4e-5e0f-9a3b-5d1c4f2a7e61")


Identity = tuple[str, str, str, str, str]
"""What a reminder is for ever: UID, action (id), kind, slot, language."""


@lru_cache(maxsize=256)
def _namespace(plan: str) -> bytes:
    return uuid5(NAMESPACE, plan).bytes


def uid_of(entry: Entry, language: str) -> str:
    """Give the UID of an entry; `language` is "" in the plan's own language, so that one UID has one content.

    It is the UUID of version 5 (RFC 9562 5.5) of action, kind and slot in the plan's namespace.
    """
    name = f"{entry.action.id}/{entry.kind}/{entry.slot}"
    said = f"{name}/{language}" if language else name
    made = int.from_bytes(sha1(_namespace(entry.action.plan) + said.encode(), usedforsecurity=False).digest()[:16])
    text = f"{made & ~(0xF << 76) & ~(0x3 << 62) | (5 << 76) | (2 << 62):032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@dataclass(frozen=True)
class Ledger:
    """What calendars were told before: reminders by UID."""

    reminders: Mapping[str, Reminder]

    @classmethod
    def of(cls, reminders: Iterable[Reminder]) -> Ledger:
        """Give the ledger of these reminders."""
        return cls({one.uid: one for one in reminders})

    @cached_property
    def uids(self) -> Mapping[tuple[str, str, str, str], str]:
        """The UIDs by what they stand for: action (id), kind, slot, language."""
        return {(one.action, one.kind, one.slot, one.language): one.uid for one in self.reminders.values()}

    def uid(self, entry: Entry, language: str) -> str:
        """Give the UID of an entry, from the ledger where it is known."""
        return self.uids.get((entry.action.id, entry.kind, entry.slot, language)) or uid_of(entry, language)

    def has_other_owners(self, uid: str, people: frozenset[str]) -> bool:
        """Say whether a reminder that stands in calendars has changed hands; `people` are ids."""
        known = self.reminders.get(uid)
        return known is not None and not known.withdrawn and _owners_of(known) != _marked(people)

    def revised(
        self, identity: Identity, people: frozenset[str], facts: str, event: Callable[[], Event], now: datetime
    ) -> Reminder:
        """Give the reminder that tells the event: the known one if it tells just that, else a new or a later one.

        `facts` is a hash of all that the event is made of: the event is made only when it differs. The sequence rises
        when what is told has changed, and when it changes hands, for then somebody is told that it is gone.
        """
        known = self.reminders.get(identity[0])
        told = f"{facts}.{_marked(people)}"
        if known is None:
            born = now.replace(microsecond=0)
            return Reminder(*identity, told, 0, born, born, _text(event(), 0, born, born))
        if known.hash == told and not known.withdrawn:
            return known
        made = event()
        same = not known.withdrawn and _owners_of(known) == _marked(people)
        if same and _text(made, known.sequence, known.created, known.modified) == known.component:
            return replace(known, hash=told)
        return _later(replace(known, hash=told), made, now)


@lru_cache(maxsize=4096)
def _marked(people: frozenset[str]) -> str:
    return sha1("".join(sorted(people)).encode(), usedforsecurity=False).hexdigest()[:8]


def _owners_of(known: Reminder) -> str:
    return known.hash.rpartition(".")[2]


def _later(known: Reminder, event: Event, now: datetime) -> Reminder:
    modified = max(now.replace(microsecond=0), known.modified)
    sequence = known.sequence + 1
    component = _text(event, sequence, known.created, modified)
    return replace(known, sequence=sequence, modified=modified, component=component, withdrawn=False)


def _text(event: Event, sequence: int, created: datetime, modified: datetime) -> bytes:
    return render_event(replace(event, created=created, modified=modified, sequence=sequence))


def withdrawn(known: Reminder, now: datetime) -> Reminder:
    """Give the reminder as one that stands in no calendar any more, with the sequence of the message that says so."""
    modified = max(now.replace(microsecond=0), known.modified)
    return replace(known, withdrawn=True, sequence=known.sequence + 1, modified=modified)
