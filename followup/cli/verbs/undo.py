"""`followup undo`: takes back the last change set that is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.cli.exits import Exit
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Undo, and say what."""
    return seat.tell(seat.desk.undo())
