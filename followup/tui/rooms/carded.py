"""A room whose list has beside it the action under the cursor, whole, with its history when it is asked for.

CardedRoom
└── #floor
    ├── ActionList
    └── CardPane        beside the list, below it, or in its place
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container

from followup.tui.rooms.viewed import ViewedRoom
from followup.tui.widgets.action_list import ActionList
from followup.tui.widgets.card_pane import CardPane

if TYPE_CHECKING:
    from followup.domain.actions import Action
    from followup.phrases.book import Phrases
    from followup.present.history import Entry
    from followup.tui.view import Read, Told


class CardedRoom(ViewedRoom):
    """Wide: list and card side by side. Narrow: the card below. Low, or opened: one at a time."""

    SCOPED_CSS = False  # how wide and low the screen is, is said above the room
    DEFAULT_CSS = """
    CardedRoom { layout: vertical; }
    CardedRoom > #floor { height: 1fr; layout: vertical; }
    CardedRoom.no-card CardPane { display: none; }
    .-wide CardedRoom > #floor, .-broad CardedRoom > #floor { layout: horizontal; }
    .-wide CardPane, .-broad CardPane {
        width: 28%;
        min-width: 34;
        height: 100%;
        border-top: none;
        border-left: vkey $panel-lighten-2;
        padding: 0 1 0 1;
    }
    .-broad CardPane { width: 32%; max-width: 90; padding: 0 2 0 1; }
    .-wide CardPane:focus, .-broad CardPane:focus { border-top: none; border-left: vkey $primary; }
    .-low CardPane { display: none; }
    CardedRoom.opened ActionList { display: none; }
    CardedRoom.opened CardPane {
        display: block;
        width: 100%;
        max-width: 100%;
        height: 100%;
        border: none;
        padding: 1 2;
    }
    """
    BINDINGS = [
        Binding("l", "history", "tui.key.history", tooltip="tui.tip.history", id="action.history"),
        Binding("n,right_square_bracket", "turn(1)", "tui.key.next_action", show=False, id="action.next"),
        Binding("p,left_square_bracket", "turn(-1)", "tui.key.previous_action", show=False, id="action.previous"),
    ]

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing to go to and no history shown."""
        super().__init__(phrases, read)
        self._shows_history = False
        self._wanted = ""
        self._left_at = ""

    def floor(self) -> Container:
        """Make the list and the card."""
        return Container(ActionList(self.phrases, id="actions"), CardPane(self.phrases, id="card"), id="floor")

    @property
    def _list(self) -> ActionList:
        return self.query_one("#actions", ActionList)

    # -- the card -----------------------------------------------------------------------------------------------

    def watch_told(self) -> None:
        """Show the history that was asked for."""
        if self.is_mounted:
            self._show_card()

    def on_action_list_pointed(self, event: ActionList.Pointed) -> None:
        """Show the action under the cursor, and keep it in mind while a filter takes it away."""
        event.stop()
        if not self.is_typing:
            self._left_at = event.action
        self.after_paint(self._show_card)
        self._ask_history()

    def _show_card(self) -> None:
        action = self._current()
        if action is None or self.view is None:
            self.query_one(CardPane).show(None, None)
            return
        from followup.present.card import action_card

        card = action_card(self.view.snapshot, action, self.view.today, self.phrases)
        self.query_one(CardPane).show(card, self._entries(action))

    def _entries(self, action: Action) -> tuple[Entry, ...] | None:
        told: Told | None = self.told
        if not self._shows_history or told is None or told.action != action.id or self.view is None:
            return None
        from followup.present.history import entry_of

        return tuple(entry_of(self.view.snapshot, made, self.phrases) for made in told.sets)

    def _ask_history(self) -> None:
        action = self._current()
        if self._shows_history and action is not None:
            self.post_message(self.HistoryAsked(action.id))

    def _current(self) -> Action | None:
        return self.view.snapshot.actions.get(self._list.current) if self.view else None

    def on_action_list_opened(self, event: ActionList.Opened) -> None:
        """Show the action alone on the screen."""
        event.stop()
        self.add_class("opened")
        self.query_one(CardPane).focus()
        self.refresh_bindings()

    def action_history(self) -> None:
        """Show the action's history on its card, or hide it."""
        self._shows_history = not self._shows_history
        self._show_card()
        self._ask_history()
        if self._shows_history and not self.has_class("opened"):
            self._list.action_open()

    def action_turn(self, steps: int) -> None:
        """Go to the next action, or the one before, also when one fills the screen."""
        self._list.action_step(steps)

    def pointed(self) -> str:
        """Give the action (id) under the cursor."""
        return self._list.current

    # -- in and out ---------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Let the keyboard move in the list."""
        self.query_one(CardPane if self.has_class("opened") else ActionList).focus()

    def point_again(self) -> None:
        """Put the cursor where it is wanted; while a filter is typed, where it was before."""
        if self.is_typing:
            self._list.point_at(self._left_at)
        if self._wanted:
            self._list.point_at(self._wanted)
            self._wanted = ""

    def point_at(self, action: str) -> None:
        """Put the cursor on this action, if it is shown; the card that hides the list is closed."""
        self.uncover()
        self._list.point_at(action)

    def go_to(self, action: str) -> None:
        """Show this action whole, whatever was filtered away before."""
        self._wanted = action
        if self._asked.text and action not in self._list.ids:
            self.clear_filter()
        self.rearrange()
        self._list.action_open()

    def uncover(self) -> None:
        """Let the card no longer hide the list."""
        if self.has_class("opened"):
            self.remove_class("opened")
            self._shows_history = False
            self._show_card()
            self._list.focus()
            self.refresh_bindings()

    def to_list(self) -> None:
        """Let the keyboard move in the list."""
        self._list.focus()
