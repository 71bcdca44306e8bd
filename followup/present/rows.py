"""An action as one line of a list, and the count that stands above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.questions import Standing, standing
from followup.present.dates import when_words, window_words
from followup.present.owners import short_owners
from followup.present.tone import STATUS_SYMBOL, TONE_SYMBOL, Tone, mark_of, tone_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in a list: finished words, and the id and tone that a list needs."""

    id: str
    label: str
    area: str
    text: str
    responsible: str
    due: str
    next: str
    status: str
    status_symbol: str
    mark: str
    tone_symbol: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Summary:
    """How a plan stands in numbers; `by_status` has every status, also those that no action has."""

    total: int
    by_status: dict[str, int]
    overdue: int
    due_soon: int
    follow_up_due: int
    follow_up_overdue: int


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
    """Give the window of the next follow-up."""
    return window_words(now.next.start, now.next.end, phrases) if now.next else ""


def summarise(actions: Iterable[tuple[Action, Standing]]) -> Summary:
    """Count how the actions stand."""
    from followup.domain.actions import Status

    by_status = dict.fromkeys((str(status) for status in Status), 0)
    counts = [0, 0, 0, 0]
    for action, now in actions:
        by_status[action.status] += 1
        marks = (now.overdue, now.due_soon, now.follow_up_due, now.follow_up_overdue)
        counts = [count + mark for count, mark in zip(counts, marks, strict=True)]
    return Summary(sum(by_status.values()), by_status, *counts)


def summary_words(summary: Summary, phrases: Phrases) -> str:
    """Give the summary as one line, naming only what there is."""
    counted = ("overdue", "follow_up_overdue", "due_soon", "follow_up_due")
    urgent = [phrases.count(f"summary.{name}", getattr(summary, name)) for name in counted if getattr(summary, name)]
    total = phrases.count("summary.total", summary.total)
    return " · ".join([total, *(urgent or [phrases("summary.all_calm")])])
