"""Decides on the checking clock: rounds held or moved, and events that open rounds of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from followup.domain.actions import Action, Occasion, Result, Round, Status
from followup.domain.changes import Change, Refused, refuse
from followup.domain.dates import When
from followup.domain.decisions.status import restate
from followup.domain.given import Decided, Given, appear, change_fields
from followup.domain.questions import EXTRA_KEY, OVER, RoundDue, next_round, round_for, waits_for
from followup.domain.rules import Window

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.commands import MoveRound, NoteOccasion, RecordRound


def record_round(given: Given, command: RecordRound) -> Decided:
    """Note a round as held; a shortcoming that remains reopens an action reported done.

    A round is skipped in advance or afterwards: it is always the one that waits.
    """
    action = given.action(command.action)
    day = command.on or given.today
    refusal = _refusal(given, action, command, day)
    if refusal:
        return refusal
    skipped = command.result is Result.SKIPPED
    due = next_round(given.snapshot, action, day) if skipped else round_for(given.snapshot, action, day)
    if skipped and due is None:
        return refuse("round.none", label=action.label)
    held = _held(given, action, command, due or _extra(given, action, day), day)
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


def _held(given: Given, action: Action, command: RecordRound, due: RoundDue, day: date) -> tuple[Change, ...]:
    said = {
        "held_on": day,
        "result": command.result,
        "note": command.note,
        "held_by": command.held_by,
        "evidence": command.evidence,
    }
    return _touch(given, action, due, **said)


def _touch(given: Given, action: Action, due: RoundDue, **said: Any) -> tuple[Change, ...]:  # noqa: ANN401 - any field
    """Give the changes that say this of a round, which is stored only from now on."""
    stored = _stored(given, action, due.key)
    if stored:
        return change_fields(stored, **said)
    start, end = due.scheduled.start, due.scheduled.end
    fresh = Round(given.new_id(), action.id, due.key, start, end, When.no_date(), occasion=due.occasion)
    return (appear(replace(fresh, **said)),)


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
    if not command.agreed.is_dated:
        return refuse("date.unreadable", text=command.agreed.text)
    return _touch(given, action, due, agreed=command.agreed)


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
