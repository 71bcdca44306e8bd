"""An action as one line of a list, and the count that stands above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.questions import Standing, standing
from followup.present.dates import short_window_words, when_words
from followup.present.owners import short_owners
from followup.present.tone import STATUS_SYMBOL, TONE_SYMBOL, Tone, mark_of, tone_of

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in a list: finished words, and the id and tone that a list needs.

    `text` is the requirement, or the measure where there is none; `more` is the measure beside a requirement.
    """

    id: str
    label: str
    area: str
    text: str
    more: str
    responsible: str
    due: str
    next: str
    status: str
    status_symbol: str
    mark: str
    tone_symbol: str
    tone: Tone


def action_row(snapshot: Snapshot, action: Action, today: date, phrases: Phrases) -> ActionRow:
    """Give an action as a line of a list."""
    now = standing(snapshot, action, today)
    tone = tone_of(action.status, now)
    mark = mark_of(now)
    area = snapshot.areas.get(action.area)
    return ActionRow(
        id=action.id,
        label=label_of(snapshot, action),
        area=area.code or area.name if area else "",
        text=" ".join((action.requirement or action.measure).split()),
        more=" ".join(action.measure.split()) if action.requirement else "",
        responsible=short_owners(snapshot, action.responsible, today),
        due=when_words(action.due, phrases),
        next=next_words(now, phrases),
        status=phrases(f"status.{action.status}"),
        status_symbol=STATUS_SYMBOL[action.status],
        mark=phrases(mark) if mark else "",
        tone_symbol=TONE_SYMBOL[tone],
        tone=tone,
    )


def label_of(snapshot: Snapshot, action: Action) -> str:
    """Give the label, with the plan's key before it when there are several plans."""
    return f"{snapshot.plans[action.plan].key}/{action.label}" if len(snapshot.plans) > 1 else action.label


def next_words(now: Standing, phrases: Phrases) -> str:
    """Give the window of the next follow-up, for a list."""
    return short_window_words(now.next.start, now.next.end, phrases) if now.next else ""
