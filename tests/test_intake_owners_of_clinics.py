"""Cells of owners as clinics write them, with the roles and names that a person sees in them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from followup.domain.people import WrittenOwner
from followup.intake.owners.reading import read_owners

TABLE = Path(__file__).parent / "documents" / "owners_of_clinics.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(owner: WrittenOwner) -> str:
    return f"{owner.role} | {owner.name}{' | held' if owner.held else ''}".strip()


@pytest.mark.parametrize("start", range(0, len(rows()), 30))
def test_owners_of_clinics_read_as_a_person_reads_them(start: int) -> None:
    batch = rows()[start : start + 30]
    owners = [read_owners(row["words"].replace("\\n", "\n"))[0] for row in batch]
    assert [(row["words"], "; ".join(map(written, found))) for row, found in zip(batch, owners, strict=True)] == [
        (row["words"], row["owners"]) for row in batch
    ]
