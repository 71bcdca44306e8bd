"""Makes a sixth lot of files: forms on sheets and in print, a row of its own for each follow-up, tables inside cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from builders_documents import saved
from clinic_tables import Made, filled, merged

FORMS = (
    ("Område", "E. Handledning", "G. Vetenskap"),
    ("Brist", "Handledarna träffas sällan.", "Forskningstid tas inte ut."),
    ("Åtgärd", "Handledarkollegium två gånger per termin.", "Planering vid varje utvecklingssamtal."),
    ("Ansvarig", "ST-studierektor Pia Hallén", "Verksamhetschef Dan Rosén, huvudhandledare"),
    ("Klart senast", "2026-12-15", "VT 2027"),
    ("Uppföljning", "Varje termin, första gången juni 2027", "Årligen i november"),
    ("Uppföljningsansvarig", "Dan Rosén", "Pia Hallén"),
    ("Status", "Pågår", "Ej påbörjad"),
)
"""The labels of a form, and what stands beside them for two actions."""


def omvand_xlsx() -> bytes:
    """The heads down the first column, an action in each other."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Handlingsplan Reumatologen Kvarnby"])
    page.append(["Upprättad 2026-08-05"])
    page.append([])
    page.append(["", "Åtgärd 1", "Åtgärd 2"])
    for row in FORMS:
        page.append(list(row))
    return saved(book)


def blad_xlsx() -> bytes:
    """A form on a sheet of its own for each action."""
    import openpyxl

    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    for number in (1, 2):
        page = first if number == 1 else book.create_sheet()
        page.title = f"Åtgärd {number}"
        page.append(["Klinik", "Reumatologen Kvarnby"])
        page.append([])
        for label, *values in FORMS:
            page.append([label, values[number - 1]])
    return saved(book)


def lodrat_csv() -> bytes:
    """Labels and values below each other, an empty line between the actions."""
    lines: list[str] = ["Handlingsplan;Reumatologen Kvarnby", ""]
    for number in (1, 2):
        lines += [f"{label};{values[number - 1]}" for label, *values in FORMS]
        lines.append("")
    return "\r\n".join(lines).encode("cp1252")


def tvaradig_docx() -> bytes:
    """Two rows for each action: what, who and when, and below it, across the table, how it is followed up."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan ST-utbildning", level=1)
    document.add_paragraph("Dermatologen Östhaga, 2026-09-01")
    rows = [
        ["Nr", "Åtgärd", "Ansvarig", "Klart"],
        ["1", "Skriftliga rutiner för sidotjänstgöring", "Studierektor Kim Vester", "2026-11-30"],
        ["Uppföljning: Årligen i januari. Ansvarig: Ann Byström", "", "", ""],
        ["2", "Schemalagd tid för självstudier", "Enhetschef Ann Byström", "VT 2027"],
        ["Uppföljning: Efter varje schemaperiod. Ansvarig: Kim Vester", "", "", ""],
    ]
    table = filled(document, rows)
    table.style = "Table Grid"
    for place in (2, 4):
        merged(table, (place, 0), (place, 3))
    return saved(document)


def inre_docx() -> bytes:
    """A cell that holds a table of its own with who and when."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan Plastikkirurgen Åsele", level=1)
    document.add_paragraph("Fastställd 2026-05-04")
    table = filled(
        document,
        [
            ["Område", "Åtgärd", "Ansvarig", "Klart", "Uppföljning"],
            ["B. Handledare", "Handledare anmäls till kurs:", "Studierektor Mio Lans", "2027-01-31", "Juni 2027"],
            ["F. Teori", "Seminarieserie startas.", "ST-läkare Ebba Tuv", "Oktober 2026", "Terminsvis"],
        ],
    )
    table.style = "Table Grid"
    inner = table.cell(1, 1).add_table(rows=2, cols=2)
    for place, (name, when) in enumerate((("Kurs 1", "hösten"), ("Kurs 2", "våren"))):
        inner.cell(place, 0).text, inner.cell(place, 1).text = name, when
    return saved(document)


def par_pdf() -> bytes:
    """Two labels with their values on one line, long texts under labels of their own."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, Spacer, Table

    styles = getSampleStyleSheet()
    normal = styles["Normal"]
    story: list[Made] = [
        Paragraph("Handlingsplan", styles["Title"]),
        Paragraph("Urologkliniken Strandby", normal),
        Paragraph("Beslutsdatum: 2026-06-16", normal),
    ]
    for number, (area, need, measure, who, due, follow_up, checker) in enumerate(PAR, 1):
        story += [Spacer(1, 12), Paragraph(f"<b>{number}. {area}</b>", normal)]
        story += [Paragraph(f"<b>Brist:</b> {need}", normal), Paragraph(f"<b>Åtgärd:</b> {measure}", normal)]
        pairs = [
            [Paragraph(f"<b>Ansvarig:</b> {who}", normal), Paragraph(f"<b>Klart senast:</b> {due}", normal)],
            [
                Paragraph(f"<b>Uppföljning:</b> {follow_up}", normal),
                Paragraph(f"<b>Följs upp av:</b> {checker}", normal),
            ],
        ]
        story.append(Table(pairs, colWidths=[240, 220], hAlign="LEFT", style=[("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return _printed(story, A4)


PAR = (
    (
        "Tjänstgöring",
        "ST-läkarna får inte tillräckligt med tid på stenmottagningen.",
        "Schemat ändras så att varje ST-läkare har fyra veckor på stenmottagningen per år.",
        "Schemaläggare Ulf Ekman",
        "2026-12-01",
        "Halvårsvis",
        "Studierektor Rut Mellin",
    ),
    (
        "Handledning",
        "Operationsassistans dokumenteras inte.",
        "Digital loggbok införs och gås igenom vid handledarsamtal.",
        "Rut Mellin och samtliga handledare",
        "Februari 2027",
        "Vid specialistkollegium",
        "Verksamhetschef Inge Prytz",
    ),
)


def _printed(story: Sequence[Made], size: tuple[float, float]) -> bytes:
    from reportlab.platypus import SimpleDocTemplate

    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=size, invariant=1).build(list(story))
    return made.getvalue()


def delad_pdf() -> bytes:
    """A table with lines whose rows themselves are divided by the turn of the page."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, Table, TableStyle

    styles = getSampleStyleSheet()
    small = styles["Normal"].clone("small", fontSize=9, leading=11)
    rows = [[Paragraph(text, small) for text in row] for row in DELAD]
    table = Table(rows, colWidths=[100, 190, 90, 70, 80], repeatRows=1, splitInRow=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    head = [Paragraph("Handlingsplan Gastrokliniken Mora norra", styles["Title"]), Paragraph("2026-08-11", small)]
    return _printed([*head, table], (A4[0], 300))


DELAD = (
    ("Brist", "Åtgärd", "Ansvarig", "Klart", "Uppföljning"),
    (
        "Endoskopiutbildningen saknar struktur och varje ST-läkare får ordna sin egen träning.",
        (
            "Ett endoskopiprogram i fyra steg tas fram. Steg ett görs i simulator. Steg två till fyra görs på mottagningen "
            "med en namngiven handledare. Varje steg avslutas med en bedömning som skrivs under av handledaren och läggs i "
            "ST-läkarens portfölj. Programmet ses över varje år tillsammans med ST-läkarna."
        ),
        "Endoskopiansvarig överläkare Siv Branting",
        "2027-03-31",
        "Vid varje avslutat steg",
    ),
    (
        "Tid för bakjour saknas.",
        "Bakjour schemaläggs dagtid.",
        "Schemaansvarig Olle Ny",
        "Oktober 2026",
        "Kvartalsvis, Siv Branting",
    ),
)


MADE: dict[str, Callable[[], bytes]] = {
    "omvand.xlsx": omvand_xlsx,
    "blad.xlsx": blad_xlsx,
    "lodrat.csv": lodrat_csv,
    "tvaradig.docx": tvaradig_docx,
    "inre.docx": inre_docx,
    "par.pdf": par_pdf,
    "delad.pdf": delad_pdf,
}
