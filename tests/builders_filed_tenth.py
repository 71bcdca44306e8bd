"""Makes a tenth lot of files: lists that are no plans before one, columns of a page, a column for each state."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from builders_documents import saved
from clinic_tables import Made, filled

TEXTS = Path(__file__).parent / "documents" / "filed"


def versions_docx() -> bytes:
    """Who made the paper and a history of its versions, each in a table of its own, before the plan's."""
    import docx

    document = docx.Document()
    document.add_heading("Åtgärdsplan 2026–2027", 0)
    facts = [
        ["Verksamhet:", "Klinisk fysiologi, Ekliden"],
        ["Upprättad av:", "Ulla Strömgren, studierektor"],
        ["Datum:", "2026-06-22"],
    ]
    filled(document, facts)
    document.add_heading("Versionshistorik", 2)
    history = [
        ["Version", "Datum", "Ändring", "Ansvarig"],
        ["0.1", "2026-05-02", "Första utkast", "Ulla Strömgren"],
        ["1.0", "2026-06-22", "Fastställd i ledningsgruppen", "Verksamhetschef"],
    ]
    filled(document, history)
    document.add_heading("Aktiviteter", 2)
    rows = [
        ["Nr", "Kvalitetsindikator", "Aktivitet", "Ägare", "Måldatum", "Avstämning", "Status"],
        ["1", "Andel ST-läkare med individuell utbildningsplan", "Planerna gås igenom och kompletteras", "Ulla Strömgren", "2026-10-31", "Varje termin", "Pågår"],
        ["2", "Andel handledare med kurs", "Kurs köps in tillsammans med grannkliniken", "Verksamhetschef Tage Borén", "Mars 2027", "Ledningsgrupp i april 2027", "Ej påbörjad"],
    ]  # fmt: skip
    filled(document, rows)
    document.add_paragraph("Status anges som Ej påbörjad, Pågår eller Klar.")
    return saved(document)


POINTS = (
    ("1. Introduktion", "Introduktionsprogram saknas för ST-läkare som börjar mitt i terminen.",
     ("Ett introduktionsprogram som kan startas när som helst under året tas fram.",
      "Överläkare Sol Wiman", "1 december 2026", "Februari 2027", "Studierektor Kim Ader")),
    ("2. Dermatoskopi", "Utrustningen för dermatoskopi är föråldrad.",
     ("Två digitala dermatoskop köps in och en introduktion hålls för alla läkare.",
      "Verksamhetschef Pål Gren", "Q4 2026", "Vid årsskiftet 2026/2027", "Kim Ader")),
    ("3. Tid för studier", "Inläsningstid schemaläggs inte.",
     ("Fyra timmar per vecka läggs i schemat.", "Schemaläggare Vera Iko", "Omgående", "Varje termin", "Kim Ader")),
)  # fmt: skip
LABELS = ("Åtgärd", "Ansvarig", "Klart senast", "Uppföljning", "Ansvarig för uppföljning")


def newspaper_pdf() -> bytes:
    """A page in two columns, the title across both."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

    def above(canvas: Made, _: Made) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(40, 480, "Handlingsplan för ST-utbildningen")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(40, 462, "Hudkliniken Norrboda, 2026-04-28")

    styles = getSampleStyleSheet()
    story: list[Made] = []
    for heading, need, values in POINTS:
        story += [Paragraph(heading, styles["Heading2"]), Paragraph(f"<b>Brist:</b> {need}", styles["Normal"])]
        pairs = zip(LABELS, values, strict=True)
        story += [Paragraph(f"<b>{label}:</b> {value}", styles["Normal"]) for label, value in pairs]
        story.append(Spacer(1, 60))
    made = io.BytesIO()
    document = BaseDocTemplate(made, pagesize=(595, 520), invariant=1)
    frames = [Frame(left, 40, 250, 400) for left in (40, 305)]
    document.addPageTemplates(PageTemplate(frames=frames, onPage=above))
    document.build(story)
    return made.getvalue()


STATES: Sequence[Sequence[str | None]] = (
    ("Region Västerdal", "Handlingsplan efter granskning", None, None, None, "Utskriven 2026-09-01"),
    ("Klinik: Endokrinkliniken Alnäs",),
    (),
    ("Område", "Brist", "Planerad åtgärd", "Ansvarig", "Slutdatum", "Ej påbörjad", "Pågår", "Klar", "Kommentar"),
    ("Handledning", "Handledare byts ofta", "Varje ST-läkare får en huvudhandledare under hela ST", "SR Jan Bark",
     "31/3-27", None, "x", None, "Diskuterat i maj"),
    (None, "Samtal saknas", "Samtal var 14:e dag bokas", "Handledarna", "v. 14 2027", "x"),
    ("Kurser", "Anmälan sker sent", "Kursplan lämnas i januari varje år", "ST-läkarna; SR Jan Bark", "2027-01",
     None, None, "x"),
    ("Bedömning", "Mallar saknas", "Mallar laddas ner från specialitetsföreningen", "SR Jan Bark",
     "före sommaren 2026", None, None, "X", "klart 2026-06-01"),
)  # fmt: skip


def states_xlsx() -> bytes:
    """A column for each state, ticked where it is so."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "ST-handlingsplan"
    for row in STATES:
        page.append(list(row))
    page.merge_cells("A5:A6")
    return saved(book)


ACTIONS = (
    ("Ingen struktur för introduktion", "En checklista tas fram och används för alla nya ST-läkare.",
     "ST-läkare Sara Lund", "31 oktober 2026", "Vid nästa ST-möte"),
    ("Handledare saknar återkoppling", "ST-läkarna utvärderar sina handledare en gång per termin.",
     "Studierektor Ivar Ny", "VT 2027", "Efter varje utvärdering"),
)  # fmt: skip


def appendices_docx() -> bytes:
    """Labels that only bold type and a new line set apart; who took part, and what words mean, in tables below."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan", 0)
    for above in ("Medicinkliniken, Granby lasarett", "2026-09-28"):
        document.add_paragraph(above)
    labels = ("Brist", "Vad ska göras", "Vem", "Tidplan", "Hur följs det upp")
    for number, values in enumerate(ACTIONS, 1):
        document.add_heading(f"Åtgärd {number}", 2)
        for label, value in zip(labels, values, strict=True):
            told = document.add_paragraph()
            told.add_run(label).bold = True
            told.add_run(f"\n{value}")
    document.add_heading("Bilaga 1: Deltagare i arbetsgruppen", 1)
    members = [["Namn", "Befattning", "Roll i arbetet"], ["Sara Lund", "ST-läkare", "Sammankallande"],
               ["Ivar Ny", "Studierektor", "Ansvarig för planen"]]  # fmt: skip
    filled(document, members)
    document.add_heading("Bilaga 2: Ordlista", 1)
    filled(document, [["Begrepp", "Förklaring"], ["IUP", "Individuell utbildningsplan"], ["SPUR", "Extern granskning"]])
    return saved(document)


BOXED = (
    (("Åtgärd nr 1", "Område: Lokaler"), ("Brist\nJourrummet är utkylt", "Planerad åtgärd\nJourrummet renoveras och får ny ventilation"),
     ("Ansvarig\nFastighetschef Olle Kvarn", "Klart senast\nQ4 2026"),
     ("Uppföljning\n2027-01-31", "Ansvarig för uppföljning\nEnhetschef Sif Ek")),
    (("Åtgärd nr 2", "Område: Handledning"), ("Brist\nIngen medsittning dokumenteras", "Planerad åtgärd\nMedsittningsprotokoll fylls i vid varje operation"),
     ("Ansvarig\nSamtliga handledare", "Klart senast\nLöpande"),
     ("Uppföljning\nVarje kvartal", "Ansvarig för uppföljning\nStudierektor Dan Lax")),
)  # fmt: skip


def boxed_pdf() -> bytes:
    """A form for each action whose drawn cells hold a label and, on the line below it, what it tells."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()
    story: list[Made] = [Paragraph("Handlingsplan SPUR-granskning", styles["Title"])]
    story += [Paragraph(line, styles["Normal"]) for line in ("Enhet: Handkirurgen Västerhav", "Datum: 2026-07-01")]
    for form in BOXED:
        rows = [[Paragraph(cell.replace("\n", "<br/>"), styles["Normal"]) for cell in row] for row in form]
        look: list[Made] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
        story += [Spacer(1, 14), Table(rows, colWidths=[230, 230], style=look)]
    made = io.BytesIO()
    SimpleDocTemplate(made, invariant=1).build(story)
    return made.getvalue()


YEARS: Sequence[Sequence[object]] = (
    ("Aktivitetsplan ST, Smärtkliniken Rönnby",),
    ("Aktivitet", "Ägare", "Måldatum", "Avstämning", "Läge"),
    (2026,),
    ("Inventera handledarkompetens", "Tova Rask, studierektor", "oktober", "november", "Klart 15/9"),
    ("Revidera introduktionsprogram", "Tova Rask", "nov", "dec", "Pågår"),
    (2027,),
    ("Anordna handledarkurs", "VC Emil Sand", "mars", "efter kursen"),
    ("Enkät till ST-läkare", "ST-läkarrådet", "maj", "årligen"),
)


def years_xlsx() -> bytes:
    """Actions under the year, a number across the sheet, their months without one."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in YEARS:
        page.append(list(row))
    for span in ("A3:E3", "A6:E6"):
        page.merge_cells(span)
    return saved(book)


def _text(name: str) -> Callable[[], bytes]:
    return (TEXTS / name).read_bytes


MADE: dict[str, Callable[[], bytes]] = {
    "versions.docx": versions_docx,
    "newspaper.pdf": newspaper_pdf,
    "states.xlsx": states_xlsx,
    "appendices.docx": appendices_docx,
    "boxed.pdf": boxed_pdf,
    "years.xlsx": years_xlsx,
    **{
        name: _text(name)
        for name in (
            "list_by_mail.txt",
            "corrective.csv",
            "tool.csv",
            "wrapped_days.txt",
            "struck_row.md",
            "run_in.txt",
            "labels_at_foot.txt",
            "grouped.csv",
            "counted_heads.md",
        )
    },
}
