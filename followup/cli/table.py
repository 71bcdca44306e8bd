"""A table for a terminal or a pipe: columns aligned, no box art; the longest text gives way to the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.output import shown
from followup.present.rows import action_row, summarise, summary_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from followup.cli.seat import Seat
    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot

GAP = "  "
LEAST = (16, 6)
"""A column that gives way keeps at least so many cells; fewer, if that is still too wide."""
NARROW = 100
"""With fewer columns than this, how an action stands is one word, not two."""


def cell_width(text: str) -> int:
    """Give the cells a text takes: wide letters two, marks that join none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(letter) else 1 + (east_asian_width(letter) in "WF") for letter in text)


def cut(text: str, width: int) -> str:
    """Cut the text to a width, with an ellipsis where something is gone."""
    if cell_width(text) <= width:
        return text
    while text and cell_width(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def aligned(rows: Sequence[Sequence[str]], width: int, giving_way: Sequence[int]) -> list[list[str]]:
    """Give the cells padded to columns; the columns in `giving_way` are cut, the first most, to fit the width."""
    flat = [[one_line(text) for text in row] for row in rows]
    widths = [max((cell_width(row[column]) for row in flat), default=0) for column in range(len(rows[0]))]
    spare = sum(widths) + len(GAP) * (len(widths) - 1) - width
    for least in LEAST:
        for column in giving_way:
            given = max(0, min(spare, widths[column] - least))
            widths[column] -= given
            spare -= given
    return [[_padded(text, one) for text, one in zip(row, widths, strict=True)] for row in flat]


def _padded(text: str, width: int) -> str:
    short = cut(text, width)
    return short + " " * (width - cell_width(short))


def status_lines(seat: Seat, snapshot: Snapshot, actions: Sequence[Action], today: date) -> list[str]:
    """Give the status as lines: the actions, then how they stand in numbers."""
    if not actions:
        return [seat.phrases("status.no_match")]
    rows = [action_row(snapshot, action, today, seat.phrases) for action in actions]
    width = seat.output.width()
    if width < NARROW:
        texts, giving_way = [_head(seat, "label", "text", "who", "due", "next", "state"), *map(_narrow, rows)], (1, 2, 3, 4)
    else:
        names = ("label", "requirement", "responsible", "due", "next", "status", "mark")
        texts, giving_way = [[seat.phrases(f"column.{name}") for name in names], *map(_wide, rows)], (1, 2, 3, 4)
    tones = ["bold", *(str(row.tone) for row in rows)]
    cells = aligned(texts, width, giving_way)
    lines = [_tinted(seat, line, tone) for line, tone in zip(cells, tones, strict=True)]
    return [*lines, "", summary_line(seat, snapshot, actions, today)]


def _tinted(seat: Seat, cells: list[str], tone: str) -> str:
    return seat.output.tinted(GAP.join(cells).rstrip(), tone)


def summary_line(seat: Seat, snapshot: Snapshot, actions: Sequence[Action], today: date) -> str:
    """Give how the actions stand, in one line."""
    from followup.domain.questions import standing

    summary = summarise((action, standing(snapshot, action, today)) for action in actions)
    return summary_words(summary, seat.phrases)
