"""Makes documents as strangers send them: small tables under a requirement each, odd heads, two pages of columns."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeAlias

from builders_documents import saved, wrapped

Made: TypeAlias = Any
"""A document, table or canvas of a library whose types are its own affair."""


def _filled(document: Made, rows: Sequence[Sequence[str]]) -> Made:
    table = document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    return table


def small_tables_docx() -> bytes:
    """A table for each indicator: the indicator across it, then a head, then one action or two."""
    import docx

    document = docx.Document()
    document.add_heading("Åtgärdsplan SPUR 2026 – Urologen Vikboda", 0)
    head = ["Åtgärd", "Vem ansvarar?", "Slutdatum", "Hur och när sker uppföljning?"]
    forms: list[tuple[str, list[list[str]]]] = [
        (
            "Kvalitetsindikator A3: Det finns minst tre specialister.",
            [["Nyrekrytering av en specialist", "Klinikchef Bertil Åhs", "31 mars 2027", "Vid chefsmöte i april 2027"]],
        ),
        (
            "Kvalitetsindikator D1: Handledning sker minst en timme per månad.",
            [
                ["Handledningstid i schemat", "Schemagruppen", "2026-12-01", "En gång per termin"],
                ["Handledarutbildning för alla", "Rask, Ylva", "under 2027", "Årligen, Bertil Åhs"],
            ],
        ),
    ]
    for indicator, rows in forms:
        table = _filled(document, [[""] * 4, head, *rows])
        table.cell(0, 0).merge(table.cell(0, 3)).text = indicator
        document.add_paragraph("")
    return saved(document)


def odd_heads_xlsx() -> bytes:
    """A list under heads in the maker's own words, with rows that group, ticks, and a sheet of what is done."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "ÅTGÄRDSLISTA"
    heads: list[object] = [
        "#",
        "Vad ska göras?",
        "Varför?",
        "Vem äger frågan?",
        "Färdigt när?",
        "Avstämning",
        "Läge",
        "Utfört datum",
    ]
    rows: list[list[object]] = [
        ["Åtgärdslista ST – Ortopeden Kullavik"],
        ["Senast uppdaterad", date(2026, 8, 17)],
        [],
        heads,
        ["HANDLEDNING"],
        [
            1,
            "Lista över handledare",
            "Ingen vet",
            "Petra Lindh / Jonas Moe",
            date(2026, 10, 1),
            "1 ggr/termin",
            "✔",
            "",
        ],
        [2, "Alla går kurs", "Krav", "Petra Lindh", "våren 2027", "maj och november", "50 %", ""],
        ["JOUR"],
        [3, "Bakjour namnges", "Otydligt", "Schemaansv. Kim Öhrn", date(2026, 9, 15), "kvartalsvis", "Ej startad", ""],
        [4, "Introduktion i tre dagar", "", "ST-chef", 2027, "", "", ""],
        ["Antal åtgärder: 4"],
    ]
    for row in rows:
        sheet.append(row)
    done = book.create_sheet("Klara")
    done.append(heads)
    done.append([9, "Skrivrum", "Trångt", "Jonas Moe", date(2026, 3, 1), "", "Klart", date(2026, 2, 20)])
    return saved(book)


def action_log_xlsx() -> bytes:
    """An English log whose heads are questions, with section rows across all columns."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Action log"
    rows: list[list[object]] = [
        ["Survey action log – Obstetrics, Fairview"],
        [],
        [
            "Item",
            "What needs to be done?",
            "Who is responsible?",
            "By when?",
            "How will progress be monitored?",
            "Status",
            "Date completed",
        ],
        ["WORKLOAD"],
        [1, "Add a registrar", "Dr. Aoife Brennan (clinical lead)", date(2026, 11, 1), "Monthly audit", "In progress"],
        [2, "Weekend cover", "Ward manager", date(2026, 6, 1), "Every quarter", "Complete", date(2026, 5, 20)],
        ["TEACHING"],
        [
            3,
            "Bleep-free teaching",
            "Aoife Brennan / Tom Reilly",
            "Spring 2027",
            "Trainee survey, annually",
            "Not started",
        ],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A4:G4")
    sheet.merge_cells("A7:G7")
    return saved(book)


COLUMNS = ((40, 38), (250, 24), (380, 18), (480, 22), (600, 22), (720, 16))
"""The left edge of each column in points, and its width in signs."""


def two_pages_pdf() -> bytes:
    """Columns without rules on two short pages: the head comes again, and each page begins with a group."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=landscape(A4), invariant=True)
    groups = [
        (
            "Handledning",
            [
                (
                    "Handledare får en timme i veckan för uppdraget, inlagd i schemat.",
                    "Chefssekreterare Gun Holt",
                    "2026-12-01",
                    "Varje halvår",
                    "Rut Salén",
                    "Pågår",
                ),
                (
                    "Årlig handledardag ordnas av studierektorerna tillsammans med länets kliniker.",
                    "Rut Salén, studierektor",
                    "Maj 2027",
                    "Varje år",
                    "Verksamhetschef",
                    "Planerad",
                ),
            ],
        ),
        (
            "Vetenskap",
            [
                ("Kurs i medicinsk vetenskap", "Eva Ny, verksamhetschef", "Löpande", "-", "-", "Klart"),
                (
                    "Seminarier en gång i månaden med kollegor som forskar",
                    "Docent Lis Ytter",
                    "HT 2026",
                    "I december 2026",
                    "Eva Ny",
                    "Ej påbörjat",
                ),
            ],
        ),
    ]
    for number, (name, rows) in enumerate(groups, 1):
        _page(page, number, name, rows)
    page.save()
    return made.getvalue()


def _page(page: Made, number: int, group: str, rows: Sequence[Sequence[str]]) -> None:
    page.setFont("Helvetica", 8)
    page.drawString(40, 20, "Åtgärdsplan Endokrinkliniken Vik")
    page.drawRightString(800, 20, f"sid {number} av 2")
    if number == 1:
        page.setFont("Helvetica-Bold", 16)
        page.drawString(40, 555, "Åtgärdsplan Endokrinkliniken Vik")
    page.setFont("Helvetica-Bold", 10)
    for (left, _), head in zip(
        COLUMNS, ["Åtgärd", "Ansvarig", "Klart senast", "Uppföljning", "Följs upp av", "Status"], strict=True
    ):
        page.drawString(left, 520, head)
    page.drawString(40, 502, group)
    height = 482
    page.setFont("Helvetica", 9)
    for row in rows:
        cells = [wrapped(text, width) for text, (_, width) in zip(row, COLUMNS, strict=True)]
        for index in range(max(map(len, cells))):
            for (left, _), lines in zip(COLUMNS, cells, strict=True):
                page.drawString(left, height, lines[index] if index < len(lines) else "")
            height -= 11
        height -= 9
    page.showPage()


def narrow_pdf() -> bytes:
    """A drawn table with narrow columns: words too long for their cells are broken without a hyphen, areas span rows."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    small = ParagraphStyle("small", fontName="Helvetica", fontSize=8, leading=9.5)
    rows = [
        ["Område", "Åtgärd", "Ansvarig", "Klart senast", "Uppföljning", "Status"],
        [
            "D. Tjänstgöringens uppläggning",
            "Placering på intensivvårdsavdelning förlängs till tre månader.",
            "Studierektor Åke Hedin",
            "2027-01-01",
            "Årligen, april",
            "Pågår",
        ],
        ["", "Jourkompetens bedöms före första jour.", "Överläkarna", "Löpande", "Halvårsvis", "Ej påbörjad"],
        ["G. Teori", "Fem dagar per år för självstudier.", "Åke Hedin", "Juni 2026", "Vid utvecklingssamtal", "Klar"],
    ]
    table = Table([[Paragraph(text, small) for text in row] for row in rows], colWidths=[80, 165, 80, 65, 70, 60])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (0, 2))]))
    made = io.BytesIO()
    large = ParagraphStyle("large", fontName="Helvetica-Bold", fontSize=18, leading=22)
    title = Paragraph("Handlingsplan för anestesikliniken och intensivvården, Vassbacka lasarett", large)
    SimpleDocTemplate(made, pagesize=A4, invariant=1).build([title, Paragraph("Reviderad 2026-06-10", small), table])
    return made.getvalue()


def stacked_docx() -> bytes:
    """A form for each action whose labels stand above their values, three to a row."""
    import docx

    document = docx.Document()
    document.add_heading("Blankett för handlingsplan", 1)
    document.add_paragraph("Klinik: Urologiska kliniken Fors")
    upper, lower = ["Brist", "Åtgärd", "Ansvarig"], ["Klart senast", "Uppföljning", "Ansvarig för uppföljning"]
    for above, below in (
        (["Lärs ut för sent", "Simulator första veckan", "Per Holt"], ["2026-11-15", "Varje år", "Jill Asp"]),
        (["Granskas inte", "Granskning i grupp", "Jill Asp"], ["HT 2026", "En gång per termin", "Per Holt"]),
    ):
        _filled(document, [upper, above, lower, below])
        document.add_paragraph("")
    return saved(document)


def bullets_docx() -> bytes:
    """Headings and bullets, who and when in brackets after what is to be done."""
    import docx

    document = docx.Document()
    document.add_heading("Åtgärdsplan efter ST-granskning – Allergimottagningen Sjövik", 1)
    for heading, items in (
        ("Struktur", ["Uppdragsbeskrivning skrivs (Mikaela Rönn, 2026-12-01)", "Lista anslås (sekreteraren, snarast)"]),
        ("Process", ["Medsittning varje månad (samtliga handledare, löpande)"]),
    ):
        document.add_heading(heading, 2)
        for text in items:
            document.add_paragraph(text, style="List Bullet")
    return saved(document)


MADE: dict[str, Callable[[], bytes]] = {
    "small_tables.docx": small_tables_docx,
    "odd_heads.xlsx": odd_heads_xlsx,
    "action_log.xlsx": action_log_xlsx,
    "two_pages.pdf": two_pages_pdf,
    "narrow.pdf": narrow_pdf,
    "stacked.docx": stacked_docx,
    "bullets.docx": bullets_docx,
}
