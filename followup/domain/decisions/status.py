"""Decides on the doing clock: a status is given, with a note where the plan asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.actions import Action, Status
from followup.domain.changes import Change, Refused, refuse
from followup.domain.given import Decided, Given, change_fields

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.commands import MoveTo

NOTE_NEEDED = frozenset({Status.PAUSED, Status.DROPPED, Status.CLOSED})
ENDED = frozenset({Status.DONE, Status.DROPPED, Status.CLOSED})


def move_to(given: Given, command: MoveTo) -> Decided:
    """Give the status, its day and its note; the same status again without a note changes nothing."""
    action = given.action(command.action)
    if command.status is action.status and not command.note:
        return ()
    day = command.on or given.today
    return _refusal(action, command, day, given.today) or restate(action, command.status, day, command.note)


def restate(action: Action, status: Status, day: date, note: str) -> tuple[Change, ...]:
    """Give the changes of a status; a note on the same status does not move its day."""
    since = action.status_since if status is action.status else day
    return change_fields(action, status=status, status_since=since, status_note=note)


def _refusal(action: Action, command: MoveTo, day: date, today: date) -> Refused | None:
    if day > today:
        return refuse("day.in_future", day=day)
    if command.note.strip():
        return None
    if command.status in NOTE_NEEDED:
        return refuse("note.needed", label=action.label, status=command.status)
    if action.status in ENDED and command.status not in ENDED:
        return refuse("note.needed_to_reopen", label=action.label)
    return None
