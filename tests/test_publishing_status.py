"""The status as text is the plain document of the contract, byte for byte: same fields, same order, same nulls."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, a_plan
from exports.json import render_json, render_ndjson
from followup.domain.actions import Action, Plan, Status
from followup.domain.changes import Change
from followup.domain.dates import When
from followup.domain.people import Owner
from followup.domain.questions import OwnerNow, owners_on, standing
from followup.domain.snapshot import Snapshot
from followup.publishing import formats
from strategies import days, snapshots

Since = Mapping[str, tuple[Change, ...]]


def status_data(form: str, snapshot: Snapshot, actions: Sequence[Action], today: date, since: Since | None) -> bytes:
    return b"".join(formats.status_pieces(form, snapshot, actions, today, since))


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def a_when(when: When) -> dict[str, Any]:
    return {"text": when.text or None, "start": iso(when.start), "end": iso(when.end), "kind": str(when.kind)}


def an_owner(owner: OwnerNow) -> dict[str, Any]:
    return {"role": owner.role or None, "name": owner.name or None}


def the_owners(snapshot: Snapshot, owners: Iterable[Owner], today: date) -> list[dict[str, Any]]:
    return [an_owner(one) for one in owners_on(snapshot, owners, today)]


def a_plan_record(snapshot: Snapshot, plan: Plan) -> dict[str, Any]:
    own = sorted((area for area in snapshot.areas.values() if area.plan == plan.id), key=lambda area: area.position)
    return {
        "key": plan.key,
        "title": plan.title or None,
        "unit": plan.unit or None,
        "review": plan.review or None,
        "areas": [{"code": area.code or None, "name": area.name or None} for area in own],
    }


def an_action_record(snapshot: Snapshot, action: Action, today: date, since: Since | None) -> dict[str, Any]:
    area, now, first = snapshot.areas.get(action.area), standing(snapshot, action, today), action.first
    told = () if since is None else since.get(action.id, ())
    record = {
        "id": action.id,
        "label": action.label,
        "plan": snapshot.plans[action.plan].key,
        "area": {"code": area.code or None, "name": area.name or None} if area else None,
        "requirement": action.requirement or None,
        "measure": action.measure or None,
        "status": str(action.status),
        "status_since": iso(action.status_since),
        "status_note": action.status_note or None,
        "due": a_when(action.due),
        "overdue": now.overdue,
        "days_left": now.days_left,
        "responsible": the_owners(snapshot, action.responsible, today),
        "responsible_text": action.responsible_text or None,
        "follow_up": {
            "text": action.follow_up_text or None,
            "rule": action.rule or None,
            "first": a_when(first) if first.text or first.is_dated else None,
            "triggers": list(action.triggers),
            "next": {"start": iso(now.next.start), "end": iso(now.next.end)} if now.next else None,
            "last": {"on": iso(now.last.on), "result": str(now.last.result)} if now.last else None,
            "overdue": now.follow_up_overdue,
            "responsible": the_owners(snapshot, action.follow_up_responsible, today),
            "responsible_text": action.follow_up_responsible_text or None,
        },
        "doubts": [
            {"field": one.field, "code": one.code, "text": one.text or None}
            for one in action.doubts
            if not one.ticked_by
        ],
        "version": action.version,
    }
    changes = [{"field": one.field, "old": one.old, "new": one.new} for one in told]
    return record if since is None else record | {"changes": changes}


def the_document(snapshot: Snapshot, actions: list[Action], today: date, since: Since | None = None) -> dict[str, Any]:
    standings = [standing(snapshot, action, today) for action in actions]
    told = {action.plan for action in actions}
    return {
        "schema": "followup.status/1",
        "today": iso(today),
        "plans": [a_plan_record(snapshot, one) for one in snapshot.plans.values() if since is None or one.id in told],
        "summary": {
            "total": len(actions),
            "by_status": {str(status): sum(one.status is status for one in actions) for status in Status},
            "overdue": sum(now.overdue for now in standings),
            "due_soon": sum(now.due_soon for now in standings),
            "follow_up_due": sum(now.follow_up_due for now in standings),
            "follow_up_overdue": sum(now.follow_up_overdue for now in standings),
        },
        "actions": [an_action_record(snapshot, action, today, since) for action in actions],
    }


@given(snapshots(), days)
def test_the_text_is_the_plain_document_byte_for_byte(snapshot: Snapshot, today: date) -> None:
    actions = list(snapshot.actions.values())
    document = the_document(snapshot, actions, today)
    assert status_data("json", snapshot, actions, today, None) == render_json(document)
    assert status_data("ndjson", snapshot, actions, today, None) == render_ndjson(document["actions"])


@given(snapshots(), days, st.data())
def test_told_changes_stand_in_their_action_and_name_only_their_plans(
    snapshot: Snapshot, today: date, data: st.DataObject
) -> None:
    plain = st.one_of(st.none(), st.text(), st.integers(), st.dictionaries(st.text(), st.text()))
    actions = (
        data.draw(st.lists(st.sampled_from(list(snapshot.actions.values())), unique=True)) if snapshot.actions else []
    )
    since = {one.id: (Change("action", one.id, "due", data.draw(plain), data.draw(plain)),) for one in actions[:1]}
    document = the_document(snapshot, actions, today, since)
    assert status_data("json", snapshot, actions, today, since) == render_json(document)
    assert status_data("ndjson", snapshot, actions, today, since) == render_ndjson(document["actions"])


def test_the_fields_of_an_action_are_those_of_the_contract_in_its_order() -> None:
    snapshot = a_plan()
    found = json.loads(status_data("json", snapshot, list(snapshot.actions.values()), TODAY, None))
    assert list(found) == ["schema", "today", "plans", "summary", "actions"]
    assert list(found["actions"][0]) == [
        *("id", "label", "plan", "area", "requirement", "measure", "status", "status_since", "status_note", "due"),
        *("overdue", "days_left", "responsible", "responsible_text", "follow_up", "doubts", "version"),
    ]
    assert list(found["actions"][0]["follow_up"]) == [
        *("text", "rule", "first", "triggers", "next", "last", "overdue", "responsible", "responsible_text")
    ]


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_what_a_terminal_would_obey_is_escaped(form: str) -> None:
    snapshot = a_plan()
    action = next(iter(snapshot.actions.values()))
    hostile = replace(action, measure="\x1b[2J\x7f\x9b31m\ud800 \u00a7 \u2013")
    data = status_data(form, snapshot, [hostile], TODAY, None)
    assert rb"\u001b[2J\u007f\u009b31m\ud800 " + "\u00a7 \u2013".encode() in data
