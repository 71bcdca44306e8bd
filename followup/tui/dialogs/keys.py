"""The sheet of keys: what can be pressed here, in two columns, in the user's words."""

from __future__ import annotations

from textwrap import wrap
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

LEAST = 8
"""So few cells are too few to wrap in."""


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
            yield KeyColumn(self._lines[:half])
            yield KeyColumn(self._lines[half:])


class KeyColumn(Static):
    """Half of the keys; what a key does is wrapped beside it, not under it."""

    DEFAULT_CLASSES = "keys-column"

    def __init__(self, lines: list[tuple[str, str]]) -> None:
        """Show (keys, what they do)."""
        super().__init__(_column(lines))
        self._lines, self._wrapped_for = lines, 0

    def on_resize(self) -> None:
        """Wrap for another width."""
        if self.size.width != self._wrapped_for:
            self._wrapped_for = self.size.width
            self.update(_column(self._lines, self.size.width))


def _lines(active: Iterable[ActiveBinding], phrases: Phrases) -> list[tuple[str, str]]:
    """Give (keys, what they do), the keys of one binding together."""
    found: dict[str, list[str]] = {}
    for one in active:
        described = one.binding.tooltip or one.binding.description
        if described.startswith(PHRASE) and one.enabled:
            found.setdefault(described, []).append(key_words(phrases, one.binding.key))
    return [(" ".join(dict.fromkeys(keys)), phrases(described)) for described, keys in found.items()]


def _column(lines: list[tuple[str, str]], width: int = 0) -> Content:
    """Give the lines for a width (cells), 0 where it is not known yet."""
    room = max((Content(keys).cell_length for keys, _ in lines), default=0)
    beneath = "\n" + " " * (room + 2)
    return Content("\n").join(
        Content.assemble(
            (keys.rjust(room), "$text-primary bold"), ("  ", ""), beneath.join(_wrapped(says, width - room - 2))
        )
        for keys, says in lines
    )


def _wrapped(says: str, width: int) -> list[str]:
    return wrap(says, width) if width > LEAST else [says]
