"""Makes documents as clinics answer a review: goals beside actions, boards, letters, self-assessments, panels."""

from __future__ import annotations

from collections.abc import Callable

from builders_documents import saved
from clinic_tables import merged, rows_of, sheet_of, table_pdf


def goals_xlsx() -> bytes:
    """Heads that ask: what is to be reached, done, by whom; how and by whom it is followed up in one column; lights."""
    above = ["Handlingsplan för bättre ST – Ortopedkliniken Sjövalla", "Version 3, 2026-08-31"]
    book, page = sheet_of("goals", "Handlingsplan", above)
    page.merge_cells("C6:C7")
    page.merge_cells("A1:H1")
    return saved(book)


def skema_xlsx() -> bytes:
    """A Danish list whose areas and goals are merged over two rows."""
    above = ["Handleplan for uddannelse, Ortopædkirurgisk Afdeling, Vestby", "Opdateret d. 20-08-2026"]
    book, page = sheet_of("skema", "Handleplan", above)
    page.merge_cells("B5:B6")
    page.merge_cells("A5:A6")
    return saved(book)


def board_pdf() -> bytes:
    """A board without lines between its cells: bold rows group the actions, the head comes again on each page."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape

    rows = rows_of("board")
    bold = [place for place, row in enumerate(rows) if place == 0 or not row[1]]
    shown = [[f"<b>{text}</b>" if place in bold else text for text in row] for place, row in enumerate(rows)]
    look = [
        ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
        ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 1, colors.black),
    ]
    size = (landscape(A4)[0], 300)
    return table_pdf(shown, 8, [230, 130, 80, 80, 80, 110], look, size, ["Åtgärdstavla ST, Akutkliniken Norrbro"])


def matrix_pdf() -> bytes:
    """An English matrix in narrow cells over two pages; "How we will know" tells how it is followed up."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    look = [("GRID", (0, 0), (-1, -1), 0.4, colors.black)]
    above = ["Action plan: quality panel feedback", "Acute Medicine, Riverside Hospital – 12 August 2026"]
    return table_pdf(rows_of("matrix"), 7.5, [60, 90, 120, 78, 58, 70, 52], look, (A4[0], 400), above)


def reply_docx() -> bytes:
    """A letter whose numbered paragraphs each tell a topic, the action, and labels in the same breath."""
    import docx

    document = docx.Document()
    for line in (
        "Till ST-kansliet",
        "Svar på granskningsrapport – Hudmottagningen Ekvik",
        "2026-08-10",
        "Med anledning av rapporten lämnar vi följande handlingsplan:",
    ):
        document.add_paragraph(line)
    for topic, text, *values in rows_of("reply"):
        told = " ".join(
            f"{label}: {value}." for label, value in zip(("Ansvarig", "Klart", "Uppföljning"), values, strict=True)
        )
        document.add_paragraph(f"{topic} {text} {told}", style="List Number")
    for line in ("Med vänlig hälsning", "Alba Nyström"):
        document.add_paragraph(line)
    return saved(document)


def review_docx() -> bytes:
    """A self-assessment: a form for each requirement, whether it is met, and who and when in one field."""
    import docx

    document = docx.Document()
    document.add_heading("Egenvärdering och förbättringsplan", level=0)
    document.add_paragraph("Verksamhet: Geriatrik Almby")
    document.add_paragraph("Datum: 2026-06-12")
    for form in ("requirement", "requirement-2", "requirement-3"):
        rows = rows_of(form)
        table = document.add_table(rows=len(rows), cols=2)
        table.style = "Table Grid"
        for place, (label, value) in enumerate(rows):
            table.cell(place, 0).text, table.cell(place, 1).text = label, value
        document.add_paragraph("")
    return saved(document)


def recommendations_docx() -> bytes:
    """English headings that count recommendations, and under each a list of labels and values."""
    import docx

    document = docx.Document()
    document.add_heading("Implementation of review recommendations", level=0)
    document.add_paragraph("Ophthalmology Unit, Castle Hospital. Last updated: 2 September 2026")
    for number, (need, *values) in enumerate(rows_of("recommendations"), 1):
        document.add_heading(f"Recommendation {number}", level=1)
        document.add_paragraph(need)
        for label, value in zip(
            ("Action", "By whom", "By when", "Evidence", "Follow-up", "Status"), values, strict=True
        ):
            document.add_paragraph(f"{label}: {value}", style="List Bullet")
    return saved(document)


def merged_docx() -> bytes:
    """A landscape table in which one shortcoming, its area's letter before it, stands beside two actions."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_paragraph("Handlingsplan utifrån SPUR-rapport 2026-02-18").runs[0].bold = True
    document.add_paragraph("Klinik: Urologen, Tallsjö sjukhus     Upprättad av: Mirja Sten     Datum: 2026-04-27")
    rows = rows_of("merged")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    merged(table, (1, 0), (2, 0))
    merged(table, (3, 0), (4, 0))
    return saved(document)


MADE: dict[str, Callable[[], bytes]] = {
    "goals.xlsx": goals_xlsx,
    "skema.xlsx": skema_xlsx,
    "board.pdf": board_pdf,
    "matrix.pdf": matrix_pdf,
    "reply.docx": reply_docx,
    "review.docx": review_docx,
    "recommendations.docx": recommendations_docx,
    "merged.docx": merged_docx,
}
