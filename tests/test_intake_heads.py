"""What the head of a plan says of it, as clinics write heads: the unit, the review, the day of the document."""

from __future__ import annotations

from datetime import date

import pytest

from builders_documents import saved
from clinic_tables import filled
from followup.intake.documents import read_document

PLAN = [
    ["Område", "Åtgärd", "Ansvarig", "Klart senast", "Uppföljning"],
    ["B. Handledning", "Kurs bokas", "Studierektor Anna Ek", "2027-01-31", "Årligen"],
]
Told = tuple[str, str, date | None]

HEADS: list[tuple[list[str], Told]] = [
    (
        [
            "# Handlingsplan efter SPUR-granskning 2026-02-10",
            "Ortopediska kliniken, Hallsta sjukhus",
            "Datum: 2026-05-04",
        ],
        ("Ortopediska kliniken, Hallsta sjukhus", "SPUR-granskning 2026-02-10", date(2026, 5, 4)),
    ),
    (
        [
            "# Handlingsplan",
            "| Klinik|Kirurgkliniken Björkås¶Granskning|SPUR 14–15 april 2026¶Datum|2026-06-30¶Ansvarig|Verksamhetschef Per Ås",
        ],
        ("Kirurgkliniken Björkås", "SPUR 14–15 april 2026", date(2026, 6, 30)),
    ),
    (
        [
            "Region Västmo",
            "Psykiatri Södra",
            "# Handlingsplan med anledning av SPUR-inspektion hösten 2025",
            "Fastställd av verksamhetschef 2026-01-15",
        ],
        ("Psykiatri Södra", "SPUR-inspektion hösten 2025", date(2026, 1, 15)),
    ),
    (
        [
            "# Åtgärdsplan Barnkliniken Ekby",
            "Upprättad 12 maj 2026, reviderad 3 september 2026",
        ],
        ("Barnkliniken Ekby", "", date(2026, 9, 3)),
    ),
    (
        [
            "# HANDLINGSPLAN SPUR",
            "Verksamhet: Medicinkliniken, Lasarettet i Torsby västra",
            "Inspektionsdatum: 2026-03-03",
            "Handlingsplanens datum: 2026-05-20",
        ],
        ("Medicinkliniken, Lasarettet i Torsby västra", "2026-03-03", date(2026, 5, 20)),
    ),
    (
        [
            "# Handlingsplan för ST-utbildningen vid Anestesikliniken, Norra sjukhuset",
            "2026-04-22",
        ],
        ("Anestesikliniken, Norra sjukhuset", "", date(2026, 4, 22)),
    ),
    (
        [
            "# Handlingsplan – Vårdcentralen Linden",
            "Gäller efter extern granskning (SPUR) den 9 februari 2026",
            "Dokumentdatum 2026-03-30 Version 1.0",
        ],
        ("Vårdcentralen Linden", "extern granskning (SPUR) den 9 februari 2026", date(2026, 3, 30)),
    ),
    (
        [
            "Handlingsplan SPUR 2026 Hudkliniken",
            "Reviderad: 2026-08-31",
        ],
        ("Hudkliniken", "SPUR 2026", date(2026, 8, 31)),
    ),
    (
        [
            "# Action plan",
            "Department of Emergency Medicine, Westmere Hospital",
            "External review: 12 May 2026",
            "Date of plan: 30 June 2026",
        ],
        ("Department of Emergency Medicine, Westmere Hospital", "12 May 2026", date(2026, 6, 30)),
    ),
    (
        [
            "# Handlingsplan",
            "Akutmottagningen Sunnanby",
            "Uppdaterad augusti 2026",
        ],
        ("Akutmottagningen Sunnanby", "", None),
    ),
    (
        [
            "# Tiltaksplan",
            "Avdeling: Kvinneklinikken, Nordås sykehus",
            "Dato: 15. august 2026",
        ],
        ("Kvinneklinikken, Nordås sykehus", "", date(2026, 8, 15)),
    ),
    (
        [
            "# Handleplan for Neurologisk Afdeling, Vesterå Sygehus",
            "Inspektorbesøg: 4. maj 2026",
            "Udarbejdet 1. juli 2026",
        ],
        ("Neurologisk Afdeling, Vesterå Sygehus", "4. maj 2026", date(2026, 7, 1)),
    ),
    (
        [
            "# Plan för åtgärder efter ST-granskning",
            "Enhet/klinik: VO Kirurgi Östra",
            "Granskad: april 2026",
            "Beslutad: 2026-06-01 av Per Ås, verksamhetschef",
        ],
        ("VO Kirurgi Östra", "april 2026", date(2026, 6, 1)),
    ),
    (
        [
            "# Handlingsplan SPUR Öronkliniken 2026",
            "| Upprättad av|Anna Ek, studierektor¶Upprättad|2026-02-02¶Senast reviderad|2026-08-20",
        ],
        ("Öronkliniken", "", date(2026, 8, 20)),
    ),
    (
        [
            "# Handlingsplan",
            "Klinik: Onkologi",
            "SPUR-granskning genomförd 2026-01-20--21",
            "Svar till Lipus senast 2026-04-30",
            "Datum för upprättande: 2026-04-02",
        ],
        ("Onkologi", "SPUR-granskning genomförd 2026-01-20--21", date(2026, 4, 2)),
    ),
    (
        [
            "# Improvement plan following HEE quality visit, 3 March 2026",
            "Trust: Oakham NHS Trust",
            "Last updated 1 September 2026",
        ],
        ("Oakham NHS Trust", "quality visit, 3 March 2026", date(2026, 9, 1)),
    ),
]
"""Lines of a head: "# " before a heading, "| " before facts in a table."""


def document(lines: list[str]) -> bytes:
    """A Word document with these lines above a plan."""
    import docx

    made = docx.Document()
    for line in lines:
        mark, text = line[:2], line[2:]
        if mark == "# ":
            made.add_heading(text, level=1)
        elif mark == "| ":
            filled(made, [row.split("|") for row in text.split("¶")])
        else:
            made.add_paragraph(line)
    filled(made, PLAN)
    return saved(made)


@pytest.mark.parametrize(("lines", "told"), HEADS, ids=lambda value: str(value[0]))
def test_the_head_says_whose_plan_it_is_and_of_what_day(lines: list[str], told: Told) -> None:
    draft = read_document("head.docx", document(lines), date(2026, 9, 20))
    assert (draft.unit, draft.review, draft.document_date) == told
    assert len(draft.actions) == 1
