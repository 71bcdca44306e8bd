"""`followup hold`: a role gets a new holder from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.commands import HoldRole
from followup.domain.enrol import folded

if TYPE_CHECKING:
    from followup.cli.exits import Exit
    from followup.cli.seat import Seat
    from followup.domain.snapshot import Snapshot


def roles_known(snapshot: Snapshot) -> dict[str, set[str]]:
    """Give the roles and the titles of each plan (id), folded."""
    found: dict[str, set[str]] = {}
    for role in snapshot.roles.values():
        found.setdefault(role.plan, set()).add(folded(role.name))
    for action in snapshot.actions.values():
        for owner in (*action.responsible, *action.follow_up_responsible):
            found.setdefault(action.plan, set()).add(folded(owner.title))
    return found


def run(seat: Seat) -> Exit:
    """Hand the role over."""
    snapshot = seat.desk.snapshot()
    known = roles_known(snapshot)
    plan = seat.plan_that(snapshot, lambda plan: folded(seat.asked.role) in known.get(plan.id, ()))
    start = seat.day(getattr(seat.asked, "from")) or seat.desk.today()
    return seat.tell(seat.desk.do(HoldRole(plan.id, seat.asked.role, seat.asked.person, start)))
