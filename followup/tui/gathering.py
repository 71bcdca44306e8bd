"""What a meeting is about: everybody and every area with what is due, and the actions to go through for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.questions import OVER, owners_on, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.domain.actions import Action
    from followup.phrases.book import Phrases
    from followup.tui.view import View


@dataclass(frozen=True, slots=True)
class Subject:
    """What a meeting may be about: "all", "person" or "area", its name, and the actions (ids) that are due."""

    kind: str
    key: str
    name: str
    actions: tuple[str, ...]


def subjects(view: View, phrases: Phrases) -> list[Subject]:
    """Give all that a meeting may be about, each with what is late, soon due or waits to be followed up."""
    due = [action for action in view.snapshot.actions.values() if is_due(view, action)]
    found = [Subject("all", "", phrases("tui.meeting.all"), tuple(action.id for action in due))]
    for kind, named in (("person", _owners), ("area", _area)):
        groups: dict[tuple[str, str], list[str]] = {}
        for action in due:
            for key in dict.fromkeys(named(view, action)):
                groups.setdefault(key, []).append(action.id)
        found += [Subject(kind, key, name, tuple(ids)) for (key, name), ids in groups.items()]
    return found


def is_due(view: View, action: Action) -> bool:
    """Say whether an action is to be spoken of: late or soon due, or its follow-up waits."""
    if action.status in OVER:
        return False
    now = standing(view.snapshot, action, view.today)
    return now.overdue or now.due_soon or now.follow_up_due or now.follow_up_overdue


def _owners(view: View, action: Action) -> Iterator[tuple[str, str]]:
    for owner in owners_on(view.snapshot, (*action.responsible, *action.follow_up_responsible), view.today):
        yield owner.person or owner.role, owner.name or owner.role


def _area(view: View, action: Action) -> Iterator[tuple[str, str]]:
    area = view.snapshot.areas.get(action.area)
    if area is not None:
        several = f"{view.snapshot.plans[action.plan].key}  " if len(view.snapshot.plans) > 1 else ""
        yield area.id, several + area.title


def touched(before: View, now: View, actions: tuple[str, ...]) -> set[str]:
    """Give the actions that have changed since the meeting began."""
    return {
        one
        for one in actions
        if before.all_plans.actions.get(one) != now.all_plans.actions.get(one)
        or before.all_plans.rounds_of.get(one, ()) != now.all_plans.rounds_of.get(one, ())
    }
