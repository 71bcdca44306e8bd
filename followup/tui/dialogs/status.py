"""Give one or several actions a status, with a note and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from followup.domain.actions import Status
from followup.domain.commands import MoveTo
from followup.present.tone import STATUS_SYMBOL
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

NOTE_NEEDED = frozenset({Status.PAUSED, Status.DROPPED, Status.CLOSED})
ENDED = frozenset({Status.DONE, Status.DROPPED, Status.CLOSED})
"""What the domain asks a note for; shown before it has to refuse, decided by it alone."""


class StatusDialog(Dialog):
    """The six statuses, a note, a day."""

    def __init__(self, phrases: Phrases, read: Read, actions: tuple[Action, ...], title: str, today: date) -> None:
        """Ask about these actions."""
        about = (actions[0].requirement or actions[0].measure) if len(actions) == 1 else ""
        super().__init__(phrases, title, about)
        self._read, self._actions, self._today = read, actions, today

    def fields(self) -> ComposeResult:
        """Status, note, day."""
        options = tuple((str(one), f"{STATUS_SYMBOL[one]} {self.phrases(f'status.{one}')}") for one in Status)
        yield Choice(options, str(self._actions[0].status), id="status")
        yield self.row("tui.dialog.note", self.field("note"))
        yield Static("", id="note-need", classes="beneath", markup=False)
        yield self.row("tui.dialog.day", self.field("day", self._today.isoformat()))
        yield Static("", id="day-reading", classes="beneath", markup=False)

    def on_mount(self) -> None:
        """Say what follows from the start."""
        self.follow()

    @property
    def _status(self) -> Status:
        return Status(self.query_one(Choice).value)

    def follow(self) -> None:
        """Say whether a note is needed, and how the day is read."""
        need = self._status in NOTE_NEEDED or any(self._reopens(one) for one in self._actions)
        self.say("note-need", self.phrases("tui.dialog.note_needed") if need else self.phrases("tui.dialog.note_free"))
        day, text = typed_day(self._read, self.text("day")), self.text("day")
        when = self._read(text).when if day else None
        self.say("day-reading", reading_words(when, text, self._today, self.phrases))

    def _reopens(self, action: Action) -> bool:
        return action.status in ENDED and self._status not in ENDED

    def commands(self) -> tuple[Command, ...] | str:
        """One for each action, in one change set."""
        day = typed_day(self._read, self.text("day"))
        if day is None:
            return self.phrases("tui.here.day.unreadable", text=self.text("day"))
        return tuple(MoveTo(one.id, self._status, self.text("note"), day) for one in self._actions)
