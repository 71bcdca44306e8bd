"""Change one thing by typing it: a text or words for a date, with how they are read beneath, and a month to pick in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.widgets import Input, Static, TextArea

from followup.tui.dialogs.dialog import Dialog
from followup.tui.errands import EditorAsked
from followup.tui.spoken import hints
from followup.tui.widgets.bars import Bar
from followup.tui.widgets.month_view import MonthView

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from followup.domain.commands import Command
    from followup.phrases.book import Phrases

    Given = tuple[Command, ...] | str | None
    """Commands for the desk, a sentence that says what cannot be read, or None: whoever asked has taken it."""


@dataclass(frozen=True)
class Asking:
    """What is asked for: its name, how it is now, how it is read while it is typed, and what becomes of it.

    `give` is called with the words and the reason. `long` asks in a field of many lines, `why` asks for a reason too;
    with a `day` (where the month view opens) a day can be picked.
    """

    title: str
    about: str
    name: str
    value: str
    give: Callable[[str, str], Given]
    reading: Callable[[str], str] = lambda _: ""
    hint: str = ""
    long: bool = False
    why: bool = False
    day: date | None = None


class WordsDialog(Dialog):
    """One field, its reading, perhaps a month, perhaps a reason."""

    AUTO_FOCUS = "#words"
    BINDINGS = [
        Binding("down", "month", "tui.key.month", id="words.month", priority=True),
        Binding("ctrl+o,f4", "editor", "tui.key.editor", id="words.editor"),
    ]
    DEFAULT_CSS = """
    WordsDialog TextArea { height: 8; width: 100%; background: $panel; color: $foreground; border: none; padding: 0 1; }
    WordsDialog TextArea:focus { background: $primary 25%; border: none; }
    WordsDialog #reading { height: auto; max-height: 4; margin-bottom: 1; min-height: 1; }
    WordsDialog.long #reading { display: none; }
    WordsDialog MonthView { margin: 0 0 1 14; }
    """

    def __init__(self, phrases: Phrases, asking: Asking, today: date) -> None:
        """Ask for this."""
        super().__init__(phrases, asking.title, asking.about)
        self._asking, self._today = asking, today
        self.set_class(asking.long, "long")

    def fields(self) -> ComposeResult:
        """The words, their reading, the month, the reason."""
        asking = self._asking
        if asking.long:
            area = TextArea(asking.value, id="words", soft_wrap=True, tab_behavior="focus", compact=True)
            area.cursor_blink = False
            yield area
        else:
            yield self.row_of(asking.name, self.field("words", asking.value, asking.hint))
        yield Static("", id="reading", classes="beneath", markup=False)
        if asking.day is not None:
            yield MonthView(self.phrases, self._today, asking.day)
        if asking.why:
            yield self.row("tui.dialog.why", self.field("why", hint=self.phrases("tui.dialog.why_hint")))

    def row_of(self, name: str, field: Input) -> Any:  # noqa: ANN401 - a row
        """Give a field with a name that is words already."""
        from textual.containers import Horizontal

        return Horizontal(Static(name, classes="field-name", markup=False), field, classes="row")

    def on_mount(self) -> None:
        """Say how it is read from the start."""
        self.follow()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer a month for dates, and the editor for long texts."""
        if action == "month":
            return self._asking.day is not None and getattr(self.focused, "id", "") == "words"
        return action != "editor" or self._asking.long

    @property
    def _words(self) -> str:
        if self._asking.long:
            return self.query_one("#words", TextArea).text.strip()
        return self.text("words")

    def follow(self) -> None:
        """Say how the words are read, letter by letter."""
        if not self._asking.long:
            self.say("reading", self._asking.reading(self._words))

    def on_descendant_focus(self) -> None:
        """Show the keys of the field."""
        self.query_one("#dialog-keys", Bar).hints = hints(self.active_bindings.values(), self.phrases)

    def commands(self) -> tuple[Command, ...] | str:
        """Not asked: `action_save` gives the words to whoever asked."""
        return ()

    def action_save(self) -> None:
        """Give the words; commands go to the desk, and the dialog waits for the answer."""
        given = self._asking.give(self._words, self.text("why") if self._asking.why else "")
        if given is None:
            self.dismiss(None)
        elif isinstance(given, str):
            self.refuse(given)
        elif not self._waits:
            self._waits = True
            self.post_message(self.Asked(self, given))

    def action_month(self) -> None:
        """Go to the month."""
        self.query_one(MonthView).focus()

    def on_month_view_picked(self, event: MonthView.Picked) -> None:
        """Write the day that was picked."""
        event.stop()
        field = self.query_one("#words", Input)
        field.value = event.day.isoformat()
        field.focus()

    def action_editor(self) -> None:
        """Write in an editor of one's own."""
        self.post_message(EditorAsked(self._words, self))

    def answered(self, _errand: object, text: str) -> None:
        """Take the text that was written in the editor."""
        self.query_one("#words", TextArea).text = text
