"""Reading a plan out of a PDF of forty pages, against the time in which pypdfium2 hands over its text."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path
from random import Random

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measuring import Row, call, medians
from benchmarks.pdf_tables import form, table
from benchmarks.plans import MONTHS, TODAY
from benchmarks.wording import Wording
from followup.intake.documents import read_document
from followup.main import GARBAGE_AFTER

PAGES = 40
TURNS = 15
LEFT, TOP, BOTTOM, LEADING, SIZE = 60, 780, 70, 15, 11
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
AREAS = ("A. Organisation", "B. Utrustning", "C. Handledning", "D. Kompetens", "E. Introduktion", "F. Schema")


def rows(folder: Path) -> Iterator[Row]:
    """Measure the whole of reading, bytes to drafts; garbage is looked for as seldom as in the program."""
    gc.set_threshold(GARBAGE_AFTER)
    data = document()
    (folder / "plan.pdf").write_bytes(data)
    yield _row("", data, budget=2)
    yield _row("form, ", form())
    yield _row("bare table, ", table(ruled=False))
    yield _row("drawn table, ", table(ruled=True))


def _row(kind: str, data: bytes, budget: float | None = None) -> Row:
    """Measure one document; `kind` tells how its plan is laid out where it is not in labels above values."""
    found = len(read_document("plan.pdf", data, TODAY).actions)
    reading = call(lambda: read_document("plan.pdf", data, TODAY))
    measured, reference = medians(reading, call(lambda: _text(data)), turns=TURNS)
    return Row(f"PDF, {len(_text(data))} pages, {kind}{found} actions / its text", measured, reference, budget)


def _text(data: bytes) -> list[str]:
    """Give the text of each page as the library does."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def document() -> bytes:
    """Make a report of forty pages whose plan has labels above their values, as reviews write it."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    wording = Wording(Random(PAGES))
    lines = _lines(wording)
    for page in range(1, PAGES + 1):
        canvas.setFont(PLAIN, 8)
        canvas.drawString(LEFT, 810, "Handlingsplan efter granskning")
        canvas.drawString(LEFT, 40, str(page))
        for height in range(TOP, BOTTOM, -LEADING):
            font, text = next(lines)
            canvas.setFont(font, SIZE)
            canvas.drawString(LEFT, height, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _lines(wording: Wording) -> Iterator[tuple[str, str]]:
    """Give the lines of one action after the other, each with its type, without end."""
    for number in count():
        yield BOLD, AREAS[min(number // 20, len(AREAS) - 1)]
        for label, text in _fields(wording, MONTHS[number % len(MONTHS)]):
            if label:
                yield BOLD, label
            yield from ((PLAIN, line) for line in simpleSplit(text, PLAIN, SIZE, A4[0] - 2 * LEFT))


def _fields(wording: Wording, month: str) -> Iterator[tuple[str, str]]:
    yield "", wording.text(160)
    yield "Planerad åtgärd", wording.text(320)
    yield "Datum när åtgärden ska vara genomförd", f"{month.capitalize()} 2027"
    yield "Ansvarig för genomförandet", f"Verksamhetschef, för närvarande {wording.name()}"
    yield "Datum för uppföljning", f"Årligen, första gången i {month} 2028"
    yield "Ansvarig för uppföljningen", f"{wording.name()}, studierektor"
