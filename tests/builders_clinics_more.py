"""Makes documents as clinics keep them: a region's list, areas down the side, standards, labels before tabs."""

from __future__ import annotations

from collections.abc import Callable

from builders_documents import saved
from clinic_tables import filled, rows_of, sheet_of, table_pdf


def regional_xlsx() -> bytes:
    """A region's list with all it has columns for: reviewers' advice, start, end, and a yes or no at the end."""
    above = ["REGION VÄSTERDAL", "Åtgärdsplan ST-utbildning", "Vårdenhet: Kvinnokliniken Hedsund"]
    book, page = sheet_of("regional", "Plan", above)
    page["F3"] = "Reviderad: 2026-08-25"
    page["A10"] = "Fyll på rader vid behov."
    return saved(book)


def tiltak_xlsx() -> bytes:
    """A Norwegian list that asks how the effect is measured."""
    above = ["Handlingsplan for LIS-utdanning 2026–2027", "Kirurgisk avdeling, Nordfjord sykehus"]
    return saved(sheet_of("tiltak", "Tiltak", above)[0])


def spanning_pdf() -> bytes:
    """A drawn table whose areas span two rows each."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape

    look = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (0, 2)), ("SPAN", (0, 3), (0, 4))]
    above = [
        "Handlingsplan, Kardiologiska kliniken, Brovik",
        "Fastställd 2026-06-22 av verksamhetschef Tobias Rehn",
    ]
    size = (landscape(A4)[0], 460)
    return table_pdf(rows_of("spanning"), 9, [90, 150, 210, 75, 100, 110], look, size, above)


def standards_docx() -> bytes:
    """English standards with where the unit is now beside what is planned."""
    import docx

    document = docx.Document()
    document.add_heading("Self-assessment and improvement plan", level=0)
    document.add_paragraph("Intensive Care Unit, Harbour Hospital")
    document.add_paragraph("Completed 3 September 2026")
    filled(document, rows_of("standards")).style = "Table Grid"
    return saved(document)


def tabbed_docx() -> bytes:
    """Areas as headings, and under them bold labels that only a tab parts from their values."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan ST – Rehabiliteringskliniken Solvik", level=1)
    document.add_paragraph("Senast reviderad 14 maj 2026")
    for area, *values in rows_of("tabbed"):
        document.add_heading(area, level=2)
        for label, value in zip(("Brist", "Åtgärd", "Ansvarig", "Slutdatum", "Uppföljning"), values, strict=True):
            line = document.add_paragraph()
            line.add_run(label).bold = True
            line.add_run(f"\t{value}")
    return saved(document)


def indsats_docx() -> bytes:
    """Danish headings that count efforts, and under each a form."""
    import docx

    document = docx.Document()
    document.add_heading("Handleplan 2026/2027", level=1)
    document.add_paragraph("Børneafdelingen, Fjordby Sygehus – udarbejdet 2. juni 2026")
    for number, values in enumerate(rows_of("indsats"), 1):
        document.add_heading(f"Indsats {number}", level=2)
        labels = ("Problem", "Handling", "Ansvarlig", "Tidsplan", "Opfølgning")
        filled(document, list(zip(labels, values, strict=True))).style = "Table Grid"
    return saved(document)


def spurplan_docx() -> bytes:
    """The plan that reviewers ask for: facts in a table, then landscape columns named in whole sentences."""
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    document.add_paragraph("HANDLINGSPLAN – uppföljning av SPUR-inspektion")
    filled(document, rows_of("spurfacts"))
    document.add_paragraph("")
    filled(document, rows_of("spurplan")).style = "Table Grid"
    document.add_paragraph("Underskrift verksamhetschef: ______________")
    return saved(document)


def weekly_xlsx() -> bytes:
    """A list of activities that begins in the second column, with purposes and comments."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "ST"
    page["B1"] = "Aktivitetsplan ST, Psykiatri Norra Bergsta"
    page["B2"] = "Senast uppdaterad 2026-09-07"
    for number, row in enumerate(rows_of("weekly"), 4):
        for column, text in enumerate(row, 2):
            page.cell(number, column, text)
    return saved(book)


def response_table_pdf() -> bytes:
    """An English answer to concerns, as a drawn table."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    look = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("BACKGROUND", (0, 0), (-1, 0), colors.lightblue)]
    above = [
        "Response to quality management visit",
        "Trust: Hillview; Department: General Medicine; Date of response: 15 September 2026",
    ]
    return table_pdf(rows_of("concerns"), 9, [30, 120, 150, 90, 75, 70], look, (A4[0], 430), above)


def unit_docx() -> bytes:
    """Who is responsible in two columns, the function and the name, and when it is evaluated."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan", level=1)
    document.add_paragraph("Utbildande enhet: Klinisk kemi Västanby")
    document.add_paragraph("Planen avser perioden 2026–2028 och är beslutad 2026-09-03.")
    filled(document, rows_of("unit")).style = "Table Grid"
    return saved(document)


def progress_pdf() -> bytes:
    """A report of progress: "Mål" holds days, and how much is done stands in percent."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape

    look = [("GRID", (0, 0), (-1, -1), 0.4, colors.black)]
    above = ["Åtgärdsplan ST – lägesrapport", "Ögonkliniken Ekhamn 2026-09-15"]
    return table_pdf(rows_of("progress"), 8.5, [190, 120, 65, 65, 55, 140, 100], look, landscape(A4), above)


def rehab_xlsx() -> bytes:
    """Where the unit is, where it wants to be, and several activities in a cell."""
    return saved(
        sheet_of("rehab", "Blad1", ["Handlingsplan ST 2026–2027", "Rehabmedicin Hällby, reviderad 2026-08-19"])[0]
    )


def annual_docx() -> bytes:
    """A year of activities by months."""
    import docx

    document = docx.Document()
    document.add_heading("Aktivitetsplan ST-utbildning 2026/27", level=1)
    document.add_paragraph("Logopedmottagningen Brunna")
    filled(document, rows_of("annual"))
    return saved(document)


def danish_plan_pdf() -> bytes:
    """A Danish plan whose last column tells both when and who follows up."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    look = [("GRID", (0, 0), (-1, -1), 0.4, colors.black)]
    above = ["Handleplan efter inspektorbesøg", "Reumatologisk Afdeling, Søby Sygehus, 3. september 2026"]
    return table_pdf(rows_of("danishplan"), 9, [28, 140, 130, 85, 60, 92], look, A4, above)


MADE: dict[str, Callable[[], bytes]] = {
    "regional.xlsx": regional_xlsx,
    "tiltak.xlsx": tiltak_xlsx,
    "spanning.pdf": spanning_pdf,
    "standards.docx": standards_docx,
    "tabbed.docx": tabbed_docx,
    "indsats.docx": indsats_docx,
    "spurplan.docx": spurplan_docx,
    "unit.docx": unit_docx,
    "rehab.xlsx": rehab_xlsx,
    "annual.docx": annual_docx,
    "danish_plan.pdf": danish_plan_pdf,
    "progress.pdf": progress_pdf,
    "weekly.xlsx": weekly_xlsx,
    "response_table.pdf": response_table_pdf,
}
