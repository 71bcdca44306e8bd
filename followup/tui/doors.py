"""The rooms of the house by their keys, and which of them are about all plans, begin anew, or are come back to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.phrases.book import Phrases
    from followup.tui.room import Room
    from followup.tui.view import Read


@dataclass(frozen=True, slots=True)
class Door:
    """A room that can be gone to: its key, its name, and where its class lies; imported when first opened."""

    key: str
    name: str
    module: str
    kind: str

    def open(self, phrases: Phrases, read: Read) -> Room:
        """Make the room."""
        room: Room = getattr(import_module(f"followup.tui.rooms.{self.module}"), self.kind)(phrases, read)
        room.id = f"room-{self.name}"
        return room


DOORS = (
    Door("1", "today", "today", "TodayRoom"),
    Door("2", "register", "register", "RegisterRoom"),
    Door("3", "action", "action", "ActionRoom"),
    Door("4", "people", "people", "PeopleRoom"),
    Door("5", "year", "year", "YearRoom"),
    Door("6", "areas", "areas", "AreasRoom"),
    Door("7", "meeting", "meeting", "MeetingRoom"),
    Door("8", "log", "log", "LogRoom"),
    Door("i", "import", "imports", "ImportRoom"),
    Door("e", "export", "exports", "ExportRoom"),
)
FIRST = "today"
WHOLE = frozenset({"import"})
"""The rooms that are always about all plans."""
NARROWED = frozenset({"today", "register", "action", "people", "year", "areas", "log"})
"""The rooms that begin anew when another plan is chosen; a meeting goes on."""
REMEMBERED = frozenset({"today", "register", "people", "year", "areas", "log"})
"""The rooms that one may find oneself in the next time."""
