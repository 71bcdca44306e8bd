"""Which columns a list of actions has room for, and what stands in each cell.

The running text gets what the others leave; when that is too little the least needed column goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from followup.phrases.book import Phrases
    from followup.present.rows import ActionRow

GAP = 2
EDGE = 1
SIGN = 2
"""Cells before the first column: the bar of the cursor, the sign of urgency and a blank."""
LEAST_TEXT = 26
_SETS: tuple[tuple[tuple[str, int], ...], ...] = (
    (("area", 22), ("responsible", 20), ("due", 14), ("next", 16), ("status", 11), ("mark", 20)),
    (("responsible", 20), ("due", 14), ("next", 16), ("status", 11), ("mark", 20)),
    (("responsible", 18), ("due", 14), ("next", 16), ("status", 11), ("mark", 14)),
    (("responsible", 18), ("due", 14), ("next", 16), ("state", 13)),
    (("responsible", 14), ("due", 12), ("state", 13)),
    (("due", 12), ("state", 13)),
    (("state", 13),),
    (),
)
"""From rich to poor. `state` says status and urgency in one: the status' symbol, and the more urgent word."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, where it begins and how wide it is, in cells."""

    field: str
    left: int
    width: int


def columns_for(width: int, label: int) -> tuple[Column, ...]:
    """Give the columns for a list this wide whose longest label takes `label` cells."""
    for chosen in _SETS:
        text = _text_width(width, label, chosen)
        if text >= LEAST_TEXT or not chosen:
            return _placed(label, max(text, 4), chosen)
    raise AssertionError(width)


def _text_width(width: int, label: int, chosen: tuple[tuple[str, int], ...]) -> int:
    return width - EDGE * 2 - SIGN - label - GAP - sum(size + GAP for _, size in chosen)


def _placed(label: int, text: int, chosen: tuple[tuple[str, int], ...]) -> tuple[Column, ...]:
    before = [one for one in chosen if one[0] == "area"]
    after = [one for one in chosen if one[0] != "area"]
    placed, left = [], EDGE + SIGN
    for field, width in [("label", label), *before, ("text", text), *after]:
        placed.append(Column(field, left, width))
        left += width + GAP
    return tuple(placed)


def fitted(text: str, width: int) -> str:
    """Give the text on one line in exactly so many cells, with an ellipsis where it is cut."""
    text = text if text.isprintable() else " ".join(text.split())
    length = cell_len(text)
    if length <= width:
        return text + " " * (width - length)
    return set_cell_size(text, max(width - 1, 0)) + "…"[:width]


class Cells:
    """The words of a row's cells in one language; a narrow list has shorter words for what is urgent."""

    def __init__(self, phrases: Phrases) -> None:
        """Learn the short words."""
        marks = ("late", "soon", "follow_up_late", "follow_up_due")
        self._due_marks = {phrases("mark.late"), phrases("mark.soon")}
        months = [(phrases(f"month.{n}"), phrases(f"month_short.{n}")) for n in range(1, 13)]
        self._months = [(long, short) for long, short in months if len(long) > len(short)]
        self._short = {phrases(f"mark.{mark}"): phrases(f"tui.mark_short.{mark}") for mark in marks}

    def of(self, row: ActionRow, column: Column) -> str:
        """Give what stands in a cell, cut to its width."""
        return fitted(self._said(row, column), column.width)

    def _said(self, row: ActionRow, column: Column) -> str:
        if column.field == "status":
            return f"{row.status_symbol} {row.status}"
        if column.field == "state":
            return self.state(row)
        if column.field == "mark":
            return row.mark if cell_len(row.mark) <= column.width else self._short.get(row.mark, row.mark)
        said = str(getattr(row, column.field))
        return self._shorter(said) if column.field in {"due", "next"} and cell_len(said) > column.width else said

    def state(self, row: ActionRow) -> str:
        """Give status and urgency in one: the status' symbol, and the more urgent word."""
        return f"{row.status_symbol} {self._short.get(row.mark, row.mark) or row.status}"

    def _shorter(self, said: str) -> str:
        """Give a date with the short names of its months, in the letters they were written with."""
        for long, short in self._months:
            said = said.replace(long, short).replace(long.capitalize(), short.capitalize())
        return said

    def is_urgent(self, row: ActionRow, column: Column) -> bool:
        """Say whether a cell takes the colour of urgency: the words for it, and the date that is late or soon."""
        if not row.mark:
            return False
        return column.field in {"mark", "state"} or (column.field == "due" and row.mark in self._due_marks)
