"""The line above the list: how the plan stands in numbers, and what of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from followup.domain.questions import standing
from followup.present.summary import Summary, summarise

if TYPE_CHECKING:
    from collections.abc import Callable

    from followup.domain.actions import Action
    from followup.domain.questions import Standing
    from followup.phrases.book import Phrases
    from followup.tui.view import View

Counted = Summary
_URGENT = (
    ("overdue", "!", "$text-error bold"),
    ("follow_up_overdue", "!", "$text-error bold"),
    ("due_soon", "~", "$text-warning bold"),
    ("follow_up_due", "~", "$text-warning bold"),
)


def count(view: View, stands: Callable[[Action], Standing] | None = None) -> Summary:
    """Count how the actions of the view stand; `stands` says how one does, where that is known already."""
    snapshot, today = view.snapshot, view.today
    say = stands or (lambda action: standing(snapshot, action, today))
    return summarise((action, say(action)) for action in snapshot.actions.values())


def headline(
    phrases: Phrases, counted: Summary | None, view: View, shown: int, facts: tuple[str, str, bool, int], width: int
) -> Content:
    """Give the line for a width (cells), in shorter words where the long ones do not fit.

    `facts` are the filter's text, the sort's field, whether it is turned, and how many are chosen.
    """
    long = _joined("  ·  ", _parts(phrases, counted, view, shown, facts, short=False))
    if long.cell_length <= width:
        return long
    return _joined(" · ", _parts(phrases, counted, view, shown, facts, short=True))


def _parts(
    phrases: Phrases,
    counted: Summary | None,
    view: View,
    shown: int,
    facts: tuple[str, str, bool, int],
    *,
    short: bool,
) -> list[Content]:
    text, sort, reverse, chosen = facts
    parts: list[Content] = []
    if chosen:
        parts.append(Content.styled(phrases.count("tui.headline.chosen", chosen), "$text-primary bold"))
    if text:
        parts.append(Content.styled(phrases("tui.headline.shown", shown=shown, total=view.total), "$text-primary bold"))
    else:
        parts.append(Content.styled(phrases.count("summary.total", view.total), "bold"))
    parts += (
        urgent_words(phrases, counted, short=short)
        if view.whole and counted
        else [Content(phrases("tui.headline.reading"))]
    )
    if sort or reverse:
        column = phrases(f"tui.heading.{sort}") if sort else phrases("tui.headline.document")
        arrow = "▼" if reverse else "▲"
        parts.append(
            Content.styled(phrases("tui.headline.sorted", column=column.lower(), arrow=arrow), "$foreground 72%")
        )
    return parts


def whole_parts(line: Content, width: int) -> Content:
    """Give as many whole parts of a headline as fit in so many cells, the first at least."""
    if line.cell_length <= width:
        return line
    ends = [place for place, letter in enumerate(line.plain) if letter == "·"]
    fitting = [end for end in ends if line[: end - 1].cell_length <= width] or ends[:1]
    return line[: fitting[-1] - 1] if fitting else line


def _joined(sign: str, parts: list[Content]) -> Content:
    return Content.styled(sign, "$foreground 72%").join(parts)


def urgent_words(phrases: Phrases, counted: Summary, *, short: bool = False) -> list[Content]:
    """Give what is late and what comes, each with its sign and its colour; that all is calm, where it is."""
    named = [(name, sign, style, getattr(counted, name)) for name, sign, style in _URGENT]
    found = [
        Content.styled(f"{sign} {_urgent(phrases, name, n, short=short)}", style) for name, sign, style, n in named if n
    ]
    calm = Content.styled(phrases("summary.all_calm"), "$text-success")
    return found if found or not counted.total else [calm]


def _urgent(phrases: Phrases, name: str, number: int, *, short: bool) -> str:
    return phrases(f"tui.headline_short.{name}", n=number) if short else phrases.count(f"summary.{name}", number)
