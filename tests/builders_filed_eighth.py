"""Makes an eighth lot of files: facts in a table first, spans over who and when, lists of minutes, what is signed below."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from builders_documents import saved
from clinic_tables import Made, filled

TEXTS = Path(__file__).parent / "documents" / "filed"
NUMBERED = (
    (
        "1. Handledarutbildning",
        "Fyra av tio handledare saknar handledarutbildning.",
        "Samtliga handledare anmäls till kurs under hösten.",
        ("Studierektor Hilma Berg", "2026-12-31", "2027-03-31", "Verksamhetschef Assar Lind"),
    ),
    (
        "2. Introduktion",
        "Nya ST-läkare får ingen planerad introduktion.",
        "Ett introduktionsprogram på två veckor införs.",
        ("Överläkare Mona Ris", "Januari 2027", "Vid varje nyanställning", "Hilma Berg"),
    ),
    (
        "3. Forskning",
        "Tid för vetenskapligt arbete avsätts inte.",
        "Tio veckor läggs in i varje ST-läkares utbildningsplan.",
        ("Huvudhandledare", "Löpande", "Årligen", "Hilma Berg"),
    ),
)


def facts_docx() -> bytes:
    """The plan's own data in a table, then a numbered heading for each action and its labels in bold."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan efter SPUR-granskning", 0)
    facts = [
        ["Verksamhet", "Medicinkliniken Eksnäs lasarett"],
        ["Granskningsdatum", "2026-02-25"],
        ["Handlingsplan upprättad", "2026-05-11"],
        ["Kontaktperson", "Studierektor Hilma Berg"],
    ]
    filled(document, facts).style = "Table Grid"
    document.add_paragraph("Nedan redovisas de åtgärder som kliniken vidtar med anledning av granskningen.")
    labels = ("Brist", "Åtgärd", "Ansvarig", "Tidpunkt", "Uppföljning", "Ansvarig för uppföljning")
    for heading, need, measure, others in NUMBERED:
        document.add_heading(heading, 2)
        for label, text in zip(labels, (need, measure, *others), strict=True):
            line = document.add_paragraph()
            line.add_run(f"{label}: ").bold = True
            line.add_run(text)
    return saved(document)


def spans_xlsx() -> bytes:
    """Two rows of heads with spans, areas merged downwards, the day in a cell of its own, a remark at the foot."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "HP 2026"
    page["B2"], page["B3"] = "Handlingsplan ST 2026", "Kvinnokliniken Ryssby sjukhus"
    page["E3"], page["F3"] = "Reviderad", date(2026, 6, 8)
    rows: Sequence[Sequence[object]] = (
        (None, "Område", "Brist", "Åtgärd", "Genomförande", None, "Uppföljning", None, "Läge"),
        (None, None, None, None, "Vem", "När", "Vem", "När", None),
        (None, "C. Lokaler och utrustning", "Simulator saknas.", "Simulator lånas av universitetssjukhuset.",
         "Enhetschef Li Norr", date(2026, 10, 30), "Studierektor Eva Storm", date(2027, 1, 29), "Pågår"),
        (None, None, "Ultraljudsmaskin räcker inte till.", "Begagnad maskin köps in.",
         "Verksamhetschef Dag Ulv", "Q1 2027", "Eva Storm", "Maj 2027", "Ej påbörjad"),
        (None, "E. Handledning", "Handledning saknar struktur.", "Samtalsmall införs.",
         "Samtliga handledare", "Klart", "Eva Storm", "Terminsvis", "Klar 2026-05-20"),
        (),
        (None, "Planen skickas till ST-kansliet senast 2026-06-30."),
    )  # fmt: skip
    for row in rows:
        page.append(list(row))
    for span in ("E4:F4", "G4:H4", "B4:B5", "C4:C5", "D4:D5", "I4:I5", "B6:B7"):
        page.merge_cells(span)
    return saved(book)


def boxes_docx() -> bytes:
    """Boxes for yes and no, rows that nobody has filled in, a template's name in the head of the page."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Region Tallåsen – mall handlingsplan version 4"
    document.add_heading("Handlingsplan", 1)
    for line in ("Enhet: Neurologkliniken Tallåsen", "Datum: 2026-08-31"):
        document.add_paragraph(line)
    done, open_ = "☒ Ja ☐ Nej", "☐ Ja ☒ Nej"
    rows = [
        ["Förbättringsområde", "Åtgärd", "Ansvarig", "Datum för genomförande", "Genomfört (ja/nej)", "Uppföljningsdatum"],
        ["Rondundervisning", "Undervisning på ronden varje onsdag", "Överläkare Karl Vik", "2026-10-01", open_, "2027-01-15"],
        ["Kompetensportfölj", "Genomgång av portföljen vid varje handledarsamtal", "Huvudhandledare", "2026-09-15", done, "2027-02-01"],
        ["Bakjourens roll", "Skriftlig instruktion", "Verksamhetschef Sara Hov", "november 2026", open_, "Våren 2027"],
        ["", "", "", "", "☐ Ja ☐ Nej", ""],
        ["", "", "", "", "☐ Ja ☐ Nej", ""],
    ]  # fmt: skip
    filled(document, rows).style = "Table Grid"
    document.add_paragraph("Underskrift verksamhetschef: ______________")
    return saved(document)


def signed_docx() -> bytes:
    """A table under a bare title; whose it is and of what day stands below it."""
    import docx

    document = docx.Document()
    document.add_heading("Åtgärdslista ST", 1)
    rows = [
        ["Krav", "Åtgärd", "Ansvarig", "Klart senast", "Uppföljning"],
        ["Skriftlig introduktion ska finnas", "Introduktionshäfte skrivs", "Studierektor Jon Ahl", "2026-10-01", "2027-01-15"],
        ["Handledare ska ha kurs", "Kurs bokas", "Jon Ahl", "VT 2027", "Årligen"],
    ]  # fmt: skip
    filled(document, rows).style = "Table Grid"
    document.add_paragraph("")
    document.add_paragraph("Fastställd av verksamhetschefen vid Kirurgkliniken Almby 2026-06-15")
    return saved(document)


SURVEY = (
    (
        "Trainees report a heavy workload at weekends.",
        "A third junior doctor joins the weekend rota.",
        ("Rota Lead Finn Carrow", "1 October 2026", "Monthly until March 2027", "In progress"),
    ),
    (
        "Feedback from supervisors is rare.",
        "Supervisors give written feedback at the end of each month.",
        ("All clinical supervisors", "With immediate effect", "January 2027", "Not started"),
    ),
)


def survey_pdf() -> bytes:
    """A drawn form for each concern: long texts across it, short ones two on a row."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()

    def said(text: str) -> Made:
        return Paragraph(text, styles["Normal"])

    look: list[Made] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    look += [("SPAN", (1, row), (3, row)) for row in (0, 1)]
    story: list[Made] = [Paragraph("Action plan following trainee survey", styles["Title"])]
    story += [said("Harbour View Hospital"), said("Version 1, 6 July 2026")]
    for need, measure, (lead, due, monitoring, state) in SURVEY:
        rows = [
            [said("<b>Concern</b>"), said(need), "", ""],
            [said("<b>Action</b>"), said(measure), "", ""],
            [said("<b>Lead</b>"), said(lead), said("<b>Deadline</b>"), said(due)],
            [said("<b>Monitoring</b>"), said(monitoring), said("<b>Status</b>"), said(state)],
        ]
        story += [Spacer(1, 16), Table(rows, colWidths=[80, 170, 80, 170], style=look)]
    made = io.BytesIO()
    SimpleDocTemplate(made, invariant=1).build(story)
    return made.getvalue()


def _text(name: str) -> Callable[[], bytes]:
    return (TEXTS / name).read_bytes


MADE: dict[str, Callable[[], bytes]] = {
    "facts.docx": facts_docx,
    "spans.xlsx": spans_xlsx,
    "boxes.docx": boxes_docx,
    "signed.docx": signed_docx,
    "survey.pdf": survey_pdf,
    **{
        name: _text(name)
        for name in ("asked_thrice.txt", "headed.md", "tasks_us.csv", "effort.txt", "counted_needs.txt")
    },
}
