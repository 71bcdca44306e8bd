"""Tables of expressions with their readings: our own, and the ones that stand beside the project where they do."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from followup.domain.when import Reading, read

REFERENCE = date(2026, 11, 21)
OWN = Path(__file__).parent / "documents" / "expressions.tsv"
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
"""How the finer kinds of the file beside the project are said in the contract's words."""
STATUSES = {
    "done": "done",
    "in progress": "in_progress",
    "not started": "planned",
    "waiting": "paused",
    "dropped": "dropped",
}
LENGTHS = {"P3M after event": "P3M", "P6M after done": "P6M"}


def rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def columns(found: Reading) -> dict[str, str]:
    return {
        "expression": found.text,
        "kind": found.kind,
        "start": iso(found.start),
        "end": iso(found.end),
        "rule": found.rule,
        "first": found.first.text if found.first else "",
        "triggers": " | ".join(found.triggers),
        "status": found.status,
        "length": found.length,
        "notes": " ".join(found.notes),
    }


def batches() -> list[list[dict[str, str]]]:
    own = rows(OWN)
    return [own[start : start + 50] for start in range(0, len(own), 50)]


@pytest.mark.parametrize("batch", batches(), ids=lambda batch: batch[0]["expression"])
def test_our_expressions_read_as_they_say(batch: list[dict[str, str]]) -> None:
    assert [columns(read(row["expression"], REFERENCE)) for row in batch] == batch


def shared_rule(row: dict[str, str]) -> str:
    """The rule column's first part, where it is a rule: the rest are remarks."""
    said = row["rule"].split("; ")[0]
    if said.startswith("FREQ="):
        return said
    return f"{said[0]}/term" if "per term" in said else ""


def shared_reading(row: dict[str, str]) -> tuple[bool, str, str, str, str, str, bool]:
    found = read(row["expression"], REFERENCE)
    return (
        found.kind in KINDS.get(row["kind"], {row["kind"]}),
        iso(found.start),
        iso(found.end),
        found.rule,
        found.status,
        found.length,
        "at-least" in found.notes,
    )


def shared_truth(row: dict[str, str]) -> tuple[bool, str, str, str, str, str, bool]:
    status = STATUSES.get(row["rule"], "") if row["kind"] == "status" else ""
    length = LENGTHS.get(row["rule"], "")
    return True, row["start"], row["end"], shared_rule(row), status, length, "at least" in row["rule"]


def test_the_expressions_beside_the_project_read_as_they_say() -> None:
    misread = [row["expression"] for row in rows(SHARED) if shared_reading(row) != shared_truth(row)]
    assert not misread
