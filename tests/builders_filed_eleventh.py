"""Makes an eleventh lot of files: a form turned on its side below a title, hints as questions, cells without room."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from builders_documents import saved
from clinic_tables import Made

TEXTS = Path(__file__).parent / "documents" / "filed"
HINTED: Sequence[Sequence[str]] = (
    ("Handlingsplan", "", "", "", "Version 3 – 2026-09-11"),
    ("Enhet: Palliativ vård Björkliden",),
    ("Krav", "Åtgärd", "Ansvarig", "Klart senast (ÅÅÅÅ-MM-DD)", "Uppföljning (datum eller intervall)", "Status (välj)"),
    ("Vad säger föreskriften?", "Vad ska vi göra?", "Namn och roll"),
    ("Teambaserad träning", "Teamträning ordnas två gånger per år", "Sjuksköterska Disa Wik / läkare Jo Hahn",
     "2026-12-15", "2 ggr per år", "Pågår"),
    ("Etikrond", "Etikrond startas", "Överläkare Jo Hahn", "2027-02-28", "Maj 2027", "Ej påbörjad"),
    ("Läkemedel", "Ny läkemedelslista", "Apotekare Ann Sund", "2026-05-30", "–", "Klart"),
)  # fmt: skip
SIDEWAYS: Sequence[Sequence[object]] = (
    ("Tiltaksplan – Øyeavdelingen, Havnes sykehus",),
    ("Dato", date(2026, 6, 1)),
    (),
    ("", "Tiltak 1", "Tiltak 2"),
    ("Mangel", "Lite operasjonstrening", "Ingen journalklubb"),
    ("Tiltak", "Egen LIS-liste hver fredag", "Journalklubb hver måned"),
    ("Ansvarlig", "Seksjonsleder Ida Holm", "LIS Per Vik"),
    ("Frist", date(2026, 9, 1), "høsten 2026"),
    ("Oppfølging", "Kvartalsvis", "Januar 2027"),
)


TIGHT: Sequence[Sequence[str]] = (
    ("Requirement", "Action", "Owner", "Target date", "Review date", "Reviewed by", "Status"),
    ("Trainees must have a named supervisor", "Supervisors are allocated before trainees start",
     "Training Lead Dr Grace Obi", "31 August 2026", "January 2027", "Clinical Director", "In progress"),
    ("Protected teaching must be delivered", "Teaching is moved to Thursday lunchtime and recorded",
     "Dr Neil Watts, Consultant Radiologist", "Q4 2026", "Twice a year", "Training Lead", "Not started"),
    ("Incident learning must be shared", "Monthly learning bulletin is circulated", "Governance Manager", "Ongoing",
     "Annually", "Dr Grace Obi", "Completed"),
)  # fmt: skip


def tight_pdf() -> bytes:
    """A drawn table whose cells leave a point between their words and their edges, as sheets are printed."""
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    small = ParagraphStyle("small", parent=styles["Normal"], fontSize=9, leading=10.8)
    look: list[Made] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    look += [(f"{side}PADDING", (0, 0), (-1, -1), 1) for side in ("LEFT", "RIGHT")]
    plan = Table([[Paragraph(cell, small) for cell in row] for row in TIGHT], colWidths=[80] * 7, style=look)
    story: list[Made] = [Paragraph("Action Plan", styles["Title"])]
    above = ("Department of Radiology, Eastbrook Hospital", "Prepared on 12 June 2026")
    story += [Paragraph(line, styles["Normal"]) for line in above]
    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=(842, 595), invariant=1).build([*story, Spacer(1, 10), plan])
    return made.getvalue()


def _sheet(rows: Sequence[Sequence[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    return saved(book)


MADE: dict[str, Callable[[], bytes]] = {
    "tight.pdf": tight_pdf,
    "hinted.xlsx": lambda: _sheet(HINTED),
    "sideways.xlsx": lambda: _sheet(SIDEWAYS),
    **{name: (TEXTS / name).read_bytes for name in ("ruled_off.md", "taking_part.csv", "remarked.md")},
}
