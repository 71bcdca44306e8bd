"""The expressions that stand beside the project, where they do, and our own of the same grammar."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from followup.domain.when import Reading, read

REFERENCE = date(2026, 11, 21)
SHARED = Path(__file__).parents[2] / "shared" / "data" / "expressions.tsv"
KINDS = {
    "weekday": {"day"},
    "start-only": {"range"},
    "month-range": {"range"},
    "part-of-month": {"range"},
    "boundary": {"range"},
    "week-range": {"range"},
    "quarter-range": {"range"},
    "tertial": {"range"},
    "school-year": {"range"},
    "year-range": {"range"},
    "holiday": {"range", "day"},
    "deadline": {"day", "month", "term", "range"},
    "relative": {"day", "week", "trigger"},
    "status": {"none", "day"},
    "reference": {"none"},
    "recurrence+first": {"recurrence"},
    "combination": {"range", "term"},
}
"""How the shared file's finer kinds are said in the contract's words."""


def shared_rows() -> list[dict[str, str]]:
    if not SHARED.exists():
        return []
    with SHARED.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def rule_of(row: dict[str, str]) -> str:
    """The rule column's first part, where it is a rule: the rest are remarks."""
    said = row["rule"].split("; ")[0]
    if said.startswith("FREQ="):
        return said
    return f"{said[0]}/term" if "per term" in said else ""


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize("row", shared_rows(), ids=lambda row: row["expression"] or "empty")
def test_the_shared_expressions_read_as_they_say(row: dict[str, str]) -> None:
    found = read(row["expression"], REFERENCE)
    assert found.kind in KINDS.get(row["kind"], {row["kind"]})
    assert (iso(found.start), iso(found.end)) == (row["start"], row["end"])
    assert found.rule == rule_of(row)


LENGTHS = {"P3M after event": "P3M", "P6M after done": "P6M"}
STATUSES = {
    "done": "done",
    "in progress": "in_progress",
    "not started": "planned",
    "waiting": "paused",
    "dropped": "dropped",
    "late": "",
    "moved": "",
}


@pytest.mark.parametrize("row", shared_rows(), ids=lambda row: row["expression"] or "empty")
def test_the_shared_remarks_are_in_the_reading(row: dict[str, str]) -> None:
    found: Reading = read(row["expression"], REFERENCE)
    assert found.length == LENGTHS.get(row["rule"], "")
    if row["kind"] == "status":
        assert found.status == STATUSES[row["rule"]]
    if row["kind"] == "trigger":
        assert len(found.triggers) == 1
    assert ("at-least" in found.notes) == ("at least" in row["rule"])
    assert ("uncertain" in found.notes) == ("uncertain" in row["rule"]) or row["expression"] == "2026/27"
