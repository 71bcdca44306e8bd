"""Finds the tables that a text draws with signs: Markdown's upright bars, and cells that tabs part."""

from __future__ import annotations

import re
from collections.abc import Callable

from followup.intake.blocks import Block, Cell, Row, table
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label
from followup.intake.page.drawn_tables import drawn_end, drawn_table

LEAST_HEADS = 3
_DASHES = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"\[([^\]\[]{1,200})\]\([^()\s]{1,400}\)")
_STRUCK = re.compile(r"~~[^~]{1,200}~~")
_SLANTED = re.compile(r"(?<![\w*_])[*_](?=\S)([^*_\n]{1,200}?\S?)[*_](?![\w*_])")
_NOTE = re.compile(r"\[\^[\w-]{1,20}\]")
"""What points at a note below the text."""
_BREAK = re.compile(r"(?i)<br\s*/?>")
_EMPHASIS = re.compile(r"(\*\*|__|~~|`)")


def split_tables(text: str) -> list[str | Block]:
    """The text in runs, with each Markdown table and each run of tabbed rows replaced by a table."""
    rows = text.split("\n")
    parts: list[str | Block] = []
    start = index = 0
    while index < len(rows):
        end, cells = _table_end(rows, index), _cells
        if not end:
            end, cells = _tabbed_end(rows, index), _tabbed_cells
        drawn = 0 if end else drawn_end(rows, index)
        if end or drawn:
            made = _table(rows[index:end], index, cells) if end else drawn_table(rows[index:drawn], index)
            parts += ["\n".join(rows[start:index]), made]
            start = index = end or drawn
        else:
            index += 1
    parts.append("\n".join(rows[start:]))
    return [part for part in parts if isinstance(part, Block) or part.strip()]


def _table_end(rows: list[str], index: int) -> int:
    """The index after the table that begins here, or 0 where none does."""
    is_head = "|" in rows[index] and index + 1 < len(rows) and "|" in rows[index + 1] and _DASHES.match(rows[index + 1])
    is_bare = not is_head and rows[index].count("|") >= 2 and _names_columns(_BAR.split(rows[index]))
    if not is_head and not is_bare:
        return 0
    end = index + (1 if is_bare else 2)
    while end < len(rows) and "|" in rows[end] and rows[end].strip():
        end += 1
    return end if end > index + 1 else 0


def _names_columns(cells: list[str]) -> bool:
    """Say whether the cells of a row without a line below it name a plan's columns."""
    fields = {field_of_label(cell, marked=True) for cell in cells if cell.strip()} - {None}
    return Field.MEASURE in fields and len(fields) >= LEAST_HEADS


def _tabbed_end(rows: list[str], index: int) -> int:
    """The index after the rows from here on that have tabs, where the first of them names columns; else 0."""
    if rows[index].strip().count("\t") < 1:
        return 0
    heads = {field for text in rows[index].split("\t") if (field := field_of_label(text, marked=True))}
    if len(heads) < 2 or Field.MEASURE not in heads:
        return 0
    end = index + 1
    while end < len(rows) and "\t" in rows[end]:
        end += 1
    return end if end > index + 1 else 0


def _tabbed_cells(row: str) -> tuple[Cell, ...]:
    return tuple(Cell(" ".join(cell.split())) for cell in row.split("\t"))


def _table(rows: list[str], first: int, cells: Callable[[str], tuple[Cell, ...]]) -> Block:
    made = [Row(cells(row), str(first + number)) for number, row in enumerate(rows, 1) if not _DASHES.match(row)]
    return table(tuple(made), source=str(first + 1))


def _cells(row: str) -> tuple[Cell, ...]:
    pieces = _BAR.split(row.strip().removeprefix("|"))
    pieces = pieces[:-1] if row.rstrip().endswith("|") and not row.rstrip().endswith("\\|") else pieces
    return tuple(_cell(piece) for piece in pieces)


def _cell(piece: str) -> Cell:
    struck = piece.strip().startswith("~~") and piece.strip().endswith("~~") and len(piece.strip()) > 4
    bare = _LINK.sub(r"\1", piece if struck else _STRUCK.sub("", piece))
    bare = _NOTE.sub("", bare)
    text = _SLANTED.sub(r"\1", _EMPHASIS.sub("", _BREAK.sub("\n", bare))).replace("\\|", "|")
    return Cell("\n".join(" ".join(line.split()) for line in text.split("\n")).strip(), struck=struck)
