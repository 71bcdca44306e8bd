"""What a list shows, in what order and under which headings: worked out at once, or in a thread when it is much."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from followup.tui.summary import Counted, count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from followup.domain.query import Query
    from followup.domain.searching import Searched
    from followup.phrases.book import Phrases
    from followup.tui.view import View


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the filter's text, the field to sort by, whether it is turned, what to group by."""

    text: str = ""
    sort: str = ""
    reverse: bool = False
    group: str = ""

    def kept(self) -> dict[str, str | bool]:
        """Give it as plain values, to be remembered."""
        return asdict(self)


def asked_of(kept: Mapping[str, object]) -> Asked:
    """Give what was remembered; what is not understood any more is as if it had never been asked for."""
    from followup.domain.query import QueryError, parse
    from followup.tui.grouping import GROUPS
    from followup.tui.ordering import SORTS

    known = {one.name: kept[one.name] for one in fields(Asked) if type(kept.get(one.name)) is type(one.default)}
    try:
        parse(str(known.get("text", "")))
    except QueryError:
        known.pop("text")
    if known.get("sort", "") not in SORTS or known.get("group", "") not in GROUPS:
        return Asked()
    return Asked(**known)  # type: ignore[arg-type]  # each has been seen to be of its field's type


def hidden_of(kept: Mapping[str, object]) -> frozenset[str]:
    """Give the columns (fields) that were left out; what is no column any more is as if never left out."""
    from followup.tui.widgets.columns import CHOSEN

    hidden = kept.get("hidden")
    return frozenset(one for one in hidden if one in CHOSEN) if isinstance(hidden, list) else frozenset()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What was asked for of a view, and what came of it."""

    view: View
    asked: Asked
    ids: Sequence[str]
    breaks: tuple[tuple[int, str], ...]
    counted: Counted | None
    searched: Searched | None


def arrangement(
    view: View, asked: Asked, query: Query | None, before: Searched | None, phrases: Phrases, *, recount: bool
) -> Arrangement:
    """Filter, sort, group and count; the document's own order needs nothing to be searched, nor imported, for it."""
    if before is None and not (asked.text or asked.sort or asked.group):
        ids = list(view.snapshot.actions)
        counted = count(view) if recount else None
        return Arrangement(view, asked, ids[::-1] if asked.reverse else ids, (), counted, None)
    from followup.tui.grouping import grouped
    from followup.tui.ordering import arranged

    searched = searched_of(view, before)
    shown, breaks = grouped(
        searched, arranged(searched, query, asked.sort, reverse=asked.reverse), asked.group, phrases
    )
    return Arrangement(view, asked, shown, breaks, count(view, searched.standing) if recount else None, searched)


def searched_of(view: View, before: Searched | None) -> Searched:
    """Make a view ready to be searched, with what is known from before."""
    from followup.domain.searching import Searched

    if before is not None and before.snapshot is view.snapshot and before.today == view.today:
        return before
    return Searched(view.snapshot, view.today, before)
