"""Makes a fifth lot of files: plain tables whose cells hold what people write in them."""

from __future__ import annotations

from collections.abc import Callable

from builders_documents import saved
from builders_filed import broken, rows_of
from clinic_tables import Made, filled, table_pdf


def _table_docx(above: list[str], rows: list[list[str]]) -> bytes:
    """Lines and a table under them, in a landscape section."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_heading(above[0], level=1)
    for line in above[1:]:
        document.add_paragraph(line)
    filled(document, rows).style = "Table Grid"
    return saved(document)


def bred_docx() -> bytes:
    """Eight columns with rules, events and states in sentences."""
    above = ["Handlingsplan SPUR 2026", "Enhet: Lungkliniken Tegelby", "Upprättad 2026-08-25, version 2"]
    return _table_docx(above, rows_of("bred"))


def kort_xlsx() -> bytes:
    """A group's own list: initials, short forms, days without years."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["ST-gruppen Ortopeden Söderhult – att göra efter SPUR"])
    page.append(["2026-10-06"])
    for row in rows_of("kort"):
        page.append([text or None for text in row])
    return saved(book)


def paediatrics_docx() -> bytes:
    """English standards with their numbers, states in words."""
    above = ["Paediatrics training action plan", "Larkfield General Hospital", "Version 1.2 – 18 September 2026"]
    return _table_docx(above, rows_of("paediatrics"))


def psykisk_pdf() -> bytes:
    """A Norwegian table with lines, upright, long enough for a second page."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    look: list[Made] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    above = [
        "Handlingsplan – spesialistutdanning i psykiatri",
        "Distriktspsykiatrisk senter Lierdal, 10. september 2026",
    ]
    return table_pdf(broken(rows_of("psykisk")), 8.5, [22, 90, 80, 110, 85, 65, 85], look, (A4[0], 330), above)


def onko_xlsx() -> bytes:
    """A list with the day on which it was followed up, and what came of it."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Handlingsplan Onkologkliniken Ramsta efter SPUR-granskning 2026-04-21"])
    page.append(["Reviderad 2026-09-04"])
    page.append([])
    for row in rows_of("onko"):
        page.append([text or None for text in row])
    return saved(book)


MADE: dict[str, Callable[[], bytes]] = {
    "bred.docx": bred_docx,
    "kort.xlsx": kort_xlsx,
    "paediatrics.docx": paediatrics_docx,
    "psykisk.pdf": psykisk_pdf,
    "onko.xlsx": onko_xlsx,
}
