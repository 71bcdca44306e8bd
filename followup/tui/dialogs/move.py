"""Agree on another date, typed in words: when it must be done, or when the waiting follow-up is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from followup.domain.commands import MoveDue, MoveRound
from followup.present.dates import when_words
from followup.tui.dialogs.days import reading_words, typed_when
from followup.tui.dialogs.dialog import Dialog
from followup.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from followup.domain.actions import Action
    from followup.domain.commands import Command
    from followup.phrases.book import Phrases
    from followup.tui.view import Read


class MoveDialog(Dialog):
    """Which date, the words, and why."""

    AUTO_FOCUS = "#words"

    def __init__(self, phrases: Phrases, read: Read, actions: tuple[Action, ...], title: str, today: date) -> None:
        """Ask about these actions."""
        about = (actions[0].requirement or actions[0].measure) if len(actions) == 1 else ""
        super().__init__(phrases, title, about)
        self._read, self._actions, self._today = read, actions, today

    def fields(self) -> ComposeResult:
        """Which date, the words with their reading, the reason."""
        names = ("due", "next")
        yield Choice(tuple((name, self.phrases(f"field.{name}")) for name in names), id="which")
        yield self.row("tui.dialog.new_date", self.field("words", hint=self.phrases("tui.dialog.date_hint")))
        yield Static("", id="reading", classes="beneath", markup=False)
        yield self.row("tui.dialog.why", self.field("why", hint=self.phrases("tui.dialog.why_hint")))

    def on_mount(self) -> None:
        """Say what it is now from the start."""
        self.follow()

    def follow(self) -> None:
        """Say how the words are read, letter by letter."""
        words = self.text("words")
        when = typed_when(self._read, words)
        self.say("reading", reading_words(when, words, self._today, self.phrases) if words else self._now())

    def _now(self) -> str:
        """Say what the date is now, where it is one action's due date."""
        if len(self._actions) > 1 or self.query_one(Choice).value != "due":
            return ""
        words = when_words(self._actions[0].due, self.phrases)
        return self.phrases("tui.dialog.date_now", before=words) if words else ""

    def commands(self) -> tuple[Command, ...] | str:
        """One for each action, in one change set."""
        words, why = self.text("words"), self.text("why")
        when = typed_when(self._read, words)
        if when is None:
            return self.phrases("tui.here.date.unreadable", text=words)
        if self.query_one(Choice).value == "due":
            return tuple(MoveDue(one.id, when, why) for one in self._actions)
        return tuple(MoveRound(one.id, when, why) for one in self._actions)
