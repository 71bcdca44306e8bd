"""A table for a terminal or a pipe: columns aligned, no box art; the longest text gives way to the width."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from followup.cli.output import one_line
from followup.present.rows import action_row
from followup.present.summary import summarise, summary_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from followup.cli.seat import Seat
    from followup.domain.actions import Action
    from followup.domain.changes import Change
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases
    from followup.present.rows import ActionRow

GAP = "  "
MARGIN = "      "
_COLUMNS = (
    (100, ("label", "requirement", "responsible", "due", "next", "status", "mark")),
    (72, ("label", "requirement", "responsible", "due", "next_short", "state")),
    (48, ("label", "requirement", "due", "state")),
    (0, ("label", "requirement", "state")),
)
"""The columns for so many cells. `state` says in one word how an action stands: what is urgent, or else its status."""
_GIVING_WAY = (
    ("requirement", 30), ("responsible", 16), ("requirement", 20), ("next", 14), ("next_short", 14), ("due", 14),
    ("responsible", 10), ("requirement", 12), ("next_short", 8), ("due", 8), ("requirement", 4), ("state", 3),
)  # fmt: skip
"""Which column is cut first, and to how many cells, when there is too little room."""


def cell_width(text: str) -> int:
    """Give the cells a text takes: wide letters two, marks that join none."""
    return len(text) if _is_plain(text) else sum(map(_letter_width, text))


def _is_plain(text: str) -> bool:
    """Say whether every letter takes one cell, as all do that come before the joining marks."""
    return text.isascii() or max(text) < "\u0300"


@cache
def _letter_width(letter: str) -> int:
    from unicodedata import combining, east_asian_width

    return 0 if combining(letter) else 1 + (east_asian_width(letter) in "WF")


def cut(text: str, width: int) -> str:
    """Cut the text to a width, with an ellipsis where something is gone."""
    if _is_plain(text):
        return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"
    used = place = kept = 0
    for place, letter in enumerate(text, 1):
        used += _letter_width(letter)
        if used > width:
            return text[:kept].rstrip() + "…"
        kept = place if used < width else kept
    return text


def aligned(rows: Sequence[Sequence[str]], width: int, giving_way: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Give the cells padded to columns; what is too wide is cut, a column at a time: its place, and what it keeps."""
    flat = [[one_line(text) for text in row] for row in rows]
    widths = [max((cell_width(row[column]) for row in flat), default=0) for column in range(len(rows[0]))]
    spare = sum(widths) + len(GAP) * (len(widths) - 1) - width
    for column, least in giving_way:
        given = max(0, min(spare, widths[column] - least))
        widths[column] -= given
        spare -= given
    return [[_padded(text, one) for text, one in zip(row, widths, strict=True)] for row in flat]


def _padded(text: str, width: int) -> str:
    short = cut(text, width)
    return short + " " * (width - cell_width(short))


def status_lines(
    seat: Seat,
    snapshot: Snapshot,
    actions: Sequence[Action],
    today: date,
    since: Mapping[str, tuple[Change, ...]] | None = None,
) -> list[str]:
    """Give the status as lines: the actions, beneath each what changed (by id), then how they stand in numbers."""
    rows = [action_row(snapshot, action, today, seat.phrases) for action in actions]
    width = seat.output.width()
    names = next(names for least, names in _COLUMNS if width >= least)
    short = _short_marks(seat.phrases)
    head = [seat.phrases(f"column.{name}") for name in names]
    texts = [head, *([_cell(row, name, short) for name in names] for row in rows)]
    giving_way = [(names.index(name), least) for name, least in _GIVING_WAY if name in names]
    tones = ["bold", *(str(row.tone) for row in rows)]
    cells = aligned(texts, width, giving_way)
    from textwrap import wrap

    changed: list[list[str]] = [[], *(_changes(seat, snapshot, (since or {}).get(action.id, ())) for action in actions)]
    lines: list[str] = []
    for line, tone, beneath in zip(cells, tones, changed, strict=True):
        lines += [_tinted(seat, line, tone), *beneath]
    return [*lines, "", *wrap(summary_line(seat, snapshot, actions, today), max(width, 20))]


def _changes(seat: Seat, snapshot: Snapshot, changes: Sequence[Change]) -> list[str]:
    if not changes:
        return []
    from followup.present.history import change_words

    room = max(seat.output.width() - len(MARGIN), 20)
    return [MARGIN + cut(one_line(text), room) for text in change_words(snapshot, changes, seat.phrases)]


def _cell(row: ActionRow, name: str, short: Mapping[str, str]) -> str:
    if name == "requirement":
        return row.text
    if name == "status":
        return f"{row.status_symbol} {row.status}"
    if name == "state":
        return f"{row.status_symbol} {short.get(row.mark, row.status)}"
    return str(getattr(row, "next" if name == "next_short" else name))


def _short_marks(phrases: Phrases) -> dict[str, str]:
    names = ("late", "soon", "follow_up_late", "follow_up_due")
    return {phrases(f"mark.{name}"): phrases(f"tui.mark_short.{name}") for name in names}


def _tinted(seat: Seat, cells: list[str], tone: str) -> str:
    return seat.output.tinted(GAP.join(cells).rstrip(), tone)


def summary_line(seat: Seat, snapshot: Snapshot, actions: Sequence[Action], today: date) -> str:
    """Give how the actions stand, in one line."""
    from followup.domain.questions import standing

    summary = summarise((action, standing(snapshot, action, today)) for action in actions)
    return summary_words(summary, seat.phrases)
