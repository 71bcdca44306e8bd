"""Words that a narrow cell breaks without a hyphen are made whole, and words that only stand under each other are not."""

from __future__ import annotations

import io

import pytest

from followup.intake.documents import read_blocks
from followup.intake.page.broken_words import are_halves

BROKEN = (
    "Verksam|hetschef", "Verksamhet|schef", "Studierekto|r", "Studie|rektor", "ST-läkarreprese|ntant", "Huvudh|andledare",
    "Introduktionspr|ogrammet", "Kompetensbedö|mningar", "Utbildningsplan|en", "akutmottagn|ingen", "Medicintekni|ska",
    "Simuler|ingsinstruktörer", "Uddannelses|ansvarlig", "coor|dinator", "Bakjoursan|svarig", "perso|nalrummet",
)  # fmt: skip
APART = (
    "Huvudhandledare|för", "Introduktionsprogrammet|görs", "Handledningsscheman|läggs", "enligt|överenskommelse",
    "med|närliggande", "Medicinskt|ansvarig", "Consultant|anaesthetist", "Administrativ|koordinator", "på|mottagningen",
    "Återkoppling|ges", "fördelas|enligt", "skriftligen|efter", "Specialistkompetenta|läkare", "verksamheten|informerar",
)  # fmt: skip


@pytest.mark.parametrize("halves", BROKEN)
def test_what_no_word_ends_or_begins_with_is_half_of_one(halves: str) -> None:
    last, _, rest = halves.partition("|")
    assert are_halves(last, rest, frozenset())


@pytest.mark.parametrize("words", APART)
def test_whole_words_stay_apart(words: str) -> None:
    last, _, rest = words.partition("|")
    assert not are_halves(last, rest, frozenset())


def test_what_the_document_writes_as_one_word_elsewhere_is_one() -> None:
    assert not are_halves("Jourlistan", "ansvarar", frozenset())
    assert are_halves("Jourlistan", "ansvarar", frozenset({"jourlistanansvarar"}))


ROWS = (
    ("Åtgärd", "Ansvarig", "Klart"),
    ("Handledningsscheman läggs och anslås i personalrummet", "Verksamhetschef, Maj Lod", "2027-01-01"),
    ("Kompetensbedömningar dokumenteras i portföljen", "ST-läkarrepresentant", "2027-03-01"),
    ("Introduktionsprogrammet görs om", "Huvudhandledare för alla", "v. 12"),
)


def narrow_pdf(width: float) -> bytes:
    """A drawn table whose columns are as narrow as that, in points."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    small = getSampleStyleSheet()["Normal"].clone("small", fontSize=7, leading=8.5)
    cells = [[Paragraph(text, small) for text in row] for row in ROWS]
    table = Table(cells, colWidths=[width + 16, width, 64])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    made = io.BytesIO()
    SimpleDocTemplate(made, invariant=1).build([table])
    return made.getvalue()


@pytest.mark.parametrize("width", range(44, 96, 4))
def test_a_table_reads_the_same_however_narrow_it_is(width: int) -> None:
    rows = [row.texts for block in read_blocks(narrow_pdf(width), {}, "narrow.pdf").blocks for row in block.rows]
    assert rows == list(ROWS)
