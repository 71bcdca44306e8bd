"""What every dialog is: a question above a room that ends in commands.

It stays until the desk has answered: a refusal is said in it, and what was typed stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from followup.tui.spoken import hints, press, spoken
from followup.tui.widgets.bars import Bar
from followup.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding
    from textual.widget import Widget

    from followup.domain.commands import Command
    from followup.phrases.book import Phrases


class Dialog(ModalScreen[None]):
    """A title, fields, a line for what was refused, and the keys."""

    CSS_PATH = "../styles/dialog.tcss"
    AUTO_FOCUS = "Choice, Input"
    BINDINGS = [
        Binding("ctrl+s", "save", "tui.key.save", id="dialog.save", key_display="Enter"),
        Binding("escape", "cancel", "tui.key.cancel", id="dialog.cancel"),
        Binding("tab", "app.focus_next", "tui.key.next_field", id="dialog.next"),
    ]

    class Asked(Message):
        """These commands are asked for; the dialog waits for the answer."""

        def __init__(self, dialog: Dialog, commands: tuple[Command, ...]) -> None:
            """Carry the commands and who asks."""
            super().__init__()
            self.dialog = dialog
            self.commands = commands

    def __init__(self, phrases: Phrases, title: str, about: str) -> None:
        """Ask under a title, about something in a few words."""
        super().__init__()
        self.phrases = phrases
        self._title, self._about = title, about
        self._waits = False

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys, in the user's language."""
        return spoken(super().active_bindings, self.phrases)

    def compose(self) -> ComposeResult:
        """The frame, with the fields of the dialog in it."""
        with VerticalScroll(id="dialog", can_focus=False) as frame:
            frame.border_title = Content(self._title)
            if self._about:
                yield Static(Content(" ".join(self._about.split())), id="about")
            yield from self.fields()
            yield Static("", id="refusal", markup=False)
            yield Bar(id="dialog-keys")

    def fields(self) -> ComposeResult:
        """Give the fields, in the order that tab walks."""
        yield from ()

    def row(self, key: str, *widgets: Widget) -> Horizontal:
        """Give a field with its name before it."""
        name = Static(self.phrases(key), classes="field-name", markup=False)
        return Horizontal(name, *widgets, classes="row")

    def field(self, name: str, value: str = "", hint: str = "") -> Input:
        """Give a field to type in."""
        made = Input(value, placeholder=hint, id=name, compact=True)
        made.cursor_blink = False
        return made

    def text(self, name: str) -> str:
        """Give what is typed in a field."""
        return self.query_one(f"#{name}", Input).value.strip()

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one("#refusal").display = False
        self.query_one("#dialog-keys", Bar).hints = hints(self.active_bindings.values(), self.phrases)

    def commands(self) -> tuple[Command, ...] | str:
        """Give the commands for what is filled in, or a sentence about what cannot be read."""
        raise AssertionError("a dialog asks for something")

    def action_save(self) -> None:
        """Ask for what is filled in, once."""
        asked = self.commands()
        if isinstance(asked, str):
            self.refuse(asked)
        elif not self._waits:
            self._waits = True
            self.post_message(self.Asked(self, asked))

    def refuse(self, sentence: str) -> None:
        """Say why not; everything typed stays."""
        self._waits = False
        line = self.query_one("#refusal", Static)
        line.update(f"! {sentence}")
        line.display = True
        line.scroll_visible(animate=False)

    def action_cancel(self) -> None:
        """Go away without asking for anything."""
        self.dismiss(None)

    def on_choice_confirmed(self) -> None:
        """Enter on an alternative answers."""
        self.action_save()

    def on_input_submitted(self) -> None:
        """Enter in a field answers."""
        self.action_save()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Let the dialog follow what is chosen."""
        event.stop()
        self.follow()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the dialog follow what is typed."""
        event.stop()
        self.follow()

    def follow(self) -> None:
        """Say what follows from what is filled in."""

    def say(self, name: str, sentence: str) -> None:
        """Put a sentence in a line of the dialog."""
        if self.is_mounted:
            self.query_one(f"#{name}", Static).update(Content(sentence))

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A hint was clicked."""
        press(self, event.key)
