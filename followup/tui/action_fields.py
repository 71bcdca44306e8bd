"""One stored action field by field: the words beside how they are understood today, rounds, doubts and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.questions import standing
from followup.present.card import action_card
from followup.present.dates import distance_words
from followup.present.drafts import when_reading
from followup.present.owners import long_owners
from followup.tui.review_lines import follow_up_reading
from followup.tui.widgets.field_list import FieldLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.domain.actions import Action
    from followup.phrases.book import Phrases
    from followup.present.card import Card
    from followup.present.history import Entry
    from followup.present.told import Told
    from followup.tui.view import View

DOUBT = "doubt:"
MOST_CALENDARS = 12
"""So many owners' calendars are told of; the rest are counted."""


def action_fields(
    view: View,
    action: Action,
    entries: Iterable[Entry] | None,
    phrases: Phrases,
    told: Iterable[Told] | None = None,
) -> list[FieldLine]:
    """Give the action's fields; `entries` is its history and `told` its ledger, None while that is not read yet."""
    card = action_card(view.snapshot, action, view.today, phrases)
    return [
        *_promised(view, action, card, phrases),
        *_doubts(card, phrases),
        *_rounds(card, phrases),
        *_calendars(told, phrases),
        *_history(entries, phrases),
    ]


def _promised(view: View, action: Action, card: Card, phrases: Phrases) -> Iterator[FieldLine]:
    now = standing(view.snapshot, action, view.today)
    said = {line.key: line for line in card.lines}
    far = distance_words(action.due.end, view.today, phrases) if action.due.end else ""
    due = ", ".join(part for part in (when_reading(action.due, phrases), far) if part)
    owners = {
        part: long_owners(view.snapshot, getattr(action, part), view.today)
        for part in ("responsible", "follow_up_responsible")
    }
    urgent = {"due": "late" if now.overdue else "soon" if now.due_soon else ""}
    fields = (
        ("requirement", action.requirement, ""),
        ("measure", action.measure, ""),
        ("area", card.heading, ""),
        ("status", said["status"].text, ""),
        ("due", action.due.text, due),
        ("responsible", action.responsible_text, owners["responsible"]),
        ("follow_up", action.follow_up_text, follow_up_reading(action, phrases)),
        ("follow_up_responsible", action.follow_up_responsible_text, owners["follow_up_responsible"]),
    )
    for name, text, reading in fields:
        tone = urgent.get(name, "") if text else "quiet"
        yield FieldLine(name, _name(name, phrases), text or "–", f"→ {reading}" if reading else "", tone)
    if "next" in said:
        tone = "late" if now.follow_up_overdue else "soon" if now.follow_up_due else ""
        yield FieldLine("next", _name("next", phrases), said["next"].text, tone=tone)


def _name(name: str, phrases: Phrases) -> str:
    return phrases(f"tui.card.{name}" if phrases.has(f"tui.card.{name}") else f"field.{name}")


def _doubts(card: Card, phrases: Phrases) -> Iterator[FieldLine]:
    if card.doubts:
        yield FieldLine("", phrases("field.doubts"), heading=True)
    for line in card.doubts:
        yield FieldLine(DOUBT + line.key, line.label, f"? {line.text}", phrases("tui.action.tick"), "soon")


def _rounds(card: Card, phrases: Phrases) -> Iterator[FieldLine]:
    if card.rounds:
        yield FieldLine("", phrases("tui.card.rounds"), heading=True)
    for line in card.rounds:
        tone = str(line.tone) if str(line.tone) in {"late", "soon", "done"} else ""
        yield FieldLine("", line.label, line.text, tone=tone)


def _calendars(told: Iterable[Told] | None, phrases: Phrases) -> Iterator[FieldLine]:
    if told is None:
        return
    from followup.present.told_by_owner import calendar_lines

    lines = calendar_lines(told, phrases)
    yield FieldLine("", phrases("tui.calendars.title"), heading=True)
    if not lines:
        yield FieldLine("", "", phrases("tui.calendars.nobody"), tone="quiet")
    for line in lines[:MOST_CALENDARS]:
        yield FieldLine("", line.who, line.says, line.how, "soon" if line.is_old else "")
    if len(lines) > MOST_CALENDARS:
        yield FieldLine("", "", phrases("tui.calendars.more", n=len(lines) - MOST_CALENDARS), tone="quiet")


def _history(entries: Iterable[Entry] | None, phrases: Phrases) -> Iterator[FieldLine]:
    if entries is None:
        return
    yield FieldLine("", phrases("tui.card.history"), heading=True)
    for entry in entries:
        changes = [f"{one.field}: {one.old or '–'} → {one.new or '–'}" for one in entry.told if one.field]
        note = [entry.quoted] if entry.note else []
        text = "\n".join([f"{entry.what}  {entry.by}".rstrip(), *note, *(" ".join(one.split()) for one in changes)])
        yield FieldLine("", f"{entry.day} {entry.time}", text, tone="quiet")
