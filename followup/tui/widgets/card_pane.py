"""The pane that shows one action whole; it scrolls, and its text can be marked with the mouse and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.phrases.book import Phrases
    from followup.present.card import Card
    from followup.present.history import Entry

WIDEST = 96
"""Lines longer than this are hard to read, however wide the screen."""


class CardPane(VerticalScroll, can_focus=True):
    """One action whole, or a word about why there is none."""

    DEFAULT_CSS = """
    CardPane {
        width: 100%;
        height: 45%;
        padding: 0 2;
        background: $background;
        border-top: solid $panel-lighten-2;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 25%;
        scrollbar-color-hover: $foreground 40%;
        scrollbar-background: $background;
    }
    CardPane:focus { border-top: solid $primary; }
    CardPane > #card-text { width: 100%; height: auto; }
    """
    BINDINGS = [
        Binding("down,j", "scroll_down", "tui.key.down", show=False, id="card.down"),
        Binding("up,k", "scroll_up", "tui.key.up", show=False, id="card.up"),
        Binding("g", "scroll_home", "tui.key.first", show=False, id="card.first"),
        Binding("G", "scroll_end", "tui.key.last", show=False, id="card.last"),
    ]

    def __init__(self, phrases: Phrases, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Speak in these phrases."""
        super().__init__(**rest)
        self._phrases = phrases
        self._card: Card | None = None
        self._entries: tuple[Entry, ...] | None = None
        self._had_history = False
        self._drawn: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """One text, made anew for each action and width."""
        yield Static("", id="card-text", markup=False)

    def show(self, card: Card | None, entries: tuple[Entry, ...] | None) -> None:
        """Show this card, with its history if there is any; another action begins at the top."""
        if card is not None and self._card is not None and card.id != self._card.id:
            self.scroll_home(animate=False)
        self._card, self._entries = card, entries
        self._draw()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._draw()

    def _draw(self) -> None:
        width = min(self.scrollable_content_region.width, WIDEST)
        drawn = (self._card, self._entries, width)
        if width < 8 or drawn == self._drawn:
            return
        self._drawn = drawn
        from followup.tui.widgets.card_text import card_content

        asked_for_history = self._entries is not None and not self._had_history
        self._had_history = self._entries is not None
        text = card_content(self._card, self._entries, width, self._phrases) if self._card else Content("")
        self.query_one("#card-text", Static).update(text)
        if asked_for_history:
            self.call_after_refresh(self._show_heading, self._phrases("tui.card.history"), text.plain)

    def _show_heading(self, heading: str, text: str) -> None:
        """Bring the line that is this heading to the top."""
        lines = text.split("\n")
        if heading in lines:
            self.scroll_to(y=lines.index(heading), animate=False)
