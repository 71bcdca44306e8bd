"""Which actions a list shows, and in what order: the filter line's query, and a column to sort by.

Without a sort the document's own order stands, and that costs nothing however long the plan is.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from followup.domain.actions import Action
    from followup.domain.query import Query
    from followup.domain.searching import Searched

SORTS = ("", "due", "mark", "status", "responsible", "next", "area", "text", "label")
"""What the list can be sorted by, in the order that the key steps through; "" is the document's order."""
STATUSES = ("in_progress", "planned", "paused", "done", "closed", "dropped")
_LATER = date.max
_SWEDISH = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y"})


def arranged(searched: Searched, query: Query | None, sort: str, *, reverse: bool) -> list[str]:
    """Give the ids of the actions to show, in order."""
    ids = searched.found(query) if query is not None else list(searched.snapshot.actions)
    if sort:
        key = _KEYS[sort]
        ids.sort(key=lambda one: key(searched, searched.snapshot.actions[one]), reverse=reverse)
    elif reverse:
        ids.reverse()
    return ids


def _due(_: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    return (action.due.end or action.due.first_day or _LATER, action.due.first_day or _LATER)


def _next(searched: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    coming = searched.standing(action).next
    return (coming.end, coming.start) if coming else (_LATER, _LATER)


def _mark(searched: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    now = searched.standing(action)
    marks = (now.overdue, now.follow_up_overdue, now.due_soon, now.follow_up_due)
    return next((place for place, holds in enumerate(marks) if holds), len(marks)), _due(searched, action)


def _status(_: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    return STATUSES.index(action.status)


def _responsible(searched: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    from followup.present.owners import short_owners

    return letters(short_owners(searched.snapshot, action.responsible, searched.today)) or "~"


def _area(searched: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    area = searched.snapshot.areas.get(action.area)
    return (searched.snapshot.plans[action.plan].key, area.position if area else 999, action.position)


def _text(_: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    return letters(action.requirement or action.measure)


def _label(_: Searched, action: Action) -> Any:  # noqa: ANN401 - whatever compares
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in _parts(action.label)]


def _parts(label: str) -> list[str]:
    import re

    return re.findall(r"\d+|\D+", label.casefold())


def letters(text: str) -> str:
    """Give the text as Swedish orders it: å, ä and ö after z."""
    return text.casefold().translate(_SWEDISH)


_KEYS: dict[str, Callable[[Searched, Action], Any]] = {
    "due": _due,
    "mark": _mark,
    "status": _status,
    "responsible": _responsible,
    "next": _next,
    "area": _area,
    "text": _text,
    "label": _label,
}
