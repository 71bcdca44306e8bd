"""Write a sheet's table as comma-separated values: for programs (RFC 4180) or for Excel as it is set up in Sweden.

A cell that a spreadsheet would run as a formula gets an apostrophe before it. No file, no clock, no words.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from exports.sheet import Cell, Column, Row, Sheet
from exports.text import clean

_FORMULA = re.compile("\\s*[=+@\uff1d\uff0b\uff20\uff0d-]")


def render(sheet: Sheet, *, excel: bool = False) -> bytes:
    """Give the table, its days as ISO dates and without facts and cards.

    For programs: UTF-8, commas, and the columns' keys as the first line. For `excel`: a byte order mark, semicolons,
    everything quoted, and the columns' titles.
    """
    columns = columns_of(sheet)
    buffer = io.StringIO(newline="")
    if excel:
        writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    else:
        writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([guarded(column.title if excel else column.key) for column in columns])
    writer.writerows([cell_text(cell) for cell in cells_of(sheet, row)] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig" if excel else "utf-8")


def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """Give the columns of a table to count in, with the one for the group first if the sheet has one."""
    return sheet.columns if sheet.grouping is None else (sheet.grouping, *sheet.columns)


def cells_of(sheet: Sheet, row: Row) -> Iterator[Cell]:
    """Give the cells that stand under `columns_of`."""
    if sheet.grouping is not None:
        yield row.group
    yield from row.cells


def cell_text(cell: Cell) -> str:
    """Give a cell as text that is only text."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return str(cell) if isinstance(cell, int) else guarded(cell)


def guarded(text: str) -> str:
    """Give a cleaned text with `'` before what a spreadsheet would take for a formula (OWASP, CSV injection)."""
    bare = clean(text)
    return f"'{bare}" if _FORMULA.match(bare) else bare
