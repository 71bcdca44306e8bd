"""`followup hold`: a role gets a new holder from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.commands import HoldRole

if TYPE_CHECKING:
    from followup.cli.exits import Exit
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Hand the role over."""
    plan = seat.plan(seat.desk.snapshot())
    start = seat.day(getattr(seat.asked, "from")) or seat.desk.today()
    return seat.tell(seat.desk.do(HoldRole(plan.id, seat.asked.role, seat.asked.person, start)))
