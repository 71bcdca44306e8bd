"""A room that has things written or sent: what it asked for, how far that has come, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.widgets import Static

from followup.domain.stopping import Watch
from followup.tui.errands import ErrandAsked, Paper
from followup.tui.room import Room
from followup.tui.words import refusal_words

if TYPE_CHECKING:
    from followup.phrases.book import Phrases
    from followup.tui.errands import Calendars
    from followup.tui.view import Read

_BAR = 24


class WritingRoom(Room):
    """Asks for one thing at a time; subclasses show what is to be written, and what was."""

    class Stepped(Message):
        """So much of what is being written or sent is done."""

        def __init__(self, done: int) -> None:
            """Carry how much."""
            super().__init__()
            self.done = done

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing asked for."""
        super().__init__(phrases, read)
        self._asked: Any = None
        self._report: Any = None
        self._written = ""
        self._watch: Watch | None = None
        self._much = 0

    # -- what subclasses give -----------------------------------------------------------------------------------

    def again(self) -> None:
        """Show what is known now."""

    def preview(self) -> None:
        """Draw up what is left."""

    # -- asking -------------------------------------------------------------------------------------------------

    def ask(self, errand: Any) -> None:  # noqa: ANN401 - an errand
        """Ask for something; what was asked for before is no longer waited for."""
        self._asked = errand
        self.call_later(self._post, errand)  # as the room's own: what a parent has made goes no further than to it

    def _post(self, errand: Any) -> None:  # noqa: ANN401 - an errand
        self.post_message(ErrandAsked(errand, self))

    def ask_watched(self, errand: Calendars, much: int) -> None:
        """Ask for what takes its time, of which there is so much."""
        self._much, self._watch = much, errand.watch
        self.ask(errand)

    @property
    def is_writing(self) -> bool:
        """Say whether something is being written or sent."""
        return self._watch is not None

    # -- what came of it ----------------------------------------------------------------------------------------

    def answered(self, errand: Any, answer: Any) -> None:  # noqa: ANN401 - as every asker
        """Show what each gets, or what was written and where."""
        if self._watch is not None and getattr(errand, "watch", None) is self._watch:
            self._watch = None
        if errand is not self._asked:  # another folder or format has been asked for since
            return
        if isinstance(errand, Paper):
            self._told(str(answer))
        elif answer is None:
            self._stopped(errand.watch.done)
            return
        elif errand.dry_run:
            self._report = answer
        else:
            self._report = answer
            self._tell_done(errand, answer)
            self._say_troubles(answer)
        self.again()

    def _tell_done(self, errand: Calendars, report: Any) -> None:  # noqa: ANN401 - a report of the desk
        """Say where it went: into a folder, as drafts, by mail, or to the calendar server."""
        went = {"caldav": "synced", "ics": "wrote", "hand": "wrote"}.get(errand.way, "sent")
        if went == "sent" and any(one.path == errand.place for one in report.files):
            self._told(errand.place, "drafted")
        else:
            self._told(report.folder, went)

    def _told(self, place: str, went: str = "wrote") -> None:
        self._written = self.phrases(f"tui.export.{went}", place=place)
        self.post_message(self.Said(self._written))
        self.say("")

    def _stopped(self, done: int) -> None:
        """Say how far it came, and draw up what is left."""
        said = self.phrases("tui.export.stopped", done=done, total=self._much)
        self.post_message(self.Said(said))
        self.preview()
        self.say(said)

    def _say_troubles(self, report: Any) -> None:  # noqa: ANN401 - a report of the desk
        troubles = [one.trouble for one in report.files if one.trouble]
        if troubles:
            said = (refusal_words(self.phrases, one.code, one.facts) for one in troubles)
            self.say("! " + "\n! ".join(said))

    def refuse(self, sentence: str) -> None:
        """Say why not; what cannot be drawn up leaves nothing to show."""
        self._watch = None
        self._report = self._report or ()
        self.again()
        self.say(f"! {sentence}")

    def say(self, sentence: str) -> None:
        """Show a sentence beneath the list, or nothing."""
        note = self.query_one(".note", Static)
        note.update(sentence)
        note.display = bool(sentence)

    # -- how far it has come ------------------------------------------------------------------------------------

    def tell_step(self, done: int) -> None:
        """Say from a thread that so much is done."""
        self.post_message(self.Stepped(done))

    def on_writing_room_stepped(self, event: Stepped) -> None:
        """Show how far it has come."""
        event.stop()
        if self._watch is not None and not self._watch.stopping:
            self.say(self._progress(event.done))

    def _progress(self, done: int) -> str:
        filled = min(round(_BAR * done / self._much), _BAR) if self._much else 0
        bar = "━" * filled + "─" * (_BAR - filled)
        return self.phrases("tui.export.progress", bar=bar, done=done, total=max(self._much, done))

    def leave(self) -> bool:
        """Stop what is being written or sent; say whether anything was."""
        if self._watch is None:
            return False
        self._watch.stop()
        self.say(self.phrases("tui.export.stopping"))
        return True
