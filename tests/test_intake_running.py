"""Plans told in running text, as mails, minutes and answers to reviewers tell them: their fields are read as meant."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from followup.domain.drafts import Draft
from followup.intake.documents import read_document
from reading_truths import FIELDS, Truth, flat, mistakes

RUNNING = Path(__file__).parent / "documents" / "running"
REFERENCE = date(2026, 9, 1)


@cache
def truths() -> dict[str, list[Truth]]:
    told: dict[str, list[Truth]] = {}
    for file in sorted(RUNNING.glob("*.toml")):
        told |= tomllib.loads(file.read_text(encoding="utf-8"))
    return told


@cache
def read(name: str) -> Draft:
    return read_document(name, (RUNNING / name).read_bytes(), REFERENCE)


@pytest.mark.parametrize("name", sorted(truths()))
def test_no_action_is_invented_and_none_is_missed(name: str) -> None:
    assert [flat(action.measure) for action in read(name).actions] == [truth["measure"] for truth in truths()[name]]


def test_at_least_ninety_nine_of_a_hundred_fields_are_right() -> None:
    wrong = [each for name in truths() for each in mistakes(name, read(name).actions, truths()[name])]
    total = sum(len(listed) for listed in truths().values()) * len(FIELDS)
    assert len(wrong) <= total * 0.01, wrong


def test_each_text_has_its_truth() -> None:
    assert {file.name for file in RUNNING.iterdir() if file.suffix != ".toml"} == set(truths())
