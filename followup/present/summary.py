"""How many actions stand how, counted for the heads of screens and papers. On the path of the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from followup.domain.actions import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followup.domain.actions import Action
    from followup.domain.questions import Standing
    from followup.phrases.book import Phrases


class Summary(NamedTuple):
    """How a plan stands in numbers; `by_status` has every status, also those that no action has."""

    total: int
    by_status: dict[str, int]
    overdue: int
    due_soon: int
    follow_up_due: int
    follow_up_overdue: int


def summarise(actions: Iterable[tuple[Action, Standing]]) -> Summary:
    """Count how the actions stand."""
    by_status = dict.fromkeys(map(str, Status), 0)
    standings = []
    for action, now in actions:
        by_status[action.status] += 1
        standings.append(now)
    return Summary(
        total=len(standings),
        by_status=by_status,
        overdue=sum(now.overdue for now in standings),
        due_soon=sum(now.due_soon for now in standings),
        follow_up_due=sum(now.follow_up_due for now in standings),
        follow_up_overdue=sum(now.follow_up_overdue for now in standings),
    )


def summary_words(summary: Summary, phrases: Phrases) -> str:
    """Give the summary as one line, naming only what there is."""
    counted = ("overdue", "follow_up_overdue", "due_soon", "follow_up_due")
    urgent = [phrases.count(f"summary.{name}", getattr(summary, name)) for name in counted if getattr(summary, name)]
    total = phrases.count("summary.total", summary.total)
    return " · ".join([total, *(urgent or [phrases("summary.all_calm")])])
