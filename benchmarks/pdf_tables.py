"""Plans of some forty pages as PDF has them besides labels above values: labels beside values, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from random import Random
from typing import Any, TypeAlias

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from benchmarks.plans import MONTHS
from benchmarks.wording import Wording

HEADS = (
    "Brist",
    "Planerad åtgärd",
    "Ansvarig för genomförandet",
    "Klart senast",
    "Uppföljning",
    "Ansvarig för uppföljningen",
)
TABLE_WIDTHS, FORM_WIDTHS = (130, 200, 110, 80, 120, 110), (150, 330)
IN_TABLE, IN_FORM = 205, 175
"""So many actions fill forty pages."""
_STYLE = ParagraphStyle("plan", fontName="Helvetica", fontSize=9, leading=11)
_TITLE = Paragraph("Handlingsplan", ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=14, leading=20))
Part: TypeAlias = Any
"""What a page is made of; the library carries no types."""


def table(*, ruled: bool) -> bytes:
    """Make a plan of one table, with or without drawn lines."""
    rows = [_cells(HEADS), *map(_cells, _actions(IN_TABLE))]
    plan = Table(rows, repeatRows=1, colWidths=TABLE_WIDTHS)
    lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    plan.setStyle(TableStyle([*lines, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return _document([_TITLE, plan], landscape(A4))


def form() -> bytes:
    """Make a plan with labels beside their values."""
    parts: list[Part] = [_TITLE]
    for values in _actions(IN_FORM):
        rows = [_cells(pair) for pair in zip(HEADS, values, strict=True)]
        parts += [Table(rows, colWidths=FORM_WIDTHS), Spacer(1, 12)]
    return _document(parts, A4)


def _actions(count: int) -> Iterator[Sequence[str]]:
    wording = Wording(Random(count))
    for number in range(count):
        month = MONTHS[number % len(MONTHS)]
        yield (
            wording.text(100),
            wording.text(160),
            f"Verksamhetschef, för närvarande {wording.name()}",
            f"{month.capitalize()} 2027",
            f"Årligen, första gången i {month} 2028",
            f"{wording.name()}, studierektor",
        )


def _cells(texts: Sequence[str]) -> list[Part]:
    return [Paragraph(text, _STYLE) for text in texts]


def _document(parts: Sequence[Part], size: tuple[float, float]) -> bytes:
    made = BytesIO()
    SimpleDocTemplate(made, pagesize=size).build(list(parts))
    return made.getvalue()
