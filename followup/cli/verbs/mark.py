"""`followup mark`: gives actions a status, several at once as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.actions import Status
from followup.domain.commands import MoveTo

if TYPE_CHECKING:
    from followup.cli.exits import Exit
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Give each named action the status."""
    snapshot = seat.desk.snapshot()
    found = {seat.action(snapshot, label).id: None for label in seat.asked.label}
    day = seat.day(seat.asked.on)
    status = Status(seat.asked.status)
    return seat.tell(seat.desk.do(*(MoveTo(one, status, seat.asked.note, day) for one in found)))
