"""Views of the register that somebody has named: what was asked for, and which columns were left out.

Pure values; who keeps them is the house, as plain values among what it remembers of a room.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from followup.tui.arranging import Asked, asked_of, hidden_of
from followup.tui.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from followup.phrases.book import Phrases

LONGEST = 40
"""Letters of a name; what is longer is cut."""
MOST = 200
"""So many views are remembered."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view by its name; "" is the plan as it is. `hidden` are the fields of the columns left out."""

    name: str = ""
    asked: Asked = field(default_factory=Asked)
    hidden: frozenset[str] = frozenset()

    def kept(self) -> dict[str, Any]:
        """Give it as plain values, to be remembered."""
        return {"name": self.name, **self.asked.kept(), "hidden": sorted(self.hidden)}

    def named(self, name: str) -> SavedView:
        """Give the same under another name."""
        return replace(self, name=clean_name(name))

    def shows(self, other: SavedView) -> bool:
        """Say whether both show the same, whatever their names."""
        return self.asked == other.asked and self.hidden == other.hidden


def clean_name(text: str) -> str:
    """Give a name on one line, not too long, and fit to be shown and written to a file."""
    return clean(" ".join(text.split()))[:LONGEST].strip()


def views_of(kept: object) -> tuple[SavedView, ...]:
    """Give what was remembered; what is not understood any more is left out."""
    if not isinstance(kept, list):
        return ()
    found = [_view_of(one) for one in kept[:MOST] if isinstance(one, dict)]
    return tuple({one.name.casefold(): one for one in found if one.name}.values())


def _view_of(kept: Mapping[str, object]) -> SavedView:
    name = kept.get("name")
    return SavedView(clean_name(name) if isinstance(name, str) else "", asked_of(kept), hidden_of(kept))


def find_view(views: Iterable[SavedView], name: str) -> SavedView | None:
    """Give the view of a name, however it is capitalised."""
    wanted = clean_name(name).casefold()
    return next((one for one in views if one.name.casefold() == wanted), None)


def with_view(views: tuple[SavedView, ...], view: SavedView, before: str = "") -> tuple[SavedView, ...]:
    """Give the views with this one, in the place of the one called `before` or of its own name; new ones come last."""
    replaced = {name.casefold() for name in (before, view.name) if name}
    place = next((n for n, one in enumerate(views) if one.name.casefold() in replaced), len(views))
    rest = [one for one in views if one.name.casefold() not in replaced]
    return (*rest[:place], view, *rest[place:])


def view_words(view: SavedView, phrases: Phrases) -> str:
    """Say what a view shows: its filter, its order, its headings, and what it leaves out."""
    asked = view.asked
    column = phrases(f"tui.heading.{asked.sort}") if asked.sort else phrases("tui.headline.document")
    parts = [
        asked.text,
        phrases("tui.headline.sorted", column=column.lower(), arrow="▼" if asked.reverse else "▲")
        if asked.sort or asked.reverse
        else "",
        phrases("tui.views.grouped", group=phrases(f"tui.group.{asked.group}")) if asked.group else "",
        phrases.count("tui.views.hidden", len(view.hidden)) if view.hidden else "",
    ]
    return " · ".join(part for part in parts if part) or phrases("tui.views.plain")
