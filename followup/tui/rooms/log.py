"""The log: every change ever made, newest first, by day; from a line to its action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from followup.present.history import entry_of
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.widgets.outline import Entry

if TYPE_CHECKING:
    from followup.domain.changes import ChangeSet
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases
    from followup.tui.view import View

_CHANGES = 3
"""So many changes of a set are told under it; the rest are counted."""


class LogRoom(OutlinedRoom):
    """What happened."""

    name_key = "tui.room.log"

    def headline(self, view: View) -> Content:  # noqa: ARG002 - every room has a headline from its view
        """Say how many sets are told."""
        sets = self.told.sets if self.told and not self.told.action else ()
        return Content.styled(self.phrases.count("tui.log.count", len(sets)), "bold")

    def entries(self, view: View) -> list[Entry]:
        """Give the sets under their days, each with its note and its first changes."""
        lines: list[Entry] = []
        day = ""
        for made in self.told.sets if self.told and not self.told.action else ():
            line = log_line(view.snapshot, made, self.phrases, action_of(view.snapshot, made), with_day=False)
            said = entry_of(view.snapshot, made, self.phrases)
            if said.day != day:
                lines += [Entry("", "", "")] if lines else []
                lines.append(Entry("", "", said.day, heading=True))
                day = said.day
            lines += [line, *self._details(view.snapshot, made)]
        return lines or [Entry("", "", self.phrases("tui.card.no_history"), heading=True)]

    def _details(self, snapshot: Snapshot, made: ChangeSet) -> list[Entry]:
        said = entry_of(snapshot, made, self.phrases)
        told = [f"”{said.note}”"] if said.note else []
        named = [change for change in said.changes if change.field]
        told += [f"{one.thing}  {one.field}: {one.old or '–'} → {one.new or '–'}" for one in named[:_CHANGES]]
        told += [self.phrases("tui.log.more", n=len(named) - _CHANGES)] if len(named) > _CHANGES else []
        return [Entry("", "", " ".join(text.split()), tone="quiet") for text in told]

    def on_mount(self) -> None:
        """Ask for the journal."""
        super().on_mount()
        self.post_message(self.HistoryAsked(""))

    def watch_view(self) -> None:
        """Ask again: something has changed."""
        if self.is_mounted:
            self.post_message(self.HistoryAsked(""))

    def watch_told(self) -> None:
        """Show what was told."""
        if self.is_mounted:
            self.again()


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
