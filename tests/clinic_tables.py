"""Tables that clinics have filled in, for the tests that make documents of them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

Made: TypeAlias = Any
"""A document or table of a library whose types are its own affair."""

TABLES = Path(__file__).parent / "documents" / "clinic_tables.txt"
"""Tables under their names: bars between the cells, "¶" for a line break in one."""


@cache
def _tables(file: Path) -> dict[str, str]:
    """The tables as drawn, by their names."""
    parts = re.split(r"(?m)^\[([\w-]+)\]\n", file.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def drawn_rows(file: Path, name: str) -> list[list[str]]:
    """The rows of a table that is drawn with bars between its cells; "¶" is a line break in a cell."""
    drawn = _tables(file)[name].split("\n")
    return [[cell.strip().replace("¶", "\n") for cell in row.split("|")] for row in drawn if row]


def rows_of(name: str) -> list[list[str]]:
    """The rows of one of the tables that most documents are made of."""
    return drawn_rows(TABLES, name)


def typed_rows_of(name: str) -> list[list[object]]:
    """The same with the values that a sheet holds: days, numbers and words."""
    return [[typed(cell) for cell in row] for row in rows_of(name)]


def typed(cell: str) -> object:
    """The value that a sheet holds for these words: a day, a number or the words."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return date.fromisoformat(cell)
    if cell.isdigit():
        return int(cell)
    return float(cell) if re.fullmatch(r"\d+\.\d+", cell) else cell


def filled(document: Made, rows: Sequence[Sequence[str]]) -> Made:
    """A table in a Word document with these words in its cells."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    return table


def merged(table: Made, first: tuple[int, int], last: tuple[int, int]) -> None:
    """Make one cell of those between two corners, with the words of the first."""
    text = table.cell(*first).text
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            table.cell(row, column).text = ""
    table.cell(*first).merge(table.cell(*last)).text = text


def sheet_of(name: str, sheet: str, above: Sequence[str]) -> tuple[Made, Made]:
    """A workbook and its sheet, with some lines above the rows of a table."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for line in above:
        page.append([line])
    page.append([])
    for row in typed_rows_of(name):
        page.append(row)
    return book, page


def table_pdf(
    rows: Sequence[Sequence[str]],
    letters: float,
    widths: list[float],
    look: Sequence[Made],
    size: tuple[float, float],
    above: Sequence[str],
) -> bytes:
    """Rows as a table on pages of a size, in letters of some points, under a title and perhaps a line more."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    styles = getSampleStyleSheet()
    small = styles["Normal"].clone("small", fontSize=letters, leading=letters * 1.25)
    table = Table([[Paragraph(text, small) for text in row] for row in rows], repeatRows=1, colWidths=widths)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *look]))
    story = [Paragraph(above[0], styles["Title"]), *(Paragraph(line, styles["Normal"]) for line in above[1:]), table]
    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=size, leftMargin=30, rightMargin=30, invariant=1).build(story)
    return made.getvalue()
