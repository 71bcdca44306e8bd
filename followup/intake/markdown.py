"""Finds the tables of Markdown in a text: rows of cells between upright bars, a line of dashes under the head."""

from __future__ import annotations

import re

from followup.intake.blocks import Block, Cell, Row, table

_DASHES = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"(?i)<br\s*/?>")
_EMPHASIS = re.compile(r"(\*\*|__|~~|`)")


def split_tables(text: str) -> list[str | Block]:
    """The text in runs, with each Markdown table replaced by a table."""
    rows = text.split("\n")
    parts: list[str | Block] = []
    start = index = 0
    while index < len(rows):
        end = _table_end(rows, index)
        if end:
            parts += ["\n".join(rows[start:index]), _table(rows[index:end], index)]
            start = index = end
        else:
            index += 1
    parts.append("\n".join(rows[start:]))
    return [part for part in parts if isinstance(part, Block) or part.strip()]


def _table_end(rows: list[str], index: int) -> int:
    """The index after the table that begins here, or 0 where none does."""
    is_head = "|" in rows[index] and index + 1 < len(rows) and "|" in rows[index + 1] and _DASHES.match(rows[index + 1])
    if not is_head:
        return 0
    end = index + 2
    while end < len(rows) and "|" in rows[end] and rows[end].strip():
        end += 1
    return end


def _table(rows: list[str], first: int) -> Block:
    made = [Row(_cells(row), str(first + number)) for number, row in enumerate(rows, 1) if not _DASHES.match(row)]
    return table(tuple(made), source=str(first + 1))


def _cells(row: str) -> tuple[Cell, ...]:
    pieces = _BAR.split(row.strip().removeprefix("|"))
    pieces = pieces[:-1] if row.rstrip().endswith("|") and not row.rstrip().endswith("\\|") else pieces
    return tuple(_cell(piece) for piece in pieces)


def _cell(piece: str) -> Cell:
    struck = piece.strip().startswith("~~") and piece.strip().endswith("~~") and len(piece.strip()) > 4
    text = _EMPHASIS.sub("", _BREAK.sub("\n", piece)).replace("\\|", "|")
    return Cell("\n".join(" ".join(line.split()) for line in text.split("\n")).strip(), struck=struck)
