"""The status dump as JSON text: what scripts depend on (schema followup.status/1).

Fields are never removed or renamed within a version. Dates are ISO, absent is null, lists are never null. Somebody
waits for ten thousand actions, so each is written as text at once, without a mapping in between; a test compares the
text with the plain document.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from exports.json import dumped, quoted
from followup.domain.questions import owner_on, standing
from followup.present.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from followup.domain.actions import Action, Area, Plan
    from followup.domain.changes import Change
    from followup.domain.dates import When
    from followup.domain.people import Owner
    from followup.domain.questions import Held, RoundDue, Standing
    from followup.domain.snapshot import Snapshot
    from followup.present.summary import Summary

SCHEMA = "followup.status/1"


class StatusWriter:
    """Writes the status of actions on a day; `since` adds to each the changes made to it (id to changes)."""

    def __init__(self, snapshot: Snapshot, today: date, since: Mapping[str, tuple[Change, ...]] | None = None) -> None:
        """Write what many actions share: their plans, their areas; owners as they come."""
        self._snapshot = snapshot
        self._today = today
        self._since = since
        self._keys = {plan.id: quoted(plan.key) for plan in snapshot.plans.values()}
        self._areas = {area.id: _area(area) for area in snapshot.areas.values()}
        self._owner = cache(self._write_owner)

    def document(self, actions: Iterable[Action]) -> Iterator[str]:
        """Give the whole dump as one JSON object, in pieces to be joined."""
        standings = self._standings(actions)
        yield f'{{"schema":"{SCHEMA}","today":"{self._today}","plans":['
        yield ",".join(self._plans(standings))
        yield f'],"summary":{_summary(summarise(standings))},"actions":['
        comma = ""
        for action, now in standings:
            yield comma + self._action(action, now)
            comma = ","
        yield "]}\n"

    def lines(self, actions: Iterable[Action]) -> Iterator[str]:
        """Give one JSON object for each action, each on a line of its own."""
        return (f"{self._action(action, now)}\n" for action, now in self._standings(actions))

    def _standings(self, actions: Iterable[Action]) -> list[tuple[Action, Standing]]:
        return [(action, standing(self._snapshot, action, self._today)) for action in actions]

    def _plans(self, standings: list[tuple[Action, Standing]]) -> Iterator[str]:
        """Give the plans, areas in the document's order; where changes are told, only the plans of actions given."""
        told = {action.plan for action, _ in standings}
        areas: dict[str, list[Area]] = {}
        for area in self._snapshot.areas.values():
            areas.setdefault(area.plan, []).append(area)
        for plan in self._snapshot.plans.values():
            if self._since is None or plan.id in told:
                own = sorted(areas.get(plan.id, ()), key=lambda area: area.position)
                yield _plan(plan, [self._areas[area.id] for area in own])

    def _action(self, action: Action, now: Standing) -> str:
        """Give the object A of the contract."""
        return (
            f'{{"id":{quoted(action.id)},"label":{quoted(action.label)},"plan":{self._keys[action.plan]},'
            f'"area":{self._areas.get(action.area, "null")},'
            f'"requirement":{_or_null(action.requirement)},"measure":{_or_null(action.measure)},'
            f'"status":{quoted(action.status)},"status_since":{_day(action.status_since)},'
            f'"status_note":{_or_null(action.status_note)},"due":{_when(action.due)},'
            f'"overdue":{_TRUTH[now.overdue]},"days_left":{"null" if now.days_left is None else now.days_left},'
            f'"responsible":{self._owners(action.responsible)},"responsible_text":{_or_null(action.responsible_text)},'
            f'"follow_up":{self._follow_up(action, now)},"doubts":{_doubts(action) if action.doubts else "[]"},'
            f'"version":{action.version}{"" if self._since is None else _changes(self._since.get(action.id, ()))}}}'
        )

    def _follow_up(self, action: Action, now: Standing) -> str:
        first = action.first
        return (
            f'{{"text":{_or_null(action.follow_up_text)},"rule":{_or_null(action.rule)},'
            f'"first":{_when(first) if first.text or first.is_dated else "null"},'
            f'"triggers":[{",".join(map(quoted, action.triggers))}],'
            f'"next":{_next(now.next) if now.next else "null"},"last":{_last(now.last) if now.last else "null"},'
            f'"overdue":{_TRUTH[now.follow_up_overdue]},"responsible":{self._owners(action.follow_up_responsible)},'
            f'"responsible_text":{_or_null(action.follow_up_responsible_text)}}}'
        )

    def _owners(self, owners: tuple[Owner, ...]) -> str:
        return f"[{','.join(map(self._owner, owners))}]"

    def _write_owner(self, owner: Owner) -> str:
        """Give an owner as role and name on the day; either is null where it is not known."""
        now = owner_on(self._snapshot, owner, self._today)
        return f'{{"role":{_or_null(now.role)},"name":{_or_null(now.name)}}}'


_TRUTH = ("false", "true")


def _or_null(text: str) -> str:
    return quoted(text) if text else "null"


@cache
def _day(day: date | None) -> str:
    return f'"{day}"' if day else "null"


@cache
def _when(when: When) -> str:
    """Give a date as written: its words, its window (ISO, inclusive) and its kind."""
    return f'{{"text":{_or_null(when.text)},"start":{_day(when.start)},"end":{_day(when.end)},"kind":"{when.kind}"}}'


def _area(area: Area) -> str:
    return f'{{"code":{_or_null(area.code)},"name":{_or_null(area.name)}}}'


def _plan(plan: Plan, areas: list[str]) -> str:
    return (
        f'{{"key":{quoted(plan.key)},"title":{_or_null(plan.title)},"unit":{_or_null(plan.unit)},'
        f'"review":{_or_null(plan.review)},"areas":[{",".join(areas)}]}}'
    )


def _summary(summary: Summary) -> str:
    counts: dict[str, Any] = {
        "total": summary.total,
        "by_status": summary.by_status,
        "overdue": summary.overdue,
        "due_soon": summary.due_soon,
        "follow_up_due": summary.follow_up_due,
        "follow_up_overdue": summary.follow_up_overdue,
    }
    return dumped(counts)


def _next(due: RoundDue) -> str:
    return f'{{"start":{_day(due.start)},"end":{_day(due.end)}}}'


def _last(held: Held) -> str:
    return f'{{"on":{_day(held.on)},"result":{quoted(held.result)}}}'


def _doubts(action: Action) -> str:
    """Give the doubts that nobody ticked off."""
    left = [one for one in action.doubts if not one.ticked_by]
    told = [f'{{"field":{quoted(one.field)},"code":{quoted(one.code)},"text":{_or_null(one.text)}}}' for one in left]
    return f"[{','.join(told)}]"


def _changes(changes: Iterable[Change]) -> str:
    return f',"changes":{dumped([{"field": one.field, "old": one.old, "new": one.new} for one in changes])}'
