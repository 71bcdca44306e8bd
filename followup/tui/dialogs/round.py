"""Note that a follow-up was held: what it found, a note, evidence, who held it, the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from followup.domain.actions import Result
from followup.domain.commands import RecordRound
from followup.tui.dialogs.days import reading_words, typed_day
from followup.tui.dialogs.dialog import Dialog
from followup.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from followup.domain.actions import Action
    from followup.domain.commands import Command
    from followup.phrases.book import Phrases
    from followup.tui.view import Read

SYMBOL = {Result.HOLDS: "✓", Result.PARTLY: "◐", Result.REMAINS: "!", Result.SKIPPED: "✗"}


class RoundDialog(Dialog):
    """The four results, and what belongs to a round."""

    def __init__(self, phrases: Phrases, read: Read, actions: tuple[Action, ...], title: str, today: date) -> None:
        """Ask about these actions."""
        about = (actions[0].requirement or actions[0].measure) if len(actions) == 1 else ""
        super().__init__(phrases, title, about)
        self._read, self._actions, self._today = read, actions, today

    def fields(self) -> ComposeResult:
        """Result, note, evidence, held by, day."""
        options = tuple((str(one), f"{sign} {self.phrases(f'result.{one}')}") for one, sign in SYMBOL.items())
        yield Choice(options, id="result")
        yield Static("", id="result-means", classes="beneath-choice", markup=False)
        yield self.row("tui.dialog.note", self.field("note"))
        yield self.row("tui.dialog.evidence", self.field("evidence", hint=self.phrases("tui.dialog.evidence_hint")))
        yield self.row("tui.dialog.held_by", self.field("held_by"))
        yield self.row("tui.dialog.day", self.field("day", self._today.isoformat()))
        yield Static("", id="day-reading", classes="beneath", markup=False)

    def on_mount(self) -> None:
        """Say what follows from the start."""
        self.follow()

    def follow(self) -> None:
        """Say what the result leads to, and how the day is read."""
        self.say("result-means", self.phrases(f"tui.dialog.result_{self.query_one(Choice).value}"))
        text = self.text("day")
        when = self._read(text).when if typed_day(self._read, text) else None
        self.say("day-reading", reading_words(when, text, self._today, self.phrases))

    def commands(self) -> tuple[Command, ...] | str:
        """One round for each action, in one change set."""
        day = typed_day(self._read, self.text("day"))
        if day is None:
            return self.phrases("tui.here.day.unreadable", text=self.text("day"))
        result = Result(self.query_one(Choice).value)
        said = (self.text("note"), day, self.text("evidence"), self.text("held_by"))
        return tuple(RecordRound(one.id, result, *said) for one in self._actions)
