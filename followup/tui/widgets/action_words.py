"""What a line of the list says beyond its row: dates in a narrow column's words, and the second of two lines.

Only lines in sight are asked for, so this may look things up again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from followup.domain.questions import next_round
from followup.present.dates import shortest_when_words, shortest_window_words
from followup.tui.widgets.columns import parted

if TYPE_CHECKING:
    from followup.phrases.book import Phrases
    from followup.present.rows import ActionRow
    from followup.tui.view import View
    from followup.tui.widgets.columns import Column

LEADS_TO = "→ "
"""Stands between a requirement and its measure."""


def worded(view: View, row: ActionRow, column: Column, phrases: Phrases) -> ActionRow:
    """Give the area its name, and the dates of a narrow column the words that fit there."""
    if not (column.field == "area" or column.is_short):
        return row
    action = view.snapshot.actions[row.id]
    if column.field == "due":
        return replace(row, due=shortest_when_words(action.due, phrases))
    if column.field == "next":
        coming = next_round(view.snapshot, action, view.today)
        return replace(row, next=shortest_window_words(coming.start, coming.end, phrases) if coming else "")
    area = view.snapshot.areas.get(action.area)
    return replace(row, area=area.name or area.code) if area else row


def two_lines(row: ActionRow, width: int) -> tuple[ActionRow, str, str]:
    """Give the row with what its text column has room for, the rest of the text, and the measure led to."""
    begun, rest = parted(row.text, width)
    return replace(row, text=begun), rest, LEADS_TO + row.more if row.more else ""
