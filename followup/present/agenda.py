"""What comes, by month: deadlines and follow-ups from today, and what should have been done before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.questions import OPEN, rounds_ahead
from followup.domain.rules import add_months
from followup.present.dates import short_window_words, when_words
from followup.present.owners import short_owners
from followup.present.rows import label_of
from followup.present.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that comes: the last day of its window decides its place; `kind` is "due" or "follow_up"."""

    day: date
    kind: str
    action: str
    label: str
    text: str
    when: str
    who: str
    tone: Tone


def agenda(
    snapshot: Snapshot, actions: Iterable[Action], today: date, months: int, phrases: Phrases
) -> tuple[Item, ...]:
    """Give what is late and what comes within so many months, by day."""
    until = add_months(today, months)
    found = [item for action in actions for item in _items(snapshot, action, today, until, phrases)]
    return tuple(sorted(found, key=lambda item: (item.day, item.label)))


def _items(snapshot: Snapshot, action: Action, today: date, until: date, phrases: Phrases) -> Iterator[Item]:
    label = label_of(snapshot, action)
    text = " ".join((action.requirement or action.measure).split())
    last = action.due.end
    if last is not None and action.status in OPEN and last <= until:
        who = short_owners(snapshot, action.responsible, today)
        words = when_words(action.due, phrases)
        yield Item(last, "due", action.id, label, text, words, who, _tone(action.due.first_day or last, last, today))
    for due in rounds_ahead(snapshot, action, today, until):
        who = short_owners(snapshot, action.follow_up_responsible, today)
        words = short_window_words(due.start, due.end, phrases)
        yield Item(due.end, "follow_up", action.id, label, text, words, who, _tone(due.start, due.end, today))


def _tone(start: date, end: date, today: date) -> Tone:
    return Tone.LATE if end < today else Tone.SOON if start <= today else Tone.CALM
