"""Actions under headings: by area, responsible, status or month; within a heading the order stays what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.tui.ordering import STATUSES, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from followup.domain.actions import Action
    from followup.domain.searching import Searched
    from followup.phrases.book import Phrases

GROUPS = ("", "area", "responsible", "status", "month")
"""What a list can be grouped by; "" is not at all."""

Break = tuple[int, str]
"""A heading: the place of the first action under it, and its words."""


def grouped(
    searched: Searched, ids: Sequence[str], by: str, phrases: Phrases
) -> tuple[Sequence[str], tuple[Break, ...]]:
    """Give the ids in the order of their groups, and the headings between them."""
    if not by:
        return ids, ()
    group = _GROUPS[by]
    found: dict[tuple[Any, str], list[str]] = {}
    for one in ids:
        found.setdefault(group(searched, searched.snapshot.actions[one], phrases), []).append(one)
    ordered: list[str] = []
    breaks: list[Break] = []
    for key in sorted(found):
        breaks.append((len(ordered), f"{key[1]}  {len(found[key])}"))
        ordered += found[key]
    return ordered, tuple(breaks)


def _area(searched: Searched, action: Action, phrases: Phrases) -> tuple[Any, str]:
    area, plan = searched.snapshot.areas.get(action.area), searched.snapshot.plans[action.plan]
    name = area.title if area else phrases("tui.areas.none")
    several = len(searched.snapshot.plans) > 1
    return (plan.key, area.position if area else 9999), f"{plan.key}  {name}" if several else name


def _responsible(searched: Searched, action: Action, phrases: Phrases) -> tuple[Any, str]:
    from followup.present.owners import short_owners

    name = short_owners(searched.snapshot, action.responsible[:1], searched.today)
    return (not name, letters(name)), name or phrases("tui.group.nobody")


def _status(_: Searched, action: Action, phrases: Phrases) -> tuple[Any, str]:
    return STATUSES.index(action.status), phrases(f"status.{action.status}")


def _month(_: Searched, action: Action, phrases: Phrases) -> tuple[Any, str]:
    last = action.due.end or action.due.first_day
    if last is None:
        return (1, 0, 0), phrases("tui.group.no_date")
    words = phrases("date.month", month=phrases(f"month.{last.month}"), year=last.year)
    return (0, last.year, last.month), words[:1].upper() + words[1:]


_GROUPS: dict[str, Callable[[Searched, Action, Phrases], tuple[Any, str]]] = {
    "area": _area,
    "responsible": _responsible,
    "status": _status,
    "month": _month,
}
