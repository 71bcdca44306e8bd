"""Makes more files as clinics fill them in: tables by area, requirements across them, trackers, forms in printed columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

from builders_documents import saved
from builders_filed import rows_of
from clinic_tables import Made, filled, merged, table_pdf, typed


def kirurg_docx() -> bytes:
    """Participants in a table of their own, then the plan, its areas merged downwards, numbered lines in a cell."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_heading("Handlingsplan kirurgkliniken Åsby sjukhus", level=1)
    document.add_paragraph("efter SPUR-granskning 4–5 februari 2026")
    filled(document, [["Deltagare", "Funktion"], ["Vendela Kruse", "ST-studierektor"], ["Mats Oxel", "Sektionschef"]])
    document.add_paragraph("Beslutad i klinikledningen 2026-05-12")
    table = filled(document, rows_of("kirurg"))
    table.style = "Table Grid"
    merged(table, (2, 0), (3, 0))
    return saved(document)


def ogon_docx() -> bytes:
    """A heading for each area and under it a table with the same head."""
    import docx

    document = docx.Document()
    document.add_heading("ST-handlingsplan 2026–2027", level=0)
    document.add_paragraph("Ögonkliniken Vallarna")
    document.add_paragraph("Senast reviderad: 2026-06-18")
    for heading, name in (("B. Medarbetare och handledare", "ogon-b"), ("F. Jourverksamhet", "ogon-f")):
        document.add_heading(heading, level=2)
        filled(document, rows_of(name)).style = "Table Grid"
    return saved(document)


def lasarett_xlsx() -> bytes:
    """Two follow-ups side by side, line breaks in heads, days shown as months, what is over on a sheet of its own."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Öppna åtgärder"
    page["A1"] = "Medicinkliniken Norra lasarettet"
    page["A2"] = "Handlingsplan med anledning av SPUR-inspektion hösten 2025"
    page["A3"] = "Version 4"
    page["B3"] = date(2026, 8, 17)
    page.append([])
    for row in rows_of("lasarett"):
        page.append([typed(text) or None for text in row])
    for cell in page["F"][5:]:
        cell.number_format = "mmm-yy"
    other = book.create_sheet("Listor")
    other.append(["Status"])
    for word in ("Påbörjad", "Ej påbörjad", "Avslutad"):
        other.append([word])
    return saved(book)


RONTGEN = (
    "Område",
    "Kvalitetsindikator",
    "Planerad åtgärd",
    "Ansvarig för genomförandet",
    "Datum då åtgärden ska vara klar",
    "Datum för uppföljning",
    "Ansvarig för uppföljning",
)


def rontgen_pdf() -> bytes:
    """Labels on lines of their own above their values, hyphens at line ends, a head and a foot on each page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    normal = styles["Normal"].clone("narrow", rightIndent=120, embeddedHyphenation=1)
    label = styles["Normal"].clone("label", fontName="Helvetica-Bold", spaceBefore=4)
    story: list[Made] = [
        Paragraph("Handlingsplan Röntgenkliniken Stensjö", styles["Title"]),
        Paragraph("SPUR-inspektion 2026-02-03. Handlingsplan upprättad 2026-04-14.", normal),
    ]
    for row in rows_of("rontgen"):
        story.append(Spacer(1, 14))
        for name, text in zip(RONTGEN, row, strict=True):
            hyphened = text.replace("dokumenthanteringssystemet", "dokument\u00adhanterings\u00adsystemet")
            story += [Paragraph(name, label), Paragraph(hyphened, normal)]

    def furniture(canvas: Made, document: Made) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 815, "Röntgenkliniken Stensjö – Handlingsplan 2026")
        canvas.drawRightString(520, 30, f"Sida {document.page}")

    made = io.BytesIO()
    page = SimpleDocTemplate(made, pagesize=A4, invariant=1)
    page.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return made.getvalue()


def neuro_pdf() -> bytes:
    """A drawn table in which each requirement runs across all columns above its actions."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    rows = [["Aktivitet", "Ansvarig", "Klart", "Uppföljning", "Status"], *rows_of("neuro")]
    across = [place for place, row in enumerate(rows) if place and not row[1]]
    look = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), *(("SPAN", (0, place), (-1, place)) for place in across)]
    above = ["Åtgärdsplan – Neurologkliniken Ekudden", "Upprättad 2026-09-02 efter SPUR-granskning i maj 2026"]
    return table_pdf(rows, 9, [190, 100, 75, 75, 75], look, A4, above)


def onh_pdf() -> bytes:
    """Columns without lines whose words stand in the middle of their rows."""
    from reportlab.lib.pagesizes import A4, landscape

    above = ["Förbättringsplan ST", "Öron-, näsa- och halskliniken Björkvik 2026-08-28"]
    look = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BOTTOMPADDING", (0, 0), (-1, -1), 8)]
    return table_pdf(rows_of("onh"), 9, [80, 120, 130, 160, 110, 90, 90], look, landscape(A4), above)


def alderdom_docx() -> bytes:
    """A Norwegian table whose heads are questions, with who follows up apart."""
    import docx

    document = docx.Document()
    document.add_heading("Tiltaksplan etter LIS-evaluering", level=1)
    document.add_paragraph("Avdeling: Geriatrisk avdeling, Solhaug sykehus")
    document.add_paragraph("Sist oppdatert 4. september 2026")
    filled(document, rows_of("alderdom")).style = "Table Grid"
    return saved(document)


def tracker_en_xlsx() -> bytes:
    """An English tracker with shares of what is done and the days on which things were closed."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Tracker"
    page.append(["Action tracker – Ear, Nose and Throat Department, Northmoor Hospital"])
    page.append(["Visit date:", date(2026, 5, 19)])
    page.append(["Last updated:", date(2026, 9, 9)])
    page.append([])
    for row in rows_of("tracker-en"):
        page.append([typed(text) if text else None for text in row])
    return saved(book)


def trust_docx() -> bytes:
    """English forms whose first row, across both columns, names the requirement."""
    import docx

    document = docx.Document()
    document.add_heading("Response to the School of Medicine visit", level=1)
    document.add_paragraph("Acute Medical Unit, Kingsford Hospital")
    document.add_paragraph("Date of response: 21 August 2026")
    for name in ("trust", "trust-2"):
        table = filled(document, rows_of(name))
        table.style = "Table Grid"
        merged(table, (0, 0), (0, 1))
        document.add_paragraph("")
    return saved(document)


def palliativ_md() -> bytes:
    """A table in Markdown with line breaks in its cells."""
    rows = rows_of("palliativ")
    lines = ["| " + " | ".join(row[1:-1]) + " |" for row in rows]
    lines.insert(1, "|---|---|---|---|---|---|")
    above = ["# Handlingsplan", "", "**Enhet:** Palliativa teamet Sörvik  ", "**Datum:** 2026-09-14", ""]
    return "\n".join([*above, *lines, ""]).encode()


def rehab2_docx() -> bytes:
    """Questions as heads, areas in bold rows, a row that was deleted while changes were tracked."""
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = docx.Document()
    document.add_paragraph("Aktivitetsplan – Rehabiliteringsmedicin Lövsta").runs[0].bold = True
    document.add_paragraph("Uppdaterad den 7 september 2026")
    rows = rows_of("rehab2")
    table = filled(document, rows)
    table.style = "Table Grid"
    for place, row in enumerate(rows):
        if place and not row[1]:
            merged(table, (place, 0), (place, 4))
            table.cell(place, 0).paragraphs[0].runs[0].bold = True
        if row[0].startswith("Litteratur"):
            gone = OxmlElement("w:del")
            gone.set(qn("w:id"), "9")
            gone.set(qn("w:author"), "Enhetschef")
            table.rows[place]._tr.get_or_add_trPr().append(gone)
    return saved(document)


def barnpsyk_tsv() -> bytes:
    """What an office saves as text for all letters: UTF-16 with tabs, quoted line breaks, empty rows at the end."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter="\t", lineterminator="\r\n")
    writer.writerow(["Handlingsplan BUP Kustens mottagning"])
    writer.writerow([])
    writer.writerow(["Nr", "Område", "Åtgärd", "Ansvarig", "Deadline", "Följs upp", "Av vem", "Klar?"])
    writer.writerow(
        [1, "Handledning", "Handledarförteckning\ntas fram", "Tilda Sjö", "2026-11-01", "Årsvis", "VC", "Nej"]
    )
    writer.writerow(
        [2, "Handledning", "Psykoterapihandledning varannan vecka", "VC Love Bohm", "vt-27", "ht-27", "SR", ""]
    )
    writer.writerow([3, "Kurser", "Kursbudget per ST-läkare", "VC", "1 juni 2026", "1/12 2026", "Tilda Sjö", "Ja"])
    writer.writerows([[""] * 8] * 2)
    return made.getvalue().encode("utf-16")


MADE: dict[str, Callable[[], bytes]] = {
    "kirurg.docx": kirurg_docx,
    "ogon.docx": ogon_docx,
    "lasarett.xlsx": lasarett_xlsx,
    "rontgen.pdf": rontgen_pdf,
    "neuro.pdf": neuro_pdf,
    "onh.pdf": onh_pdf,
    "alderdom.docx": alderdom_docx,
    "tracker_en.xlsx": tracker_en_xlsx,
    "trust.docx": trust_docx,
    "palliativ.md": palliativ_md,
    "rehab2.docx": rehab2_docx,
    "barnpsyk.csv": barnpsyk_tsv,
}
