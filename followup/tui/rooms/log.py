"""The log: every change ever made, newest first, by day, and searched; from a line to its action."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from followup.domain.query import fold
from followup.present.history import entry_of
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.widgets.entries import Entry
from followup.tui.widgets.field import Field
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.widgets import Input

    from followup.domain.changes import ChangeSet
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases
    from followup.present.history import Entry as Said
    from followup.tui.view import Read, View

AT_ONCE_SETS = 300
"""So many change sets are told between two frames; more are, in a thread."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_CHANGES = 3
"""So many changes of a set are told under it; the rest are counted."""


class LogRoom(OutlinedRoom):
    """What happened."""

    name_key = "tui.room.log"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    LogRoom #search { margin: 0 1; width: 1fr; background: $panel; color: $foreground; display: none; }
    LogRoom #search:focus { background: $primary 25%; }
    LogRoom.searching #search { display: block; }
    """
    BINDINGS = [
        Binding("slash", "search", "tui.key.search", tooltip="tui.tip.search", id="log.search", key_display="/"),
        Binding("down", "to_list", "tui.key.to_list", show=False, id="log.to_list"),
        Binding("escape", "clear", "tui.key.clear_filter", id="log.clear"),
    ]

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with everything."""
        super().__init__(phrases, read)
        self._text = ""

    def compose(self) -> ComposeResult:
        """Headline, the field that is searched by, list."""
        headline, outline = super().compose()
        yield headline
        field = Field(placeholder=self.phrases("tui.log.search_hint"), id="search", compact=True)
        yield field
        yield outline

    def headline(self, view: View) -> Content:
        """Say how many sets are told, and how many of them are found."""
        all_of_them = self._told_sets()
        if not self._text:
            return Content.styled(self.phrases.count("tui.log.count", len(all_of_them)), "bold")
        found = sum(1 for _ in self._found(view))
        return Content.styled(self.phrases("tui.log.found", found=found, total=len(all_of_them)), "bold")

    def is_much(self, view: View) -> bool:
        """Say whether there are many actions, or many sets."""
        return super().is_much(view) or len(self._told_sets()) > AT_ONCE_SETS

    def _told_sets(self) -> tuple[ChangeSet, ...]:
        return self.told.sets if self.told and not self.told.action else ()

    def _found(self, view: View) -> Iterator[ChangeSet]:
        wanted = sought(self._text)
        return (made for made in self._told_sets() if wanted(entry_of(view.snapshot, made, self.phrases)))

    def entries(self, view: View) -> list[Entry]:
        """Give the sets under their days, each with its note and its first changes."""
        lines: list[Entry] = []
        day = ""
        for made in self._found(view):
            line = log_line(view.snapshot, made, self.phrases, action_of(view.snapshot, made), with_day=False)
            said = entry_of(view.snapshot, made, self.phrases)
            if said.day != day:
                lines += [Entry("", "", "")] if lines else []
                lines.append(Entry("", "", said.date, heading=True))
                day = said.day
            lines += [line, *self._details(view.snapshot, made)]
        nothing = "tui.log.none_found" if self._text else "tui.card.no_history"
        return lines or [Entry("", "", self.phrases(nothing), heading=True)]

    def _details(self, snapshot: Snapshot, made: ChangeSet) -> list[Entry]:
        said = entry_of(snapshot, made, self.phrases)
        told = [said.quoted] if said.note else []
        named = [change for change in said.told if change.field]
        told += [f"{one.thing}  {one.field}: {one.old or '–'} → {one.new or '–'}" for one in named[:_CHANGES]]
        told += [self.phrases("tui.log.more", n=len(named) - _CHANGES)] if len(named) > _CHANGES else []
        return [Entry("", "", " ".join(text.split()), tone="quiet") for text in told]

    # -- searching ----------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to search where one does not, and to stop where one does."""
        if action == "search":
            return not self.query("#search:focus")
        return self.has_class("searching") if action == "clear" else super().check_action(action, parameters)

    def action_search(self) -> None:
        """Write what is sought; much more of the journal is read for it."""
        self.add_class("searching")
        self.query_one("#search").focus()
        self._ask()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found, letter by letter."""
        event.stop()
        self._text = event.value.strip()
        self.again()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Down to what was found."""
        event.stop()
        self.action_to_list()

    def action_to_list(self) -> None:
        """Down to what was found."""
        self.query_one(Outline).focus()

    def leave(self) -> bool:
        """Show everything again."""
        if not self.has_class("searching"):
            return False
        self.remove_class("searching")
        self.query_one("#search", Field).value = ""
        self.query_one(Outline).focus()
        return True

    def action_clear(self) -> None:
        """Search no more."""
        self.leave()

    # -- the journal --------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Ask for the journal."""
        super().on_mount()
        self._ask()

    def watch_view(self) -> None:
        """Ask again: something has changed."""
        if self.is_mounted:
            self._ask()

    def _ask(self) -> None:
        self.post_message(self.HistoryAsked("", deep=self.has_class("searching")))

    def watch_told(self) -> None:
        """Show what was told."""
        if self.is_mounted:
            self.again()


def sought(text: str) -> Callable[[Said], bool]:
    """Give what says whether an entry holds all words, and lies on the days, of a text.

    A day is YYYY-MM-DD; DAY..DAY, DAY.. and ..DAY are from and until, both inclusive.
    """
    words = fold(text).split()
    spans = [span for span in map(_span, words) if span is not None]
    plain = [word for word in words if _span(word) is None]
    return lambda said: all(first <= said.day <= last for first, last in spans) and _holds(said, plain)


def _span(word: str) -> tuple[str, str] | None:
    """Give the first and last day that a word names, None if it names none."""
    first, dots, last = word.partition("..")
    days = [day for day in (first, last) if day]
    if not days or not all(map(_DAY.fullmatch, days)):
        return None
    return first, (last or "9999") if dots else first


def _holds(said: Said, words: list[str]) -> bool:
    if not words:
        return True
    changes = (part for one in said.changes for part in (one.thing, one.field, one.old, one.new))
    whole = fold(" ".join((said.date, said.what, said.by, said.note, *changes)))
    return all(word in whole for word in words)


def action_of(snapshot: Snapshot, made: ChangeSet) -> str:
    """Give the first action (id) that a set is about, "" when it is about none that is left."""
    rounds = {change.id: snapshot.rounds.get(change.id) for change in made.changes if change.entity == "round"}
    ids = [change.id for change in made.changes if change.entity == "action"]
    ids += [one.action for one in rounds.values() if one is not None]
    return next((one for one in ids if one in snapshot.actions), "")


def log_line(snapshot: Snapshot, made: ChangeSet, phrases: Phrases, action: str, *, with_day: bool) -> Entry:
    """Give a change set as one line that leads to its action; without one it leads to itself."""
    said = entry_of(snapshot, made, phrases)
    label = snapshot.actions[action].label if action else ""
    when = f"{said.day} {said.time}" if with_day else said.time
    return Entry(action or f"set:{made.id}", label, said.what, said.by, when, "·", key=made.id)
