"""Makes the Word, Excel and PDF documents that are unlike each other, each as some clinic might have made it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeAlias

from builders_documents import saved, wrapped

Made: TypeAlias = Any
"""A document, table or canvas of a library whose types are its own affair."""


def register_xlsx() -> bytes:
    """A register: title rows, a head of two rows, merged areas, real dates, a number for a year, a struck row, a sum."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Instruktion"
    notes["A1"] = "Fyll i en rad per åtgärd. Ändra inte rubrikerna."
    old = book.create_sheet("Gammal")
    for outdated in (["Åtgärd", "Ansvarig", "Klart"], ["Utgången åtgärd", "Ingen Alls", "2020"]):
        old.append(outdated)
    old.sheet_state = "hidden"
    sheet = book.create_sheet("Åtgärder 2026")
    sheet["A1"] = "Åtgärdsplan – Ögonkliniken, Sandviks lasarett"
    sheet["A2"] = "Fastställd"
    sheet["B2"] = date(2026, 6, 15)
    head = ["Område", "Brist", "Åtgärd", "Klart\nsenast", "Ansvarig", "Uppföljning", "", "Status", "Prio"]
    below = ["", "", "", "", "", "När", "Vem", "", ""]
    rows: list[list[object]] = [
        [
            "Kirurgi",
            "För få egna operationer",
            "Två operationspass i veckan viks för ST",
            date(2026, 9, 30),
            "Vera Stolt, sektionschef",
            "varje termin",
            "SR",
            "Pågår",
            1,
        ],
        [
            "",
            "Loggbok saknas",
            "Digital loggbok införs\nAlla får en genomgång",
            2026,
            "Ola Brink",
            date(2027, 2, 1),
            "Vera Stolt",
            "",
            2,
        ],
        [
            "",
            "",
            "Loggboken granskas vid kollegium",
            date(2027, 3, 1),
            "samtliga handledare",
            "årligen",
            "Vera Stolt",
            "Ej påbörjad",
            2,
        ],
        [
            "Forskning",
            "Tid till vetenskapligt arbete saknas",
            "Tio veckor läggs in i varje plan",
            "Q1 2027",
            "VC, f.n. Nils Ahl",
            "kvartalsvis",
            "SR",
            "Klart 2026-08",
            3,
        ],
        ["Forskning", "Ingen bibliotekstid", "Bibliotekarien bjuds in", "HT 2026", "Ola Brink", "", "", "", 3],
    ]
    sheet.append([])
    sheet.append(head)
    sheet.append(below)
    for row in rows:
        sheet.append(row)
    sheet.append([])
    sheet.append(["Summa", "", 5])
    sheet["D8"].number_format = "mmm-yy"
    for column in "ABCDEFGHI":
        sheet[f"{column}10"].font = Font(strike=True)
    for span in ("F4:G4", "A6:A8", *(f"{column}4:{column}5" for column in "ABCDEHI")):
        sheet.merge_cells(span)
    return saved(book)


def forms_docx() -> bytes:
    """A form in Word: a table of facts, then one table of labels and values for each action, with tracked changes."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan ST", level=1)
    facts = document.add_table(rows=2, cols=4)
    for place, text in enumerate(
        [
            "Enhet:",
            "Hudkliniken, Norrviks sjukhus",
            "Upprättad:",
            "2026-04-20",
            "Granskning:",
            "SPUR mars 2026",
            "Version:",
            "2",
        ]
    ):
        facts.cell(place // 4, place % 4).text = text
    forms = [
        [
            "Åtgärd 1",
            "Handledningen flyttas till fast tid",
            "Brist",
            "Tiderna ställs in",
            "Ansvarig",
            "Iris Molin (studierektor)",
            "Tidpunkt för genomförande",
            "1 juni 2026",
            "Uppföljning",
            "Var tredje månad",
            "Ansvarig för uppföljning",
            "Verksamhetschef Rolf Gren",
        ],
        [
            "Åtgärd 2",
            "Dermatoskop köps in till utbildningsrummet",
            "Brist",
            "",
            "Ansvarig",
            "Rolf Gren / Iris Molin",
            "Tidpunkt för genomförande",
            "senast 2026-12-15",
            "Uppföljning",
            "Vid budgetarbetet",
            "Ansvarig för uppföljning",
            "Rolf Gren",
        ],
    ]
    for form in forms:
        table = document.add_table(rows=len(form) // 2, cols=2)
        for place, text in enumerate(form):
            table.cell(place // 2, place % 2).text = text
        document.add_paragraph("")
    _track(document.tables[1].cell(0, 1).paragraphs[0], removed=" på torsdagar", added=" på onsdagar")
    return saved(document)


def _track(paragraph: Made, removed: str, added: str) -> None:
    """Words taken out and put in with tracked changes, as Word stores them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for tag, inner, words in (("w:del", "w:delText", removed), ("w:ins", "w:t", added)):
        change = OxmlElement(tag)
        change.set(qn("w:id"), "7")
        change.set(qn("w:author"), "Iris Molin")
        run = OxmlElement("w:r")
        text = OxmlElement(inner)
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)


def grouped_docx() -> bytes:
    """A table of participants, then a landscape table with rows that group, bullets in cells and two owners a cell."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.add_paragraph("Protokoll fört vid ST-råd 2026-02-03")
    people = document.add_table(rows=3, cols=2)
    for place, text in enumerate(["Namn", "Roll", "Mika Salo", "Ordförande", "Disa Hahn", "Sekreterare"]):
        people.cell(place // 2, place % 2).text = text
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    rows = [
        ["Aktivitet", "Ägare", "Måldatum", "Följs upp", "Läge"],
        ["A Kompetens i staben", "", "", "", ""],
        [
            "Rekrytera två specialister",
            "Mika Salo\nDisa Hahn",
            "våren 2027",
            "halvårsvis, nästa gång oktober 2026",
            "Påbörjad",
        ],
        ["Utse ställföreträdande studierektor", "Mika Salo, klinikchef", "mars 2026", "–", "Avslutad"],
        ["B Lokaler", "", "", "", ""],
        ["Jourrum rustas", "Fastighetsenheten", "2026-10-01", "vid skyddsrond", ""],
    ]
    table = document.add_table(rows=len(rows), cols=5)
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    for place in (1, 4):
        table.cell(place, 0).merge(table.cell(place, 4))
    cell = table.cell(5, 0)
    for text in ("Sängar", "Skrivplatser"):
        cell.add_paragraph(text, style="List Bullet")
    return saved(document)


def sections_docx() -> bytes:
    """Headings for areas, numbered headings for actions, labels with colons in running paragraphs, bullets."""
    import docx

    document = docx.Document()
    document.add_heading("Förbättringsplan efter extern granskning", level=0)
    document.add_paragraph("Psykiatriska kliniken, Lidholmen")
    document.add_heading("Bakgrund", level=1)
    document.add_paragraph("Granskarna besökte kliniken den 14 januari 2026. Ansvarig för besöket var Agnes Ry.")
    document.add_heading("D. Tjänstgöring", level=1)
    _section(
        document,
        "1. Sidotjänstgöring",
        [
            "Åtgärd: Avtal skrivs med neurologen om tre månaders placering:",
            "* en ST-läkare i taget",
            "* start i januari",
            "Ansvarig: Agnes Ry (t.f. verksamhetschef)",
            "Klart: slutet av 2026",
            "Uppföljning: En gång per år, första gången i november 2027, samt vid byte av avtal.",
        ],
    )
    _section(
        document,
        "2. Jourer",
        [
            "Åtgärd: Jourschemat läggs av ST-läkarna själva.",
            "Ansvarig: ST-läkarna tillsammans med schemaläggare Tore Blom",
            "Klart: 2026-09-01",
            "Status: Klart",
        ],
    )
    document.add_heading("F. Teoretisk utbildning", level=1)
    _section(document, "3. Kurser", ["Åtgärd: Kursbudgeten räknas upp.", "Ansvarig: Agnes Ry", "Klart: ej beslutat"])
    return saved(document)


def _section(document: Made, heading: str, lines: Sequence[str]) -> None:
    document.add_heading(heading, level=2)
    for line in lines:
        if line.startswith("* "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)


def columns_pdf() -> bytes:
    """Columns without drawn lines over two pages, the head repeated, a running foot."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=landscape(A4), invariant=True)
    heads = ["Nr", "Kvalitetsindikator", "Planerad åtgärd", "När", "Vem", "Avstämning"]
    lefts = [40, 80, 260, 470, 560, 690]
    rows = [
        [
            "1",
            "Handledaren har tid avsatt i schemat för sitt uppdrag.",
            "Schemat får en handledningsmarkering som inte kan bokas över utan studierektors medgivande.",
            "maj 2027",
            "Tyra Nord, enhetschef",
            "HT 2027",
        ],
        [
            "2",
            "Bedömningar dokumenteras.",
            "Mallarna läggs på en gemensam yta. Mini-CEX och CBD används minst en gång i månaden.",
            "v. 40 2026",
            "Ebbe Löv",
            "varannan månad",
        ],
        [
            "3",
            "Det finns en studierektor.",
            "Uppdraget skrivs om med tid, mandat och budget.",
            "snarast",
            "Chefläkaren",
            "Tyra Nord, varje år",
        ],
        [
            "4",
            "Utbildningsklimatet följs.",
            "Enkät skickas till alla ST-läkare.",
            "under 2027",
            "ST-rådet",
            "årligen i mars",
        ],
    ]
    for number, part in enumerate((rows[:2], rows[2:]), 1):
        _columns_page(page, lefts, [heads, *part], number)
    page.save()
    return made.getvalue()


def _columns_page(page: Made, lefts: Sequence[float], rows: Sequence[Sequence[str]], number: int) -> None:
    height = 540.0
    for place, row in enumerate(rows):
        page.setFont("Helvetica-Bold" if place == 0 else "Helvetica", 9)
        cells = [wrapped(text, width) for text, width in zip(row, (4, 32, 38, 15, 22, 22), strict=True)]
        for index in range(max(map(len, cells))):
            for left, cell in zip(lefts, cells, strict=True):
                if index < len(cell):
                    page.drawString(left, height, cell[index])
            height -= 11
        height -= 9
    page.setFont("Helvetica", 7)
    page.drawString(40, 20, "Röntgenkliniken Ekudden – åtgärder – fastställd 2026-05-04")
    page.drawRightString(800, 20, f"{number} (2)")
    page.showPage()


def beside_pdf() -> bytes:
    """Labels to the left, values to the right, one action after another, the label broken over two lines."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=A4, invariant=True)
    page.setFont("Helvetica-Bold", 16)
    page.drawString(60, 780, "Åtgärdsplan Infektionskliniken")
    height = 740.0
    forms = [
        [
            ("Krav", "Varje ST-läkare har en huvudhandledare med handledarutbildning."),
            (
                "Åtgärd",
                "Fem specialister anmäls till handledarkursen. Den som redan gått kursen repeterar den vart femte år enligt sjukhusets riktlinje, och det noteras i kompetensregistret.",
            ),
            ("Ansvarig för genomförandet", "Gun Dahl, verksamhetschef"),
            ("Datum när åtgärden ska vara\ngenomförd", "April 2027"),
            ("Datum för uppföljning", "Först oktober 2027, därefter årligen"),
            ("Ansvarig för uppföljningen", "Pär Ask och Gun Dahl"),
        ],
        [
            ("Krav", "Det finns ett introduktionsprogram."),
            ("Åtgärd", "Programmet kortas till en vecka."),
            ("Ansvarig för genomförandet", "Pär Ask"),
            ("Datum när åtgärden ska vara\ngenomförd", "2026-11-01"),
            ("Datum för uppföljning", "Vid varje nyanställning"),
            ("Ansvarig för uppföljningen", "Gun Dahl"),
        ],
    ]
    for form in forms:
        for label, value in form:
            height = _beside(page, label, value, height)
        height -= 14
    page.save()
    return made.getvalue()


def _beside(page: Made, label: str, value: str, height: float) -> float:
    labels, values = label.split("\n"), wrapped(value, 58)
    for index in range(max(len(labels), len(values))):
        page.setFont("Helvetica-Bold", 10)
        page.drawString(60, height, labels[index] if index < len(labels) else "")
        page.setFont("Helvetica", 10)
        page.drawString(230, height, values[index] if index < len(values) else "")
        height -= 12.5
    return height - 4


def transposed_xlsx() -> bytes:
    """A form in Excel with the labels down the first column and one action in each of the others."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Kvalitetsområde", "C", "C", "G"],
        ["Åtgärd", "Avdelningen får en egen bedömningsrutin", "Kurslista på intranätet", "Tid för läsning"],
        ["Vem ansvarar?", "Lena Ö. Strid", "Sekreterarna", "Lena Ö. Strid, schemaansvarig"],
        ["När ska det vara klart?", date(2026, 12, 1), "2027-02", "löpande"],
        ["Hur följs det upp?", "Minst en gång per termin", "Årligen", ""],
    ):
        sheet.append(row)
    return saved(book)


MADE: dict[str, Callable[[], bytes]] = {
    "register.xlsx": register_xlsx,
    "forms.docx": forms_docx,
    "grouped.docx": grouped_docx,
    "sections.docx": sections_docx,
    "columns.pdf": columns_pdf,
    "beside.pdf": beside_pdf,
    "transposed.xlsx": transposed_xlsx,
}
