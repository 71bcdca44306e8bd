"""The status dump as JSON: what scripts depend on (schema followup.status/1).

Fields are never removed or renamed within a version. Dates are ISO, absent is null, lists are never null. Somebody
waits for ten thousand actions, so each is written as soon as it is described, and what many share is described once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from exports.json import written
from followup.domain.questions import owners_on, standing
from followup.present.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from followup.domain.actions import Action, Area, Plan
    from followup.domain.changes import Change
    from followup.domain.dates import When
    from followup.domain.people import Owner
    from followup.domain.questions import Standing
    from followup.domain.snapshot import Snapshot
    from followup.present.summary import Summary

    Record = dict[str, Any]

SCHEMA = "followup.status/1"
_AT_ONCE = 16
"""How many actions are written together: enough to save calls, few enough to need little room."""


class StatusWriter:
    """Writes the status of actions on a day; `since` adds to each the changes made to it (id to changes)."""

    def __init__(self, snapshot: Snapshot, today: date, since: Mapping[str, tuple[Change, ...]] | None = None) -> None:
        """Describe what many actions share: their plans, their areas; owners as they come."""
        self._snapshot = snapshot
        self._today = today
        self._since = since
        self._keys = {plan.id: plan.key for plan in snapshot.plans.values()}
        self._areas = {area.id: _area(area) for area in snapshot.areas.values()}
        self._owners = cache(self._describe_owners)

    def document(self, actions: Iterable[Action]) -> Iterator[bytes]:
        """Give the whole dump as one JSON object, in pieces to be joined."""
        standings = self._standings(actions)
        head = {
            "schema": SCHEMA,
            "today": self._today,
            "plans": list(self._plans(standings)),
            "summary": _summary(summarise(standings)),
            "actions": [],
        }
        yield written(head).removesuffix(b"]}")
        for begin in range(0, len(standings), _AT_ONCE):
            some = [self._action(action, now) for action, now in standings[begin : begin + _AT_ONCE]]
            yield (b"," if begin else b"") + written(some)[1:-1]
        yield b"]}\n"

    def lines(self, actions: Iterable[Action]) -> Iterator[bytes]:
        """Give one JSON object for each action, each on a line of its own."""
        return (written(self._action(action, now)) + b"\n" for action, now in self._standings(actions))

    def _standings(self, actions: Iterable[Action]) -> list[tuple[Action, Standing]]:
        return [(action, standing(self._snapshot, action, self._today)) for action in actions]

    def _plans(self, standings: list[tuple[Action, Standing]]) -> Iterator[Record]:
        """Give the plans, areas in the document's order; where changes are told, only the plans of actions given."""
        told = {action.plan for action, _ in standings}
        areas: dict[str, list[Area]] = {}
        for area in self._snapshot.areas.values():
            areas.setdefault(area.plan, []).append(area)
        for plan in self._snapshot.plans.values():
            if self._since is None or plan.id in told:
                own = sorted(areas.get(plan.id, ()), key=lambda area: area.position)
                yield _plan(plan, [self._areas[area.id] for area in own])

    def _action(self, action: Action, now: Standing) -> Record:
        """Give the object A of the contract."""
        record = {
            "id": action.id,
            "label": action.label,
            "plan": self._keys[action.plan],
            "area": self._areas.get(action.area),
            "requirement": action.requirement or None,
            "measure": action.measure or None,
            "status": action.status.value,
            "status_since": action.status_since,
            "status_note": action.status_note or None,
            "due": _when(action.due),
            "overdue": now.overdue,
            "days_left": now.days_left,
            "responsible": self._owners(action.responsible),
            "responsible_text": action.responsible_text or None,
            "follow_up": self._follow_up(action, now),
            "doubts": _doubts(action) if action.doubts else (),
            "version": action.version,
        }
        if self._since is not None:
            record["changes"] = _changes(self._since.get(action.id, ()))
        return record

    def _follow_up(self, action: Action, now: Standing) -> Record:
        first, coming, last = action.first, now.next, now.last
        return {
            "text": action.follow_up_text or None,
            "rule": action.rule or None,
            "first": _when(first) if first.text or first.is_dated else None,
            "triggers": action.triggers,
            "next": {"start": coming.start, "end": coming.end} if coming else None,
            "last": {"on": last.on, "result": last.result.value} if last else None,
            "overdue": now.follow_up_overdue,
            "responsible": self._owners(action.follow_up_responsible),
            "responsible_text": action.follow_up_responsible_text or None,
        }

    def _describe_owners(self, owners: tuple[Owner, ...]) -> list[Record]:
        """Give owners as role and name on the day; either is null where it is not known."""
        now = owners_on(self._snapshot, owners, self._today)
        return [{"role": one.role or None, "name": one.name or None} for one in now]


@cache
def _when(when: When) -> Record:
    """Give a date as written: its words, its window (ISO, inclusive) and its kind."""
    return {"text": when.text or None, "start": when.start, "end": when.end, "kind": when.kind.value}


def _area(area: Area) -> Record:
    return {"code": area.code or None, "name": area.name or None}


def _plan(plan: Plan, areas: list[Record]) -> Record:
    return {
        "key": plan.key,
        "title": plan.title or None,
        "unit": plan.unit or None,
        "review": plan.review or None,
        "areas": areas,
    }


def _summary(summary: Summary) -> Record:
    return {
        "total": summary.total,
        "by_status": summary.by_status,
        "overdue": summary.overdue,
        "due_soon": summary.due_soon,
        "follow_up_due": summary.follow_up_due,
        "follow_up_overdue": summary.follow_up_overdue,
    }


def _doubts(action: Action) -> list[Record]:
    """Give the doubts that nobody ticked off."""
    left = [one for one in action.doubts if not one.ticked_by]
    return [{"field": one.field, "code": one.code, "text": one.text or None} for one in left]


def _changes(changes: Iterable[Change]) -> list[Record]:
    return [{"field": one.field, "old": one.old, "new": one.new} for one in changes]
