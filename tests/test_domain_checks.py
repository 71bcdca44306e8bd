"""What a plan lacks before it can be followed up is told, each lack once, and nothing of what has ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, a_month, a_plan, an_action
from followup.domain.actions import Status
from followup.domain.checks import Finding, findings
from followup.domain.dates import When
from followup.domain.doubts import Doubt
from followup.domain.people import Holding, Owner
from followup.domain.questions import OVER
from followup.domain.signs import Sign, sign
from followup.domain.snapshot import Snapshot
from followup.domain.stopping import StoppedError, Watch
from followup.domain.trouble import Trouble

NEVER = When.no_date("vid behov")
CHIEF, SCHEDULE = Owner(role="r-chef"), Owner(role="r-schema")


def held(**changed: Any) -> Snapshot:
    """A plan with a document's day, whose roles are held since 2026."""
    plan = a_plan()
    holdings = {role: Holding(f"h-{role}", role, "m-dir", date(2026, 1, 1)) for role in plan.roles}
    plans = {key: replace(one, document_date=date(2026, 1, 7)) for key, one in plan.plans.items()}
    return replace(plan, holdings=holdings, **{"plans": plans, **changed})


def found(snapshot: Snapshot, today: date = TODAY, **changed: Any) -> list[tuple[str, str]]:
    return [(one.code, one.text) for one in findings(snapshot, [an_action(**changed)], today)]


def test_an_action_that_says_all_lacks_nothing() -> None:
    assert found(held()) == []


@pytest.mark.parametrize(
    ("changed", "code", "text"),
    [
        ({"due": NEVER}, "no_due", "vid behov"),
        ({"due": When.open_ended("Snarast")}, "no_due", "Snarast"),
        ({"responsible": (), "responsible_text": "någon"}, "no_responsible", "någon"),
        ({"measure": " \n"}, "no_measure", ""),
        ({"rule": "", "first": NEVER, "follow_up_text": "vid behov"}, "no_follow_up", "vid behov"),
        ({"first": When.no_date(), "follow_up_text": "Årligen"}, "no_first_time", "Årligen"),
        ({"follow_up_responsible": (), "follow_up_responsible_text": "vi"}, "no_follower", "vi"),
        ({"doubts": (Doubt("due", "year-assumed", "maj"),)}, "doubt", "due/year-assumed"),
    ],
)  # fmt: skip
def test_what_lacks_is_told_with_the_words_that_stand_there(changed: dict[str, Any], code: str, text: str) -> None:
    assert found(held(), **changed) == [(code, text)]


def test_a_doubt_that_is_ticked_off_is_told_no_more() -> None:
    doubts = (Doubt("due", "year-assumed", "maj", "Signe"), Doubt("first", "year-assumed", "juni"))
    assert found(held(), doubts=doubts) == [("doubt", "first/year-assumed")]


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.DONE, Status.PAUSED])
def test_what_has_been_begun_needs_no_measure(status: Status) -> None:
    assert found(held(), status=status, measure="") == []


def test_what_is_done_needs_no_date_and_what_is_begun_does() -> None:
    assert found(held(), status=Status.DONE, due=NEVER) == []
    assert found(held(), status=Status.IN_PROGRESS, due=NEVER) == [("no_due", "vid behov")]


@given(st.sampled_from(sorted(OVER)))
def test_what_has_ended_is_left_in_peace(status: Status) -> None:
    assert found(held(), status=status, due=NEVER, responsible=(), follow_up_responsible=(), measure="") == []


def test_a_rhythm_that_names_its_month_needs_the_documents_day_to_be_counted_from() -> None:
    undated = {key: replace(one, document_date=None) for key, one in a_plan().plans.items()}
    said: dict[str, Any] = {"rule": "FREQ=YEARLY;BYMONTH=5", "first": When.no_date(), "follow_up_text": "Varje maj"}
    assert found(held(), **said) == []
    assert found(held(plans=undated), **said) == [("no_beginning", "Varje maj")]
    assert found(held(plans=undated), first=a_month(2026, 10, "oktober 2026")) == []


def test_a_follow_up_upon_an_occasion_is_one() -> None:
    assert found(held(), rule="", first=NEVER, triggers=("vid ny chef",)) == []
    assert found(held(), rule="", first=a_month(2026, 10, "oktober 2026")) == []


def test_a_role_that_nobody_holds_on_the_day_is_named_once() -> None:
    snapshot = held()
    name = snapshot.roles["r-chef"].name
    assert found(snapshot, date(2025, 12, 31), responsible=(CHIEF,), follow_up_responsible=(CHIEF,)) == [
        ("no_holder", name)
    ]
    both = found(replace(snapshot, holdings={}), responsible=(CHIEF,), follow_up_responsible=(SCHEDULE,))
    assert both == [("no_holder", name), ("no_holder", snapshot.roles["r-schema"].name)]
    assert found(snapshot, date(2026, 1, 1)) == []


def test_findings_stand_in_the_order_of_the_actions_and_name_them() -> None:
    two = [an_action("b1", "B1", due=NEVER), an_action("a1", "A1", responsible=())]
    told = findings(held(), two, TODAY)
    assert [(one.action, one.code) for one in told] == [("b1", "no_due"), ("a1", "no_responsible")]
    assert told[0] == Finding("b1", "no_due", "vid behov")


def test_a_sign_is_bad_until_it_is_called_good_and_tells_its_facts_as_text() -> None:
    assert sign("copies", count=3) == Sign("copies", good=False, mends=False, facts=(("count", "3"),))
    assert (sign("x", good=True).good, sign("x", mends=True).mends) == (True, True)


def test_work_that_is_watched_tells_how_far_it_has_come_and_ends_at_the_step_after_it_was_stopped() -> None:
    told: list[int] = []
    watch = Watch(told.append)
    watch.step(2)
    watch.step(3)
    assert (told, watch.done, watch.stopping) == ([2, 5], 5, False)
    watch.stop()
    assert watch.stopping
    with pytest.raises(StoppedError):
        watch.step(1)
    assert (told, watch.done) == ([2, 5, 6], 6)
    assert Watch().done == 0


def test_a_trouble_keeps_its_code_and_its_facts_as_text() -> None:
    trouble = Trouble("file.missing", path="plan.docx", n=2)
    assert (trouble.code, trouble.facts) == ("file.missing", {"path": "plan.docx", "n": "2"})
    assert str(trouble) == "file.missing {'path': 'plan.docx', 'n': '2'}"
    assert trouble.args == ("file.missing",)
