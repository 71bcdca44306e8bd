"""`followup redo`: takes back the last undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.cli.exits import Exit
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Redo, and say what."""
    return seat.tell(seat.desk.redo())
