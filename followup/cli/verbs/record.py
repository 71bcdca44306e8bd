"""`followup record`: notes that a follow-up round was held, and what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.actions import Result
from followup.domain.commands import RecordRound

if TYPE_CHECKING:
    from followup.cli.exits import Exit
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Note the round."""
    asked = seat.asked
    action = seat.action(seat.desk.snapshot(), asked.label)
    day = seat.day(asked.on)
    command = RecordRound(action.id, Result(asked.result), asked.note, day, asked.evidence, asked.by)
    return seat.tell(seat.desk.do(command))
