"""The status dump as data: the JSON that scripts depend on (schema followup.status/1).

Fields are never removed or renamed within a version. Dates are ISO, absent is null, lists are never null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.domain.questions import Standing, owners_on, standing
from followup.present.rows import Summary, summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from followup.domain.actions import Action, Plan
    from followup.domain.changes import Change
    from followup.domain.dates import When
    from followup.domain.people import Owner
    from followup.domain.questions import RoundDue
    from followup.domain.snapshot import Snapshot

SCHEMA = "followup.status/1"


def status_document(
    snapshot: Snapshot,
    actions: Iterable[Action],
    today: date,
    since: Mapping[str, tuple[Change, ...]] | None = None,
) -> dict[str, Any]:
    """Give the whole dump; `since` adds to each action the changes made to it (id to changes)."""
    standings = [(action, standing(snapshot, action, today)) for action in actions]
    plans = {action.plan for action, _ in standings} if since is not None else snapshot.plans.keys()
    return {
        "schema": SCHEMA,
        "today": today.isoformat(),
        "plans": [plan_record(snapshot, plan) for plan in snapshot.plans.values() if plan.id in plans],
        "summary": summary_record(summarise(standings)),
        "actions": [action_record(snapshot, action, now, today) | _told(since, action) for action, now in standings],
    }


def _told(since: Mapping[str, tuple[Change, ...]] | None, action: Action) -> dict[str, Any]:
    if since is None:
        return {}
    changes = since.get(action.id, ())
    return {"changes": [{"field": one.field, "old": one.old, "new": one.new} for one in changes]}


def plan_record(snapshot: Snapshot, plan: Plan) -> dict[str, Any]:
    """Give a plan and its areas, in the document's order."""
    areas = sorted((one for one in snapshot.areas.values() if one.plan == plan.id), key=lambda one: one.position)
    return {
        "key": plan.key,
        "title": plan.title,
        "unit": plan.unit or None,
        "review": plan.review or None,
        "areas": [{"code": area.code, "name": area.name} for area in areas],
    }


def summary_record(summary: Summary) -> dict[str, Any]:
    """Give the counts."""
    return {
        "total": summary.total,
        "by_status": summary.by_status,
        "overdue": summary.overdue,
        "due_soon": summary.due_soon,
        "follow_up_due": summary.follow_up_due,
        "follow_up_overdue": summary.follow_up_overdue,
    }


def action_record(snapshot: Snapshot, action: Action, now: Standing, today: date) -> dict[str, Any]:
    """Give one action, the object A of the contract."""
    area = snapshot.areas.get(action.area)
    return {
        "id": action.id,
        "label": action.label,
        "plan": snapshot.plans[action.plan].key,
        "area": {"code": area.code, "name": area.name} if area else None,
        "requirement": action.requirement,
        "measure": action.measure,
        "status": action.status,
        "status_since": action.status_since.isoformat(),
        "status_note": action.status_note or None,
        "due": when_record(action.due),
        "overdue": now.overdue,
        "days_left": now.days_left,
        "responsible": owner_records(snapshot, action.responsible, today),
        "responsible_text": action.responsible_text,
        "follow_up": _follow_up_record(snapshot, action, now, today),
        "doubts": [
            {"field": one.field, "code": one.code, "text": one.text} for one in action.doubts if not one.ticked_by
        ],
        "version": action.version,
    }


def _follow_up_record(snapshot: Snapshot, action: Action, now: Standing, today: date) -> dict[str, Any]:
    last = now.last
    return {
        "text": action.follow_up_text,
        "rule": action.rule or None,
        "first": when_record(action.first) if action.first.text or action.first.is_dated else None,
        "triggers": list(action.triggers),
        "next": _window_record(now.next),
        "last": {"on": last.on.isoformat(), "result": last.result} if last else None,
        "overdue": now.follow_up_overdue,
        "responsible": owner_records(snapshot, action.follow_up_responsible, today),
        "responsible_text": action.follow_up_responsible_text,
    }


def when_record(when: When) -> dict[str, Any]:
    """Give a date as written: its words, its window (ISO, inclusive) and its kind."""
    return {
        "text": when.text or None,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "kind": when.kind,
    }


def owner_records(snapshot: Snapshot, owners: Iterable[Owner], today: date) -> list[dict[str, Any]]:
    """Give the owners as role and name on that day; either is null where it is not known."""
    return [{"role": one.role or None, "name": one.name or None} for one in owners_on(snapshot, tuple(owners), today)]


def _window_record(due: RoundDue | None) -> dict[str, str] | None:
    return {"start": due.start.isoformat(), "end": due.end.isoformat()} if due else None
