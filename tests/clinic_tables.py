"""Tables that clinics have filled in, for the tests that make documents of them."""

from __future__ import annotations

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
def _tables() -> dict[str, str]:
    """The tables as drawn, by their names."""
    parts = re.split(r"(?m)^\[([\w-]+)\]\n", TABLES.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows_of(name: str) -> list[list[str]]:
    """The rows of a table that is drawn with bars between its cells; "¶" is a line break in a cell."""
    return [[cell.strip().replace("¶", "\n") for cell in row.split("|")] for row in _tables()[name].split("\n") if row]


def typed_rows_of(name: str) -> list[list[object]]:
    """The same with the values that a sheet holds: days, numbers and words."""
    return [[_typed(cell) for cell in row] for row in rows_of(name)]


def _typed(cell: str) -> object:
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
