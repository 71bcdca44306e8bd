"""What is drawn in columns on a page of a PDF is read piece by piece, each where it was drawn."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from followup.intake.formats.pdf_words import Page

COLUMNS = (60, 210, 400)
TOP, LEADING, SIZE = 760, 24, 10
WORDS = st.lists(st.text("abdegåäöABD,.()ijl", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)


def pieces_of(drawn: Sequence[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    """The left edge, the height above the page's foot and the words of what is read where something was drawn."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.setFont("Helvetica", SIZE)
    for left, height, words in drawn:
        canvas.drawString(left, height, words)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(made.getvalue()) as document:
        return [(run.left, A4[1] - run.height, run.text) for run in Page(document[0]).runs()]


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8))
def test_each_cell_is_read_with_its_own_words_at_its_own_place(rows: list[tuple[str, str, str]]) -> None:
    drawn = [
        (left, TOP - number * LEADING, words)
        for number, row in enumerate(rows)
        for left, words in zip(COLUMNS, row, strict=True)
    ]

    read = pieces_of(drawn)

    assert [words for _, _, words in read] == [words for _, _, words in drawn]
    for (left, height, _), (drawn_left, drawn_height, _) in zip(read, drawn, strict=True):
        assert abs(left - drawn_left) < SIZE / 2
        assert abs(height - drawn_height) < SIZE / 4


def test_words_half_a_line_lower_in_the_next_column_keep_their_own_height() -> None:
    read = pieces_of([(60, 700, "Ansvarig"), (210, 693, "Maj Ek, studierektor")])

    assert [(round(height), words) for _, height, words in read] == [(700, "Ansvarig"), (693, "Maj Ek, studierektor")]


def test_words_drawn_over_others_are_read_by_their_boxes() -> None:
    read = pieces_of([(60, 700, "Ny mall för handledning"), (62, 704, "Utkast"), (400, 700, "maj 2027")])

    assert "maj 2027" in [words for _, _, words in read]
    assert {"Ny", "mall", "Utkast"} <= {word for _, _, words in read for word in words.split()}
