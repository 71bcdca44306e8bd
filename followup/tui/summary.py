"""The line above the list: how the plan stands in numbers, and what of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from followup.domain.questions import standing
from followup.present.summary import Summary, summarise

if TYPE_CHECKING:
    from followup.phrases.book import Phrases
    from followup.tui.view import View

Counted = Summary
_URGENT = (
    ("overdue", "!", "$text-error bold"),
    ("follow_up_overdue", "!", "$text-error bold"),
    ("due_soon", "~", "$text-warning bold"),
    ("follow_up_due", "~", "$text-warning bold"),
)


def count(view: View) -> Summary:
    """Count how the actions of the view stand."""
    snapshot, today = view.snapshot, view.today
    return summarise((action, standing(snapshot, action, today)) for action in snapshot.actions.values())


def headline(
    phrases: Phrases, counted: Summary | None, view: View, shown: int, facts: tuple[str, str, bool, int]
) -> Content:
    """Give the line; `facts` are the filter's text, the sort's field, whether it is turned, and how many are chosen."""
    text, sort, reverse, chosen = facts
    parts: list[Content] = []
    if chosen:
        parts.append(Content.styled(phrases.count("tui.headline.chosen", chosen), "$text-primary bold"))
    if text:
        parts.append(Content.styled(phrases("tui.headline.shown", shown=shown, total=view.total), "$text-primary bold"))
    else:
        parts.append(Content.styled(phrases.count("summary.total", view.total), "bold"))
    parts += urgent_words(phrases, counted) if view.whole and counted else [Content(phrases("tui.headline.reading"))]
    if sort or reverse:
        column = phrases(f"tui.heading.{sort}") if sort else phrases("tui.headline.document")
        arrow = "▼" if reverse else "▲"
        parts.append(
            Content.styled(phrases("tui.headline.sorted", column=column.lower(), arrow=arrow), "$foreground 65%")
        )
    return Content.styled("  ·  ", "$foreground 65%").join(parts)


def urgent_words(phrases: Phrases, counted: Summary) -> list[Content]:
    """Give what is late and what comes, each with its sign and its colour; that all is calm, where it is."""
    named = [(name, sign, style, getattr(counted, name)) for name, sign, style in _URGENT]
    found = [
        Content.styled(f"{sign} {phrases.count(f'summary.{name}', n)}", style) for name, sign, style, n in named if n
    ]
    calm = Content.styled(phrases("summary.all_calm"), "$text-success")
    return found if found or not counted.total else [calm]
