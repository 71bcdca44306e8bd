"""Makes documents in which little tells what is what: labels run together, heads nobody knows, rows hardly apart."""

from __future__ import annotations

import io
from collections.abc import Callable

from builders_documents import saved, table_xlsx

HEADED = [
    (
        "1. Psykoterapihandledning",
        [
            ("Bakgrund", "Bara två av sju ST-läkare har handledare i psykoterapi."),
            ("Åtgärd", "Avtal tecknas med extern handledare."),
            ("Ansvarig", "enhetschef Disa Moberg"),
            ("Klart senast", "15 januari 2027"),
            ("Uppföljning", "i juni 2027 av studierektor"),
        ],
    ),
    (
        "2. Jourintroduktion",
        [
            ("Bakgrund", "Primärjourer går sin första jour utan introduktion."),
            ("Åtgärd", "Två bredvidgångar före första jouren."),
            ("Ansvarig", "Schemagruppen"),
            ("Klart senast", "löpande"),
            ("Uppföljning", "varje termin av studierektor"),
        ],
    ),
]


def run_in_docx() -> bytes:
    """A heading for each action, and under it one paragraph of bold labels and values with line breaks."""
    import docx

    document = docx.Document()
    document.add_paragraph("Vuxenpsykiatriska kliniken Hult")
    document.add_heading("Handlingsplan för ST-utbildningen 2026–2028", 1)
    for heading, told in HEADED:
        document.add_heading(heading, 2)
        paragraph = document.add_paragraph()
        for number, (label, value) in enumerate(told):
            if number:
                paragraph.add_run().add_break()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(value)
    return saved(document)


def unknown_heads_xlsx() -> bytes:
    """A list that calls itself a plan, under heads that no list of words can hold."""
    rows = [
        ["Rubricering", "Uppdragstext", "Kontakt", "Horisont"],
        ["Jour", "Jourlistan ska läggas två månader i förväg", "Lena Ek", "2027-01-31"],
        ["Kurs", "Alla ST får åka på en extern kurs om året", "Bo Lind, schemaläggare", "VT 2027"],
    ]
    return table_xlsx(rows, title=["Handlingsplan ST 2026, Njurmedicin Väst"])


def captions_docx() -> bytes:
    """A small table under a bare line for each area, with who and when in one column."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan med anledning av SPUR-granskning den 5 maj 2026", 1)
    document.add_paragraph("Mag-tarmkliniken, Ystevik")
    head = ["Brist", "Åtgärd", "Ansvarig / klart senast", "Uppföljning"]
    for caption, rows in CAPTIONED:
        document.add_paragraph(caption)
        table = document.add_table(rows=0, cols=4)
        for row in [head, *rows]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return saved(document)


CAPTIONED = [
    (
        "A Verksamhet och medarbetare",
        [["Endast en specialist", "Rekrytering pågår", "Verksamhetschef Signe Brodd / 2027-06-30", "Kvartalsvis"]],
    ),
    (
        "B Handledning",
        [
            ["Kontrakt saknas", "Kontrakt upprättas", "Huvudhandledare / omgående", "Vid utvecklingssamtal"],
            [
                "Medsittning sker sällan",
                "Medsittning bokas",
                "ST-koordinator Hedda Moll / jan 2027",
                "Enkät till ST-läkare",
            ],
        ],
    ),
]


def shares_xlsx() -> bytes:
    """Heads in two languages, and how much is done as a number between nothing and one."""
    rows: list[list[object]] = [
        ["Nr", "Krav / Requirement", "Åtgärd / Action", "Ansvarig (namn och funktion)", "Deadline", "Färdigställt (%)"],
        [1, "Lokal", "Iordningställ rum 5", "Moa Ljung, enhetschef", "2026-12-01", 0.5],
        [2, "Handledartid", "Två timmar i schemat", "Schemagruppen", "2027-01-15", 0],
        [3, "Bedömningar", "Fyra per termin", "Alla handledare", "löpande", 1],
    ]
    return table_xlsx(rows, title=["HANDLINGSPLAN / ACTION PLAN"])


def spaced_pdf() -> bytes:
    """A table without lines, in which only a little more room between its rows tells them apart."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=landscape(A4), invariant=True)
    page.setFont("Helvetica", 9)
    height = 540.0
    for row in SPACED:
        for line in range(max(len(cell.split("|")) for cell in row)):
            for left, cell in zip((40, 130, 380, 520, 650), row, strict=True):
                parts = cell.split("|")
                page.drawString(left, height, parts[line] if line < len(parts) else "")
            height -= 12
        height -= 6
    page.save()
    return made.getvalue()


SPACED = [
    ["Område", "Åtgärd", "Ansvarig", "Tidsplan", "Uppföljning"],
    [
        "Introduktion",
        "Mentor utses innan ST-läkaren börjar. Namnet|meddelas i välkomstbrevet.",
        "Chefen Ove Tarn",
        "Från och med|2027-01-01",
        "Årligen",
    ],
    ["Handledning", "Handledning dokumenteras i portalen.", "Huvudhandledare", "Löpande", "Varje kvartal"],
    ["Jour", "Bakjour finns på plats till kl 21.", "Schemaansvarig Iva Brun", "1 april 2027", "Hösten 2027"],
]


def row_blocks_docx() -> bytes:
    """One table for all: the requirement across it, heads, one row of values, and so on anew."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan efter SPUR-inspektion", 0)
    document.add_paragraph("Verksamhet: Njurkliniken, Rönnås sjukhus")
    table = document.add_table(rows=0, cols=4)
    for requirement, values in BLOCKS:
        across = table.add_row().cells
        across[0].merge(across[3]).text = f"Krav: {requirement}"
        for texts in (["Åtgärd", "Ansvarig", "Klart", "Uppföljning"], values):
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    return saved(document)


BLOCKS = [
    ("Skriftligt introduktionsprogram ska finnas.", ["Programmet skrivs", "ST-läkare Wilma Stark", "2026-11-30", "-"]),
    ("Handledarna ska ha utbildning.", ["Halvdagsutbildning", "Studierektor Casper Ö", "VT 2027", "Vartannat år"]),
]


def deep_lists_docx() -> bytes:
    """A list in two depths: areas, and under each what is done, by whom and when in brackets."""
    import docx

    document = docx.Document()
    document.add_heading("Förbättringsplan ST – Käkkirurgiska kliniken Ås", 1)
    for area, items in LISTED:
        document.add_paragraph(area, style="List Bullet")
        for text in items:
            document.add_paragraph(text, style="List Bullet 2")
    return saved(document)


LISTED = [
    (
        "Handledning",
        [
            "Handledarträffar varje månad (studierektor Moa Klint, start januari 2027)",
            "Handledarlista på intranätet (sekreterare Bibi Fors, klart 2026-12-15)",
        ],
    ),
    ("Vetenskap", ["Forskningsdag varje vår (docent Hugo Ax, april 2027)"]),
]

MADE: dict[str, Callable[[], bytes]] = {
    "run_in.docx": run_in_docx,
    "unknown_heads.xlsx": unknown_heads_xlsx,
    "captions.docx": captions_docx,
    "shares.xlsx": shares_xlsx,
    "spaced.pdf": spaced_pdf,
    "row_blocks.docx": row_blocks_docx,
    "deep_lists.docx": deep_lists_docx,
}
