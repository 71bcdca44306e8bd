"""Which columns a list shows: ticked with the space bar, and seen at once in the list behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from followup.tui.dialogs.dialog import Dialog
from followup.tui.widgets.columns import CHOSEN
from followup.tui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from followup.phrases.book import Phrases


class ColumnsDialog(Dialog):
    """A box for each column; escape brings back those that were shown before."""

    BINDINGS = [
        Binding("enter,ctrl+s", "save", "tui.key.done", id="columns.done", key_display="Enter"),
        Binding("tab", "app.focus_next", "tui.key.next_field", show=False, id="dialog.next"),
    ]

    def __init__(
        self,
        phrases: Phrases,
        hidden: frozenset[str],
        fitting: Callable[[frozenset[str]], set[str]],
        hide: Callable[[frozenset[str]], None],
    ) -> None:
        """Begin with the fields hidden; `fitting` says which have room, `hide` leaves them out of the list."""
        super().__init__(phrases, phrases("tui.columns.title"), phrases("tui.columns.about"))
        self._before, self._fitting, self._hide = hidden, fitting, hide

    def fields(self) -> ComposeResult:
        """The boxes."""
        options = tuple((field, self.phrases(f"tui.heading.{field}")) for field in CHOSEN)
        yield Ticks(options, set(CHOSEN) - self._before, id="columns")

    def on_mount(self) -> None:
        """Say what there is no room for."""
        self._note()

    @property
    def _hidden(self) -> frozenset[str]:
        return frozenset(CHOSEN) - self.query_one(Ticks).ticked

    def _note(self) -> None:
        shown = self._fitting(self._hidden)
        lacking = self.query_one(Ticks).ticked - shown
        self.query_one(Ticks).note(dict.fromkeys(lacking, self.phrases("tui.columns.no_room")))

    def on_ticks_ticked(self, event: Ticks.Ticked) -> None:
        """Show the list so at once."""
        event.stop()
        self._hide(self._hidden)
        self._note()

    def action_save(self) -> None:
        """Keep what is ticked."""
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Show what was shown before."""
        self._hide(self._before)
        self.dismiss(None)
