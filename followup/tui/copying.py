"""What lies on the clipboard when an action is copied: a line to paste in a list, or the whole card as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.present.card import action_card
from followup.present.rows import action_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followup.domain.actions import Action
    from followup.phrases.book import Phrases
    from followup.tui.view import View


def row_text(view: View, actions: Iterable[Action], phrases: Phrases) -> str:
    """Give a line for each action, its cells apart by tabs, as a table takes them."""
    lines = []
    for action in actions:
        row = action_row(view.snapshot, action, view.today, phrases)
        cells = (row.label, row.area, row.text, row.responsible, row.due, row.next, row.status, row.mark)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines)


def card_text(view: View, action: Action, phrases: Phrases) -> str:
    """Give an action whole, as plain text."""
    card = action_card(view.snapshot, action, view.today, phrases)
    parts = [
        f"{card.label}  {card.status}  {card.mark}".rstrip(),
        card.heading,
        "",
        card.requirement,
        "",
        card.measure,
        "",
    ]
    parts += [f"{line.label}: {line.text}" for line in (*card.lines, *card.rounds, *card.doubts)]
    return "\n".join(part for n, part in enumerate(parts) if part or parts[n - 1]).strip()
