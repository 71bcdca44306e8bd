"""Files that clinics answer a review with: no action is lost or invented, and at least 99 of 100 fields are right."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import builders_filed as filed
import builders_filed_eighth as eighth
import builders_filed_eleventh as eleventh
import builders_filed_fifth as fifth
import builders_filed_fourth as fourth
import builders_filed_later as later
import builders_filed_ninth as ninth
import builders_filed_seventh as seventh
import builders_filed_sixth as sixth
import builders_filed_tenth as tenth
import builders_filed_third as third
from followup.domain.dates import When
from followup.domain.drafts import Draft, DraftAction
from followup.domain.people import WrittenOwner
from followup.intake.documents import read_document
from reading_truths import Truth, fields_read, flat

TRUTHS = Path(__file__).parent / "documents" / "filed"
REFERENCE = date(2026, 9, 1)
MADE: dict[str, Callable[[], bytes]] = {
    **filed.MADE,
    **later.MADE,
    **third.MADE,
    **fourth.MADE,
    **fifth.MADE,
    **sixth.MADE,
    **seventh.MADE,
    **eighth.MADE,
    **ninth.MADE,
    **tenth.MADE,
    **eleventh.MADE,
}
FIELDS: Truth = {
    "code": "",
    "name": "",
    "requirement": "",
    "measure": "",
    "due": "none",
    "responsible": "",
    "rule": "",
    "first": "none",
    "triggers": [],
    "follow_up_responsible": "",
    "status": "",
    "status_since": None,
}
"""The fields of an action, with what each is where the document says nothing of it."""
OF_THE_HEAD = ("unit", "review", "dated")


@cache
def truths() -> dict[str, Truth]:
    told: dict[str, Truth] = {}
    for file in sorted(TRUTHS.glob("*.toml")):
        told |= tomllib.loads(file.read_text(encoding="utf-8"))
    return told


@cache
def read(name: str) -> Draft:
    return read_document(name, MADE[name](), REFERENCE)


def told(when: When) -> str:
    days = f" {when.start or ''}..{when.end or ''}" if when.start or when.end else ""
    return f"{when.kind}{days}"


def owners(found: tuple[WrittenOwner, ...]) -> str:
    return " | ".join(f"{owner.role}: {owner.name}{' (now)' if owner.held else ''}".rstrip() for owner in found)


def fields_told(action: DraftAction) -> Truth:
    """The fields as these truths write them: dates and owners on a line."""
    return fields_read(action) | {
        "due": told(action.due),
        "responsible": owners(action.responsible),
        "first": told(action.first),
        "follow_up_responsible": owners(action.follow_up_responsible),
        "status_since": action.status_since,
    }


def head_read(draft: Draft) -> Truth:
    return {"unit": draft.unit, "review": draft.review, "dated": draft.document_date}


def head_true(truth: Truth) -> Truth:
    return {"unit": truth.get("unit", ""), "review": truth.get("review", ""), "dated": truth.get("dated")}


def wrong(name: str) -> list[str]:
    """What is read otherwise than people read it, one line a field."""
    draft, truth = read(name), truths()[name]
    pairs = [(head_read(draft), head_true(truth))]
    pairs += [
        (fields_told(action), FIELDS | said) for action, said in zip(draft.actions, truth["actions"], strict=False)
    ]
    return [
        f"{name} {place} {field}: {got[field]!r} is not {true[field]!r}"
        for place, (got, true) in enumerate(pairs)
        for field in true
        if got[field] != true[field]
    ]


@pytest.mark.parametrize("name", sorted(truths()))
def test_no_action_of_a_file_is_invented_and_none_is_missed(name: str) -> None:
    assert [flat(action.measure) for action in read(name).actions] == [
        truth["measure"] for truth in truths()[name]["actions"]
    ]


def test_at_least_ninety_nine_of_a_hundred_fields_of_the_files_are_right() -> None:
    mistakes = [each for name in truths() for each in wrong(name)]
    total = sum(len(truth["actions"]) * len(FIELDS) + len(OF_THE_HEAD) for truth in truths().values())
    assert len(mistakes) <= total * 0.01, mistakes


def test_every_file_that_is_made_has_its_truth() -> None:
    assert set(MADE) == set(truths())
