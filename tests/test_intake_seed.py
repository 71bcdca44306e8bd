"""A real report, where it is at hand: thirteen actions, and every word of them stands in the document.

Nothing of it is repeated here: the expectation is cut out of the file itself, by its own labels.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from followup.domain.drafts import Draft
from followup.intake.documents import read_document

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
REPORTS = sorted(SEEDS.glob("000_*.txt"))
OTHERS = sorted(each for each in SEEDS.glob("*.txt") if each not in REPORTS)
LABELS = (
    "Planerad åtgärd",
    "Datum när åtgärden ska vara genomförd",
    "Ansvarig för genomförandet",
    "Datum för uppföljning",
    "Ansvarig för uppföljningen",
)
NAMES = "januari februari mars april maj juni juli augusti september oktober november december"
MONTHS = {name: number for number, name in enumerate(NAMES.split(), 1)}

pytestmark = pytest.mark.skipif(not REPORTS, reason="the report is not at hand")


def squeezed(text: str) -> str:
    return "".join(text.split())


def plan_lines() -> list[str]:
    text = REPORTS[0].read_text(encoding="utf-8")
    plan = text[text.rindex("\nHANDLINGSPLAN\n") :]
    lines = [line.strip() for line in plan.splitlines() if line.strip()]
    return [line for before, line in pairwise(["", *lines]) if not (line == before == LABELS[0])]


def slices() -> list[dict[str, str]]:
    """What stands under each label, per action, and what stands before the first."""
    found: list[dict[str, str]] = []
    key = ""
    before: list[str] = []
    for line in plan_lines()[1:]:
        if line == LABELS[0]:
            found.append({"before": "".join(before)})
            before = []
        if line in LABELS:
            key = line
        elif key == "" or (key == LABELS[-1] and re.match(r"[A-Z]\. ", line)):
            key, before = "", [*before, line]
        else:
            found[-1][key] = found[-1].get(key, "") + line
    return [{name: squeezed(text) for name, text in each.items()} for each in found]


def draft() -> Draft:
    return read_document(str(REPORTS[0]), None, date(2026, 11, 21))


def test_it_holds_thirteen_actions_in_five_areas() -> None:
    assert Counter(action.area_code for action in draft().actions) == {"A": 1, "B": 2, "D": 4, "E": 3, "H": 3}


def test_each_field_is_what_stands_under_its_label() -> None:
    read = [
        {
            LABELS[0]: squeezed(action.measure),
            LABELS[1]: squeezed(action.due.text),
            LABELS[2]: squeezed(action.responsible_text),
            LABELS[3]: squeezed(action.follow_up_text),
            LABELS[4]: squeezed(action.follow_up_responsible_text),
        }
        for action in draft().actions
    ]
    assert read == [{name: each[name] for name in LABELS} for each in slices()]


def test_area_and_requirement_are_what_stands_before_the_first_label() -> None:
    read = [squeezed(f"{action.area_code}. {action.area_name}{action.requirement}") for action in draft().actions]
    told = [each["before"] for each in slices()]
    assert [before.endswith(words) for before, words in zip(told, read, strict=True)] == [True] * 13


def test_every_due_date_is_the_month_that_is_written() -> None:
    for action in draft().actions:
        name, year = action.due.text.split()
        assert action.due.kind == "month"
        assert action.due.start == date(int(year), MONTHS[name.casefold()], 1)
        assert action.due.end is not None and action.due.end.month == action.due.start.month


def test_every_follow_up_is_yearly_from_the_month_that_is_written() -> None:
    for action in draft().actions:
        assert action.rule == "FREQ=YEARLY"
        assert action.first.kind == "month"
        last = action.follow_up_text.rstrip(".").split()[-2:]
        assert action.first.text.split() == last
        assert action.first.start == date(int(last[1]), MONTHS[last[0]], 1)


def test_every_trigger_is_said_after_the_cadence_and_none_is_left_out() -> None:
    for action in draft().actions:
        clauses = re.findall(r"(?:samt|och) (v(?:id|arje gång).*?)(?=, samt v|\. Först|$)", action.follow_up_text)
        assert list(action.triggers) == clauses


def test_every_owner_has_a_role_and_a_name_that_stand_beside_each_other() -> None:
    for action in draft().actions:
        for owner in (*action.responsible, *action.follow_up_responsible):
            assert owner.role and owner.name
            assert owner.held == (owner.role == "Verksamhetschef")
        assert len(action.responsible) == action.responsible_text.count("för närvarande") + sum(
            action.responsible_text.count(role) for role in ("sektionschef", "studierektor")
        )


def test_the_hyphens_of_the_document_are_kept() -> None:
    words = " ".join(action.measure for action in draft().actions)
    assert all(word in words for word in ("jour-/beredskap", "Mini-CEX (", "deltar- exempelvis", "feed-back"))


def test_nothing_in_it_is_doubtful() -> None:
    assert [doubt for action in draft().actions for doubt in action.doubts] == []


def test_a_yearly_report_and_a_list_of_requirements_hold_no_plan() -> None:
    from followup.intake.refusals import IntakeRefused

    for other in OTHERS:
        with pytest.raises(IntakeRefused, match="not_a_plan"):
            read_document(str(other), None, date(2026, 11, 21))
