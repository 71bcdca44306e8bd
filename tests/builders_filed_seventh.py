"""Makes a seventh lot of files: lists with more columns than a plan needs, questions as heads, exports with times."""

from __future__ import annotations

from collections.abc import Callable

from builders_documents import saved
from builders_filed import rows_of
from clinic_tables import Made, filled, merged, table_pdf, typed


def prio_xlsx() -> bytes:
    """Roles and names in columns of their own, among priorities, resources and effects."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Handlingsplan ST"
    page.append(["Handlingsplan ST – Medicinkliniken Västra Bruk"])
    page.append(["Framtagen av ST-gruppen 2026-08-31 efter SPUR-granskning 2026-04-07"])
    page.append([])
    for row in rows_of("prio"):
        page.append([text or None if "." in text[:2] else typed(text) or None for text in row])
    return saved(book)


def vvnu_pdf() -> bytes:
    """Questions as heads, with lines between the rows only."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4

    look: list[Made] = [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    above = ["Åtgärdslista efter SPUR", "Akutkliniken Lillsjö, 22 september 2026"]
    return table_pdf(rows_of("vvnu"), 9, [105, 170, 105, 75, 75], look, A4, above)


def dk_xlsx() -> bytes:
    """A Danish list with days as text, lights with words, and a row that needs nothing done."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Handleplan efter inspektorbesøg 3. juni 2026"])
    page.append(["Afdeling: Gynækologisk-obstetrisk afdeling, Sundhavn Sygehus"])
    page.append(["Opdateret 10. september 2026"])
    page.append([])
    for row in rows_of("dk-xlsx"):
        page.append([text or None for text in row])
    return saved(book)


def export_csv() -> bytes:
    """What a list on the web hands out: times of the day, surnames first, when each row was changed."""
    lines = [",".join(row) for row in rows_of("en-csv")]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


TILTAK = (
    (
        "Tiltak 1: Bedre introduksjon",
        ("Bakgrunn", "Nye LIS får ikke opplæring før første vakt."),
        ("Tiltak", "Introduksjonsuke med to følgevakter."),
        ("Ansvarlig", "Seksjonsoverlege Marit Hove"),
        ("Frist", "01.02.2027"),
        ("Evaluering", "Etter hver oppstart (februar og september)"),
    ),
    (
        "Tiltak 2: Faste veiledningstider",
        ("Bakgrunn", "Veiledning blir ofte avlyst."),
        ("Tiltak", "Veiledning legges i arbeidsplanen annenhver uke."),
        ("Ansvarlig", "Avdelingsleder Geir Moen / vaktplanlegger Lise Dahl"),
        ("Frist", "høsten 2026"),
        ("Evaluering", "Hvert halvår i utdanningsutvalget"),
    ),
)


def tiltak_docx() -> bytes:
    """Norwegian forms with a title across each."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan LIS-utdanning", level=1)
    document.add_paragraph("Enhet: Kirurgisk klinikk, Sundnes sykehus")
    document.add_paragraph("Vedtatt 3. september 2026")
    for title, *pairs in TILTAK:
        table = filled(document, [[title, ""], *(list(pair) for pair in pairs)])
        table.style = "Table Grid"
        merged(table, (0, 0), (0, 1))
        document.add_paragraph("")
    return saved(document)


MADE: dict[str, Callable[[], bytes]] = {
    "prio.xlsx": prio_xlsx,
    "vvnu.pdf": vvnu_pdf,
    "dk.xlsx": dk_xlsx,
    "export_en.csv": export_csv,
    "tiltak_forms.docx": tiltak_docx,
}
