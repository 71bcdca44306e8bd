"""Makes documents of every form out of one made-up plan, as clinics and extractions make them."""

from __future__ import annotations

import csv
import io
import textwrap
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

DOCUMENTS = Path(__file__).parent / "documents"
Plan: TypeAlias = dict[str, Any]
Made: TypeAlias = Any
"""A document, table or canvas of a library whose types are its own affair."""

LABELS = {
    "measure": "Planerad åtgärd",
    "due": "Datum när åtgärden ska vara genomförd",
    "responsible": "Ansvarig för genomförandet",
    "follow_up": "Datum för uppföljning",
    "follow_up_responsible": "Ansvarig för uppföljningen",
}
HEADS = ("Område", "Krav", "Planerad åtgärd", "Klart senast", "Ansvarig", "Uppföljning", "Ansvarig för uppföljning")
WIDTH = 88


@cache
def review_plan() -> Plan:
    """The plan of the made-up review, as its truth states it."""
    return tomllib.loads((DOCUMENTS / "review_plan.toml").read_text(encoding="utf-8"))


def reference() -> date:
    """The day that missing years of the made-up review count from."""
    day: date = review_plan()["reference"]
    return day


def values_of(action: Plan) -> list[str]:
    """The words of the five labelled fields, in the order of LABELS."""
    return [
        "\n".join(action["measure"]),
        action["due"][3],
        action["responsible_text"],
        action["follow_up_text"],
        action["follow_up_responsible_text"],
    ]


def rows_of_plan() -> list[list[str]]:
    """The plan as the rows of a table, its head first."""
    rows = [list(HEADS)]
    for action in review_plan()["actions"]:
        measure, due, responsible, follow_up, checker = values_of(action)
        area = f"{action['code']}. {action['name']}"
        rows.append([area, action["requirement"], measure, due, responsible, follow_up, checker])
    return rows


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """Lines as a word processor breaks them: after blanks and after written hyphens."""
    return [line for part in text.split("\n") for line in textwrap.wrap(part, width, break_long_words=False)]


def extraction_lines() -> Iterator[str]:
    """What an extraction leaves of the report: a blank line after each, three where a page turns."""
    report = (DOCUMENTS / "review_report.txt").read_text(encoding="utf-8")
    for line in report.splitlines():
        if line.strip():
            yield from (each + "\n\n" for each in wrapped(line))
    yield "\n\n\n\nHANDLINGSPLAN\n\n"
    yield from (each + "\n\n" for each in wrapped("Kliniken har efter granskningen lämnat följande plan.", 60))
    for number, action in enumerate(review_plan()["actions"]):
        yield from _extracted(action, turns=number > 0)


def _extracted(action: Plan, *, turns: bool) -> Iterator[str]:
    yield f"{action['code']}. {action['name']}\n\n"
    yield from (each + "\n\n" for each in wrapped(action["requirement"]))
    if turns:
        yield f"{LABELS['measure']}\n\n\n\n"
    for label, value in zip(LABELS.values(), values_of(action), strict=True):
        yield f"{label}\n"
        yield from (each + "\n\n" for each in wrapped(value))


def extraction() -> str:
    """The whole report as extracted text."""
    return "".join(extraction_lines())


def labelled_pdf(*, size: float = 11, header: str = "Skogsbro sjukhus – Handlingsplan efter granskning") -> bytes:
    """The report as a PDF with a text layer: running head, page numbers, labels above their values."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen import canvas

    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=A4, invariant=True)
    height = _Drawn(page, header, size)
    for kind, text in _printed():
        height.draw(kind, text)
    height.end()
    page.save()
    return made.getvalue()


def _printed() -> Iterator[tuple[str, str]]:
    report = (DOCUMENTS / "review_report.txt").read_text(encoding="utf-8")
    yield from (("text", line) for line in report.splitlines() if line.strip())
    yield "title", "HANDLINGSPLAN"
    yield "text", "Kliniken har efter granskningen lämnat följande plan."
    for action in review_plan()["actions"]:
        yield "area", f"{action['code']}. {action['name']}"
        yield "text", action["requirement"]
        for label, value in zip(LABELS.values(), values_of(action), strict=True):
            yield "label", label
            yield from (("value", part) for part in value.split("\n"))


class _Drawn:
    """Draws lines down the page and turns it, with the label repeated where its value goes on."""

    def __init__(self, page: Made, header: str, size: float) -> None:
        self._page, self._header, self._size = page, header, size
        self._number, self._height, self._label = 0, 0.0, ""
        self._turn()

    def draw(self, kind: str, text: str) -> None:
        bold = kind in {"title", "area", "label"}
        size = self._size * (1.5 if kind == "title" else 1)
        self._label = text if kind == "label" else self._label
        self._height -= 0 if kind == "value" else self._size * 0.9
        for index, line in enumerate(wrapped(text)):
            if self._height < 80:
                self._turn()
                if kind == "value" and self._label.startswith("Planerad") and index == 0:
                    self._line(self._label, self._size, bold=True)
            self._line(line, size, bold=bold)
        self._height -= self._size * 0.6 if kind == "value" else 0

    def end(self) -> None:
        self._page.showPage()

    def _line(self, text: str, size: float, *, bold: bool) -> None:
        self._page.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self._page.drawString(60, self._height, text)
        self._height -= size * 1.25

    def _turn(self) -> None:
        if self._number:
            self._page.showPage()
        self._number += 1
        self._page.setFont("Helvetica", 8)
        self._page.drawString(60, 810, self._header)
        self._page.drawRightString(530, 40, f"Sida {self._number}")
        self._height = 770.0


def table_pdf(rows: Sequence[Sequence[str]], *, grid: bool = True, before: Sequence[str] = ()) -> bytes:
    """Rows as a PDF table, wrapped in their columns, over as many landscape pages as needed."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    styles = getSampleStyleSheet()
    small = styles["Normal"].clone("small", fontSize=7.5, leading=9, splitLongWords=0)
    cells = [[Paragraph(cell.replace("\n", "<br/>"), small) for cell in row] for row in rows]
    look = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = Table(cells, repeatRows=1, colWidths=[760 / len(rows[0])] * len(rows[0]))
    table.setStyle(TableStyle([*look, *([("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if grid else [])]))
    made = io.BytesIO()
    document = SimpleDocTemplate(made, pagesize=landscape(A4), leftMargin=40, rightMargin=40, invariant=1)
    document.build([*(Paragraph(line, styles["Title"]) for line in before), table])
    return made.getvalue()


def table_docx(rows: Sequence[Sequence[str]], *, before: Sequence[str] = ()) -> bytes:
    """Rows as a Word table under some headings; the first column merged where it repeats."""
    import docx

    document = docx.Document()
    for line in before:
        document.add_heading(line, level=1)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    _merge_first_column(table, rows)
    return saved(document)


def _merge_first_column(table: Made, rows: Sequence[Sequence[str]]) -> None:
    start = 1
    for place in range(2, len(rows) + 1):
        if place < len(rows) and rows[place][0] == rows[start][0]:
            continue
        if place - start > 1:
            for each in range(start + 1, place):
                table.cell(each, 0).text = ""
            merged = table.cell(start, 0).merge(table.cell(place - 1, 0))
            merged.text = rows[start][0]
        start = place


def headings_docx() -> bytes:
    """The plan in Word as headings and paragraphs, labels in bold on their own lines."""
    import docx

    document = docx.Document()
    document.add_heading("Handlingsplan", level=0)
    document.add_paragraph("Geriatriska kliniken, Skogsbro sjukhus")
    area = ""
    for action in review_plan()["actions"]:
        if action["code"] != area:
            area = action["code"]
            document.add_heading(f"{area}. {action['name']}", level=1)
        document.add_heading(action["requirement"], level=2)
        for label, value in zip(LABELS.values(), values_of(action), strict=True):
            document.add_paragraph().add_run(label).bold = True
            for part in value.split("\n"):
                document.add_paragraph(part)
    return saved(document)


def saved(document: Made) -> bytes:
    """The bytes of a Word document or a workbook."""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def table_xlsx(rows: Sequence[Sequence[object]], *, title: Sequence[str] = (), sheet: str = "Plan") -> bytes:
    """Rows as a worksheet, some title rows above it, another sheet before it."""
    import openpyxl

    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Läs mig"
    first.append(["Fyll i bladet Plan. En rad per åtgärd."])
    page = book.create_sheet(sheet)
    for line in title:
        page.append([line])
    for row in rows:
        page.append(list(row))
    return saved(book)


def table_csv(rows: Sequence[Sequence[str]], *, encoding: str = "cp1252", delimiter: str = ";") -> bytes:
    """Rows as delimited text."""
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return made.getvalue().encode(encoding)


def table_markdown(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table."""
    lines = ["| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]) + "\n"


def layout_text(rows: Sequence[Sequence[str]], widths: Sequence[int], *, spaced: bool = True) -> str:
    """Rows as an extraction with layout leaves them: columns of words side by side."""
    lines: list[str] = []
    for row in rows:
        cells = [wrapped(cell, width - 3) or [""] for cell, width in zip(row, widths, strict=True)]
        for index in range(max(map(len, cells))):
            held = [cell[index] if index < len(cell) else "" for cell in cells]
            lines.append("".join(text.ljust(width) for text, width in zip(held, widths, strict=True)).rstrip())
        if spaced:
            lines.append("")
    return "\n".join(lines)
