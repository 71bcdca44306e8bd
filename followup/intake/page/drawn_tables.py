"""Reads tables that a text draws whole, with borders of signs ("+----+", "├────┤") between its rows.

A row goes from one border to the next; where only the head has one below it, each line is a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from followup.intake.blocks import Block, Cell, Row, table

_BORDER = re.compile(r"^\s*[+┌├└╔╠╚╭╰|│][-=+─━┬┼┴═╦╬╩\s]*[-=─━═][-=+─━┬┼┴═╦╬╩\s]*[+┐┤┘╗╣╝╮╯|│]?\s*$")
_BAR = re.compile(r"[|│║]")
_BARS = ("|", "│", "║")
_CORNERS = ("+", "┌", "╔", "╭")


def drawn_end(rows: Sequence[str], index: int) -> int:
    """The index after the drawn table that begins with a border at `index`, or 0 where none does."""
    if not rows[index].lstrip().startswith(_CORNERS) or not _BORDER.match(rows[index]):
        return 0
    end = index + 1
    while end < len(rows) and (_BORDER.match(rows[end]) or rows[end].lstrip().startswith(_BARS)):
        end += 1
    return end if end > index + 2 else 0


def drawn_table(rows: Sequence[str], first: int) -> Block:
    """The table of the rows from a border on; `first` is the index of that border in the text."""
    groups: list[list[tuple[int, list[str]]]] = []
    is_new = True
    for number, row in enumerate(rows, first + 1):
        if _BORDER.match(row):
            is_new = True
        elif is_new or not groups:
            groups.append([(number, _cells(row))])
            is_new = False
        else:
            groups[-1].append((number, _cells(row)))
    if len(groups) == 2:
        groups = [groups[0], *_lines(groups[1])]
    return table(tuple(_row(group) for group in groups), source=str(first + 1))


def _cells(row: str) -> list[str]:
    pieces = _BAR.split(row.strip())
    pieces = pieces[1:] if not pieces[0].strip() else pieces
    pieces = pieces[:-1] if pieces and not pieces[-1].strip() and row.rstrip().endswith(_BARS) else pieces
    return [" ".join(piece.split()) for piece in pieces]


def _lines(group: Sequence[tuple[int, list[str]]]) -> list[list[tuple[int, list[str]]]]:
    """The lines below a head as rows of their own, those with an empty first cell with the one above."""
    made: list[list[tuple[int, list[str]]]] = []
    for line in group:
        if made and not any(line[1][:1]):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def _row(group: Sequence[tuple[int, list[str]]]) -> Row:
    columns = zip_longest(*(cells for _, cells in group), fillvalue="")
    return Row(tuple(Cell(" ".join(text for text in column if text)) for column in columns), str(group[0][0]))
