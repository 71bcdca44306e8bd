"""Makes documents as clinics fill in their hospitals' templates: merged heads, narrow cells, sums, rows that go on."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

from builders_documents import saved
from clinic_tables import Made, filled, merged, rows_of, typed_rows_of


def template_docx() -> bytes:
    """A region's template: a table as letterhead, then a landscape table with a head of two rows and areas down rows."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    head = filled(
        document,
        [
            ["Region Norrhav", "Handlingsplan", "Dokumentnr 4471", "Sida 1 (2)"],
            [
                "Verksamhet: Kirurgkliniken Storvik",
                "Fastställd av: Maj Ottosson",
                "Gäller från: 2026-05-18",
                "Version 1.0",
            ],
        ],
    )
    merged(head, (0, 0), (0, 1))
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    document.add_heading("Handlingsplan efter extern granskning av ST", level=1)
    document.add_paragraph("Planen har tagits fram av klinikledningen tillsammans med ST-läkarna.")
    rows = rows_of("template")
    table = filled(document, rows)
    table.style = "Table Grid"
    for column in range(5):
        merged(table, (0, column), (1, column))
    merged(table, (0, 5), (0, 7))
    merged(table, (2, 0), (3, 0))
    merged(table, (4, 0), (5, 0))
    return saved(document)


def deviations_xlsx() -> bytes:
    """A quality system's list: a legend above, dates of registering, causes, effects followed up, a sum below."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Åtgärdslista"
    sheet["A1"] = "Åtgärdslista ST-granskning – Medicinkliniken Östervåla sjukhus"
    sheet["A2"] = "Utskriven: 2026-08-28"
    sheet["D2"] = "Röd = försenad, gul = pågår, grön = klar"
    sheet.append([])
    sheet.append(
        [
            "ID",
            "Registrerad",
            "Avvikelse",
            "Orsak",
            "Beslutad åtgärd",
            "Åtgärdsansvarig",
            "Slutdatum",
            "Status",
            "Effektuppföljning",
            "Uppföljningsansvarig",
        ]
    )
    for row in typed_rows_of("deviations"):
        sheet.append(row)
    sheet.append([])
    sheet.append(["", "", "Antal åtgärder totalt:", 4])
    sheet.append(["", "", "Varav öppna:", 3])
    sheet.auto_filter.ref = "A4:J8"
    sheet.freeze_panes = "A5"
    return saved(book)


def wrapped_pdf() -> bytes:
    """A drawn table with seven narrow columns on two pages, the head repeated, a running head and foot."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    styles = getSampleStyleSheet()
    small = styles["Normal"].clone("small", fontSize=7, leading=8.4)
    rows = rows_of("wrapped")
    cells = [[Paragraph(text.replace("\n", "<br/>"), small) for text in row] for row in rows]
    table = Table(cells, repeatRows=1, colWidths=[26, 62, 84, 128, 56, 66, 74])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    made = io.BytesIO()
    document = SimpleDocTemplate(made, pagesize=(A4[0], 420), leftMargin=48, rightMargin=48, topMargin=60, invariant=1)
    title = [Paragraph("Åtgärdsplan med anledning av SPUR-inspektion", styles["Title"])]
    document.build([*title, table], onFirstPage=_running, onLaterPages=_running)
    return made.getvalue()


def _running(page: Made, document: Made) -> None:
    page.setFont("Helvetica", 7)
    page.drawString(48, 400, "Ortopedkliniken, Lasarettet i Bergaby")
    page.drawRightString(545, 400, "Upprättad 2026-08-14")
    page.drawCentredString(300, 20, f"Sida {document.page} av 2")


def areas_docx() -> bytes:
    """A table for each area with its name across the first row, and how, when and who of the follow-up in one cell."""
    import docx

    document = docx.Document()
    document.add_heading("Plan för åtgärder – ST i klinisk fysiologi", level=0)
    document.add_paragraph("Klinisk fysiologi, Hamnsjukhuset")
    document.add_paragraph("Framtagen den 3 juni 2026 efter SPUR-granskning i mars 2026")
    heads = ["Vad ska göras?", "Vem ansvarar?", "När ska det vara klart?", "Hur och när följer vi upp?"]
    tables = [
        (
            "Område A: Verksamheten",
            [
                [
                    "Antalet undersökningar per ST-läkare redovisas varje månad",
                    "Enhetschef Lovisa Brandt",
                    "Okt 2026",
                    "Genomgång på läkarmötet varje kvartal",
                ],
                ["Ny ultraljudsapparat upphandlas", "Lovisa Brandt", "sommaren 2027", "-"],
            ],
        ),
        (
            "Område E: Utbildningsklimat",
            [
                [
                    "ST-läkarna får en stående punkt på läkarmötet",
                    "ST-läkarna",
                    "Genomfört",
                    "Årlig enkät i november, Lovisa Brandt",
                ],
                [
                    "En gemensam introduktion med radiologen prövas",
                    "Studierektor Ivar Qvist",
                    "1 mars 2027",
                    "Efter första omgången",
                ],
            ],
        ),
    ]
    for title, rows in tables:
        table = filled(document, [[title, "", "", ""], heads, *rows])
        merged(table, (0, 0), (0, 3))
        document.add_paragraph("")
    document.add_paragraph("Planen revideras en gång per år av verksamhetschef Hjördis Flink.")
    return saved(document)


def rounds_xlsx() -> bytes:
    """A list with two columns of follow-ups to come, what came out of them, and the year as a heading between rows."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2026"
    sheet["A1"] = "Handlingsplan specialiseringstjänstgöring"
    sheet["A2"] = "Enhet"
    sheet["B2"] = "Anestesikliniken Fjällbo"
    sheet["A3"] = "Senast ändrad"
    sheet["B3"] = date(2026, 8, 17)
    sheet.append([])
    sheet.append(
        [
            "Nr",
            "Förbättringsområde",
            "Aktivitet",
            "Ansvarig person",
            "Deadline",
            "Uppföljning 1",
            "Uppföljning 2",
            "Utfall",
        ]
    )
    for row in typed_rows_of("rounds"):
        sheet.append(row)
    for column in "FG":
        for place in range(6, 10):
            sheet[f"{column}{place}"].number_format = "yyyy-mm-dd"
    return saved(book)


def improvement_docx() -> bytes:
    """An English quality improvement plan: landscape, a head across, progress told in words, a rating by letters."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_heading("Quality Improvement Plan – Postgraduate Training", level=1)
    document.add_paragraph("Department: Emergency Medicine, Westmere Infirmary")
    document.add_paragraph("Visit: External quality visit, 12 February 2026")
    document.add_paragraph("Date of plan: 30 March 2026")
    rows = rows_of("improvement")
    table = filled(document, rows)
    merged(table, (0, 0), (0, 6))
    merged(table, (2, 1), (3, 1))
    return saved(document)


def response_pdf() -> bytes:
    """An English answer to a visit: a boxed requirement each, labels to the left in bold, over three pages."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    forms = [
        [
            ("Requirement 1", "Every trainee must have a named clinical supervisor for each placement."),
            (
                "Action planned",
                "The rota office assigns a supervisor before the placement begins. The name is shown in the e-portfolio and on the ward board.",
            ),
            ("Person responsible", "Dr Helen Marsh, Training Programme Director"),
            ("Timescale", "By 1 November 2026"),
            ("How will this be monitored?", "Monthly audit for the first six months"),
            ("Monitored by", "Postgraduate office"),
        ],
        [
            (
                "Requirement 2",
                "Trainees must not be asked to take consent for procedures they have not been trained in.",
            ),
            (
                "Action planned",
                "A consent policy is written and shared with all wards.\nConsent training is added to induction.",
            ),
            ("Person responsible", "Dr Amit Rao and Ward Manager Lucy Finch"),
            ("Timescale", "Spring 2027"),
            ("How will this be monitored?", "Annual trainee survey in May"),
            ("Monitored by", "Dr Helen Marsh"),
        ],
        [
            ("Requirement 3", "Handover must be structured and led by a senior doctor."),
            ("Action planned", "Evening handover is led by the registrar on call, using the hospital's template."),
            ("Person responsible", "Clinical lead"),
            ("Timescale", "Completed"),
            ("How will this be monitored?", ""),
            ("Monitored by", ""),
        ],
    ]
    story: list[Made] = [
        Paragraph("Response to the quality visit of 9 June 2026", styles["Title"]),
        Paragraph("Paediatrics, St Bride's Hospital", body),
        Paragraph("Submitted 14 July 2026", body),
        Spacer(1, 14),
    ]
    for form in forms:
        cells = [
            [Paragraph(f"<b>{label}</b>", body), Paragraph(value.replace("\n", "<br/>"), body)] for label, value in form
        ]
        table = Table(cells, colWidths=[120, 330])
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        story += [table, Spacer(1, 18)]
    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=(A4[0], 480), invariant=1).build(story)
    return made.getvalue()


def tracker_xlsx() -> bytes:
    """An English tracker: a banner of merged cells, overdue counted beside, percentages, owners with addresses."""
    import openpyxl

    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Cover"
    cover["B2"] = "Training Action Tracker"
    cover["B3"] = "Radiology, Northgate General"
    cover["B5"] = "Updated"
    cover["C5"] = date(2026, 8, 24)
    sheet = book.create_sheet("Tracker")
    sheet["A1"] = "TRAINING ACTION TRACKER"
    sheet.merge_cells("A1:I1")
    sheet.append(["#", "Theme", "Finding", "Action", "Owner", "Due", "Status", "% complete", "Next review"])
    for row in typed_rows_of("tracker"):
        sheet.append(row)
    sheet.append(["", "", "", "Total", "", "", "", 0.4, ""])
    for place in range(3, 8):
        sheet[f"H{place}"].number_format = "0%"
    return saved(book)


def inspector_docx() -> bytes:
    """The Danish form after an inspectors' visit: a table of facts, then areas, agreed efforts and time horizons."""
    import docx

    document = docx.Document()
    document.add_heading("Opfølgning på inspektorbesøg", level=1)
    facts = filled(
        document,
        [
            ["Sygehus", "Regionshospitalet Lyngbakke"],
            ["Afdeling", "Gynækologisk-obstetrisk afdeling"],
            ["Dato for besøg", "4. marts 2026"],
            ["Dato for plan", "11. maj 2026"],
            ["Til stede", "Ledende overlæge, uddannelsesansvarlig overlæge, seks uddannelseslæger"],
        ],
    )
    facts.style = "Table Grid"
    document.add_paragraph("")
    document.add_paragraph("Aftalte indsatsområder")
    rows = rows_of("inspector")
    filled(document, rows).style = "Table Grid"
    return saved(document)


def findings_pdf() -> bytes:
    """A Norwegian table of findings after an internal audit, cells wrapped and broken over a page."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    styles = getSampleStyleSheet()
    small = styles["Normal"].clone("small", fontSize=8, leading=10)
    rows = rows_of("findings")
    cells = [[Paragraph(text, small) for text in row] for row in rows]
    table = Table(cells, repeatRows=1, colWidths=[28, 120, 70, 190, 100, 70, 60, 80])
    table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    made = io.BytesIO()
    story = [
        Paragraph("Tiltaksplan etter internrevisjon", styles["Title"]),
        Paragraph("Avdeling for øre-nese-hals, Vestskogen sykehus. Oppdatert 20.08.2026", styles["Normal"]),
        table,
    ]
    SimpleDocTemplate(made, pagesize=(landscape(A4)[0], 350), leftMargin=50, rightMargin=50, invariant=1).build(story)
    return made.getvalue()


MADE: dict[str, Callable[[], bytes]] = {
    "template.docx": template_docx,
    "deviations.xlsx": deviations_xlsx,
    "wrapped.pdf": wrapped_pdf,
    "areas.docx": areas_docx,
    "rounds.xlsx": rounds_xlsx,
    "improvement.docx": improvement_docx,
    "response.pdf": response_pdf,
    "tracker.xlsx": tracker_xlsx,
    "inspector.docx": inspector_docx,
    "findings.pdf": findings_pdf,
}
