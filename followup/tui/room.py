"""What every room is: it shows the view it is given, and says upward what is asked for. It decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from followup.tui.view import Told, View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen

    from followup.phrases.book import Phrases
    from followup.tui.view import Read


class Room(Widget):
    """A room of the house; subclasses watch `view` and `told`."""

    DEFAULT_CLASSES = "room"
    name_key = ""
    view: reactive[View | None] = reactive(None)
    told: reactive[Told | None] = reactive(None)

    class DialogAsked(Message):
        """A question is to be asked above the room."""

        def __init__(self, screen: Screen[None]) -> None:
            """Carry the question."""
            super().__init__()
            self.screen_asked = screen

    class HistoryAsked(Message):
        """The journal is to be read: of one action (id), or of everything ("")."""

        def __init__(self, action: str, *, deep: bool = False) -> None:
            """Name the action; `deep` asks for much of it, to be searched."""
            super().__init__()
            self.action, self.deep = action, deep

    class Said(Message):
        """Something the user should hear of, in a sentence."""

        def __init__(self, sentence: str) -> None:
            """Carry the sentence."""
            super().__init__()
            self.sentence = sentence

    class KeepAsked(Message):
        """What is to be remembered has changed in a way that should not wait until the house is left."""

    class ActionAsked(Message):
        """An action is to be shown whole in the register."""

        def __init__(self, action: str) -> None:
            """Name the action (id)."""
            super().__init__()
            self.action = action

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Speak in these phrases; `read` says how a typed date is understood."""
        super().__init__()
        self.phrases = phrases
        self.read = read
        self.is_leaving = False

    def after_paint(self, work: Callable[[], object]) -> None:
        """Do it after the next paint, unless the room and its parts are being taken away by then."""
        self.call_after_refresh(lambda: None if self.is_leaving else work())

    def enter(self) -> None:
        """Take the keyboard: the room is the one in sight now."""

    def go_to(self, action: str) -> None:
        """Show this action (id), where the room can."""

    def point_at(self, action: str) -> None:
        """Put the cursor on this action (id), where the room has it."""

    def kept(self) -> dict[str, Any]:
        """Give what is to be remembered of this room until the next time, as plain values."""
        return {}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Begin with what was remembered, before the room is shown."""

    def leave(self) -> bool:
        """Go one step back within the room; say whether there was one to go."""
        return False
