"""The palette of commands in the user's language: everything that can be done here, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.align import Align
from rich.text import Text
from textual.command import CommandPalette, SearchIcon
from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from followup.phrases.book import Phrases


class Palette(CommandPalette):
    """Textual's palette, with our words where it has none to change."""

    def __init__(self, phrases: Phrases) -> None:
        """Speak in these phrases."""
        super().__init__(placeholder=phrases("tui.palette.hint"), id="--command-palette")
        self._nothing = phrases("tui.palette.nothing")

    def on_mount(self) -> None:
        """Begin with a plain sign: not every font has the picture."""
        self.query_one(SearchIcon).icon = "› "

    def _start_no_matches_countdown(self, search_value: str) -> None:  # noqa: ARG002 - Textual's signature
        self._stop_no_matches_countdown()

        def say_nothing() -> None:
            commands = self.query_one(OptionList)
            commands.add_option(Option(Align.center(Text(self._nothing)), disabled=True, id=self._NO_MATCHES))
            self._list_visible = True

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say_nothing)
