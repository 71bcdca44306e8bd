"""Whatever the form, the labels and their order: a plan's every field is read as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.domain.drafts import DraftAction
from followup.domain.people import WrittenOwner
from followup.intake.documents import read_document
from plans_made_up import DUES, FOLLOW_UPS, FORMS, OWNERS, STATUSES, MadeUp, made_up

DAY = date(2026, 9, 15)


def owners(found: tuple[WrittenOwner, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((owner.role, owner.name) for owner in found)


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def read(action: DraftAction) -> dict[str, object]:
    return {
        "area": f"{action.area_code}. {action.area_name}",
        "requirement": action.requirement,
        "measure": action.measure,
        "due": (str(action.due.kind), iso(action.due.start), iso(action.due.end)),
        "responsible": owners(action.responsible),
        "follow_up": (action.rule, iso(action.first.start), action.triggers),
        "follow_up_responsible": owners(action.follow_up_responsible),
        "status": action.status,
    }


MEANT: Mapping[str, Mapping[str, object]] = {
    "due": DUES,
    "responsible": OWNERS,
    "follow_up": FOLLOW_UPS,
    "follow_up_responsible": OWNERS,
    "status": STATUSES,
}


def meant(plan: MadeUp) -> list[dict[str, object]]:
    return [
        {name: MEANT[name][action[name]] if name in MEANT else action[name] for name in plan.columns}
        for action in plan.actions
    ]


@pytest.mark.parametrize("form", FORMS)
@given(seed=st.integers(0, 1_000_000))
@settings(max_examples=12, deadline=None)
def test_every_field_of_a_made_up_plan_is_read(form: str, seed: int) -> None:
    plan = made_up(Random(seed))
    draft = read_document(form, FORMS[form](plan), DAY)
    assert [{name: read(action)[name] for name in plan.columns} for action in draft.actions] == meant(plan)
