"""`followup move`: another date for an action, another date for its next follow-up, or another rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.commands import ChangeRule, Command, MoveDue, MoveRound
from followup.domain.dates import When
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Move what was named."""
    asked = seat.asked
    action = seat.action(seat.desk.snapshot(), asked.label)
    commands: list[Command] = []
    if asked.due is not None:
        commands.append(MoveDue(action.id, _due(seat, asked.due), asked.why))
    if asked.follow_up is not None:
        commands.append(_follow_up(seat, action.id, asked.follow_up))
    if not commands:
        seat.output.talk(seat.phrases("move.nothing"))
        return Exit.USAGE
    return seat.tell(seat.desk.do(*commands))


def _due(seat: Seat, words: str) -> When:
    reading = seat.desk.when(words, in_date_field=True)
    if reading.kind in {"not-a-date", "recurrence", "trigger"} or (reading.kind == "none" and words.strip()):
        raise Trouble("date.unreadable", text=words)
    return reading.when


def _follow_up(seat: Seat, action: str, words: str) -> Command:
    """Read a rule ("varje år, först maj 2027") or a date for the next round ("mars 2027")."""
    reading = seat.desk.when(words, in_date_field=True)
    if reading.rule or reading.triggers:
        first = reading.first or When.no_date()
        return ChangeRule(action, words, reading.rule, first, reading.triggers, seat.asked.why)
    if not reading.when.is_dated:
        raise Trouble("date.unreadable", text=words)
    return MoveRound(action, reading.when, seat.asked.why)
