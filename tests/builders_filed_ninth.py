"""Makes a ninth lot of files: what Word shows but does not store, heads of two rows, boxes, units that run above pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from builders_documents import saved
from clinic_tables import Made, filled

TEXTS = Path(__file__).parent / "documents" / "filed"
_BOX = (
    '<w:pict {} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>Handlingsplan</w:t></w:r></w:p><w:p><w:r><w:t>Beslutad 2026-02-27</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict>"
)
_CONTROL = "<w:sdt {}><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
_SIGN = '<w:sym {} w:font="Wingdings" w:char="{}"/>'


def prompted_docx() -> bytes:
    """A title in a drawn box, the unit above the pages, days in controls, one of them unanswered, ticks of a font."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    space = nsdecls("w")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Urologkliniken, Östermarks sjukhus"
    _put(document.add_paragraph().add_run(), parse_xml(_BOX.format(space)))
    document.add_paragraph("Planen har tagits fram av studierektor tillsammans med ST-läkarna.")
    rows = [
        ["Brist", "Åtgärd", "Vem", "När", "Uppföljningsdatum", "Uppföljningsansvarig", "Klart"],
        ["Operationsträning sker ojämnt", "Operationslista per ST-läkare", "Studierektor Disa Kron", "", "2027-02-15", "Verksamhetschef Arvid Lo", ""],
        ["Mottagningen saknar stöd", "Mottagningsstödet ordnas så:", "Sektionschef Ebba Nyman", "2026-09-15", "", "Disa Kron", ""],
        ["Ingen simulering", "Simuleringsdag ordnas en gång per termin", "Disa Kron", "VT 2027", "2027-06-30", "Arvid Lo", ""],
    ]  # fmt: skip
    table = filled(document, rows)
    inner = table.cell(2, 1).add_table(2, 2)
    for place, words in enumerate((("Måndag", "specialist på plats"), ("Torsdag", "bakjour nås på telefon"))):
        inner.cell(place, 0).text, inner.cell(place, 1).text = words
    for row, column, prompt, text in (
        (1, 3, "", "2026-12-18"),
        (2, 4, "<w:showingPlcHdr/>", "Klicka här för att ange datum."),
    ):
        _put(table.cell(row, column).paragraphs[0], parse_xml(_CONTROL.format(space, prompt, text)))
    for row, sign in ((1, "F0A8"), (2, "F0FE"), (3, "F0A8")):
        _put(table.cell(row, 6).paragraphs[0].add_run(), parse_xml(_SIGN.format(space, sign)))
    return saved(document)


def _put(part: Made, element: Made) -> None:
    """Add an element to a paragraph or a run."""
    part._element.append(element)


PERCENT: Sequence[Sequence[object]] = (
    ("Nr", "Nuläge", "Åtgärd", "Genomförande", None, "Uppföljning", None, "Läge", "Anm."),
    (None, None, None, "Ansvarig", "Klart senast", "Datum", "Ansvarig", "%", None),
    ("A. Verksamheten",),
    (1, "Uppdraget för kliniken är otydligt", "Skriv ett uppdragsdokument", "VC Hillevi Strand", 20261015,
     date(2027, 1, 15), "SR Ola Törn", 0.5, "väntar på ledningen"),
    ("E. Handledning",),
    (2, "Handledarsamtal blir inte av", "Boka samtalen ett år i förväg", "Alla huvudhandledare", "maj sep 2026",
     "Terminsvis", "SR Ola Törn", 1, None),
    (3, "Ingen medsittning", "Medsittning två gånger per termin\noch skriftlig återkoppling",
     "Överläkare Klas Rönn; SR Ola Törn", date(2026, 12, 1), "Juni 2027", "VC Hillevi Strand", 0, None),
)  # fmt: skip


def percent_xlsx() -> bytes:
    """Two rows of heads, the lower with a bare sign, areas across the sheet, a month struck out before the new one."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Handlingsplan efter SPUR-besök 12–13 mars 2026"])
    page.append(["Hematologkliniken Lövsta universitetssjukhus    Uppdaterad: 2026-05-03"])
    page.append([])
    for row in PERCENT:
        page.append(list(row))
    page["E10"].number_format = "mmm-yy"
    for span in ("A4:A5", "D4:E4", "F4:G4", "I4:I5", "A6:I6", "A8:I8"):
        page.merge_cells(span)
    return _with_struck_words(saved(book))


_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_STRINGS = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>'
    '<r><rPr><strike/></rPr><t xml:space="preserve">maj </t></r><r><t>sep 2026</t></r></si></sst>'
)


def _with_struck_words(data: bytes) -> bytes:
    """The workbook with "maj" of "maj sep 2026" struck out, in a string that stands outside the sheet as Excel does."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            text = text.replace(b't="inlineStr"><is><t>maj sep 2026</t></is>', b't="s"><v>0</v>')
            text = text.replace(
                b"</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}"/></Types>'.encode()
            )
            if name == "xl/_rels/workbook.xml.rels":
                link = f'<Relationship Id="rId99" Type="{_RELATION}" Target="sharedStrings.xml"/></Relationships>'
                text = text.replace(b"</Relationships>", link.encode())
            new.writestr(name, text)
        new.writestr("xl/sharedStrings.xml", _STRINGS)
    return made.getvalue()


TURNED_HEAD = ["Område", "Krav", "Åtgärd", "Ansvarig", "Tidplan", "Uppföljning"]
TURNED: Sequence[tuple[Sequence[int], Sequence[Sequence[str]]]] = (
    (
        (30, 95, 205, 350, 430, 490, 565),
        (
            ("Handledning", "Handledare ska ha gått\nkurs", "Kurs för samtliga handledare\nplaneras in under två år",
             "Studierektor Jonna\nAsk", "HT 2027", "Årligen i maj"),
            ("Forskning", "Vetenskapligt arbete\nska handledas", "Forskningshandledare utses av\nprofessor vid",
             "Verksamhetschef\nIvar Dunér", "2026-10-31", "Januari"),
        ),
    ),
    (
        (30, 110, 230, 360, 440, 500, 565),
        (
            ("", "", "universitetet och redovisas i\nST-kollegiet", "", "", "2027"),
            ("Jour", "ST-läkare ska ha bakjour\ni tjänst", "Primärjouren läggs alltid\nparallellt med en erfaren\nkollega",
             "Schemaläggare Ture\nAhl", "Omgående", "Vid varje\nschemaperiod"),
        ),
    ),
)  # fmt: skip


def turned_pdf() -> bytes:
    """Landscape pages stored upright and shown turned, columns of other widths on the second, cells without room."""
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(420, 595), invariant=1)
    for number, (edges, rows) in enumerate(TURNED, 1):
        canvas.setPageRotation(90)
        canvas.translate(420, 0)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(30, 405, "Infektionskliniken Sandhamra – handlingsplan ST")
        canvas.drawRightString(565, 405, f"{number} (2)")
        if number == 1:
            canvas.drawString(30, 380, "Datum: 2026-03-30")
        _draw_rows(canvas, edges, [TURNED_HEAD, *rows])
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _draw_rows(canvas: Made, edges: Sequence[int], rows: Sequence[Sequence[str]]) -> None:
    """Draw a table of boxes whose words begin at their very edges."""
    top = 360
    for row in rows:
        height = 10 * max(cell.count("\n") + 1 for cell in row) + 6
        for (left, right), cell in zip(pairwise(edges), row, strict=True):
            canvas.rect(left, top - height, right - left, height)
            for place, words in enumerate(cell.split("\n")):
                canvas.drawString(left + 3, top - 10 - 10 * place, words)
        top -= height


CENTRED = (
    ("Utviklingsområde", "Tiltak", "Ansvarlig", "Frist", "Evaluering", "Status"),
    ("Veiledning", "Veiledere får kurs i tilbakemelding, og veiledningsmøter legges inn i vaktplanen",
     "Seksjonsoverlege Marit Sund", "1. november 2026", "Hver sjette måned", "Påbegynt"),
    ("Læringsklima", "Morgenmøtet får et fast punkt om læring", "Avdelingsoverlege", "Fortløpende", "Årlig", "Gjennomført"),
    ("Utstyr", "Nytt ultralydapparat kjøpes inn etter anbud", "Avdelingssjef Liv Aas", "2027", "Januar 2028", "Avventer"),
)  # fmt: skip


def centred_pdf() -> bytes:
    """A table without lines, its words in the middle of their cells both ways, some cells too narrow for a word."""
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    middle = ParagraphStyle("middle", parent=styles["Normal"], fontSize=9, leading=10.8, alignment=1)
    rows = [[Paragraph(cell, middle) for cell in row] for row in CENTRED]
    plan = Table(rows, colWidths=[80, 140, 90, 70, 70, 60], style=[("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    story: list[Made] = [Paragraph("Handlingsplan for utdanning av LIS", styles["Title"])]
    story += [
        Paragraph(line, styles["Normal"]) for line in ("Kirurgisk avdeling, Nordfjell sykehus", "Vedtatt 12.06.2026")
    ]
    made = io.BytesIO()
    SimpleDocTemplate(made, invariant=1, leftMargin=40, rightMargin=40).build([*story, Spacer(1, 8), plan])
    return made.getvalue()


def _text(name: str) -> Callable[[], bytes]:
    return (TEXTS / name).read_bytes


MADE: dict[str, Callable[[], bytes]] = {
    "prompted.docx": prompted_docx,
    "percent.xlsx": percent_xlsx,
    "turned.pdf": turned_pdf,
    "centred.pdf": centred_pdf,
    **{name: _text(name) for name in ("ticked.md", "running_unit.txt")},
}
