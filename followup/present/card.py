"""One action whole: everything that is known of it, as sections of labelled lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.actions import Action, Result, Round
from followup.domain.questions import Standing, rounds_ahead, standing
from followup.domain.rules import add_months
from followup.present.area_words import area_words
from followup.present.dates import day_words, distance_words, when_words, window_words
from followup.present.doubts import doubt_words, doubted_field
from followup.present.owners import long_owners
from followup.present.rows import label_of
from followup.present.rules import rule_words
from followup.present.tone import STATUS_SYMBOL, Tone, mark_of, tone_of

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases

ROUNDS_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what it says; `key` is the field's name, `tone` how urgent it is."""

    key: str
    label: str
    text: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class Card:
    """One action whole: heading, running texts, and labelled lines."""

    id: str
    label: str
    heading: str
    tone: Tone
    mark: str
    status: str
    lines: tuple[Line, ...]
    requirement: str
    measure: str
    rounds: tuple[Line, ...]
    doubts: tuple[Line, ...]


def action_card(snapshot: Snapshot, action: Action, today: date, phrases: Phrases) -> Card:
    """Give an action whole."""
    now = standing(snapshot, action, today)
    mark = mark_of(now)
    area = snapshot.areas.get(action.area)
    return Card(
        id=action.id,
        label=label_of(snapshot, action),
        heading=area_words(area.title, area.grade, phrases) if area else "",
        tone=tone_of(action.status, now),
        mark=phrases(mark) if mark else "",
        status=f"{STATUS_SYMBOL[action.status]} {phrases(f'status.{action.status}')}",
        lines=_lines(snapshot, action, now, today, phrases),
        requirement=action.requirement,
        measure=action.measure,
        rounds=_held_rounds(snapshot, action, phrases) + _rounds_ahead(snapshot, action, today, phrases),
        doubts=_doubts(action, phrases),
    )


def _lines(snapshot: Snapshot, action: Action, now: Standing, today: date, phrases: Phrases) -> tuple[Line, ...]:
    said = (
        ("status", _status_text(action, phrases), Tone.CALM),
        ("due", _due_text(action, today, phrases), _due_tone(now)),
        ("responsible", long_owners(snapshot, action.responsible, today), Tone.CALM),
        ("follow_up", action.follow_up_text or rule_words(action.rule, phrases), Tone.CALM),
        ("next", _next_text(now, today, phrases), _next_tone(now)),
        ("last", _last_text(now, phrases), Tone.CALM),
        ("triggers", "; ".join(action.triggers), Tone.CALM),
        ("follow_up_responsible", long_owners(snapshot, action.follow_up_responsible, today), Tone.CALM),
    )
    return tuple(Line(key, phrases(f"field.{key}"), text, tone) for key, text, tone in said if text)


def _status_text(action: Action, phrases: Phrases) -> str:
    status, day = phrases(f"status.{action.status}"), day_words(action.status_since, phrases)
    since = phrases("card.since", status=status, day=day)
    return f"{since}: {action.status_note}" if action.status_note else since


def _due_text(action: Action, today: date, phrases: Phrases) -> str:
    words = when_words(action.due, phrases)
    if not action.due.end or not words:
        return words or phrases("date.none")
    return f"{words} ({distance_words(action.due.end, today, phrases)})"


def _due_tone(now: Standing) -> Tone:
    return Tone.LATE if now.overdue else Tone.SOON if now.due_soon else Tone.CALM


def _next_text(now: Standing, today: date, phrases: Phrases) -> str:
    if now.next is None:
        return ""
    near = now.next.start if now.next.start > today else now.next.end
    return f"{window_words(now.next.start, now.next.end, phrases)} ({distance_words(near, today, phrases)})"


def _next_tone(now: Standing) -> Tone:
    return Tone.LATE if now.follow_up_overdue else Tone.SOON if now.follow_up_due else Tone.CALM


def _last_text(now: Standing, phrases: Phrases) -> str:
    return f"{day_words(now.last.on, phrases)}: {phrases(f'result.{now.last.result}')}" if now.last else ""


def _held_rounds(snapshot: Snapshot, action: Action, phrases: Phrases) -> tuple[Line, ...]:
    held = [one for one in snapshot.rounds_of.get(action.id, ()) if one.result]
    return tuple(_held_line(one, phrases) for one in sorted(held, key=lambda one: str(one.held_on)))


def _held_line(one: Round, phrases: Phrases) -> Line:
    text = " · ".join(part for part in (phrases(f"result.{one.result}"), one.note, one.held_by, one.evidence) if part)
    tone = Tone.LATE if one.result is Result.REMAINS else Tone.DONE
    return Line(one.key, day_words(one.held_on or one.window_start, phrases), text, tone)


def _rounds_ahead(snapshot: Snapshot, action: Action, today: date, phrases: Phrases) -> tuple[Line, ...]:
    coming = rounds_ahead(snapshot, action, today, add_months(today, 60))[:ROUNDS_AHEAD]
    return tuple(
        Line(
            due.key,
            window_words(due.start, due.end, phrases),
            distance_words(due.start if due.start > today else due.end, today, phrases),
            Tone.LATE if due.end < today else Tone.SOON if due.start <= today else Tone.CALM,
        )
        for due in coming
    )


def _doubts(action: Action, phrases: Phrases) -> tuple[Line, ...]:
    return tuple(
        Line(
            f"{doubt.field}/{doubt.code}",
            doubted_field(doubt.field, phrases),
            _doubt_text(doubt.code, doubt.text, phrases),
        )
        for doubt in action.doubts
        if not doubt.ticked_by
    )


def _doubt_text(code: str, words: str, phrases: Phrases) -> str:
    said = doubt_words(code, phrases)
    return f"{said}: {words}" if words else said
