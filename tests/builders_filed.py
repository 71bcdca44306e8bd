"""Makes the files that clinics answer a review with: Word and Excel as they are filled in, PDF as it is printed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

from builders_documents import saved
from clinic_tables import Made, drawn_rows, filled, merged, table_pdf, typed

TABLES = Path(__file__).parent / "documents" / "filed_tables.txt"


def rows_of(name: str) -> list[list[str]]:
    """The rows of one of the tables that stand in the file beside the documents."""
    return drawn_rows(TABLES, name)


def broken(rows: list[list[str]]) -> list[list[str]]:
    """Rows for a PDF, where a line break in a cell is a mark of its own."""
    return [[cell.replace("\n", "<br/>") for cell in row] for row in rows]


def hud_docx() -> bytes:
    """Facts as lines, then a landscape table: two rows of heads, areas as rows of their own, bullets in cells."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_heading("Handlingsplan efter SPUR-granskning", level=1)
    for line in ("Verksamhet: Hudkliniken, Lundaholms lasarett", "Granskningsdatum: 17–18 mars 2026"):
        document.add_paragraph(line)
    document.add_paragraph("Handlingsplanen upprättad: 2026-05-20 av Gunnar Wester")
    rows = rows_of("hud")
    table = filled(document, rows)
    table.style = "Table Grid"
    for first, last in (((0, 2), (0, 3)), ((0, 4), (0, 5)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 6), (1, 6))):
        merged(table, first, last)
    for place, row in enumerate(rows):
        if place > 1 and not any(row[1:]):
            merged(table, (place, 0), (place, 6))
    cell = table.cell(3, 1)
    cell.text = ""
    top, *others = rows[3][1].split("\n")
    cell.paragraphs[0].text, cell.paragraphs[0].style = top, "List Bullet"
    for other in others:
        cell.add_paragraph(other, style="List Bullet")
    return saved(document)


def _changed(paragraph: Made, tag: str, text: str) -> None:
    """A run of a paragraph as somebody inserted or deleted it while changes were tracked."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    change = OxmlElement(f"w:{tag}")
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "Sekreterare")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if tag == "del" else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


ORTOPEDI = (
    ("B. Handledarskap", "Handledarna ska ha en aktuell handledarutbildning.",
     ("Tre handledare anmäls till regionens kurs i november.", "Studierektorn för register över utbildade handledare."),
     "Studierektor Hedvig Rosell", ("31 januari 2027", "28 februari 2027"),
     "Årligen vid ST-dagen, första gången i maj 2027.", "Verksamhetschef Torkel Juhlin"),
    ("C. Lärandemiljö", "ST-läkaren ska regelbundet operera under handledning.",
     ("En utbildningssal per vecka avsätts för ST-läkare.",),
     "Operationschef Simone Falk och Torkel Juhlin", ("HT 2026", ""),
     "Operationsstatistik tas fram varje tertial av Simone Falk.", ""),
    ("C. Lärandemiljö", "Medsittning ska användas på mottagningen.",
     ("Medsittning bokas en gång i månaden för varje ST-läkare.",),
     "Huvudhandledarna", ("Snarast, dock senast 1 december 2026", ""),
     "Två gånger per termin.", "Hedvig Rosell"),
)  # fmt: skip


def ortoped_docx() -> bytes:
    """Areas as headings, labels in bold, a list of measures, and a date that was changed while changes were tracked."""
    import docx

    document = docx.Document()
    document.add_heading("Ortopedkliniken Väsby sjukhus – åtgärdsplan ST", level=0)
    document.add_paragraph("Med anledning av extern granskning i april 2026. Fastställd 2026-06-15.")
    area_before = ""
    for area, need, measures, who, (due, inserted), follow_up, checker in ORTOPEDI:
        if area != area_before:
            document.add_heading(area, level=2)
        area_before = area
        _labelled(document, "Kvalitetsindikator", need)
        document.add_paragraph().add_run("Åtgärder").bold = True
        for measure in measures:
            document.add_paragraph(measure, style="List Bullet")
        _labelled(document, "Ansvarig för genomförande", who)
        line = _labelled(document, "Tidsram", "" if inserted else due)
        if inserted:
            _changed(line, "del", due)
            _changed(line, "ins", inserted)
        _labelled(document, "Uppföljning", follow_up)
        if checker:
            _labelled(document, "Ansvarig för uppföljning", checker)
    return saved(document)


def _labelled(document: Made, label: str, value: str) -> Made:
    line = document.add_paragraph()
    line.add_run(f"{label}: ").bold = True
    if value:
        line.add_run(value)
    return line


def vardcentral_xlsx() -> bytes:
    """The plan on the second sheet under three title rows: real days, years as numbers, a struck row, a sum row."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Läs mig"
    for line in ("Så här fyller du i mallen", "Ange ansvarig med namn.", "Spara i teamytan senast den 15:e."):
        first.append([line])
    page = book.create_sheet("Plan ST")
    page.append(["Handlingsplan ST – Bergslidens vårdcentral"])
    page.append(["Granskning: SPUR februari 2026"])
    page.append(["Senast ändrad", date(2026, 8, 24)])
    page.append([])
    for place, row in enumerate(rows_of("vardcentral")):
        page.append([typed(cell) or None for cell in row])
        if row[0] == "4":
            for cell in page[place + 5]:
                cell.font = Font(strike=True)
    page.append([])
    page.append(["Summa", 6])
    page["A5"].font = Font(bold=True)
    return saved(book)


def psykiatri_pdf() -> bytes:
    """A form for each action, labels to the left of their values, over pages with running heads and feet."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    normal = getSampleStyleSheet()["Normal"]
    story: list[Made] = [
        Paragraph("Handlingsplan", getSampleStyleSheet()["Title"]),
        Paragraph("Psykiatriska kliniken, Ängelsta sjukhus", normal),
        Paragraph("SPUR-inspektion 2026-01-28", normal),
        Paragraph("Datum för handlingsplan: 2026-04-08", normal),
        Spacer(1, 18),
    ]
    for place, form in enumerate(PSYKIATRI, 1):
        cells = [[Paragraph(label, normal), Paragraph(text, normal)] for label, text in zip(LABELS, form, strict=True)]
        story += [Paragraph(f"<b>Åtgärd {place}</b>", normal), Table(cells, colWidths=[130, 350]), Spacer(1, 14)]

    def furniture(canvas: Made, document: Made) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(40, 440, "Region Ängsland   Handlingsplan SPUR Psykiatriska kliniken")
        canvas.drawString(40, 20, f"Dokumentnr 4471   Sida {document.page} av 4")

    made = io.BytesIO()
    page = SimpleDocTemplate(made, pagesize=(A4[0], 460), topMargin=40, bottomMargin=40, invariant=1)
    page.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return made.getvalue()


LABELS = (
    "Område",
    "Kvalitetskrav",
    "Åtgärd",
    "Åtgärden ska vara genomförd",
    "Ansvarig för åtgärden",
    "Uppföljning",
    "Ansvarig för uppföljningen",
)
PSYKIATRI = (
    (
        "A. Verksamhetens struktur",
        "Det ska finnas tillgång till ett brett urval av patienter.",
        (
            "Placering på allmänpsykiatrisk mottagning förlängs från sex till nio månader. ST-läkare som tjänstgör inom "
            "rättspsykiatrin erbjuds en dag i veckan på beroendemottagningen under ett halvår."
        ),
        "Senast 2026-12-31",
        "Verksamhetschef Ebba Lindroth",
        "Varje termin, första gången våren 2027",
        "Studierektor Jussi Pelto",
    ),
    (
        "E. Handledning",
        "Handledarna ska ha tid avsatt för sitt uppdrag.",
        (
            "En timme i veckan läggs in i schemat för varje handledare, och när handledningen ställs in ska en ny tid "
            "erbjudas inom fem arbetsdagar. Enhetscheferna följer antalet inställda tillfällen."
        ),
        "Oktober 2026",
        "Enhetschefer vid respektive mottagning",
        "Halvårsvis samt vid byte av handledare",
        "Ebba Lindroth, verksamhetschef",
    ),
    (
        "E. Handledning",
        "ST-läkarens psykoterapihandledning ska vara kontinuerlig.",
        "Två externa handledare upphandlas.",
        "Första kvartalet 2027",
        "Bitr. verksamhetschef Sten-Åke Lod och upphandlare Mina Taheri",
        "2027-05-15",
        "Ebba Lindroth",
    ),
    (
        "G. Teoretisk utbildning",
        "ST-läkarna ska kunna delta i regionens seminarieserie.",
        "Seminariedagarna spärras i tidboken ett år i förväg.",
        "Klart sedan mars 2026",
        "Schemasekreterare Nour Haddad",
        "Närvaron sammanställs årligen i januari",
        "Studierektor Jussi Pelto",
    ),
)


def geriatrik_pdf() -> bytes:
    """A landscape table with lines whose cells run over the turn of the page."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape

    look = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
    above = [
        "Handlingsplan för åtgärdande av brister – SPUR",
        "Geriatriska kliniken, Hallbo. Reviderad 2026-08-12. Ansvarig för planen: Rakel Ståhl",
    ]
    size = (landscape(A4)[0], 330)
    return table_pdf(broken(rows_of("geriatrik")), 9, [100, 140, 210, 110, 80, 120], look, size, above)


def barn_docx() -> bytes:
    """A form for each action with its number over both columns, and several paragraphs in a cell."""
    import docx

    document = docx.Document()
    document.add_paragraph("Barn- och ungdomskliniken Solstad").runs[0].bold = True
    document.add_paragraph("Handlingsplan för ST-utbildningen 2026–2027")
    document.add_paragraph("Datum: 2026-09-10")
    for form in ("barn-1", "barn-2", "barn-3"):
        table = filled(document, rows_of(form))
        table.style = "Table Grid"
        merged(table, (0, 0), (0, 1))
        document.add_paragraph("")
    return saved(document)


def norge_xlsx() -> bytes:
    """A Norwegian list with days, a year as a number and words in one column."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Handlingsplan"
    page["A1"] = "Handlingsplan etter ekstern vurdering av LIS-utdanningen"
    page["A2"] = "Enhet: Medisinsk avdeling, Elvenes sykehus"
    page["A3"] = "Oppdatert: 20.08.2026"
    page.append([])
    for row in rows_of("norge"):
        page.append([typed(text) or None for text in row])
    return saved(book)


def danmark_docx() -> bytes:
    """A Danish table whose recommendation and effort stand beside who evaluates."""
    import docx

    document = docx.Document()
    document.add_heading("Handleplan", level=1)
    document.add_paragraph("Lungemedicinsk Afdeling, Åløse Sygehus")
    document.add_paragraph("Inspektorbesøg den 14. april 2026")
    document.add_paragraph("Handleplanen er udarbejdet den 1. juni 2026")
    filled(document, rows_of("danmark")).style = "Table Grid"
    return saved(document)


def england_docx() -> bytes:
    """An English plan by domains, with what is to be shown and how far it is."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_heading("Quality improvement action plan", level=1)
    document.add_paragraph("Trust: Wexcombe Hospitals NHS Foundation Trust")
    document.add_paragraph("Specialty: Anaesthetics")
    document.add_paragraph("Date of visit: 3 June 2026")
    document.add_paragraph("Action plan completed by: Dr Helen Marlow on 15 July 2026")
    filled(document, rows_of("england")).style = "Table Grid"
    return saved(document)


def gp_pdf() -> bytes:
    """A table of a practice without any lines between its cells."""
    from reportlab.lib.pagesizes import A4

    above = ["Action plan – GP training practice review", "Millbrook Surgery, 4 September 2026"]
    return table_pdf(rows_of("gp"), 8.5, [110, 130, 90, 70, 65, 80], [], A4, above)


CSV_HEADS = (
    "Område;Identifierad brist;Åtgärd;Slutdatum;Ansvarig för genomförande;Uppföljning, tidpunkt;Uppföljning, ansvarig"
)


def anestesi_csv() -> bytes:
    """What a spreadsheet saves in a Swedish office: semicolons and the letters of Windows."""
    lines = [CSV_HEADS, *(";".join(f'"{cell}"' for cell in row) for row in rows_of("anestesi")), ";;;;;;", ";;;;;;"]
    return "\r\n".join(lines).encode("cp1252")


def medicin_md() -> bytes:
    """A table as a wiki keeps it, under a heading and a line of facts."""
    rows = rows_of("medicin")
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    above = ["# Handlingsplan ST Medicinkliniken Norrvalla", "", "Version 2, beslutad i ledningsgruppen 2026-08-27", ""]
    return "\n".join([*above, *lines, ""]).encode()


MADE: dict[str, Callable[[], bytes]] = {
    "hud.docx": hud_docx,
    "ortoped.docx": ortoped_docx,
    "vardcentral.xlsx": vardcentral_xlsx,
    "psykiatri.pdf": psykiatri_pdf,
    "geriatrik.pdf": geriatrik_pdf,
    "barn.docx": barn_docx,
    "norge.xlsx": norge_xlsx,
    "danmark.docx": danmark_docx,
    "england.docx": england_docx,
    "gp.pdf": gp_pdf,
    "anestesi.csv": anestesi_csv,
    "medicin.md": medicin_md,
}
