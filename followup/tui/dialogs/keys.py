"""The sheet of keys: what can be pressed here, in two columns, in the user's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from followup.tui.spoken import PHRASE
from followup.tui.words import key_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from followup.phrases.book import Phrases


class KeySheet(ModalScreen[None]):
    """Every key of the room, gone at the next press."""

    CSS_PATH = "../styles/dialog.tcss"
    BINDINGS = [Binding("escape,question_mark,q,enter", "dismiss", "tui.key.close", id="keys.close")]

    def __init__(self, phrases: Phrases, active: Iterable[ActiveBinding]) -> None:
        """Show these bindings, as they are before translation."""
        super().__init__()
        self._phrases = phrases
        self._lines = _lines(active, phrases)

    def compose(self) -> ComposeResult:
        """One frame that scrolls when the screen is low."""
        with VerticalScroll(id="key-sheet") as frame:
            frame.border_title = Content(self._phrases("tui.key.help"))
            frame.border_subtitle = Content(self._phrases("tui.keys.close"))
            half = (len(self._lines) + 1) // 2
            yield Static(_column(self._lines[:half]), classes="keys-column")
            yield Static(_column(self._lines[half:]), classes="keys-column")


def _lines(active: Iterable[ActiveBinding], phrases: Phrases) -> list[tuple[str, str]]:
    """Give (keys, what they do), the keys of one binding together."""
    found: dict[str, list[str]] = {}
    for one in active:
        described = one.binding.tooltip or one.binding.description
        if described.startswith(PHRASE) and one.enabled:
            found.setdefault(described, []).append(key_words(phrases, one.binding.key))
    return [(" ".join(dict.fromkeys(keys)), phrases(described)) for described, keys in found.items()]


def _column(lines: list[tuple[str, str]]) -> Content:
    width = max((Content(keys).cell_length for keys, _ in lines), default=0)
    parts = [
        Content.assemble((keys.rjust(width), "$text-primary bold"), ("  ", ""), (says, "")) for keys, says in lines
    ]
    return Content("\n").join(parts)
