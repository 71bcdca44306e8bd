"""Makes a fourth lot of files: tables whose head stands once, templates with hints, lists with labels, sums and seps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from builders_documents import saved
from builders_filed import broken, rows_of
from clinic_tables import filled, merged, table_pdf, typed


def hjart_docx() -> bytes:
    """A heading for each area, the head of the table only under the first."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan – Hjärtkliniken Ekliden", level=1)
    document.add_paragraph("SPUR-granskning 2026-02-11. Handlingsplan inlämnad 2026-05-29.")
    for heading, name in (("A. Verksamhetens struktur", "hjart"), ("E. Handledning", "hjart-rest")):
        document.add_heading(heading, level=2)
        filled(document, rows_of(name)).style = "Table Grid"
    return saved(document)


def mall_xlsx() -> bytes:
    """A region's template that begins in the second column, with hints under its heads and a list of words."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Handlingsplan"
    page["B2"] = "Mall för handlingsplan efter kvalitetsgranskning av ST"
    page["B3"], page["D3"] = "Klinik:", "Medicinska specialistkliniken Motby"
    page["B4"], page["D4"] = "Granskningsdatum:", date(2026, 3, 24)
    page["B5"], page["D5"] = "Datum för handlingsplan:", date(2026, 6, 12)
    page["B6"], page["D6"] = "Ansvarig för planen:", "Eva-Lotta Krook"
    for number, row in enumerate(rows_of("mall"), 8):
        for column, text in enumerate(row, 2):
            page.cell(number, column).value = str(typed(text)) if not isinstance(typed(text), date) else None
            if isinstance(day := typed(text), date):
                page.cell(number, column).value = day
    page["B20"] = "Planen skickas till utbildningsenheten senast tre månader efter granskningen."
    return saved(book)


def norsk_docx() -> bytes:
    """A Norwegian table that Word breaks, its head drawn again in the middle."""
    import docx

    document = docx.Document()
    document.add_paragraph("Handlingsplan for spesialistutdanningen", style="Title")
    document.add_paragraph("Klinikk: Hjertemedisinsk avdeling, Fjellvik sykehus")
    document.add_paragraph("Dato: 28.08.2026")
    head, *rows = rows_of("norsk")
    filled(document, [head, *rows[:2], head, *rows[2:]]).style = "Table Grid"
    return saved(document)


def kompakt_pdf() -> bytes:
    """Narrow columns in small type with lines, upright: long words run out of their cells' width."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    look = [("GRID", (0, 0), (-1, -1), 0.25, colors.black), ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
    above = ["Handlingsplan SPUR", "Akutkliniken Ågården, upprättad 2026-07-02"]
    return table_pdf(rows_of("kompakt"), 7, [68, 84, 104, 76, 64, 58, 76], look, (A4[0], 380), above)


def komma_csv() -> bytes:
    """An English list with commas, quotation marks and the mark that spreadsheets put first."""
    lines = [",".join(row) for row in rows_of("komma")]
    return b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n"


SEP = (
    "sep=;",
    "Nr;Område;Brist;Åtgärd;Ansvarig;Klart senast;Uppföljning;Status",
    (
        "1;Tjänstgöring;Få pass på förlossningen;Schemat läggs om så att varje ST-läkare har tolv pass per termin;"
        "Schemaläggare Ingela Norup;2026-12-01;2027-06-01;Pågår"
    ),
    (
        "2;Handledning;Handledare byts ofta;Huvudhandledare utses för hela utbildningstiden;"
        "Vårdenhetschef Katja Lind;HT 2026;Årligen;Ej startad"
    ),
    (
        "3;Utvärdering;Ingen utvärdering av sidoplaceringar;Digital enkät efter varje placering;"
        "ST-ansvarig överläkare;snarast möjligt;Två gånger per år, Katja Lind;Pausad"
    ),
    "",
)


def sep_csv() -> bytes:
    """What begins with a line that only tells which sign parts the cells."""
    return "\r\n".join(SEP).encode("cp1252")


LISTA = """# Handlingsplan ST, Beroendekliniken Vikby

*Senast ändrad 2026-09-11*

### A. Struktur

**Brist:** Styrdokument saknas för utlandstjänstgöring.

- **Åtgärd:** Styrdokument skrivs av studierektorn.
- **Ansvarig:** Studierektor Leo Sandin
- **Tidplan:** November 2026
- **Uppföljning:** Vartannat år
- **Status:** Påbörjad

### E. Handledning

**Brist:** Psykoterapihandledningen är otydligt organiserad.

- **Åtgärd:** Två grupper med extern handledare startas.
- **Ansvarig:** Enhetschef Miriam Dahl, Leo Sandin
- **Tidplan:** VT 2027
- **Uppföljning:** Juni 2027, Leo Sandin
- **Status:** Ej påbörjad
"""


def flik_docx() -> bytes:
    """A table with smaller steps in a column of their own, several owners on lines of a cell."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_paragraph("Åtgärdsplan 2026–2027").runs[0].bold = True
    document.add_paragraph("Enhet: Akutsjukvård Östra Sörby")
    document.add_paragraph("Upprättad: 2026-09-08")
    filled(document, rows_of("flik")).style = "Table Grid"
    return saved(document)


def engelsk_xlsx() -> bytes:
    """An issue merged over two actions, a line of sums, the plan's own data in one cell."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Plan"
    page["A1"] = "Action Plan – Department of Paediatrics, Eastmoor Hospital"
    page["A2"] = "Agreed at faculty meeting 8 September 2026"
    page.append([])
    for row in rows_of("engelsk"):
        page.append([typed(text) or None for text in row])
    page.merge_cells("A5:A6")
    return saved(book)


def mitten_pdf() -> bytes:
    """The compact table again, its words in the middle of their cells and nothing drawn between them."""
    from reportlab.lib.pagesizes import A4, landscape

    look = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    above = ["Handlingsplan SPUR", "Akutkliniken Ågården, upprättad 2026-07-02"]
    return table_pdf(broken(rows_of("kompakt")), 8, [85, 130, 160, 120, 90, 80, 110], look, landscape(A4), above)


def krav_docx() -> bytes:
    """Areas and requirements each on a row across the table, actions below them."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan", level=1)
    document.add_paragraph("Logopedi och foniatri Södra Vallby")
    document.add_paragraph("Beslutad av verksamhetschef Edit Rahm 2026-06-24")
    rows = [
        ["Åtgärd", "Ansvarig", "När", "Följs upp"],
        ["B. Medarbetarstab", "", "", ""],
        ["Krav: Handledarna ska ha utbildning.", "", "", ""],
        ["Två platser bokas på höstens kurs", "Edit Rahm", "oktober 2026", "januari 2027"],
        ["Kursintyg samlas i gemensam mapp", "Sekreterare Milla Orre", "löpande", "en gång per år"],
        ["H. Kommunikation", "", "", ""],
        ["Krav: Kommunikativ kompetens ska bedömas.", "", "", ""],
        ["Videoinspelade samtal gås igenom", "Foniater Jens Haga", "1/3 2027", "efter varje genomgång"],
    ]
    table = filled(document, rows)
    table.style = "Table Grid"
    for place, row in enumerate(rows):
        if not row[1]:
            merged(table, (place, 0), (place, 3))
    return saved(document)


MADE: dict[str, Callable[[], bytes]] = {
    "hjart.docx": hjart_docx,
    "mall.xlsx": mall_xlsx,
    "norsk.docx": norsk_docx,
    "kompakt.pdf": kompakt_pdf,
    "komma.csv": komma_csv,
    "sep.csv": sep_csv,
    "lista.md": LISTA.encode,
    "flik.docx": flik_docx,
    "engelsk.xlsx": engelsk_xlsx,
    "mitten.pdf": mitten_pdf,
    "krav.docx": krav_docx,
}
