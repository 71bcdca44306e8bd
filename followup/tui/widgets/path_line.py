"""The line where a path is typed, completed, dropped or pasted; a pasted text of many lines is told as a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message

from followup.tui.folders import pasted_path
from followup.tui.widgets.field import Field

if TYPE_CHECKING:
    from textual import events

_LINES = 3
"""From so many lines on, what is pasted is a document and no path."""


class PathLine(Field):
    """A field for a path."""

    BINDINGS = [
        Binding("tab", "complete", "tui.key.complete", id="path.complete", priority=True),
        Binding("enter", "submit", "tui.key.open", id="path.open", key_display="Enter"),
        Binding("down", "to_list", "tui.key.to_list", id="path.list"),
    ]

    class Completing(Message):
        """The path is to be completed."""

    class Left(Message):
        """Down to the list."""

    class Pasted(Message):
        """A whole text was pasted."""

        def __init__(self, text: str) -> None:
            """Carry the text."""
            super().__init__()
            self.text = text

    def on_paste(self, event: events.Paste) -> None:
        """Take a path as it is dropped by a terminal or a file manager; tell of a text."""
        event.prevent_default()
        event.stop()
        if len(event.text.strip().splitlines()) >= _LINES:
            self.post_message(self.Pasted(event.text))
        elif event.text.strip():
            self.insert_text_at_cursor(pasted_path(event.text.strip().splitlines()[0]))

    def action_complete(self) -> None:
        """Ask for the rest of the path."""
        self.post_message(self.Completing())

    def action_to_list(self) -> None:
        """Go to the list of names."""
        self.post_message(self.Left())
