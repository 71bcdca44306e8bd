"""The line where a filter is typed; it tells each change at once, and says quietly what it cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.phrases.book import Phrases


class FilterLine(Vertical):
    """A field and a line beneath it for what was not understood."""

    DEFAULT_CSS = """
    FilterLine { height: auto; background: $surface; padding: 0 1; border-left: wide $primary; }
    FilterLine Input { background: $surface; width: 100%; }
    FilterLine #filter-trouble { color: $text-warning; height: auto; display: none; padding: 0 1; }
    """
    BINDINGS = [
        Binding("escape", "clear", "tui.key.clear_filter", id="filter.clear"),
        Binding("enter,down", "leave", "tui.key.to_list", id="filter.leave"),
    ]

    class Typed(Message):
        """The filter is another; "" shows everything."""

        def __init__(self, text: str) -> None:
            """Carry the text."""
            super().__init__()
            self.text = text

    class Left(Message):
        """Back to the list; the filter stays."""

    def __init__(self, phrases: Phrases, text: str = "", **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Begin with this text."""
        super().__init__(**rest)
        self._phrases = phrases
        self._text = text

    def compose(self) -> ComposeResult:
        """The field above, the complaint below."""
        field = Input(self._text, placeholder=self._phrases("tui.filter.hint"), id="filter", compact=True)
        field.cursor_blink = False
        yield field
        yield Static("", id="filter-trouble", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed, as it is typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the list."""
        event.stop()
        self.action_leave()

    def complain(self, sentence: str) -> None:
        """Say what could not be read; "" is silent."""
        line = self.query_one("#filter-trouble", Static)
        line.update(sentence)
        line.display = bool(sentence)

    def take(self) -> None:
        """Let the keyboard write here."""
        self.query_one(Input).focus()

    def action_clear(self) -> None:
        """Empty the filter and go back to the list."""
        self.query_one(Input).value = ""
        self.post_message(self.Typed(""))
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Go back to the list with the filter in force."""
        self.post_message(self.Left())
