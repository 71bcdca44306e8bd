"""Documents that have nothing in common but being plans: at least 99 of 100 fields are read as people read them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import builders_clinics as clinics
import builders_clinics_later as clinics_later
import builders_clinics_more as clinics_more
import builders_later as later
import builders_own_words as own_words
import builders_stranger as stranger
import builders_unlike as build
from followup.domain.drafts import Draft
from followup.intake.documents import read_document
from reading_truths import FIELDS, Truth, flat, mistakes

UNLIKE = Path(__file__).parent / "documents" / "unlike"
REFERENCE = date(2026, 9, 1)
MADE: dict[str, Callable[[], bytes]] = {
    **build.MADE,
    **stranger.MADE,
    **later.MADE,
    **clinics.MADE,
    **clinics_later.MADE,
    **clinics_more.MADE,
    **own_words.MADE,
}


@cache
def truths() -> dict[str, list[Truth]]:
    return tomllib.loads((UNLIKE / "truth.toml").read_text(encoding="utf-8"))


@cache
def read(name: str) -> Draft:
    data = MADE[name]() if name in MADE else (UNLIKE / name).read_bytes()
    return read_document(name, data, REFERENCE)


def wrong(name: str) -> list[str]:
    return mistakes(name, read(name).actions, truths()[name])


@pytest.mark.parametrize("name", sorted(truths()))
def test_no_action_is_invented_and_none_is_missed(name: str) -> None:
    assert [flat(action.measure) for action in read(name).actions] == [truth["measure"] for truth in truths()[name]]


def test_at_least_ninety_nine_of_a_hundred_fields_are_right() -> None:
    mistakes = [each for name in truths() for each in wrong(name)]
    total = sum(len(listed) for listed in truths().values()) * len(FIELDS)
    assert len(mistakes) <= total * 0.01, mistakes


def test_there_are_ten_documents_at_least_and_each_has_its_truth() -> None:
    files = {each.name for each in UNLIKE.iterdir() if each.suffix != ".toml"}
    assert files | set(MADE) == set(truths())
    assert len(truths()) >= 10


HEADS = {
    "english.md": (
        "Action plan following external review",
        "Department of Anaesthesia, Hillside Hospital",
        date(2026, 8, 20),
        "en",
    ),
    "danish.txt": ("Handleplan efter inspektorbesøg", "Medicinsk afdeling, Sundby Sygehus", date(2026, 5, 12), "da"),
    "norwegian.csv": ("Handlingsplan etter tilsyn", "Avdeling for nevrologi, Fjordheim sykehus", None, "no"),
    "forms.docx": ("Handlingsplan ST", "Hudkliniken, Norrviks sjukhus", date(2026, 4, 20), "sv"),
    "spur.txt": ("Handlingsplan SPUR Lungkliniken Mellansjö", "Lungkliniken Mellansjö", date(2026, 8, 1), "sv"),
    "agenda.txt": ("", "Infektionskliniken Sundvik", date(2026, 10, 20), "sv"),
    "unknown_heads.xlsx": ("Handlingsplan ST 2026, Njurmedicin Väst", "Njurmedicin Väst", None, "sv"),
    "minutes.txt": ("", "Barn- och ungdomskliniken, Vretahamn", date(2026, 10, 6), "sv"),
}


@pytest.mark.parametrize("name", HEADS)
def test_the_plans_own_data_is_read_from_the_head(name: str) -> None:
    draft = read(name)
    assert (draft.title, draft.unit, draft.document_date, draft.language) == HEADS[name]


def test_the_review_is_named_where_the_head_names_it() -> None:
    assert read("forms.docx").review == "SPUR mars 2026"
