"""Makes a third lot of files: forms in four columns, a sheet for each area, spans in print, dropped-down answers."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from builders_documents import saved
from builders_filed import rows_of
from clinic_tables import Made, filled, merged, table_pdf, typed


def klinisk_docx() -> bytes:
    """A form in four columns for each action: two labels on a row, long values over three columns."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan efter SPUR", level=1)
    document.add_paragraph("Klinisk fysiologi, Ljungby norra sjukhus")
    document.add_paragraph("Granskningen genomfördes 2026-03-04. Planen fastställdes 2026-06-01.")
    for name in ("klinisk-1", "klinisk-2"):
        rows = [row if len(row) == 4 else [*row, "", ""] for row in rows_of(name)]
        table = filled(document, rows)
        table.style = "Table Grid"
        for place, row in enumerate(rows_of(name)):
            if len(row) == 2:
                merged(table, (place, 1), (place, 3))
        document.add_paragraph("")
    return saved(document)


def flera_xlsx() -> bytes:
    """A sheet for each area, all with the same head, the plan's own data on the first."""
    import openpyxl

    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Start"
    first["A1"], first["B1"] = "Klinik", "Infektionskliniken Tallmo"
    first["A2"], first["B2"] = "Handlingsplan upprättad", "2026-06-30"
    for title, name in (("A Struktur", "flera-a"), ("B Handledning", "flera-b")):
        page = book.create_sheet(title)
        for row in rows_of(name):
            page.append([typed(text) or None for text in row])
    return saved(book)


def njur_pdf() -> bytes:
    """Two rows of heads with spans over who and when, and areas that run across."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape

    rows = rows_of("njur")
    across = [place for place, row in enumerate(rows) if place > 1 and not any(row[1:])]
    spans = [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 3, 0), (4, 0, 6, 0), *((0, place, 6, place) for place in across)]
    look: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    look += [("SPAN", (left, top), (right, bottom)) for left, top, right, bottom in spans]
    above = ["Handlingsplan Njurmedicinska kliniken Öresta", "SPUR-granskning oktober 2025, plan daterad 2026-01-19"]
    return table_pdf(rows, 9, [150, 190, 110, 70, 90, 90, 70], look, landscape(A4), above)


def dansk_csv() -> bytes:
    """A Danish list as an office saves it, with the letters of Windows and line breaks in quotation marks."""
    drawn = "\n".join(";".join(row) for row in rows_of("dansk"))
    return drawn.replace("\\n", "\n").replace("\n", "\r\n").encode("cp1252")


def avdelning_md() -> bytes:
    """Headings of areas with a table each."""
    lines = ["# Handlingsplan ST – Anestesikliniken Storvik", "", "Uppdaterad 2026-08-30 av Ruben Hall", ""]
    for heading, name in (("C. Lärande", "md-c"), ("G. Vetenskap", "md-g")):
        rows = [row[1:-1] for row in rows_of(name)]
        drawn = [f"| {' | '.join(row)} |" for row in rows]
        lines += [f"## {heading}", "", drawn[0], "|" + " --- |" * len(rows[0]), *drawn[1:], ""]
    return "\n".join(lines).encode()


def nhs_docx() -> bytes:
    """An English plan with facts in a table first, numbered recommendations, a running head."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "OFFICIAL – Saltmere University Hospitals NHS Trust"
    document.add_heading("Action plan: Trauma and Orthopaedics", level=1)
    facts = [
        ["Trust", "Saltmere University Hospitals NHS Trust"],
        ["Review", "Quality visit, 11 May 2026"],
        ["Plan agreed", "3 July 2026"],
    ]
    filled(document, facts).style = "Table Grid"
    document.add_paragraph("")
    filled(document, rows_of("nhs")).style = "Table Grid"
    return saved(document)


HELSE = ("Område", "Funn", "Tiltak", "Ansvarlig", "Frist", "Oppfølging", "Ansvarlig for oppfølging", "Status")


def helse_pdf() -> bytes:
    """Norwegian forms in printed columns: labels to the left, their values to the right."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    normal, bold = styles["Normal"], styles["Normal"].clone("bold", fontName="Helvetica-Bold")
    story: list[Made] = [
        Paragraph("Tiltaksplan for LIS-utdanningen", styles["Title"]),
        Paragraph("Ortopedisk avdeling, Vestvåg sykehus", normal),
        Paragraph("Vedtatt i ledermøte 18.08.2026", normal),
        Spacer(1, 12),
    ]
    for place, row in enumerate(rows_of("helse"), 1):
        pairs = [[Paragraph(name, bold), Paragraph(text, normal)] for name, text in zip(HELSE, row, strict=True)]
        story += [Paragraph(f"<b>Tiltak {place}</b>", normal), Table(pairs, colWidths=[110, 330], hAlign="LEFT")]
    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=(A4[0], 420), invariant=1).build(story)
    return made.getvalue()


def ar_xlsx() -> bytes:
    """Years as rows of their own above actions that name only months."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Aktiviteter ST-utbildningen, Kvinnokliniken Märsby"])
    page.append(["Framtagen 2026-08-10"])
    page.append([])
    for row in rows_of("ar"):
        page.append([text or None for text in row])
    return saved(book)


PUNKTER = (
    (
        "Handledning",
        (
            (
                "Alla ST-läkare får en handledare vid anställningens början. Ansvarig: enhetschef Nina Stål. Klart: "
                "1 december 2026. Uppföljning: årligen i samband med medarbetarsamtalet."
            ),
            (
                "Handledarträffar införs. Ansvarig: studierektor Bengt Ivar Roth. Klart: våren 2027. Uppföljning: "
                "december 2027 av verksamhetschefen."
            ),
        ),
    ),
    (
        "Kommunikation och ledarskap",
        (
            (
                "Ledarskapskurs erbjuds från år tre. Ansvarig: Bengt Ivar Roth. Klart: löpande. Uppföljning: vid "
                "revidering av utbildningsprogrammet."
            ),
        ),
    ),
)


def punkter_docx() -> bytes:
    """Numbered headings and under each a list of actions that tell who, when and how in the same breath."""
    import docx

    document = docx.Document()
    document.add_heading("Åtgärdsplan för ST", level=0)
    document.add_paragraph("Allmänmedicin, Kvarnens vårdcentral")
    document.add_paragraph("SPUR-granskad november 2025. Planen antogs 2026-02-02.")
    for number, (topic, actions) in enumerate(PUNKTER, 1):
        document.add_heading(f"{number}. {topic}", level=2)
        for action in actions:
            document.add_paragraph(action, style="List Bullet")
    return saved(document)


MADE: dict[str, Callable[[], bytes]] = {
    "klinisk.docx": klinisk_docx,
    "flera.xlsx": flera_xlsx,
    "njur.pdf": njur_pdf,
    "dansk.csv": dansk_csv,
    "avdelning.md": avdelning_md,
    "nhs.docx": nhs_docx,
    "helse.pdf": helse_pdf,
    "ar.xlsx": ar_xlsx,
    "punkter.docx": punkter_docx,
}
