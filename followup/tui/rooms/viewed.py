"""How a room's list is looked at: views saved by name, the columns left out, one line for each action or two.

All of it is remembered with the room; a view is a filter, an order, headings and columns under a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from followup.tui.arranging import Asked, asked_of
from followup.tui.rooms.arranged import ArrangedRoom

if TYPE_CHECKING:
    from collections.abc import Mapping

    from followup.phrases.book import Phrases
    from followup.tui.saved_views import SavedView
    from followup.tui.view import Read


class ViewedRoom(ArrangedRoom):
    """A room whose list can be looked at in ways that have names; subclasses dress the list."""

    BINDINGS = [
        Binding("w", "views", "tui.key.views", tooltip="tui.tip.views", id="register.views"),
        Binding("c", "columns", "tui.key.columns", tooltip="tui.tip.columns", show=False, id="register.columns"),
        Binding("t", "density", "tui.key.density", tooltip="tui.tip.density", show=False, id="register.density"),
    ]

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with every column, one line for each action, and no view."""
        super().__init__(phrases, read)
        self._hidden: frozenset[str] = frozenset()
        self._roomy = False
        self._views: tuple[SavedView, ...] = ()
        self._view_name = ""
        self._views_before: tuple[tuple[SavedView, ...], str] | None = None

    def dress(self) -> None:
        """Show the list with the columns and the height chosen."""

    def say_view(self) -> None:
        """Say what the view in force is called."""

    def fitting(self, hidden: frozenset[str]) -> set[str]:  # noqa: ARG002 - what subclasses take
        """Give the columns (fields) that there is room for when these are left out."""
        return set()

    # -- what is remembered -------------------------------------------------------------------------------------

    def kept(self) -> dict[str, Any]:
        """Give what is asked for and how it is looked at, to be remembered."""
        return {
            **self._asked.kept(),
            "hidden": sorted(self._hidden),
            "roomy": self._roomy,
            "view": self._view_name,
            "views": [one.kept() for one in self._views],
        }

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Ask for what was remembered."""
        self.remember_asked(asked_of(kept))
        self._roomy = kept.get("roomy") is True
        if kept.get("hidden"):
            from followup.tui.arranging import hidden_of

            self._hidden = hidden_of(kept)
        if kept.get("views"):
            from followup.tui.saved_views import find_view, views_of

            self._views = views_of(kept["views"])
            found = find_view(self._views, str(kept.get("view", "")))
            self._view_name = found.name if found else ""

    # -- views --------------------------------------------------------------------------------------------------

    def present(self) -> SavedView:
        """Give what is looked at now, without a name."""
        from followup.tui.saved_views import SavedView

        return SavedView("", self._asked, self._hidden)

    def view_in_force(self) -> str:
        """Name the view that was chosen, and say so when it has been changed since; "" where none is."""
        if not self._view_name:
            return ""
        from followup.tui.saved_views import find_view

        found = find_view(self._views, self._view_name)
        if found is None or found.shows(self.present()):
            return found.name if found else ""
        is_plain = self._asked == Asked() and not self._hidden
        return "" if is_plain else self.phrases("tui.views.changed", name=found.name)

    def action_views(self) -> None:
        """Choose among the saved views, or save what is looked at as one."""
        from followup.tui.dialogs.views import Views, ViewsDialog

        views = Views(self._views, self._view_name, self._views_before)
        made = ViewsDialog(self.phrases, views, self.present(), self.show_view, self.keep_views)
        self.post_message(self.DialogAsked(made))

    def show_view(self, view: SavedView) -> None:
        """Look at the list in this way."""
        self._view_name, self._hidden = view.name, view.hidden
        self.uncover()
        self.dress()
        self.ask_whole(view.asked)

    def keep_views(self, views: tuple[SavedView, ...], name: str, says: str = "") -> None:
        """Keep these views from now on, the one of this name in force, and in mind those before; tell what was done."""
        self._views_before = self._views, self._view_name
        self._views, self._view_name = views, name
        self.say_view()
        self.post_message(self.KeepAsked())
        if says:
            self.post_message(self.Said(says))

    # -- columns and height -------------------------------------------------------------------------------------

    def action_columns(self) -> None:
        """Choose which columns the list shows."""
        from followup.tui.dialogs.columns import ColumnsDialog

        made = ColumnsDialog(self.phrases, self._hidden, self.fitting, self.hide)
        self.post_message(self.DialogAsked(made))

    def hide(self, hidden: frozenset[str]) -> None:
        """Leave these columns (fields) out, and show the others."""
        self._hidden = hidden
        self.dress()
        self.say_view()

    def action_density(self) -> None:
        """Give each action two lines, or one."""
        self._roomy = not self._roomy
        self.dress()
