"""Decides on what was agreed: dates, rules, texts, areas, owners, doubts. The journal keeps what stood before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.domain.changes import refuse
from followup.domain.enrol import Enrolment
from followup.domain.given import Decided, Given, change_fields
from followup.domain.rules import counted_from

if TYPE_CHECKING:
    from followup.domain.commands import Assign, ChangeRule, GradeArea, MoveDue, PutInArea, Reword, TickDoubt
    from followup.domain.drafts import Doubt


def move_due(given: Given, command: MoveDue) -> Decided:
    """Move the date by which the action must be done; a reason is needed."""
    action = given.action(command.action)
    if not command.why.strip():
        return refuse("why.needed", label=action.label)
    return change_fields(action, due=command.due)


def change_rule(given: Given, command: ChangeRule) -> Decided:
    """Change how the action is followed up, from today on; a reason is needed, rounds held stay."""
    action = given.action(command.action)
    if not command.why.strip():
        return refuse("why.needed", label=action.label)
    rule, first = command.rule, counted_from(command.rule, command.first, given.today)
    return change_fields(action, follow_up_text=command.text, rule=rule, first=first, triggers=command.triggers)


def reword(given: Given, command: Reword) -> Decided:
    """Change the requirement or the measure; one of them must say something."""
    action = given.action(command.action)
    said = {"requirement": action.requirement, "measure": action.measure, command.field: command.text}
    return change_fields(action, **said) if any(text.strip() for text in said.values()) else refuse("action.empty")


def put_in_area(given: Given, command: PutInArea) -> Decided:
    """Put the action in another area, making the area that is new; labels are given once and stay."""
    action = given.action(command.action)
    said = {part.strip().casefold() for part in (command.code, command.name)} - {""}
    areas = [one for one in given.snapshot.areas.values() if one.plan == action.plan]
    named = (one.id for one in areas if one.code.casefold() in said or (not one.code and one.name.casefold() in said))
    alike = (one.id for one in areas if one.name.casefold() in said)
    enrolment = Enrolment(given.snapshot, action.plan, given.new_id)
    area = next(named, "") or next(alike, "") or enrolment.area(command.code.strip(), command.name.strip())
    return (*enrolment.changes, *change_fields(action, area=area))


def grade_area(given: Given, command: GradeArea) -> Decided:
    """Note the area's grade, on one line."""
    return change_fields(given.snapshot.areas[command.area], grade=" ".join(command.grade.split()))


def assign(given: Given, command: Assign) -> Decided:
    """Give the action other owners, making the people and roles that are new."""
    action = given.action(command.action)
    enrolment = Enrolment(given.snapshot, action.plan, given.new_id)
    owners = enrolment.owners(command.owners)
    fields = {command.part: owners, f"{command.part}_text": command.text}
    return (*enrolment.changes, *change_fields(action, **fields))


def tick_doubt(given: Given, command: TickDoubt) -> Decided:
    """Tick off a doubt: a person has looked and it is right, or has been put right."""
    action = given.action(command.action)
    return change_fields(action, doubts=tuple(_ticked(doubt, command) for doubt in action.doubts))


def _ticked(doubt: Doubt, command: TickDoubt) -> Doubt:
    named = (doubt.field, doubt.code) == (command.field, command.code) and not doubt.ticked_by
    return replace(doubt, ticked_by=command.by) if named else doubt
