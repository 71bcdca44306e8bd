"""Data quality: what a plan lacks before it can be followed up. Findings, not errors; nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.actions import Status
from followup.domain.people import holder_on
from followup.domain.questions import OPEN, OVER
from followup.domain.rules import is_placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: the action's id, a code (phrase `check.CODE`) and the words it is about."""

    action: str
    code: str
    text: str = ""


def findings(snapshot: Snapshot, actions: Iterable[Action], today: date) -> tuple[Finding, ...]:
    """Give what is to be looked at, in the order of the actions; ended ones are left in peace."""
    return tuple(
        finding
        for action in actions
        if action.status not in OVER
        for finding in (*_of_doing(action), *_of_checking(snapshot, action), *_of_people(snapshot, action, today))
    )


def _of_doing(action: Action) -> Iterator[Finding]:
    for doubt in action.doubts:
        if not doubt.ticked_by:
            yield Finding(action.id, "doubt", f"{doubt.field}/{doubt.code}")
    if action.status in OPEN and not action.due.end:
        yield Finding(action.id, "no_due", action.due.text)
    if not action.responsible:
        yield Finding(action.id, "no_responsible", action.responsible_text)
    if action.status is Status.PLANNED and not action.measure.strip():
        yield Finding(action.id, "no_measure")


def _of_checking(snapshot: Snapshot, action: Action) -> Iterator[Finding]:
    plan = snapshot.plans[action.plan]
    if not action.rule and not action.first.is_dated and not action.triggers:
        yield Finding(action.id, "no_follow_up", action.follow_up_text)
    elif action.rule and not is_placed(action.rule, action.first):
        yield Finding(action.id, "no_first_time", action.follow_up_text)
    elif action.rule and not action.first.is_dated and plan.document_date is None:
        yield Finding(action.id, "no_beginning", action.follow_up_text)
    if not action.follow_up_responsible:
        yield Finding(action.id, "no_follower", action.follow_up_responsible_text)


def _of_people(snapshot: Snapshot, action: Action, today: date) -> Iterator[Finding]:
    roles = dict.fromkeys(one.role for one in (*action.responsible, *action.follow_up_responsible) if one.role)
    for role in roles:
        if holder_on(snapshot.holdings_of.get(role, ()), role, today) is None:
            yield Finding(action.id, "no_holder", snapshot.roles[role].name)
