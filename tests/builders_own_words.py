"""Makes a Word form whose headings are a clinic's own words for who, what and when, under each thing to be mended."""

from __future__ import annotations

from collections.abc import Callable

from builders_documents import saved

HEADS = (
    "Nuläge",
    "Vad vi ska göra",
    "Vem driver frågan",
    "När det ska vara klart",
    "Hur vi stämmer av",
    "Vem stämmer av",
)
CHAPTERS = {
    "Egen tid för forskning": (
        "ST-läkarna får inte ut sin forskningstid.",
        "Varje ST-läkare får tio veckor inlagda i sin individuella plan.",
        "Studierektor Elin Skog",
        "31 maj 2027",
        "Två gånger per år vid planeringssamtalet",
        "Verksamhetschef Hugo Lantz",
    ),
    "Neurofysiologi": (
        "Placeringen är för kort.",
        "Placeringen förlängs från fyra till åtta veckor.",
        "Hugo Lantz",
        "HT 2027",
        "Årligen i oktober",
        "Elin Skog",
    ),
    "Ledarskap": (
        "Ledarskapskurs saknas.",
        "Klinikens egen ledarskapskurs startas tillsammans med regionens utbildningsenhet.",
        "Överläkare Maj Ferm och Elin Skog",
        "2027-09-01",
        "Efter varje kurstillfälle",
        "Maj Ferm",
    ),
}


def form_word_docx() -> bytes:
    """A title, the clinic and a day, then a chapter for each thing, with a heading and a paragraph for each field."""
    import docx

    document = docx.Document()
    document.add_heading("Utvecklingsplan för ST-utbildningen 2027", level=0)
    document.add_paragraph("Neurologiska kliniken, Tallsunds sjukhus")
    document.add_paragraph("Fastställd 2026-10-14")
    for chapter, values in CHAPTERS.items():
        document.add_heading(chapter, level=1)
        for head, words in zip(HEADS, values, strict=True):
            document.add_heading(head, level=2)
            document.add_paragraph(words)
    return saved(document)


MADE: dict[str, Callable[[], bytes]] = {"form_word.docx": form_word_docx}
