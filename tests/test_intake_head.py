"""What the head of a document says of the plan itself: whose it is, after which review, and from which day."""

from __future__ import annotations

from datetime import date

import pytest

from followup.domain.drafts import Draft
from followup.intake.documents import read_document

ACTION = "\n\nÅtgärd: Inför mall för samtal.\nAnsvarig: Jon Ek\nKlart senast: maj 2027\n"


def read(*lines: str) -> Draft:
    return read_document("plan.txt", ("\n".join(lines) + ACTION).encode(), date(2026, 9, 1))


@pytest.mark.parametrize(
    "unit",
    [
        "Barn- och ungdomspsykiatriska kliniken, Kalvsund",
        "Medicinska kliniken, Norrby lasarett",
        "Infektionskliniken, Kalvsund",
    ],
)
def test_a_line_under_the_title_that_is_a_units_name_is_the_unit(unit: str) -> None:
    assert read("Handlingsplan efter extern granskning", unit).unit == unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Åtgärdsplan SPUR – Reumatologi", "Reumatologi"),
        ("Handlingsplan 2026 – Ortopedi", "Ortopedi"),
        ("Handlingsplan – Uppföljning", ""),
        ("Handlingsplan - Teknologi", ""),
    ],
)
def test_a_field_of_care_that_ends_a_title_is_the_unit(title: str, unit: str) -> None:
    assert read(title).unit == unit


@pytest.mark.parametrize(
    "line",
    [
        "Svar på SPUR-inspektionen 2026-03-12",
        "Åtgärder efter extern granskning den 12 mars 2026",
        "Response to the Quality Visit, 12 March 2026",
    ],
)
def test_the_day_of_the_review_is_not_the_day_of_the_document(line: str) -> None:
    draft = read("Handlingsplan", line)
    assert draft.document_date is None
    assert "2026" in draft.review


def test_the_day_a_plan_was_settled_is_its_own_also_where_the_review_has_one() -> None:
    draft = read("Handlingsplan efter SPUR-inspektionen 2026-03-12", "Fastställd 2026-06-01")
    assert draft.document_date == date(2026, 6, 1)
