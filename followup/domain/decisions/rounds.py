"""Decides on the checking clock: rounds held or moved, and events that open rounds of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.actions import Action, Occasion, Result, Round, Status
from followup.domain.changes import Change, Refused, refuse
from followup.domain.dates import When
from followup.domain.decisions.given import Decided, Given, appear, change_fields
from followup.domain.decisions.status import restate
from followup.domain.questions import EXTRA_KEY, OVER, RoundDue, next_round, round_for, waits_for
from followup.domain.rules import Window

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.commands import MoveRound, NoteOccasion, RecordRound


def record_round(given: Given, command: RecordRound) -> Decided:
    """Note a round as held; a shortcoming that remains reopens an action reported done."""
    action = given.action(command.action)
    day = command.on or given.today
    refusal = _refusal(given, action, command, day)
    if refusal:
        return refusal
    held = _held(given, action, command, day)
    return held + (restate(action, Status.IN_PROGRESS, day, command.note) if _reopens(action, command) else ())


def _reopens(action: Action, command: RecordRound) -> bool:
    return command.result is Result.REMAINS and action.status is Status.DONE


def _refusal(given: Given, action: Action, command: RecordRound, day: date) -> Refused | None:
    if day > given.today:
        return refuse("day.in_future", day=day)
    if action.status in OVER:
        return refuse("round.over", label=action.label, status=action.status)
    if _reopens(action, command) and not command.note.strip():
        return refuse("note.needed_to_reopen", label=action.label)
    return None


def _held(given: Given, action: Action, command: RecordRound, day: date) -> tuple[Change, ...]:
    due = round_for(given.snapshot, action, day) or _extra(given, action, day)
    stored = _stored(given, action, due.key)
    changed = change_fields(
        stored or _touched(given, action, due),
        held_on=day,
        result=command.result,
        note=command.note,
        held_by=command.held_by,
        evidence=command.evidence,
    )
    return changed if stored else (appear(_touched(given, action, due, changed)),)


def _touched(given: Given, action: Action, due: RoundDue, changed: tuple[Change, ...] = ()) -> Round:
    from dataclasses import replace

    from followup.domain.records import read_field

    start, end = due.scheduled.start, due.scheduled.end
    fresh = Round(given.new_id(), action.id, due.key, start, end, When.no_date(), occasion=due.occasion)
    return replace(fresh, **{str(one.field): read_field(str(one.field), one.new) for one in changed})


def _stored(given: Given, action: Action, key: str) -> Round | None:
    return next((one for one in given.snapshot.rounds_of.get(action.id, ()) if one.key == key), None)


def _extra(given: Given, action: Action, day: date) -> RoundDue:
    stem = f"{EXTRA_KEY}{day}"
    taken = sum(one.key.startswith(stem) for one in given.snapshot.rounds_of.get(action.id, ()))
    key = f"{stem}:{taken + 1}" if taken else stem
    return RoundDue(key, Window(key, day, day), day, day)


def move_round(given: Given, command: MoveRound) -> Decided:
    """Agree on another date for the round that waits; its scheduled window stays beside it."""
    action = given.action(command.action)
    due = next_round(given.snapshot, action, given.today)
    if not command.why.strip():
        return refuse("why.needed", label=action.label)
    if due is None:
        return refuse("round.none", label=action.label)
    stored = _stored(given, action, due.key)
    if stored:
        return change_fields(stored, agreed=command.agreed)
    fresh = _touched(given, action, due)
    changed = change_fields(fresh, agreed=command.agreed)
    return (appear(_touched(given, action, due, changed)),)


def note_occasion(given: Given, command: NoteOccasion) -> Decided:
    """Note that an event happened that some action of the plan waits for."""
    if command.on > given.today:
        return refuse("day.in_future", day=command.on)
    own = [action for action in given.snapshot.actions.values() if action.plan == command.plan]
    if not command.trigger.strip() or not any(waits_for(action, command.trigger) for action in own):
        known = dict.fromkeys(trigger for action in own for trigger in action.triggers)
        return refuse("trigger.unknown", trigger=command.trigger, known="; ".join(known))
    occasion = Occasion(given.new_id(), command.plan, command.trigger.strip(), command.on, command.note)
    return (appear(occasion),)
