"""What extractions leave of a document: pages that only their numbers tell, labels run in with their values, feet."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from followup.domain.drafts import Draft
from followup.intake.documents import read_document

DAY = date(2027, 1, 15)
FIELDS = ("Planerad åtgärd", "Ansvarig", "Klart senast", "Uppföljning")
ACTIONS = (
    ("Ny pärm till alla som randar.", "Pia Rask", "31 mars 2027", "Årligen i maj"),
    ("Två sit-in per termin.", "Alla handledare", "Från och med HT 2027", "Varje termin"),
    ("Studietid läggs i schemat.", "Olle Ström", "Löpande", "Varje år"),
)


def read(text: str) -> Draft:
    """The draft of a text."""
    return read_document("plan.txt", text.encode(), DAY)


def told(draft: Draft) -> list[tuple[str, str, str, str]]:
    """What is done, by whom, until when and how it is followed up, of each action."""
    return [(one.measure, one.responsible_text, one.due.text, one.follow_up_text) for one in draft.actions]


def form(values: tuple[str, ...]) -> list[str]:
    """The lines of one action, its labels above their values."""
    return [line for pair in zip(FIELDS, values, strict=True) for line in pair]


@pytest.mark.parametrize("broken_at", range(1, 9))
@pytest.mark.parametrize("is_foot", [False, True])
def test_the_heads_and_feet_of_pages_are_no_part_of_a_plan_wherever_a_page_ends(broken_at: int, is_foot: bool) -> None:
    lines = [line for values in ACTIONS for line in form(values)]
    parts = (lines[:broken_at], lines[broken_at : broken_at + 10], lines[broken_at + 10 :])
    rows: list[str] = []
    for number, part in enumerate(parts, 1):
        furniture = ["Ögonkliniken, Kalvsund", f"Dnr 14 Sida {number} av 3"]
        title = ["HANDLINGSPLAN"] if number == 1 else []
        rows += [*title, *part, *furniture] if is_foot else [*furniture, *title, *part]

    assert told(read("\n".join(rows))) == list(ACTIONS)


def test_labels_run_in_with_their_values_are_known_also_where_some_stand_alone() -> None:
    lines = [
        line
        for values in ACTIONS
        for label, value in zip(FIELDS, values, strict=True)
        for line in ([label, value] if len(value) > 25 else [f"{label} {value}"])
    ]

    assert told(read("\n".join(["HANDLINGSPLAN", *lines]))) == list(ACTIONS)


def test_the_foot_of_a_single_page_is_no_row_of_its_table() -> None:
    made = BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    rows = [[Paragraph(cell, style) for cell in row] for row in (FIELDS, *ACTIONS)]

    def foot(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.drawString(80, 30, "Dnr 14")
        canvas.drawString(300, 30, "Sida 1 av 1")

    SimpleDocTemplate(made, pagesize=landscape(A4)).build(
        [Table(rows, colWidths=[250, 120, 120, 120])], onFirstPage=foot
    )

    assert told(read_document("plan.pdf", made.getvalue(), DAY)) == list(ACTIONS)
