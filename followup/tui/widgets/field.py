"""A field to type in that is gone when its room is left, while the screen it stood in stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Input

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.signal import Signal


class Field(Input):
    """An input that does not blink, and that its screen forgets."""

    _told_of: Signal[Screen[Any]] | None = None

    def on_mount(self) -> None:
        """Keep what the input subscribes to here: when it is unmounted, no way leads to its screen any more."""
        self.cursor_blink = False
        self._told_of = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """Unsubscribe: Textual lets go of subscribers when it publishes, and a screen may live for days without."""
        if self._told_of is not None:
            self._told_of.unsubscribe(self)
