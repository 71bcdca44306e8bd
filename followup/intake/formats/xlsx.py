"""Reads Excel workbooks (openpyxl, read-only): each visible sheet as one table.

Formulas give the values last saved; nothing is computed, no macro and no link is followed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from typing import Any, TypeAlias

from followup.domain.stopping import StoppedError, Watch
from followup.intake.blocks import Block, Cell, Reading, Row, heading, table
from followup.intake.formats.packages import open_package, read_part
from followup.intake.refusals import IntakeRefused

MOST_ROWS = 20_000
LARGE_SHEET = 1_000_000
MOST_BLANK = 2_000
MOST_COLUMNS = 200
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
AnyCell: TypeAlias = Any
AnySheet: TypeAlias = Any
"""openpyxl's cells and sheets of read-only mode share no class with the others, and their types are wrong."""
_DEFAULT_NAME = re.compile(r"(?i)(?:sheet|blad|ark|tabelle|feuil)\s*\d*")
_EMPTY = Cell()
Span = tuple[int, int, int, int]


def read_xlsx(data: bytes, watch: Watch) -> Reading:
    """The visible sheets of a workbook, each a heading (its name) and a table; `watch` is told of each row.

    Raises:
        StoppedError: the one who watches has stopped it.
        IntakeRefused: damaged, encrypted, or more rows than a plan can have.
    """
    package = open_package(data)
    _check_rows(package)
    import openpyxl

    try:
        with closing(
            openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False, rich_text=True)
        ) as book:
            blocks = [block for sheet in book.worksheets for block in _sheet(sheet, package, watch)]
    except (IntakeRefused, StoppedError):
        raise
    except Exception as error:  # openpyxl raises whatever the damage makes of its own code
        raise IntakeRefused("intake.damaged") from error
    return Reading(tuple(blocks))


def _check_rows(package: zipfile.ZipFile) -> None:
    """Count the rows that hold something before openpyxl reads them all to find out how many they are."""
    for name in package.namelist():
        if name.startswith("xl/worksheets/") and package.getinfo(name).file_size > LARGE_SHEET:
            content = read_part(package, name)
            values = content.count(b"<v>") + content.count(b"<is>")
            if content.count(b"<row") > MOST_ROWS and values > MOST_ROWS:
                raise IntakeRefused("intake.too_many_rows", most=MOST_ROWS)


def _sheet(sheet: AnySheet, package: zipfile.ZipFile, watch: Watch) -> Iterator[Block]:
    if sheet.sheet_state != "visible" or not hasattr(sheet, "iter_rows"):
        return
    rows = list(_rows(sheet, watch))
    if not rows:
        return
    spans = _spans(package, str(getattr(sheet, "_worksheet_path", "")))
    if not _DEFAULT_NAME.fullmatch(sheet.title):
        yield heading(sheet.title, level=2, source=sheet.title)
    yield table(
        tuple(Row(cells, f"{sheet.title}!{number}") for number, cells in _filled(rows, spans)), source=sheet.title
    )


def _rows(sheet: AnySheet, watch: Watch) -> Iterator[tuple[int, list[Cell]]]:
    sheet.reset_dimensions()
    blank = kept = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        watch.step(1)
        cells = [_cell(cell) for cell in row[:MOST_COLUMNS]]
        if any(cell.text for cell in cells):
            kept, blank = kept + 1, 0
            yield number, cells
        else:
            blank += 1
        if blank > MOST_BLANK:
            return
        if kept > MOST_ROWS:
            raise IntakeRefused("intake.too_many_rows", most=MOST_ROWS)


def _cell(cell: AnyCell) -> Cell:
    if cell.value is None:
        return _EMPTY
    value, is_struck = _unstruck(cell.value) if isinstance(cell.value, list) else (cell.value, False)
    text = text_of(value, str(getattr(cell, "number_format", "") or ""))
    if not text:
        return _EMPTY
    font = getattr(cell, "font", None)
    return Cell(text, struck=is_struck or bool(font is not None and font.strike))


def _unstruck(pieces: Sequence[AnyCell]) -> tuple[str, bool]:
    """The words of a cell whose pieces differ in type, without those struck through; all where all are, and whether."""
    told = [(str(piece), getattr(getattr(piece, "font", None), "strike", None)) for piece in pieces]
    kept = "".join(text for text, is_struck in told if not is_struck)
    return (kept, False) if kept.strip() else ("".join(text for text, _ in told), True)


def text_of(value: object, number_format: str) -> str:
    """A value as a person sees it, dates in ISO form no finer than the format shows (a month stays a month)."""
    if value is None or isinstance(value, time):
        return ""
    if isinstance(value, date):
        return _date_text(value, number_format)
    if isinstance(value, bool):
        return "x" if value else ""
    if "%" in number_format and isinstance(value, (int, float)):
        return f"{round(value * 100)} %"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _lines(str(value))


def _lines(text: str) -> str:
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _date_text(value: date, number_format: str) -> str:
    day = value.date() if isinstance(value, datetime) else value
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format).casefold()
    if shown and "d" not in shown and shown != "general":
        return f"{day.year:04d}-{day.month:02d}" if "m" in shown else f"{day.year:04d}"
    return day.isoformat()


def _spans(package: zipfile.ZipFile, path: str) -> list[Span]:
    """The merged ranges of a sheet (first column and row, last column and row), which read-only mode leaves out."""
    try:
        found = _MERGED.findall(package.read(path.lstrip("/")))
    except KeyError:
        return []
    return [(_column(left), int(top), _column(right), int(bottom)) for left, top, right, bottom in found[:5_000]]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _filled(rows: list[tuple[int, list[Cell]]], spans: list[Span]) -> list[tuple[int, tuple[Cell, ...]]]:
    """The rows with the words of a merged range in each of its cells."""
    by_number = dict(rows)
    width = min(MOST_COLUMNS, max(len(cells) for cells in by_number.values()))
    last = max(by_number)
    for left, top, right, bottom in spans:
        origin = by_number.get(top, [])
        words = origin[left - 1] if left - 1 < len(origin) else Cell()
        if words.text:
            _spread(by_number, words, (left, top, min(right, width), min(bottom, last)))
    return [(number, tuple(by_number[number])) for number in sorted(by_number)]


def _spread(by_number: dict[int, list[Cell]], words: Cell, span: Span) -> None:
    left, top, right, bottom = span
    for number in range(top, bottom + 1):
        cells = by_number.get(number)
        if cells is None:
            continue
        cells.extend([Cell()] * (right - len(cells)))
        for column in range(left, right + 1):
            if (number, column) != (top, left) and not cells[column - 1].text:
                cells[column - 1] = Cell(words.text, merged=True, struck=words.struck)
