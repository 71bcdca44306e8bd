"""Makes a ninth lot of files: what Word shows but does not store, heads of two rows, boxes, units that run above pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
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


def _text(name: str) -> Callable[[], bytes]:
    return (TEXTS / name).read_bytes


MADE: dict[str, Callable[[], bytes]] = {
    "prompted.docx": prompted_docx,
    "percent.xlsx": percent_xlsx,
    **{name: _text(name) for name in ("ticked.md", "running_unit.txt")},
}
