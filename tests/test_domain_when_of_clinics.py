"""Expressions as clinics write them, with the readings that a person gave them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from followup.domain.when import Reading, read

REFERENCE = date(2026, 11, 21)
TABLE = Path(__file__).parent / "documents" / "expressions_of_clinics.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def columns(expression: str, found: Reading) -> dict[str, str]:
    return {
        "expression": expression,
        "kind": found.kind,
        "start": found.start.isoformat() if found.start else "",
        "end": found.end.isoformat() if found.end else "",
        "rule": found.rule,
        "first": found.first.text if found.first else "",
        "triggers": " | ".join(found.triggers),
        "status": found.status,
    }


@pytest.mark.parametrize("start", range(0, len(rows()), 30))
def test_expressions_of_clinics_read_as_a_person_reads_them(start: int) -> None:
    batch = rows()[start : start + 30]
    told = [(row["expression"], row["expression"].replace("\\n", "\n")) for row in batch]
    assert [columns(expression, read(text, REFERENCE)) for expression, text in told] == batch
