"""Makes documents that say one thing in two forms: labels run into one paragraph, heads that nobody knows."""

from __future__ import annotations

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


MADE: dict[str, Callable[[], bytes]] = {"run_in.docx": run_in_docx, "unknown_heads.xlsx": unknown_heads_xlsx}
