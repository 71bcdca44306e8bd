"""One plan of several: the view and the journal narrowed to it, so that no room need know that there are others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.tui.view import Told, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from followup.domain.changes import Change, ChangeSet
    from followup.domain.snapshot import Snapshot


def narrowed(view: View, plan: str) -> View:
    """Give the view of one plan (id); the whole view where no plan is named or it is no more.

    People, and the rounds and roles that are found by id, stay: only what is listed is narrowed.
    """
    if not plan or plan not in view.snapshot.plans:
        return view
    part = part_of(view.snapshot, plan)
    total = len(part.actions) if view.whole else view.total
    return replace(view, snapshot=part, total=total, everything=view.snapshot)


def part_of(whole: Snapshot, plan: str) -> Snapshot:
    """Give what a snapshot holds of one plan (id), all of it where no plan is named or it is no more."""
    if not plan or plan not in whole.plans:
        return whole
    actions = {key: one for key, one in whole.actions.items() if one.plan == plan}
    areas = {key: one for key, one in whole.areas.items() if one.plan == plan}
    part = replace(whole, plans={plan: whole.plans[plan]}, actions=actions, areas=areas)
    vars(part)["rounds_of"] = whole.rounds_of  # what is worked out once for all plans holds for one
    return part


def narrowed_told(told: Told | None, view: View, plan: str) -> Told | None:
    """Give what the journal says of one plan (id), of all that is told."""
    if told is None or told.action or not plan or plan not in view.all_plans.plans:
        return told
    is_about = _about(view.all_plans, plan)
    return replace(told, sets=tuple(made for made in told.sets if any(map(is_about, made.changes))))


def _about(snapshot: Snapshot, plan: str) -> Callable[[Change], bool]:
    """Give what says whether a change is about a plan: also of what appeared in it, or was taken away."""
    shelves = (snapshot.actions, snapshot.areas, snapshot.roles, snapshot.occasions)
    known = {key for shelf in shelves for key, one in shelf.items() if one.plan == plan} | {plan}
    known |= {key for key, one in snapshot.rounds.items() if one.action in known}
    known |= {key for key, one in snapshot.holdings.items() if one.role in known}

    def is_about(change: Change) -> bool:
        if change.id in known:
            return True
        records = [one for one in (change.old, change.new) if change.field is None and isinstance(one, dict)]
        return any(one.get(link) in known for one in records for link in ("plan", "action", "role"))

    return is_about


def opened_by(made: ChangeSet | None) -> str:
    """Give the plan (id) that a change set opened, "" if it opened none."""
    changes = made.changes if made is not None else ()
    return next((one.id for one in changes if one.entity == "plan" and one.field is None and one.new is not None), "")
