"""A room where a document is read and stored, in threads: a bar shows that it goes on, and reading can be stopped.

Nobody knows beforehand how many steps a document has, so the bar says that it goes on and not how far. What is stopped
ends at its next page or row; reading changes nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from followup.tui.errands import Accept, ErrandAsked, ReadDocument, Understood
from followup.tui.room import Room

if TYPE_CHECKING:
    from textual.timer import Timer

    from followup.phrases.book import Phrases
    from followup.tui.view import Read

WIDE, RUNNER = 16, 5
"""Cells of the bar, and of the part of it that runs to and fro."""
EVERY = 0.15
"""Seconds between two steps of the bar; there is none at rest."""


class ReadingRoom(Room):
    """Reads a document and stores it; subclasses take what was understood, and show the note."""

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing to read."""
        super().__init__(phrases, read)
        self._source: ReadDocument | None = None
        self._storing: Accept | None = None
        self._reads = False
        self._steps = 0
        self._clock: Timer | None = None

    def understood(self, answer: Understood) -> None:
        """Take what was read."""

    def stored(self) -> None:
        """Go on: what was read is stored."""

    # -- reading ------------------------------------------------------------------------------------------------

    def begin(self, errand: ReadDocument) -> None:
        """Read a document, in a thread; one that is still being read is of no use any more."""
        self._give_up()
        self._source, self._reads = errand, True
        self._go(errand)

    def _give_up(self) -> None:
        if self._reads and self._source is not None:
            self._source.watch.stop()

    def on_unmount(self) -> None:
        """Keep nobody who quits waiting for a document."""
        self._give_up()

    def store(self, errand: Accept) -> None:
        """Store a document, once."""
        if self._storing is None:
            self._storing = errand
            self._go(errand)

    def _go(self, errand: ReadDocument | Accept) -> None:
        self._steps = 0
        self._say_progress()
        if self._clock is None:
            self._clock = self.set_interval(EVERY, self._say_progress)
        self.call_later(self._post, errand)  # as the room's own: what a parent has made goes no further than to it

    def _post(self, errand: Any) -> None:  # noqa: ANN401 - an errand
        self.post_message(ErrandAsked(errand, self))

    def _rest(self) -> None:
        self._reads, self._storing = False, None
        if self._clock is not None:
            self._clock.stop()
            self._clock = None

    @property
    def is_busy(self) -> bool:
        """Say whether something is being read or stored."""
        return self._reads or self._storing is not None

    def answered(self, errand: Any, answer: Any) -> None:  # noqa: ANN401 - as every asker
        """Take what was read or stored, unless it has been stopped since or another document is read by now."""
        if isinstance(errand, Accept) and errand is self._storing:
            self._rest()
            self._source = None
            self.stored()
        elif isinstance(answer, Understood) and self._reads and errand is self._source:
            self._rest()
            self.say("")
            self.understood(answer)

    def refuse(self, sentence: str) -> None:
        """Say why not; everything stays as it was."""
        if self.is_busy:
            self._rest()
            self.say(f"! {sentence}")

    def stop(self) -> bool:
        """Stop reading, or say that storing goes on; say whether there was anything to stop."""
        if self._reads and self._source is not None:
            source = self._source_name()
            self._give_up()
            self._rest()
            self._source = None
            self.say(self.phrases("tui.import.stopped", source=source))
            return True
        if self._storing is not None:
            self.post_message(self.Said(self.phrases("tui.import.goes_on")))
        return self._storing is not None

    # -- what is said -------------------------------------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """Say what is going on, or why not."""
        note = self.query_one(".note", Static)
        note.update(sentence)
        note.display = bool(sentence)

    def _source_name(self) -> str:
        return os.path.basename(self._source.path) if self._source else ""  # noqa: PTH119 - the last part of any path

    def _say_progress(self) -> None:
        bar = running_bar(self._steps)
        self._steps += 1
        what = "tui.import.storing" if self._storing is not None else "tui.import.reading"
        self.say(self.phrases(what, bar=bar, source=self._source_name()))


def running_bar(step: int) -> str:
    """Give a bar of which a part runs to and fro, as it stands at a step."""
    way = WIDE - RUNNER
    place = way - abs(step % (2 * way) - way)
    return "─" * place + "━" * RUNNER + "─" * (way - place)
