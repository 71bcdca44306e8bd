"""`followup move`: another date for an action, another date for its next follow-up, or another rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.domain.commands import ChangeRule, Command, MoveDue, MoveRound
from followup.domain.dates import When
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.exits import Exit
    from followup.cli.seat import Seat
    from followup.domain.actions import Action


def run(seat: Seat) -> Exit:
    """Move what was named."""
    asked = seat.asked
    action = seat.action(seat.desk.snapshot(), asked.label)
    commands: list[Command] = []
    if asked.due is not None:
        commands.append(MoveDue(action.id, _due(seat, asked.due), asked.why))
    if asked.follow_up is not None:
        commands.append(_follow_up(seat, action, asked.follow_up))
    if not commands:
        raise Misuse("move.nothing")
    return seat.tell(seat.desk.do(*commands))


def _due(seat: Seat, words: str) -> When:
    reading = seat.desk.typed(words)
    if reading.kind in {"not-a-date", "recurrence", "trigger"} or (reading.kind == "none" and words.strip()):
        raise Trouble("date.unreadable", text=words)
    return reading.when


def _follow_up(seat: Seat, action: Action, words: str) -> Command:
    """Read a rule ("varje år, först maj 2027") or a date for the next round ("mars 2027").

    What the words do not speak of stays: another cadence keeps the events that are waited for, and they it.
    """
    reading = seat.desk.typed(words)
    if reading.rule:
        first, triggers = reading.first or When.no_date(), reading.triggers or action.triggers
        return ChangeRule(action.id, words, reading.rule, first, triggers, seat.asked.why)
    if reading.triggers:
        return ChangeRule(action.id, words, action.rule, action.first, reading.triggers, seat.asked.why)
    if not reading.when.is_dated:
        raise Trouble("date.unreadable", text=words)
    return MoveRound(action.id, reading.when, seat.asked.why)
