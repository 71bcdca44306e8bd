"""`followup occasion`: notes that something happened that follow-ups wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.commands import NoteOccasion
from followup.domain.questions import waits_for

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Note the event and name the actions whose follow-up it opens."""
    snapshot = seat.desk.snapshot()
    trigger = " ".join(seat.asked.trigger)
    waiting = {action.plan for action in snapshot.actions.values() if waits_for(action, trigger)}
    plan = seat.plan_that(snapshot, lambda plan: plan.id in waiting)
    day = seat.day(seat.asked.on) or seat.desk.today()
    outcome = seat.desk.do(NoteOccasion(plan.id, trigger, day, seat.asked.note))
    if outcome.refused is not None:
        return seat.tell(outcome)
    own = (action for action in snapshot.actions.values() if action.plan == plan.id)
    labels = [action.label for action in own if waits_for(action, trigger)]
    seat.output.talk(f"{seat.told(outcome)} {seat.phrases('occasion.opened', labels=', '.join(labels))}")
    return Exit.OK
