"""Choose a document: a path that is typed, completed, dropped or pasted, and the names in its folder beneath.

It opens no document: it tells which one was chosen, or the text that was pasted.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from followup.tui.folders import Name, completed, names_for, size_words
from followup.tui.widgets.entries import Entry
from followup.tui.widgets.outline import Outline
from followup.tui.widgets.path_line import PathLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.phrases.book import Phrases

RESUME = "resume:"


class DocumentPicker(Vertical):
    """A line for the path, and the names that it may become."""

    DEFAULT_CSS = """
    DocumentPicker { height: 1fr; }
    DocumentPicker PathLine { margin: 0 1; width: 1fr; background: $panel; color: $foreground; }
    DocumentPicker PathLine:focus { background: $primary 25%; }
    """

    class Listed(Message):
        """A thread has read the names of a folder."""

        def __init__(self, typed: str, names: tuple[Name, ...]) -> None:
            """Carry them, and the path they are for."""
            super().__init__()
            self.typed, self.names = typed, names

    class Chosen(Message):
        """A document is to be read."""

        def __init__(self, path: str) -> None:
            """Name it."""
            super().__init__()
            self.path = path

    class Resumed(Message):
        """What was begun is to be gone on with."""

    class Missing(Message):
        """Nothing is typed yet."""

    def __init__(self, phrases: Phrases, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Speak in these phrases."""
        super().__init__(**rest)
        self._phrases = phrases
        self._names: tuple[Name, ...] = ()
        self._begun = ""

    def compose(self) -> ComposeResult:
        """The line and the list."""
        line = PathLine("", placeholder=self._phrases("tui.import.path_hint"), id="path", compact=True)
        line.cursor_blink = False
        yield line
        yield Outline(id="names")

    def on_mount(self) -> None:
        """List what lies here."""
        self._list(self._line.value)

    @property
    def _line(self) -> PathLine:
        return self.query_one(PathLine)

    def start(self, begun: str) -> None:
        """Begin to choose; `begun` names a document whose review can be gone on with, "" none."""
        self._begun = begun
        self._line.value = "" if not begun else self._line.value
        self._list(self._line.value)
        self._line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the path may become."""
        event.stop()
        self._list(event.value)

    def _list(self, typed: str) -> None:
        self.run_worker(lambda: self._read(typed), thread=True, exclusive=True, group="names")

    def _read(self, typed: str) -> None:
        self.post_message(self.Listed(typed, names_for(typed)))

    def on_document_picker_listed(self, event: Listed) -> None:
        """Show the names, unless another path is typed by now."""
        event.stop()
        if event.typed != self._line.value:
            return
        self._names = event.names
        place = os.path.split(event.typed)[0] or os.getcwd()  # noqa: PTH109 - the folder as it is typed
        lines = [*self._resuming(), Entry("", "", place, heading=True), *map(_entry, self._names)]
        if not self._names:
            lines.append(Entry("", "", self._phrases("tui.import.nothing_here"), tone="quiet"))
        self.query_one(Outline).show(lines)

    def _resuming(self) -> list[Entry]:
        if not self._begun:
            return []
        says = self._phrases("tui.import.resume", source=self._begun)
        return [
            Entry("", "", self._phrases("tui.import.begun"), heading=True),
            Entry(RESUME, "", says),
            Entry("", "", ""),
        ]

    def on_path_line_completing(self) -> None:
        """Complete what is typed."""
        self._type(completed(self._line.value, self._names))

    def _type(self, path: str) -> None:
        self._line.value = path
        self._line.cursor_position = len(path)

    def on_path_line_left(self) -> None:
        """Go to the list of names."""
        self.query_one(Outline).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the document typed; where one name is left, that."""
        event.stop()
        typed = self._line.value
        files = [one for one in self._names if not one.is_folder]
        is_exact = any(one.path == typed for one in self._names)
        self._choose(files[0].path if len(files) == 1 and typed and not is_exact else typed)

    def on_outline_pointed(self, event: Outline.Pointed) -> None:
        """Keep to oneself where the cursor is."""
        event.stop()

    def on_outline_opened(self, event: Outline.Opened) -> None:
        """Take what the line leads to."""
        event.stop()
        self._choose(event.target)

    def _choose(self, path: str) -> None:
        if path == RESUME:
            self.post_message(self.Resumed())
        elif not path:
            self.post_message(self.Missing())
        elif os.path.isdir(os.path.expanduser(path)):  # noqa: PTH111, PTH112 - as it is typed
            self._type(path if path.endswith(os.sep) else path + os.sep)
        else:
            self.post_message(self.Chosen(path))

    def leave(self) -> bool:
        """From the names to the line; say whether there was a step to go."""
        if self._line.has_focus:
            return False
        self._line.focus()
        return True


def _entry(one: Name) -> Entry:
    return Entry(
        one.path, "", one.name + (os.sep if one.is_folder else ""), "", "" if one.is_folder else size_words(one.size)
    )
