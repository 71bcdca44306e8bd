"""Decides on whole plans: a document accepted, a plan opened by hand, an action added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.actions import Plan
from followup.domain.changes import refuse
from followup.domain.dates import When
from followup.domain.drafts import DraftAction
from followup.domain.enrol import Enrolment, enrol_draft, free_key
from followup.domain.given import Decided, Given, appear
from followup.domain.reissue import merge_draft
from followup.domain.rules import counted_from

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.changes import Refused
    from followup.domain.commands import AcceptDraft, AddAction, NewPlan


def accept_draft(given: Given, command: AcceptDraft) -> Decided:
    """Store a read document as a new plan, or as a re-issue of a stored one."""
    if not command.draft.actions:
        return refuse("draft.empty", source=command.draft.source)
    if command.plan:
        return merge_draft(given, given.snapshot.plans[command.plan], command.draft, command.own)
    key = command.key or free_key(given.snapshot, command.draft.unit or command.draft.title)
    return _key_refusal(given, key) or enrol_draft(given.snapshot, command.draft, key, given.today, given.new_id)


def _key_refusal(given: Given, key: str) -> Refused | None:
    if not key.replace("-", "").replace("_", "").isalnum():
        return refuse("plan.key_bad", key=key)
    if any(plan.key.casefold() == key.casefold() for plan in given.snapshot.plans.values()):
        return refuse("plan.key_taken", key=key)
    return None


def new_plan(given: Given, command: NewPlan) -> Decided:
    """Open an empty plan."""
    plan = Plan(given.new_id(), command.key, command.title, command.unit)
    return _key_refusal(given, command.key) or (appear(plan),)


def add_action(given: Given, command: AddAction) -> Decided:
    """Add an action written by hand; it needs a measure or a requirement."""
    if not command.measure.strip() and not command.requirement.strip():
        return refuse("action.empty")
    enrolment = Enrolment(given.snapshot, command.plan, given.new_id)
    enrolment.action(_as_draft(command, given.today), given.today)
    return tuple(enrolment.changes)


def _as_draft(command: AddAction, today: date) -> DraftAction:
    return DraftAction(
        area_code=command.area_code,
        area_name=command.area_name,
        requirement=command.requirement,
        measure=command.measure,
        due=command.due,
        responsible=command.responsible,
        responsible_text=command.responsible_text,
        follow_up_text=command.follow_up_text,
        rule=command.rule,
        first=counted_from(command.rule, command.first or When.no_date(), today),
        triggers=command.triggers,
        follow_up_responsible=command.follow_up_responsible,
        follow_up_responsible_text=command.follow_up_responsible_text,
    )
